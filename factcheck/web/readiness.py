"""Starting and stopping: the server answers at once, while the models load beside it."""

import logging
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from litestar import Litestar, Response, get
from litestar.concurrency import sync_to_thread
from litestar.di import NamedDependency
from litestar.openapi import ResponseSpec

from factcheck import __version__
from factcheck.desk.newsroom import Newsroom
from factcheck.web.api.answers import Health
from factcheck.web.api.documentation import problems

log = logging.getLogger("factcheck.web")


class Readiness:
    """Loads a newsroom's models in a thread of its own and says how far it is; a first check waits."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom
        self.health = Health("warming", __version__)

    def lifespan(self) -> Callable[[Litestar], AbstractAsyncContextManager[None]]:
        """For Litestar: start warming up; at the end wait for it and close the newsroom."""

        @asynccontextmanager
        async def run(_: Litestar) -> AsyncIterator[None]:
            thread = threading.Thread(target=self._warm_up, name="warm-up", daemon=True)
            thread.start()
            try:
                yield
            finally:
                await sync_to_thread(thread.join)
                await sync_to_thread(self._newsroom.close)

        return run

    def _warm_up(self) -> None:
        try:
            self._newsroom.warm_up()
        except Exception:  # the server stays up and says so, instead of dying in a thread unseen
            log.exception("the models could not be loaded")
            self.health = Health("failed", __version__)
        else:
            self.health = Health("ready", __version__)


@get(
    "/healthz",
    operation_id="getHealth",
    tags=["server"],
    summary="Whether the server works",
    security=[{}],
    response_description="The server works.",
    responses={
        **problems(public=True),
        503: ResponseSpec(Health, generate_examples=False, description="The models could not be loaded."),
    },
    sync_to_thread=False,
)
def healthz(readiness: NamedDependency[Readiness]) -> Response[Health]:
    """Open to everybody, says nothing of the newsroom. While `warming`, everything but a check is quick.

    503 with `failed` where the models could not be loaded: pages work, checks do not.
    """
    health = readiness.health
    return Response(health, status_code=503 if health.status == "failed" else 200)
