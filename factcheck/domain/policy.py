"""The gate: may exactly this text be published?"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from factcheck.domain.evidence import MachineStatus
from factcheck.domain.review import Disposition, ReviewState


class Conclusion(StrEnum):
    """The gate's answer for one exact text."""

    PASS = "pass"  # noqa: S105 -- the gate opens; no password
    HOLD = "hold"
    FAIL = "fail"
    ERROR = "error"
    STALE = "stale"


class ReasonCode(StrEnum):
    """Stable codes of the reasons behind a conclusion; documented in the README."""

    ALL_CLEAR = "all_claims_settled"
    CONFLICT_OPEN = "conflicting_claim_open"
    UNMATCHED_OPEN = "unmatched_claim_open"
    SUPPORT_OPEN = "supported_claim_open"
    SAMPLE_OPEN = "audit_sample_open"
    REOPENED = "claim_reopened"
    NO_CLAIMS = "no_claims_found"
    CORRECTION_DUE = "correction_not_applied"
    CUT_DUE = "cut_not_applied"
    DISPUTED = "claim_disputed"
    UNVERIFIABLE = "claim_unverifiable"
    TEXT_CHANGED = "text_changed"


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason, with the claims it is about."""

    code: ReasonCode
    message: str
    claim_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimState:
    """All that the gate needs to know of a claim. `sampled`: cleared, but drawn for people to look at."""

    id: str
    status: MachineStatus
    state: ReviewState
    disposition: Disposition | None
    sampled: bool = False


@dataclass(frozen=True, slots=True)
class Gate:
    """The conclusion and its reasons, under a named policy version."""

    conclusion: Conclusion
    reasons: tuple[Reason, ...]
    policy: str = "default/1"


_FAILS = {
    Disposition.CORRECTED: (ReasonCode.CORRECTION_DUE, "{n} to be corrected in the text"),
    Disposition.CUT: (ReasonCode.CUT_DUE, "{n} to be cut from the text"),
    Disposition.DISPUTED: (ReasonCode.DISPUTED, "{n} disputed"),
    Disposition.UNVERIFIABLE: (ReasonCode.UNVERIFIABLE, "{n} could not be verified"),
}


def conclude(claims: Iterable[ClaimState], *, is_current: bool = True) -> Gate:
    """The gate's answer for one revision.

    `fail` outranks `hold`: people have already said that these words may not stand. No claim at all is a
    `hold`, never a pass. `is_current` is false when the article has a newer text: then `stale`.
    """
    if not is_current:
        return Gate(
            Conclusion.STALE,
            (Reason(ReasonCode.TEXT_CHANGED, "The article has a newer text than this one."),),
        )
    found = list(claims)
    if not found:
        return Gate(
            Conclusion.HOLD,
            (
                Reason(
                    ReasonCode.NO_CLAIMS,
                    "No checkable claim was found; a person has to say that this is right.",
                ),
            ),
        )
    failing = [reason for rule in _FAILS.items() if (reason := _failure(found, *rule))]
    waiting = _waiting(found)
    if failing:
        return Gate(Conclusion.FAIL, (*failing, *waiting))
    if waiting:
        return Gate(Conclusion.HOLD, tuple(waiting))
    return Gate(
        Conclusion.PASS,
        (Reason(ReasonCode.ALL_CLEAR, f"{_count(len(found))} supported or settled by people."),),
    )


def _failure(
    claims: list[ClaimState], disposition: Disposition, rule: tuple[ReasonCode, str]
) -> Reason | None:
    code, message = rule
    ids = tuple(c.id for c in claims if c.state is ReviewState.RESOLVED and c.disposition is disposition)
    return Reason(code, message.format(n=_count(len(ids))) + ".", ids) if ids else None


def _waiting(claims: list[ClaimState]) -> list[Reason]:
    groups: dict[ReasonCode, list[str]] = {}
    for claim in claims:
        if claim.state in (ReviewState.CLEARED, ReviewState.RESOLVED):
            continue
        if claim.state is ReviewState.REOPENED:
            code = ReasonCode.REOPENED
        elif claim.status is MachineStatus.CONFLICTING:
            code = ReasonCode.CONFLICT_OPEN
        elif claim.status is MachineStatus.UNMATCHED:
            code = ReasonCode.UNMATCHED_OPEN
        elif claim.sampled:
            code = ReasonCode.SAMPLE_OPEN
        else:
            code = ReasonCode.SUPPORT_OPEN
        groups.setdefault(code, []).append(claim.id)
    words = {
        ReasonCode.CONFLICT_OPEN: "{n} in conflict with the references",
        ReasonCode.UNMATCHED_OPEN: "{n} not settled by any reference",
        ReasonCode.SUPPORT_OPEN: "{n} supported, but not safely enough to pass without a person",
        ReasonCode.SAMPLE_OPEN: "{n} safely supported, but drawn so that people check the machine",
        ReasonCode.REOPENED: "{n} opened again",
    }
    return [
        Reason(code, words[code].format(n=_count(len(groups[code]))) + ".", tuple(groups[code]))
        for code in words
        if code in groups
    ]


def _count(n: int) -> str:
    return "1 claim" if n == 1 else f"{n} claims"
