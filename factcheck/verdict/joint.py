"""A claim that no single reference carries, but several together do, each for a part."""

from collections.abc import Sequence

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Evidence, Finding, FindingKind, Relation
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.disagreement import COUNTED
from factcheck.verdict.specifics import carried_spans, specific_spans

MOST = 3
"""More references than this are not put together."""

CLOSE = 0.4
"""From this cosine on a reference may carry a part."""

WORDS = 0.6
"""The share of the claim's material words that the references must carry between them."""

_UNSURE = frozenset(
    {
        FindingKind.CERTAINTY,
        FindingKind.NEGATION,
        FindingKind.OPPOSITE,
        FindingKind.SCOPE,
        FindingKind.METRIC,
        FindingKind.DIRECTION,
        FindingKind.FRESHNESS,
        FindingKind.QUOTATION,
    }
)


def joint_support(evidence: Sequence[Evidence], laid: Sequence[Alignment]) -> tuple[int, ...]:
    """The places in `evidence` of two or three references that carry the whole claim together; else empty.

    Every figure, date and name must be carried by one that leaves it in no doubt, and each must add a figure
    or a date to what the others carry.
    """
    usable = [n for n, one in enumerate(evidence) if _is_usable(one, laid[n])]
    if len(usable) < 2:
        return ()
    claim = laid[0].claim
    counted = specific_spans(laid[0])
    named = {
        name.span for n, name in enumerate(claim.names) if any(n in a.names for a in laid) or _needed(n, laid)
    }
    parts = {n: _parts(evidence[n], laid[n]) for n in usable}
    chosen: list[int] = []
    carried: set[Span] = set()
    while len(chosen) < MOST:
        best = max(
            (n for n in usable if n not in chosen and (parts[n] - carried) & counted),
            key=lambda n: (len(parts[n] - carried), evidence[n].similarity),
            default=None,
        )
        if best is None:
            break
        chosen.append(best)
        carried |= parts[best]
    if len(chosen) < 2 or not counted | named <= carried:
        return ()
    return tuple(sorted(chosen)) if _told(evidence, laid, chosen, carried) else ()


def _needed(number: int, laid: Sequence[Alignment]) -> bool:
    """Whether a name that no reference carries is material: no mere aside beside any of them."""
    return all(number in alignment.missing_names for alignment in laid)


def _is_usable(evidence: Evidence, alignment: Alignment) -> bool:
    if evidence.relation is not Relation.RELATED or evidence.similarity < CLOSE:
        return False
    if not alignment.names and not alignment.subject_carried:
        return False
    for finding in evidence.findings:
        if finding.effect is Effect.OPPOSES and finding.kind not in COUNTED:
            return False
        if finding.effect is Effect.OPEN and finding.kind in _UNSURE and finding.claim_span is not None:
            return False
    return not any(f.kind in (FindingKind.FRESHNESS, FindingKind.CERTAINTY) for f in evidence.findings)


def _parts(evidence: Evidence, alignment: Alignment) -> set[Span]:
    """The claim's specifics that the reference carries, but for a figure that goes with a date it denies."""
    doubtful = {f.claim_span for f in evidence.findings if f.effect is not Effect.AGREES}
    carried = {span for span in carried_spans(evidence.findings, alignment) if span not in doubtful}
    for period in alignment.claim.periods:
        if period.span in doubtful and _is_denied(evidence.findings, period.span):
            figures = [q.span for q in alignment.claim.quantities]
            carried.discard(min(figures, key=lambda span: _gap(span, period.span), default=period.span))
    names = alignment.claim.names
    return carried | {names[number].span for number in alignment.names}


def _is_denied(findings: Sequence[Finding], span: Span) -> bool:
    return any(f.claim_span == span and f.reference_span is not None for f in findings)


def _gap(one: Span, other: Span) -> int:
    return max(one.start, other.start) - min(one.end, other.end)


def _told(
    evidence: Sequence[Evidence], laid: Sequence[Alignment], chosen: Sequence[int], carried: set[Span]
) -> bool:
    """Whether the words are carried too, and nothing is denied or left unsaid by all."""
    claim = laid[0].claim
    lacking = set.intersection(*(set(laid[n].missing) for n in chosen))
    if any(claim.words[place].tag == "d" for place in lacking):
        return False
    material = set.union(*(set(laid[n].missing) | set(laid[n].words) for n in chosen))
    if len(lacking) > (1 - WORDS) * len(material):
        return False
    unsaid = set.intersection(
        *(
            {
                f.claim_span
                for f in evidence[n].findings
                if f.kind is FindingKind.QUANTIFIER and f.effect is not Effect.AGREES
            }
            for n in chosen
        )
    )
    denied = {f.claim_span for n in chosen for f in evidence[n].findings if f.effect is Effect.OPPOSES}
    return not unsaid and all(span in carried for span in denied)
