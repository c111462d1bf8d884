"""Every failure as an answer: a problem document (RFC 9457) for programs, a readable page for people.

The one place that knows which error has which HTTP status. The codes are stable; `CODES` says what each means
and is shown at `/schema`.
"""

import logging
import re
import secrets
from dataclasses import dataclass, field
from typing import Any

import msgspec
from litestar import Request, Response
from litestar.exceptions import (
    HTTPException,
    PermissionDeniedException,
    ValidationException,
)
from litestar.types import ExceptionHandlersMap

from factcheck.domain import errors
from factcheck.domain.errors import FactCheckError
from factcheck.web.attempts import RateLimited
from factcheck.web.auth import is_api
from factcheck.web.pages.errors import error_page
from factcheck.web.security import CSRF_FAILED, UnknownHost

log = logging.getLogger("factcheck.web")

PROBLEM_JSON = "application/problem+json"
_PAGE_TYPES = ["text/html", "application/xhtml+xml"]
_NAMED_FIELD = re.compile(r"^Object (?:contains unknown|missing required) field `([^`]*)`")
_PROGRAM_TYPES = [PROBLEM_JSON, "application/json"]


class BadRequest(FactCheckError):
    """The request itself cannot be read: no valid JSON, a field of the wrong type, an unknown field."""

    code = "bad_request"
    title = "The request cannot be read"


class MethodNotAllowed(FactCheckError):
    """The address exists, but not for this HTTP method."""

    code = "method_not_allowed"
    title = "Not possible at this address"


class FormExpired(FactCheckError):
    """The form token is missing, too old, or from elsewhere."""

    code = "csrf_failed"
    title = "The form has expired"


class UnsupportedMediaType(FactCheckError):
    """The body is of a type that this address does not take."""

    code = "unsupported_media_type"
    title = "This type of content is not taken here"


class Internal(FactCheckError):
    """A fault of the program. Logged with a reference; the answer says nothing else."""

    code = "internal_error"
    title = "Something went wrong on our side"


STATUS: dict[type[FactCheckError], int] = {
    BadRequest: 400,
    errors.InvalidInput: 400,
    UnknownHost: 400,
    errors.NotSignedIn: 401,
    errors.NotAllowed: 403,
    FormExpired: 403,
    errors.NotFound: 404,
    MethodNotAllowed: 405,
    errors.IllegalTransition: 409,
    errors.LeaseHeld: 409,
    errors.VersionConflict: 409,
    errors.AlreadyExists: 409,
    errors.TooLarge: 413,
    errors.UnsupportedFormat: 415,
    UnsupportedMediaType: 415,
    RateLimited: 429,
    Internal: 500,
    errors.ModelFailed: 503,
    errors.StoreFailed: 503,
    errors.MigrationDue: 503,
}
"""HTTP status of every error that can reach the web."""

CODES: tuple[tuple[str, int, str, str], ...] = tuple(
    (kind.code, status, kind.title, (kind.__doc__ or "").strip().splitlines()[0])
    for kind, status in STATUS.items()
)
"""Code, HTTP status, title and meaning of every problem."""


class FieldProblem(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is wrong with one field. `pointer` (RFC 6901) is given where the body is JSON."""

    field: str
    message: str
    pointer: str | None = None


class ProblemDocument(msgspec.Struct, frozen=True, omit_defaults=True):
    """A problem document (RFC 9457). `code` is stable and for programs, `detail` is a sentence for people.

    `reference` is given with faults of the server, and stands in its log.
    """

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[FieldProblem] = []
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Fault:
    """An exception, translated: what to say of it, with which status and headers."""

    error: FactCheckError
    status: int
    fields: tuple[FieldProblem, ...] = ()
    headers: dict[str, str] = field(default_factory=dict)
    reference: str | None = None

    def document(self) -> ProblemDocument:
        """The body for programs."""
        return ProblemDocument(
            type=f"/problems/{self.error.code}",
            title=self.error.title,
            status=self.status,
            detail=self.error.message,
            code=self.error.code,
            errors=list(self.fields),
            reference=self.reference,
        )


def fault_of(request: Request[Any, Any, Any], exc: Exception) -> Fault:
    """Translate any exception. What is the server's fault is logged here, and nowhere else."""
    if isinstance(exc, HTTPException):
        error, fields = _from_litestar(request, exc)
        headers = dict(exc.headers or {})
    elif isinstance(exc, FactCheckError):
        error, fields, headers = exc, _fields(request, exc), {}
    else:
        error, fields, headers = Internal("An unexpected fault."), (), {}
    status = next((STATUS[kind] for kind in type(error).__mro__ if kind in STATUS), 500)
    if status >= 500:
        return _server_fault(request, exc, error, status)
    if status == 401:
        headers["www-authenticate"] = 'Bearer realm="factcheck"'
    if isinstance(error, RateLimited):
        headers["retry-after"] = str(error.retry_after)
    return Fault(error, status, fields, headers)


def _server_fault(
    request: Request[Any, Any, Any], exc: Exception, error: FactCheckError, status: int
) -> Fault:
    reference = secrets.token_hex(6)
    log.error(
        "fault %s: %s %s", reference, request.method, request.scope.get("path_template", "?"), exc_info=exc
    )
    kind = type(error) if type(error) in STATUS else Internal
    said = kind(f"Nothing was changed. The log of the server tells more under the reference {reference}.")
    return Fault(said, status, (), {"retry-after": "10"} if status == 503 else {}, reference)


def _from_litestar(
    request: Request[Any, Any, Any], exc: HTTPException
) -> tuple[FactCheckError, tuple[FieldProblem, ...]]:
    if exc.status_code >= 500:
        return Internal("An unexpected fault."), ()
    if isinstance(exc, PermissionDeniedException) and exc.detail == CSRF_FAILED:
        said = "The form is too old or came from another site. Load the page anew and send it again."
        return FormExpired(said), ()
    if exc.status_code == 429:
        return RateLimited("Too many requests.", retry_after=60), ()
    if exc.status_code in _REFUSALS:
        kind, said = _REFUSALS[exc.status_code]
        return kind(said), ()
    fields = _validation_fields(request, exc)
    return BadRequest(_summary(fields, exc)), fields


_REFUSALS: dict[int, tuple[type[FactCheckError], str]] = {
    401: (errors.NotSignedIn, "Sign in first."),
    403: (errors.NotAllowed, "This is not allowed."),
    404: (errors.NotFound, "There is nothing at this address."),
    405: (MethodNotAllowed, "This address does not take this method."),
    413: (errors.TooLarge, "The request is larger than this server takes."),
    415: (UnsupportedMediaType, "This type of content is not taken here."),
}
"""What Litestar refuses by itself, in the words of this product."""


def _summary(fields: tuple[FieldProblem, ...], exc: HTTPException) -> str:
    if fields:
        return f"{fields[0].field}: {fields[0].message}"
    if isinstance(exc, ValidationException):
        return "A value is missing or of the wrong kind."
    return "The body or the address cannot be read."


def _validation_fields(request: Request[Any, Any, Any], exc: HTTPException) -> tuple[FieldProblem, ...]:
    found = exc.extra if isinstance(exc.extra, list) else []
    return tuple(
        _field_problem(
            str(item.get("key", "")), str(item.get("message", "")), in_body=_in_body(item, request)
        )
        for item in found
        if isinstance(item, dict) and item.get("message")
    )


def _in_body(item: dict[str, Any], request: Request[Any, Any, Any]) -> bool:
    return str(item.get("source", "")) in ("body", "ParamType.BODY", "") and _sent_json(request)


def _fields(request: Request[Any, Any, Any], error: FactCheckError) -> tuple[FieldProblem, ...]:
    if not error.field:
        return ()
    return (_field_problem(error.field, error.message, in_body=_sent_json(request)),)


def _field_problem(name: str, message: str, *, in_body: bool) -> FieldProblem:
    if not in_body:
        return FieldProblem(name or "request", message)
    named = _NAMED_FIELD.search(message)
    if named:
        name = f"{name}.{named[1]}"
    steps = [step for step in name.replace("[", ".").replace("]", "").split(".") if step and step != "data"]
    pointer = "".join("/" + step.replace("~", "~0").replace("/", "~1") for step in steps)
    return FieldProblem(".".join(steps) or "body", message, pointer)


def _sent_json(request: Request[Any, Any, Any]) -> bool:
    return request.method not in ("GET", "HEAD") and request.content_type[0].lower().endswith("json")


def wants_page(request: Request[Any, Any, Any]) -> bool:
    """Whether a person with a browser is to read the answer. Programs under `/api` always get JSON."""
    if is_api(request.scope["path"]) or request.scope["path"] == "/healthz":
        return False
    try:
        best = request.accept.best_match([*_PAGE_TYPES, *_PROGRAM_TYPES], default=_PAGE_TYPES[0])
    except (ValueError, IndexError):
        return True
    return best in _PAGE_TYPES


def problem_response(fault: Fault) -> Response[ProblemDocument]:
    """The answer for programs."""
    return Response(
        fault.document(), status_code=fault.status, media_type=PROBLEM_JSON, headers=fault.headers
    )


def answer(request: Request[Any, Any, Any], exc: Exception) -> Response[Any]:
    """The response to any exception; the page for an unknown visitor is the sign-in page."""
    fault = fault_of(request, exc)
    if not wants_page(request):
        return problem_response(fault)
    try:
        response = error_page(request, fault.status, fault.error)
        response.headers.update(fault.headers)
        response.to_asgi_response(app=None, request=request)  # renders it, while there is still a way out
    except Exception:
        log.exception("the error page itself failed")
        said = f"{fault.error.title}. {fault.error.message}"
        return Response(said, status_code=fault.status, media_type="text/plain", headers=fault.headers)
    return response


EXCEPTION_HANDLERS: ExceptionHandlersMap = {
    HTTPException: answer,
    FactCheckError: answer,
    Exception: answer,
}
