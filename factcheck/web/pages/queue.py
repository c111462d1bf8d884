"""The queue of open claims, and "next"."""

from typing import Any

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromQuery
from litestar.response import Redirect, Template

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.queue import QueueFilter
from factcheck.desk.reports import QueuePage
from factcheck.domain.errors import InvalidInput
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.people import Actor, Role
from factcheck.web.auth import requires
from factcheck.web.pages.notices import redirect_with
from factcheck.web.pages.rendering import page
from factcheck.web.pages.templating import counted


class QueuePages(Controller):
    """What is waiting for people."""

    include_in_schema = False
    guards = (requires(Role.CHECKER),)

    @get("/queue", sync_to_thread=True)
    def queue(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        status: FromQuery[str] = "",
        text: FromQuery[str] = "",
        article: FromQuery[str] = "",
        mine: FromQuery[str] = "",
        cursor: FromQuery[str] = "",
    ) -> Template:
        """Open claims, the most urgent first."""
        wanted = QueueFilter(status=_status(status), article_id=article, text=text.strip(), mine=mine == "1")
        found = newsroom.queue.page(actor, wanted, cursor=cursor or None)
        return page(
            "queue.html",
            request,
            actor,
            section="queue",
            queue=found,
            wanted=wanted,
            emptiness=emptiness(found, filtered=wanted != QueueFilter()),
            article_title=_title(newsroom, article),
            query={"status": status, "text": text, "article": article, "mine": mine},
        )

    @post("/queue/next", sync_to_thread=True)
    def take_next(self, actor: NamedDependency[Actor], newsroom: NamedDependency[Newsroom]) -> Response[Any]:
        """Take the most urgent free claim and go to it."""
        return to_next(newsroom, actor)


def to_next(
    newsroom: Newsroom, actor: Actor, *, code: str = "", detail: str = "", about: str = ""
) -> Response[Any]:
    """A redirect to the claim that is next for `actor`, or to the queue with the reason why there is none.

    `code` names a notice that is shown with the next claim.
    """
    taken = newsroom.queue.take_next(actor)
    if taken.claim is not None:
        path = f"/claims/{taken.claim.id}"
        return redirect_with(path, code, detail, claim_id=about) if code else Redirect(path, status_code=303)
    if code:
        return redirect_with("/queue", code, detail, claim_id=about)
    if taken.held_by_others:
        held = counted(taken.held_by_others, "open claim is", "open claims are") + " with somebody else"
        return redirect_with("/queue", "all_held", held)
    return redirect_with("/queue", "queue_empty")


def emptiness(found: QueuePage, *, filtered: bool) -> str:
    """Why there is nothing to take: `empty`, `filtered`, `held`; empty where there is something.

    `held` is also said above a list whose claims are all with other people.
    """
    counts = found.counts
    if counts.open == 0:
        return "empty"
    if found.page.total == 0 and filtered:
        return "filtered"
    if counts.others >= counts.open:
        return "held"
    return ""


def _status(value: str) -> MachineStatus | None:
    if not value:
        return None
    try:
        return MachineStatus(value)
    except ValueError:
        raise InvalidInput("There is no such status.", field="status") from None


def _title(newsroom: Newsroom, article_id: str) -> str:
    return newsroom.checks.article(article_id).title if article_id else ""
