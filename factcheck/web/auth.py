"""Who is calling: a person with a session cookie, or a program with an API key; and what they may do.

Nothing is open by accident: a path that is not public refuses everybody who is not signed in, whether or not
its handler has a guard. On `/api` a request with an `Authorization` header is judged by that header alone;
on pages only the cookie counts.
"""

from collections.abc import Callable
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from litestar import Request, Response
from litestar.concurrency import sync_to_thread
from litestar.connection import ASGIConnection
from litestar.enums import ScopeType
from litestar.handlers import BaseRouteHandler
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Receive, Scope, Send

from factcheck.desk.newsroom import Newsroom
from factcheck.domain import people
from factcheck.domain.errors import NotAllowed, NotFound, NotSignedIn
from factcheck.domain.people import Actor, Role

SESSION_COOKIE = "factcheck_session"
SIGN_IN_PATH = "/sign-in"
API_PATH = "/api"
STATIC_PATH = "/static"

_OPEN_PATHS = (STATIC_PATH, "/healthz", "/schema", "/problems")
_BEARER = "bearer "
_READING = frozenset({"GET", "HEAD", "OPTIONS"})


class Credential(StrEnum):
    """How the caller said who they are."""

    SESSION = "session"
    KEY = "key"


def is_under(path: str, root: str) -> bool:
    """Whether `path` is `root` or lies below it."""
    return path == root or path.startswith(root + "/")


def is_api(path: str) -> bool:
    """Whether programs are served here: problem documents instead of pages, keys instead of sign-in."""
    return is_under(path, API_PATH)


def is_static(path: str) -> bool:
    """Whether this is the same file for everybody."""
    return is_under(path, STATIC_PATH)


def is_open(path: str) -> bool:
    """Whether everybody is told the same here, so that it does not matter who asks."""
    return any(is_under(path, root) for root in _OPEN_PATHS)


def credential(scope: Scope) -> Credential | None:
    """How the caller of this request is known; None where nobody is signed in."""
    found = scope.get("auth")
    return found if isinstance(found, Credential) else None


class Authentication(ASGIMiddleware):
    """Finds out who is calling, on every method, and turns away unknown callers from all but public paths."""

    scopes = (ScopeType.HTTP,)

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Put the actor into the scope; raises `NotSignedIn` where one is needed."""
        path = scope["path"]
        scope["user"] = scope["auth"] = None
        if not is_open(path):
            try:
                scope["user"], scope["auth"] = await self._identify(Request(scope))
            except NotSignedIn:
                if path != SIGN_IN_PATH:
                    raise
        await next_app(scope, receive, send)

    async def _identify(self, request: Request[Any, Any, Any]) -> tuple[Actor, Credential]:
        people_desk = self._newsroom.people
        header = request.headers.get("authorization")
        if header is not None and is_api(request.scope["path"]):
            if not header.lower().startswith(_BEARER):
                raise NotSignedIn("Send the API key as “Authorization: Bearer fck_…”.")
            secret = header[len(_BEARER) :].strip()
            program = await sync_to_thread(people_desk.authenticate_key, secret)
            if request.method not in _READING:
                await sync_to_thread(people_desk.note_key_use, program.id)
            return program, Credential.KEY
        token = request.cookies.get(SESSION_COOKIE)
        if not token:
            raise NotSignedIn("Nobody is signed in.")
        try:
            return await sync_to_thread(people_desk.session_actor, token), Credential.SESSION
        except NotFound:
            raise NotSignedIn("This account is no longer there.") from None


def current_actor(request: Request[Any, Any, Any]) -> Actor:
    """The signed-in person or the program with its key; raises `NotSignedIn` where there is none."""
    return _actor(request)


def visitor(request: Request[Any, Any, Any]) -> Actor | None:
    """The signed-in person, or None; for pages that everybody may see, errors among them."""
    found = request.scope.get("user")
    return found if isinstance(found, Actor) else None


def _actor(connection: ASGIConnection[Any, Any, Any, Any]) -> Actor:
    found = connection.scope.get("user")
    if not isinstance(found, Actor):
        raise NotSignedIn("Sign in first.")
    return found


def requires(role: Role) -> Callable[[ASGIConnection[Any, Any, Any, Any], BaseRouteHandler], None]:
    """A guard: only people whose role reaches `role`. Keys have no role, so programs are refused."""

    def guard(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
        actor = _actor(connection)
        if actor.role is None or not actor.role.reaches(role):
            raise NotAllowed(f"This needs the role “{role.value}”.")

    return guard


def allows(scope: people.Scope) -> Callable[[ASGIConnection[Any, Any, Any, Any], BaseRouteHandler], None]:
    """A guard for the API: keys with `scope`, and every signed-in person."""

    def guard(connection: ASGIConnection[Any, Any, Any, Any], _: BaseRouteHandler) -> None:
        actor = _actor(connection)
        if actor.role is None and scope not in actor.scopes:
            raise NotAllowed(f"This key lacks the scope “{scope.value}”.")

    return guard


def start_session(response: Response[Any], token: str) -> None:
    """Sign the browser in with a token fresh from `PeopleDesk.start_session`.

    The cookie ends with the browser; how long it is good for at most is kept on the server.
    """
    response.set_cookie(SESSION_COOKIE, token, path="/", httponly=True, samesite="lax")


def clear_session(response: Response[Any]) -> None:
    """Make the browser forget its session; end it with `PeopleDesk.end_session` as well."""
    response.delete_cookie(SESSION_COOKIE, path="/")


def local_path(target: str | None) -> str:
    """`target` if it is a path on this server, `/` otherwise: where to go after sign-in.

    Browsers read `//host`, `/\\host` and paths with control characters in them as other hosts.
    """
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return "/"
    if any(ord(c) < 0x21 or c == "\\" or ord(c) == 0x7F for c in target):
        return "/"
    try:
        parts = urlsplit(target)
    except ValueError:
        return "/"
    return "/" if parts.scheme or parts.netloc or is_under(parts.path, SIGN_IN_PATH) else target
