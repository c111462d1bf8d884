"""What protects every response and every request, whoever sends it: headers, the Host check, form tokens."""

from collections.abc import Iterable
from secrets import compare_digest
from typing import Any
from urllib.parse import urlsplit

from litestar import Request
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import Headers, MutableScopeHeaders
from litestar.enums import ScopeType
from litestar.exceptions import PermissionDeniedException
from litestar.middleware import ASGIMiddleware
from litestar.middleware.csrf import CSRFMiddleware, generate_csrf_hash
from litestar.types import ASGIApp, BeforeMessageSendHookHandler, Message, Receive, Scope, Send

from factcheck.domain.errors import InvalidInput
from factcheck.settings import Settings
from factcheck.web.auth import Credential, credential, is_api, is_open, is_static

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
)

HEADERS: dict[str, str] = {
    "content-security-policy": CONTENT_SECURITY_POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
"""Sent with every response."""

CSRF_FAILED = "CSRF token verification failed"
"""What Litestar's own check says; `problems` knows it by this."""

_CSRF_SECRET_LENGTH = 64
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_EVERY_ADDRESS = frozenset({"0.0.0.0", "::", ""})  # noqa: S104 - named here so that it never counts as a host


def response_headers(settings: Settings) -> BeforeMessageSendHookHandler:
    """A hook that completes the headers of every response, errors and unknown addresses included.

    What is not marked otherwise is not to be stored by anybody: pages and answers hold unpublished words.
    """

    async def complete(message: Message, scope: Scope) -> None:
        if message["type"] != "http.response.start":
            return
        headers = MutableScopeHeaders.from_message(message)
        for name, value in HEADERS.items():
            headers.setdefault(name, value)
        headers.setdefault("cache-control", _keeping(scope, message["status"]))
        if settings.secure_cookies:
            headers.setdefault("strict-transport-security", "max-age=31536000")
            _secure_cookies(message)

    return complete


def _keeping(scope: Scope, status: int) -> str:
    """Static files may be kept: for good where the address names their content, else after asking again."""
    if not is_static(scope["path"]) or status >= 400:
        return "no-store"
    return "public, max-age=31536000, immutable" if b"v=" in scope["query_string"] else "no-cache"


def _secure_cookies(message: Any) -> None:
    """Mark every cookie that leaves as HTTPS only."""
    message["headers"] = [
        (name, value + b"; Secure")
        if name.lower() == b"set-cookie" and b"secure" not in value.lower().replace(b" ", b"").split(b";")
        else (name, value)
        for name, value in message["headers"]
    ]


def known_hosts(settings: Settings) -> frozenset[str]:
    """Host names, without port, under which this server answers."""
    own = {settings.host.lower().strip("[]")} - _EVERY_ADDRESS
    further = {name.strip().lower().strip("[]") for name in settings.allowed_hosts.split(",")} - {""}
    return _LOOPBACK | own | further


class HostCheck(ASGIMiddleware):
    """Refuses requests that came under a name which is not the server's own.

    A hostile page can point its own name at 127.0.0.1 and then read a local server as if it were its own
    ("DNS rebinding"); the name in the Host header gives it away.
    """

    scopes = (ScopeType.HTTP,)

    def __init__(self, hosts: Iterable[str]) -> None:
        self._hosts = frozenset(hosts)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass on requests to a known host; raises `UnknownHost` otherwise."""
        given = [value for name, value in scope["headers"] if name.lower() == b"host"]
        if len(given) != 1 or _host_name(given[0].decode("latin-1")) not in self._hosts:
            raise UnknownHost(
                "This server does not answer under this host name. FACTCHECK_ALLOWED_HOSTS sets its names."
            )
        await next_app(scope, receive, send)


class UnknownHost(InvalidInput):
    """The Host header names another machine."""

    code = "unknown_host"
    title = "Unknown host name"


def _host_name(authority: str) -> str:
    """`authority` without its port, in lower case; empty where it is not one."""
    try:
        return (urlsplit(f"//{authority}").hostname or "").lower()
    except ValueError:
        return ""


class FormTokens(ASGIMiddleware):
    """Litestar's double-submit check, where a cookie signs the caller in, and only there.

    A program with a key sends no cookie, so nobody can forge its requests. Two things are added. A token
    cookie that this server did not sign (left over from another secret) is dropped, so that a fresh one is
    given out instead of refusing every form until the cookie is deleted by hand. And a browser that says
    itself that the request comes from another site is believed.
    """

    scopes = (ScopeType.HTTP,)

    def __init__(self, config: CSRFConfig) -> None:
        self._config = config

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Check the token of requests that change something; give one out with pages."""
        path = scope["path"]
        if is_open(path) or (is_api(path) and credential(scope) is not Credential.SESSION):
            await next_app(scope, receive, send)
            return
        request = Request[Any, Any, Any](scope)
        if request.method not in _SAFE_METHODS and _from_elsewhere(request.headers):
            raise PermissionDeniedException(CSRF_FAILED)
        self._drop_foreign_cookie(request)
        await CSRFMiddleware(app=next_app, config=self._config)(scope, receive, send)

    def _drop_foreign_cookie(self, request: Request[Any, Any, Any]) -> None:
        # The parsed cookies are one dictionary per request, shared by everything that handles it.
        cookies = request.cookies
        token = cookies.get(self._config.cookie_name)
        if token is not None and not self._is_ours(token):
            del cookies[self._config.cookie_name]

    def _is_ours(self, token: str) -> bool:
        secret, signature = token[:_CSRF_SECRET_LENGTH], token[_CSRF_SECRET_LENGTH:]
        return compare_digest(signature.encode(), generate_csrf_hash(secret, self._config.secret).encode())


def _from_elsewhere(headers: Headers) -> bool:
    """Whether the browser itself says that another site caused this request."""
    if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
        return True
    origin = headers.get("origin")
    return origin is not None and urlsplit(origin).netloc.lower() != headers.get("host", "").lower()
