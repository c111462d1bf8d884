"""What API requests have in common: their content type, how many may run at once, where answers point."""

import hashlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from litestar import Request, Response
from litestar.exceptions import SerializationException
from litestar.serialization import encode_json

from factcheck.settings import Settings
from factcheck.web.attempts import RateLimited
from factcheck.web.problems import BadRequest, UnsupportedMediaType

Body = TypeVar("Body")

MOST_CHECKS_AT_ONCE = 16
"""Each takes a worker thread for as long as it runs; the others are left for pages."""


class ApiRequest(Request[Any, Any, Any]):
    """A request whose body may be any bytes at all and still gets one clear answer."""

    async def json(self) -> Any:
        """The decoded body; raises `BadRequest`."""
        try:
            return await super().json()
        except SerializationException as error:
            raise BadRequest(f"The body is not valid JSON: {error.detail}") from error
        except UnicodeDecodeError:
            raise BadRequest("The body is not valid UTF-8.") from None
        except RecursionError:
            raise BadRequest("The body is nested too deeply.") from None


async def needs_json(request: Request[Any, Any, Any]) -> None:
    """Before a handler: the body has to be there, and declared as JSON, which a foreign form cannot do."""
    if request.content_type[0].strip().lower() != "application/json":
        raise UnsupportedMediaType("Send the body as application/json.")
    if not await request.body():
        raise BadRequest("The body is empty.")


class Turnstile:
    """Lets a limited number through at once, and turns the others away rather than make them queue."""

    def __init__(self, places: int = MOST_CHECKS_AT_ONCE) -> None:
        self._places = threading.BoundedSemaphore(places)

    @contextmanager
    def place(self) -> Iterator[None]:
        """Hold a place; raises `RateLimited` when all are taken."""
        if not self._places.acquire(blocking=False):
            raise RateLimited("The server is busy with other checks. Try again shortly.", retry_after=5)
        try:
            yield
        finally:
            self._places.release()


def review_url(request: Request[Any, Any, Any], settings: Settings, article_id: str) -> str:
    """The absolute address of the article's proof page, under the name by which the caller reached us."""
    scheme = "https" if settings.secure_cookies else request.url.scheme
    return f"{scheme}://{request.url.netloc}/articles/{article_id}"


def revalidated(request: Request[Any, Any, Any], body: Body) -> Response[Any]:
    """`body` with a weak ETag of all it says; 304 without a body where the caller has it already."""
    etag = f'W/"{hashlib.sha256(encode_json(body)).hexdigest()[:32]}"'
    headers = {"etag": etag, "cache-control": "private, no-cache"}
    known = [tag.strip() for tag in request.headers.get("if-none-match", "").split(",")]
    if etag in known:
        return Response(None, status_code=304, headers=headers)
    return Response(body, headers=headers)
