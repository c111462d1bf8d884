"""How often somebody may try to sign in: a limit on failures, per name and per client, in this process."""

import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Any

from litestar import Request
from litestar.enums import ScopeType
from litestar.middleware import ASGIMiddleware
from litestar.types import ASGIApp, Message, Receive, Scope, Send

from factcheck.domain.errors import FactCheckError
from factcheck.web.auth import SESSION_COOKIE, SIGN_IN_PATH

WINDOW_SECONDS = 300
PER_NAME = 8
"""Failures within the window for one user name from one client."""
PER_CLIENT = 60
"""Failures within the window from one client, whatever the name; behind a proxy all share one client."""
_MOST_KEYS = 10_000


class RateLimited(FactCheckError):
    """Too many tries in too short a time; `retry_after` is in seconds."""

    code = "rate_limited"
    title = "Too many requests"

    def __init__(self, message: str, *, retry_after: int) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class Attempts:
    """Counts events per key within a moving window. Thread-safe; remembers a bounded number of keys."""

    def __init__(
        self, limit: int, window: float = WINDOW_SECONDS, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._limit, self._window, self._clock = limit, window, clock
        self._seen: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def take(self, key: str) -> None:
        """Count one event; raises `RateLimited`, without counting, when the limit has been reached."""
        with self._lock:
            now = self._clock()
            times = self._seen.pop(key, deque())
            while times and times[0] <= now - self._window:
                times.popleft()
            self._seen[key] = times  # newest last, so that the oldest keys are forgotten first
            if len(times) >= self._limit:
                wait = max(1, round(times[0] + self._window - now))
                raise RateLimited("Too many tries. Wait a little and try again.", retry_after=wait)
            times.append(now)
            while len(self._seen) > _MOST_KEYS:
                del self._seen[next(iter(self._seen))]

    def forget(self, key: str) -> None:
        """Start anew for `key`."""
        with self._lock:
            self._seen.pop(key, None)

    def give_back(self, key: str) -> None:
        """Take back the newest event of `key`."""
        with self._lock:
            times = self._seen.get(key)
            if times:
                times.pop()


class SignInLimit(ASGIMiddleware):
    """Counts tries on the sign-in form before the password is looked at; a success is not counted.

    A try is counted first and given back when the response signs the caller in, so that a burst of parallel
    tries cannot pass the limit together.
    """

    scopes = (ScopeType.HTTP,)

    def __init__(self, per_name: Attempts | None = None, per_client: Attempts | None = None) -> None:
        self._per_name = per_name or Attempts(PER_NAME)
        self._per_client = per_client or Attempts(PER_CLIENT)

    async def handle(self, scope: Scope, receive: Receive, send: Send, next_app: ASGIApp) -> None:
        """Pass the request on, or raise `RateLimited`."""
        request = Request[Any, Any, Any](scope, receive)
        if request.method != "POST" or scope["path"] != SIGN_IN_PATH:
            await next_app(scope, receive, send)
            return
        username = (await request.form()).get("username", "")
        client = request.client.host if request.client else ""
        name_key = f"{client} {username!s}".strip().lower()[:300]
        self._per_client.take(client)
        self._per_name.take(name_key)

        async def watch(message: Message) -> None:
            if message["type"] == "http.response.start" and _signs_in(message):
                self._per_name.forget(name_key)
                self._per_client.give_back(client)
            await send(message)

        await next_app(scope, receive, watch)


def _signs_in(message: Any) -> bool:
    prefix = f"{SESSION_COOKIE}=".encode()
    return message["status"] < 400 and any(
        name.lower() == b"set-cookie" and value.startswith(prefix) for name, value in message["headers"]
    )
