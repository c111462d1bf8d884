"""The review queue: what waits for people, leases, decisions and taking them back."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from factcheck.desk.clearing import scored_with
from factcheck.desk.reading import claim_report
from factcheck.desk.reports import ClaimReport, QueuePage, Taken
from factcheck.domain.errors import IllegalTransition, LeaseHeld, NotAllowed, VersionConflict
from factcheck.domain.evidence import MachineStatus
from factcheck.domain.people import Actor, Role
from factcheck.domain.review import Decision, Lease, ReviewState, after_decision, after_undo
from factcheck.store.engine import Store
from factcheck.store.records import QueueQuery, StoredClaim
from factcheck.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which open claims to list; every field that is set has to fit."""

    status: MachineStatus | None = None
    article_id: str = ""
    text: str = ""
    mine: bool = False


class QueueDesk:
    """People's work on claims. Only people decide: a program's key is refused with `NotAllowed`."""

    def __init__(self, store: Store, clock: Callable[[], datetime], lease_seconds: int) -> None:
        self._store = store
        self._clock = clock
        self._lease = timedelta(seconds=lease_seconds)

    def page(
        self,
        actor: Actor,
        filter: QueueFilter = QueueFilter(),  # noqa: A002 -- the newsroom's word
        *,
        limit: int = 50,
        cursor: str | None = None,
    ) -> QueuePage:
        """Open claims, most urgent first, and the whole queue in numbers."""
        now = self._clock()
        query = QueueQuery(
            status=filter.status,
            article_id=filter.article_id,
            text=filter.text.strip(),
            holder_id=actor.id if filter.mine else "",
        )
        with self._store.reading() as tx:
            listing = tx.claims.queue(query, now=now, limit=limit, cursor=cursor)
            tally = tx.claims.queue_counts(now=now, holder_id=actor.id)
        return QueuePage(listing, tally)

    def claim(self, claim_id: str) -> ClaimReport:
        """A claim with all that is known of it; raises `NotFound`. Reading never leases."""
        with self._store.reading() as tx:
            return claim_report(tx, claim_id, self._clock())

    def take_next(self, actor: Actor) -> Taken:
        """Lease the most urgent claim that nobody holds; the one already held, if there is one."""
        _require_person(actor)
        now = self._clock()
        with self._store.transaction() as tx:
            claim_id = tx.claims.take_next(actor.id, actor.name, now=now, expires_at=now + self._lease)
            if claim_id is None:
                return Taken(None, tx.claims.held_by_others(now=now, holder_id=actor.id))
            _note_lease(tx, "claim.taken", claim_id, actor, now)
            report = claim_report(tx, claim_id, now)
            held = tx.claims.held_by_others(now=now, holder_id=actor.id)
            tx.commit()
        return Taken(report, held)

    def take(self, claim_id: str, actor: Actor) -> ClaimReport:
        """Lease this open claim; raises `LeaseHeld`, `IllegalTransition` when it is not open."""
        _require_person(actor)
        now = self._clock()
        with self._store.transaction() as tx:
            stored = tx.claims.get(claim_id)
            _require_current(tx, stored)
            if not tx.claims.take(claim_id, actor.id, actor.name, now=now, expires_at=now + self._lease):
                _refuse_held(stored, actor, now)
                raise IllegalTransition("This claim is not waiting for anybody.")
            _note_lease(tx, "claim.taken", claim_id, actor, now)
            report = claim_report(tx, claim_id, now)
            tx.commit()
        return report

    def renew(self, claim_id: str, actor: Actor) -> Lease:
        """Hold on to a claim a while longer; raises `LeaseHeld` when it was lost."""
        now = self._clock()
        expires_at = now + self._lease
        with self._store.transaction() as tx:
            if not tx.claims.renew(claim_id, actor.id, now=now, expires_at=expires_at):
                _refuse_held(tx.claims.get(claim_id), actor, now)
                raise LeaseHeld("You no longer hold this claim.")
            tx.commit()
        return Lease(actor.id, actor.name, expires_at)

    def release(self, claim_id: str, actor: Actor) -> None:
        """Give a claim back; no-op when not held by `actor`."""
        now = self._clock()
        with self._store.transaction() as tx:
            if tx.claims.release(claim_id, actor.id):
                _note_lease(tx, "claim.released", claim_id, actor, now)
                tx.commit()

    def decide(self, claim_id: str, actor: Actor, decision: Decision, *, seen_version: int) -> ClaimReport:
        """Record a person's decision and end the lease.

        A lease that ran out does no harm while nobody else took or changed the claim. Raises
        `VersionConflict`, `LeaseHeld`, `IllegalTransition`, `InvalidInput`, `NotFound`; then nothing changed.
        """
        _require_person(actor)
        now = self._clock()
        with self._store.transaction() as tx:
            stored = _locked(tx, claim_id)
            _require_version(stored, seen_version)
            _require_current(tx, stored)
            state = after_decision(stored.state)
            check = tx.articles.latest_check(stored.revision_id)
            recorded = tx.claims.record_decision(
                claim_id,
                decision,
                expected_version=seen_version,
                from_state=stored.state,
                to_state=state,
                actor=actor,
                now=now,
                scored_with=scored_with(check.versions) if check else "",
            )
            _note(
                tx,
                "claim.decided",
                claim_id,
                actor,
                now,
                decision=recorded.id,
                disposition=decision.disposition.value,
                **{"from": stored.state.value, "to": state.value},
            )
            report = claim_report(tx, claim_id, now)
            tx.commit()
        return report

    def undo(self, claim_id: str, actor: Actor, *, seen_version: int) -> ClaimReport:
        """Take the standing decision back; it stays on record. The claim is open again.

        Raises `VersionConflict`, `LeaseHeld`, `IllegalTransition`, `NotFound`.
        """
        _require_person(actor)
        now = self._clock()
        with self._store.transaction() as tx:
            stored = _locked(tx, claim_id)
            _require_version(stored, seen_version)
            _require_current(tx, stored)
            state = after_undo(stored.state)
            undone = tx.claims.undo_decision(
                claim_id, expected_version=seen_version, to_state=state, actor=actor, now=now
            )
            _note(
                tx,
                "claim.undone",
                claim_id,
                actor,
                now,
                decision=undone.id,
                disposition=undone.disposition.value,
                **{"from": stored.state.value, "to": state.value},
            )
            report = claim_report(tx, claim_id, now)
            tx.commit()
        return report


def _require_person(actor: Actor) -> None:
    if actor.role is None or not actor.role.reaches(Role.CHECKER):
        raise NotAllowed("Only people work on claims, not programs.")


def _locked(tx: UnitOfWork, claim_id: str) -> StoredClaim:
    # Before anything is said about the article's current text: a check that makes another text current locks
    # the claims of the one that it leaves, so that it either sees what is decided here or is seen.
    return tx.claims.get(claim_id, to_change=True)


def _require_version(stored: StoredClaim, seen: int) -> None:
    if stored.version != seen:
        raise VersionConflict("This claim has changed since you opened it. Look again before you decide.")


def _require_current(tx: UnitOfWork, stored: StoredClaim) -> None:
    revision = tx.articles.revision_by_id(stored.revision_id)
    if tx.articles.get(revision.article_id).current_revision_id != revision.id:
        raise IllegalTransition("The article has a newer text. Decide on the claim there.")


def _refuse_held(stored: StoredClaim, actor: Actor, now: datetime) -> None:
    lease = stored.active_lease(now)
    if lease is not None and lease.holder_id != actor.id:
        raise LeaseHeld(f"{lease.holder_name} is working on this claim.")


def _note_lease(tx: UnitOfWork, action: str, claim_id: str, actor: Actor, now: datetime) -> None:
    below, leased = tx.claims.get(claim_id).state.value, ReviewState.LEASED.value
    step = {"from": below, "to": leased} if action == "claim.taken" else {"from": leased, "to": below}
    _note(tx, action, claim_id, actor, now, **step)


def _note(tx: UnitOfWork, action: str, claim_id: str, actor: Actor, now: datetime, **detail: object) -> None:
    tx.audit.append(action, subject_type="claim", subject_id=claim_id, actor=actor, now=now, detail=detail)
