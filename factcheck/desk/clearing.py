"""From which score on claims pass in this newsroom: by the shipped examples, or by its own decisions."""

import threading
from collections.abc import Iterable
from datetime import datetime

from factcheck.desk.library import Library
from factcheck.desk.sampling import sample
from factcheck.domain.claims import Claim
from factcheck.domain.clearing import Basis, Clearing
from factcheck.domain.evidence import Judgement, Versions
from factcheck.domain.review import Disposition
from factcheck.store.engine import Store
from factcheck.store.records import ScoredDecision
from factcheck.verdict.risk import Example, clearing_threshold, fewest_examples

MOST_EXAMPLES = 10_000
"""Decisions that are read, the newest: what a newsroom writes and keeps references of changes over the years,
and a check must not become slower with every decision."""

_RIGHT = {
    Disposition.CONFIRMED: True,
    Disposition.CORRECTED: False,
    Disposition.CUT: False,
    Disposition.DISPUTED: False,
    Disposition.UNVERIFIABLE: False,
}
"""Which decisions say whether the claim should have passed. A claim that could not be verified should not
have; why one was cut is not told, and taking it for a wrong one errs on the safe side. Who calls a claim an
opinion, somebody's word, or waives it, says nothing of its truth."""


def scored_with(versions: Versions) -> str:
    """What has to be the same for two scores to mean the same."""
    return f"{versions.stance} {versions.rules} {versions.encoder}"


def examples_of(decisions: Iterable[ScoredDecision]) -> list[Example]:
    """One example for the same words of an article: their latest decision, if it stands and tells.

    `decisions` come the newest first.

    A claim that the machine cleared and nobody looked at is no example, for nobody knows whether it was
    right. Of the unsupported claims that leaves out only such as passed, so that too small a share seems to
    pass: which is why a newsroom's own decisions may raise the threshold and never lower it. Of what would
    pass people see a random share all the same (`sampling`, the setting FACTCHECK_AUDIT_SHARE): the larger it
    is, the fewer are missing.
    """
    latest: dict[tuple[str, tuple[str, ...]], ScoredDecision] = {}
    for decision in decisions:
        article, quote = decision.key
        latest.setdefault((article, tuple(quote.split())), decision)
    return [
        Example(one.score, _RIGHT[one.disposition])
        for one in latest.values()
        if not one.undone and one.disposition in _RIGHT
    ]


class ClearingDesk:
    """Says what passes without a person. Thread-safe; computes again only when decisions have changed."""

    def __init__(self, store: Store, library: Library, accepted: float, audit_share: float) -> None:
        self._store = store
        self._library = library
        self._accepted = accepted
        self._audit_share = audit_share
        self._lock = threading.Lock()
        self._mark: tuple[str, str | None, datetime | None] | None = None
        self._own: Clearing | None = None

    def current(self) -> Clearing:
        """The threshold for the share of unsupported claims that the newsroom lets pass.

        From the newsroom's own decisions as soon as so many of them say, of claims which these versions
        scored, that they should not pass, that any threshold could keep the promise at all (299 for 1%), if
        that is the stricter one; from the shipped examples otherwise. Raises `ModelFailed` where those are
        damaged.
        """
        shipped = self._library.shipped_clearing(self._accepted)
        with self._lock:
            own = self._of_decisions()
        return own if own is not None and own.threshold >= shipped.threshold else shipped

    def sampled(self, claim: Claim, judgement: Judgement) -> Judgement:
        """The judgement, no longer cleared where the claim is drawn for people to look at all the same."""
        return sample(claim, judgement, self._audit_share)

    def _of_decisions(self) -> Clearing | None:
        scored = scored_with(self._library.versions())
        with self._store.reading() as tx:
            mark = (scored, *tx.claims.scored_mark(scored))
            if mark == self._mark:
                return self._own
            decisions = tx.claims.scored_decisions(scored, limit=MOST_EXAMPLES)
        examples = examples_of(decisions)
        enough = sum(not one.right for one in examples) >= fewest_examples(self._accepted)
        self._own = clearing_threshold(examples, self._accepted, basis=Basis.NEWSROOM) if enough else None
        self._mark = mark
        return self._own
