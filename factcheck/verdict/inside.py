"""What an article says against itself: claims that cannot both be right, and sums that do not add up.

Nothing here asks a reference. The claims of one article are held against each other, each only against those
few that share most of its words, so that a long article takes no more than its length.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from factcheck.domain.articles import Document
from factcheck.domain.claims import Claim
from factcheck.domain.evidence import (
    Effect,
    Finding,
    FindingKind,
    InsideFinding,
    Judgement,
    MachineStatus,
    OtherClaim,
)
from factcheck.quantities.compare import comparable, compare_quantities
from factcheck.verdict.parts import Profile
from factcheck.verdict.places import Places
from factcheck.verdict.rivals import Rivalry, Told, is_stated, rivalry
from factcheck.verdict.sums import Sum, left_over, wrong_change
from factcheck.verdict.synonyms import stem

COMMON = 40
"""A word in more claims than this tells no two of them apart."""

ALIKE = 0.5
"""The share of the shorter claim's words that another must have to be held against it."""

FEW = 6
"""Claims, the likest ones, that each is held against."""

MOST_FINDINGS = 3
"""Findings on one claim; more do not help a person."""

SumRule = Callable[[Profile], Sequence[Finding]]
OWN_SUMS: tuple[SumRule, ...] = (wrong_change,)
"""Rules on the figures of one claim by itself; each `OPPOSES` finding becomes one on that claim."""


def with_inside(
    judgements: Sequence[Judgement],
    claims: Sequence[Claim],
    profiles: Sequence[Profile],
    article: Document,
    published_at: date | None,
) -> list[Judgement]:
    """The judgements, with what the claims of the article say against each other.

    What is found keeps a claim from passing without a person and stands in its reason; the status stays what
    the references say.
    """
    found = contradictions(claims, profiles, article, published_at)
    return [_joined(judgement, mine) for judgement, mine in zip(judgements, found, strict=True)]


def _joined(judgement: Judgement, found: tuple[InsideFinding, ...]) -> Judgement:
    if not found:
        return judgement
    own, said = found[0].message, judgement.reason
    conflicts = judgement.status is MachineStatus.CONFLICTING
    return replace(
        judgement,
        cleared=False,
        score=0.0,
        reason=f"{said} Also: {own}" if conflicts else f"{own} {said}",
        inside=found,
    )


def contradictions(
    claims: Sequence[Claim], profiles: Sequence[Profile], article: Document, published_at: date | None
) -> list[tuple[InsideFinding, ...]]:
    """For each claim what it says against itself or another, at most `MOST_FINDINGS`.

    In which order the claims are given is no matter.
    """
    places = Places(article.blocks)
    in_text = sorted(range(len(claims)), key=lambda n: (claims[n].span.start, -claims[n].span.end))
    told = [
        Told(claims[n], profiles[n], places.is_headline(claims[n].span), places.is_top(claims[n].span))
        for n in in_text
    ]
    found: list[list[InsideFinding]] = [[] for _ in told]
    for first, second in _candidates(told):
        differing = rivalry(told[first], told[second], published_at)
        if differing is not None and not _told_elsewhere(told, first, second, differing):
            for mine, theirs, spans in (
                (first, second, differing),
                (second, first, Rivalry(differing.kind, differing.second, differing.first)),
            ):
                found[mine].append(_finding(told[mine], told[theirs], spans, places))
    for block in article.blocks:
        for wrong in left_over(block.span.of(article.text)):
            for number, finding in _on_parts(told, wrong, block.span.start, places):
                found[number].append(finding)
    for number, one in enumerate(told):
        found[number].extend(_own_sums(one, places))
    by_claim = dict(zip(in_text, found, strict=True))
    return [_in_order(by_claim[n]) for n in range(len(claims))]


def _told_elsewhere(told: Sequence[Told], first: int, second: int, differing: Rivalry) -> bool:
    """Whether a headline's figure is that of another claim, so that it sums up that one and not its rival."""
    if told[first].headline == told[second].headline:
        return False
    number, span = (first, differing.first) if told[first].headline else (second, differing.second)
    figure = next((q for q in told[number].profile.quantities if q.span == span), None)
    return figure is not None and any(
        comparable(figure, other) and compare_quantities(figure, other).outcome is Effect.AGREES
        for one in told
        if not one.headline
        for other in one.profile.quantities
    )


def _in_order(found: list[InsideFinding]) -> tuple[InsideFinding, ...]:
    found.sort(key=lambda one: (bool(one.others), [other.span for other in one.others], one.message))
    return tuple(dict.fromkeys(found))[:MOST_FINDINGS]


def _finding(mine: Told, theirs: Told, spans: Rivalry, places: Places) -> InsideFinding:
    words, other = spans.first.of(mine.profile.text), spans.second.of(theirs.profile.text)
    where, there = places.named(mine.claim.span), places.named(theirs.claim.span)
    said = (
        f"{where} says both “{words}” and “{other}”"
        if where == there
        else f"{where} says “{words}”, {there} says “{other}”"
    )
    message = f"{said[0].upper()}{said[1:]}; both cannot be right."
    return InsideFinding(
        spans.kind, message, words, spans.first, (OtherClaim(theirs.claim.span, other, spans.second),)
    )


def _on_parts(
    told: Sequence[Told], wrong: Sum, start: int, places: Places
) -> Iterator[tuple[int, InsideFinding]]:
    """The findings on all claims in which a figure of the sum stands."""
    spans = [span.shifted(start) for span in wrong.spans]
    touched = [n for n, one in enumerate(told) if any(one.claim.span.contains(span) for span in spans)]
    for number in touched:
        one = told[number].claim
        words, *_ = [span for span in spans if one.span.contains(span)]
        others = tuple(OtherClaim(told[n].claim.span, told[n].claim.quote) for n in touched if n != number)
        message = f"The figures of {places.named(one.span)} do not add up: {wrong.message}."
        yield (
            number,
            InsideFinding(
                FindingKind.NUMBER, message, words.shifted(-one.span.start).of(one.quote), None, others
            ),
        )


def _own_sums(one: Told, places: Places) -> Iterator[InsideFinding]:
    for rule in OWN_SUMS:
        for finding in rule(one.profile):
            span = finding.claim_span
            words = span.of(one.profile.text) if span else ""
            where = places.named(one.claim.span)
            message = f"The figures of {where} do not add up: {finding.message}."
            yield InsideFinding(FindingKind.NUMBER, message, words, span)


def _candidates(told: Sequence[Told]) -> Iterator[tuple[int, int]]:
    """Pairs that share most words of the shorter claim, each claim in `FEW` of them or little more."""
    keys = [_keys(one) if is_stated(one) else frozenset() for one in told]
    holders: dict[str, list[int]] = defaultdict(list)
    for number, mine in enumerate(keys):
        for key in mine:
            holders[key].append(number)
    for number, mine in enumerate(keys):
        near = {
            other for key in mine if len(holders[key]) <= COMMON for other in holders[key] if other > number
        }
        alike = [(len(mine & keys[other]) / min(len(mine), len(keys[other])), -other) for other in near]
        for share, other in sorted(alike, reverse=True)[:FEW]:
            if share >= ALIKE:
                yield number, -other


def _keys(told: Told) -> frozenset[str]:
    return frozenset(stem(word.lemma) for word in told.profile.words if word.tag in "npva")
