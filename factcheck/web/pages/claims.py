"""One claim: its evidence, who holds it, and the decision."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from litestar import Controller, Request, Response, get, post
from litestar.di import NamedDependency
from litestar.params import FromPath, URLEncodedBody
from litestar.response import Redirect, Template

from factcheck.desk.newsroom import Newsroom
from factcheck.desk.reports import ClaimReport
from factcheck.domain.articles import Span
from factcheck.domain.errors import (
    FactCheckError,
    IllegalTransition,
    InvalidInput,
    LeaseHeld,
    VersionConflict,
)
from factcheck.domain.people import Actor, Role
from factcheck.domain.review import Decision, Disposition, ReviewState
from factcheck.settings import Settings
from factcheck.web.auth import requires
from factcheck.web.pages.evidence import at_odds, side_by_side, sides
from factcheck.web.pages.forms import Faults, Form, read_number
from factcheck.web.pages.marking import cut
from factcheck.web.pages.notices import redirect_with
from factcheck.web.pages.queue import to_next
from factcheck.web.pages.rendering import page
from factcheck.web.pages.words import claim_sign

_FIELDS = frozenset({"disposition", "note", "wording", "reference_ids"})


class ClaimPages(Controller):
    """Reading a claim never takes it; taking it is a step of its own."""

    include_in_schema = False
    path = "/claims/{claim_id:str}"
    guards = (requires(Role.CHECKER),)

    @get("/", sync_to_thread=True)
    def claim(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        claim_id: FromPath[str],
    ) -> Template:
        """The claim in its paragraph, with everything known of it."""
        return _page(request, actor, newsroom.queue.claim(claim_id))

    @post("/take", sync_to_thread=True)
    def take(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        claim_id: FromPath[str],
    ) -> Response[Any]:
        """Take the claim; where somebody else was faster the page says who."""
        return _step(request, actor, newsroom, claim_id, lambda: newsroom.queue.take(claim_id, actor))

    @post("/release", sync_to_thread=True)
    def release(
        self, actor: NamedDependency[Actor], newsroom: NamedDependency[Newsroom], claim_id: FromPath[str]
    ) -> Response[Any]:
        """Give the claim back to the queue."""
        newsroom.queue.release(claim_id, actor)
        return redirect_with("/queue", "released")

    @post("/renew", sync_to_thread=True, status_code=200)
    def renew(
        self,
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        settings: NamedDependency[Settings],
        claim_id: FromPath[str],
    ) -> dict[str, str]:
        """Hold the claim for longer; called by the open page. `shown` is the end as pages show it."""
        end = newsroom.queue.renew(claim_id, actor).expires_at
        return {
            "expires_at": end.isoformat(),
            "shown": f"{end.astimezone(ZoneInfo(settings.timezone)):%H:%M}",
        }

    @post("/decide", sync_to_thread=True)
    def decide(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        claim_id: FromPath[str],
        data: URLEncodedBody[dict[str, Any]],
    ) -> Response[Any]:
        """Record the decision and go on; on any fault the page comes back with all that was typed."""
        form = Form(data)
        typed = Typed.read(form)
        try:
            decision = typed.decision(newsroom.queue.claim(claim_id).claim.quote)
            report = newsroom.queue.decide(
                claim_id, actor, decision, seen_version=read_number(form, "version")
            )
        except FactCheckError as error:
            return _refused(request, actor, newsroom, claim_id, error, typed)
        word = decision.disposition.value
        if form.text("then") == "queue":
            return redirect_with("/queue", "decided", word, claim_id=report.id)
        return to_next(newsroom, actor, code="decided", detail=word, about=report.id)

    @post("/undo", sync_to_thread=True)
    def undo(
        self,
        request: Request[Any, Any, Any],
        actor: NamedDependency[Actor],
        newsroom: NamedDependency[Newsroom],
        claim_id: FromPath[str],
        data: URLEncodedBody[dict[str, Any]],
    ) -> Response[Any]:
        """Take the standing decision back; it stays in the history."""
        version = read_number(Form(data), "version")
        return _step(
            request,
            actor,
            newsroom,
            claim_id,
            lambda: newsroom.queue.undo(claim_id, actor, seen_version=version),
            notice="undone",
        )


@dataclass(frozen=True, slots=True)
class Typed:
    """The decision form as somebody filled it in."""

    disposition: str = ""
    note: str = ""
    wording: str = ""
    reference_ids: tuple[str, ...] = ()
    other_references: str = ""

    @classmethod
    def read(cls, form: Form) -> "Typed":
        """From the form as sent."""
        return cls(
            disposition=form.line("disposition"),
            note=form.text("note"),
            wording=form.text("wording"),
            reference_ids=form.all("reference_ids"),
            other_references=form.line("other_references"),
        )

    def decision(self, quote: str) -> Decision:
        """What it says of the claim `quote`, ready to be recorded; `InvalidInput` names the field at fault.

        The wording counts only for a correction: the form carries the quote there from the start, and a
        correction that leaves it as it is corrects nothing.
        """
        try:
            disposition = Disposition(self.disposition)
        except ValueError:
            raise InvalidInput("Choose one of the eight decisions.", field="disposition") from None
        wording = self.wording.strip() if disposition is Disposition.CORRECTED else ""
        if wording and wording.split() == quote.split():
            raise InvalidInput("These are the article’s own words. Write what should stand.", field="wording")
        others = (named.rstrip("/").rsplit("/", 1)[-1] for named in self.other_references.split())
        return Decision(
            disposition=disposition,
            note=self.note.strip(),
            reference_ids=tuple(dict.fromkeys((*self.reference_ids, *others))),
            wording=wording,
        )


def _step(
    request: Request[Any, Any, Any],
    actor: Actor,
    newsroom: Newsroom,
    claim_id: str,
    do: Callable[[], object],
    *,
    notice: str = "",
) -> Response[Any]:
    try:
        do()
    except (LeaseHeld, VersionConflict, IllegalTransition) as error:
        return _refused(request, actor, newsroom, claim_id, error, None)
    path = f"/claims/{claim_id}"
    return redirect_with(path, notice) if notice else Redirect(path, status_code=303)


def _refused(
    request: Request[Any, Any, Any],
    actor: Actor,
    newsroom: Newsroom,
    claim_id: str,
    error: FactCheckError,
    typed: Typed | None,
) -> Template:
    faults = Faults()
    faults.add(error, known=_FIELDS)
    shown = _page(request, actor, newsroom.queue.claim(claim_id), faults=faults, typed=typed)
    shown.status_code = faults.status_code
    return shown


def _page(
    request: Request[Any, Any, Any],
    actor: Actor,
    claim: ClaimReport,
    *,
    faults: Faults | None = None,
    typed: Typed | None = None,
) -> Template:
    span = claim.claim.span
    inside = span.shifted(-claim.context_span.start)
    held_by_me = claim.lease is not None and claim.lease.holder_id == actor.id
    return page(
        "claim.html",
        request,
        actor,
        section="queue",
        claim=claim,
        sign=claim_sign(claim),
        context_parts=cut(claim.context, [Span(max(inside.start, 0), max(inside.end, 0))]),
        reworded=claim.claim.text.rstrip(" .") != claim.claim.quote.rstrip(" ."),
        pairs=side_by_side(claim.claim, claim.evidence),
        odds=at_odds(claim),
        sides=sides(claim),
        held_by_me=held_by_me,
        held_by_other=claim.lease is not None and not held_by_me,
        # Words somebody typed stay on the screen, whoever holds the claim by now. What the machine let pass
        # is in no queue, so there is nothing to take before deciding it.
        shows_form=typed is not None
        or (claim.is_current and (held_by_me or claim.state is ReviewState.CLEARED)),
        resolved=claim.state is ReviewState.RESOLVED,
        faults=faults or Faults(),
        typed=typed or Typed(wording=claim.claim.quote),
    )
