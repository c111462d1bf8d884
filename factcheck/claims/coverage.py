"""Everything checkable in an article that is in no claim, so that nothing is skipped in silence."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claims.signals import MONTHS, Signals
from factcheck.claims.titles import words_of_name
from factcheck.claims.triggers import Triggers
from factcheck.domain.articles import Span
from factcheck.domain.claims import CoverageItem, CoverageReason, CoverageTrigger
from factcheck.text.parser import Sentence


@dataclass(frozen=True, slots=True)
class Examined:
    """One sentence after extraction: what was found in it, and why the rest is no claim."""

    sentence: Sentence
    signals: Signals
    triggers: Triggers
    quotations: tuple[Span, ...]
    claims: tuple[Span, ...]
    speakers: frozenset[str]
    """Those whom its claims are attributed to."""
    reason: CoverageReason
    passed: tuple[tuple[Span, CoverageReason], ...] = ()
    """Its clauses that are no claims, each with the reason."""

    def carries(self, name: str) -> bool:
        """Whether a claim of the sentence is attributed to somebody of this name."""
        named = words_of_name(name)
        return bool(named) and any(
            named <= frozenset(speaker.replace(",", " ").split()) for speaker in self.speakers
        )

    def reason_at(self, span: Span) -> CoverageReason:
        """Why this piece beside the claims is none: the reason of its clause, or that it states nothing."""
        around = [(clause, reason) for clause, reason in self.passed if clause.overlaps(span)]
        if not around:
            return CoverageReason.FRAGMENT
        return min(around, key=lambda pair: pair[0].end - pair[0].start)[1]


def left_out(text: str, examined: Sequence[Examined]) -> tuple[CoverageItem, ...]:
    """Coverage items, ordered by position.

    A sentence without a claim is one item, by its strongest trigger. In a sentence with claims, each figure,
    date, quotation, superlative, titled name and word like "all" outside of them is an item; a titled name
    that a claim of the sentence is attributed to is none, since the claim carries it. Every digit of `text`
    that still lies in neither (the number of a list item, say) is an item as well.
    """
    items: list[CoverageItem] = []
    for one in examined:
        items.extend(_of_sentence(text, one) if one.claims else [_whole(text, one)])
    spans = [item.span for item in items] + [span for one in examined for span in one.claims]
    items.extend(_stray_digits(text, spans))
    return tuple(sorted(items, key=lambda item: (item.span, item.trigger)))


def _item(text: str, span: Span, trigger: CoverageTrigger, reason: CoverageReason) -> CoverageItem:
    return CoverageItem(span=span, quote=span.of(text), trigger=trigger, reason=reason)


def _whole(text: str, one: Examined) -> CoverageItem:
    signals = one.signals
    if signals.figures or (signals.vague and not one.quotations):
        trigger = CoverageTrigger.NUMBER
    elif any(_is_calendar(one.sentence.tokens[i].lower_) for i in signals.dates):
        trigger = CoverageTrigger.DATE
    elif one.quotations:
        trigger = CoverageTrigger.QUOTATION
    elif signals.superlatives or one.triggers.superlatives:
        trigger = CoverageTrigger.SUPERLATIVE
    elif one.triggers.titled:
        trigger = CoverageTrigger.TITLED_NAME
    elif one.triggers.universals:
        trigger = CoverageTrigger.UNIVERSAL
    else:
        trigger = CoverageTrigger.SENTENCE
    return _item(text, one.sentence.span, trigger, one.reason)


def _is_calendar(word: str) -> bool:
    """Whether a word is a year, day or month, and not only "today" or "next year"."""
    return word[:1].isdigit() or word.rstrip(".") in MONTHS or (word.endswith("day") and word != "today")


def _of_sentence(text: str, one: Examined) -> list[CoverageItem]:
    taken = list(one.claims)
    items: list[CoverageItem] = []

    def add(span: Span, trigger: CoverageTrigger) -> None:
        if not any(span.overlaps(other) for other in taken):
            taken.append(span)
            items.append(_item(text, span, trigger, one.reason_at(span)))

    for quotation in one.quotations:
        add(quotation, CoverageTrigger.QUOTATION)
    kinds = (
        (one.signals.figures | one.signals.vague, CoverageTrigger.NUMBER),
        (one.signals.dates, CoverageTrigger.DATE),
        (one.signals.superlatives | one.triggers.superlatives, CoverageTrigger.SUPERLATIVE),
        (one.triggers.titled, CoverageTrigger.TITLED_NAME),
        (one.triggers.universals, CoverageTrigger.UNIVERSAL),
    )
    for indices, trigger in kinds:
        for start, end in _runs(indices):
            span = one.sentence.place(start, end)
            if trigger is not CoverageTrigger.TITLED_NAME or not one.carries(span.of(text)):
                add(span, trigger)
    return items


def _runs(indices: frozenset[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for i in sorted(indices):
        if runs and runs[-1][1] == i:
            runs[-1] = (runs[-1][0], i + 1)
        else:
            runs.append((i, i + 1))
    return runs


def _stray_digits(text: str, spans: list[Span]) -> list[CoverageItem]:
    """Runs of digits that lie in none of `spans`."""
    covered = bytearray(len(text))
    for span in spans:
        covered[span.start : span.end] = b"\1" * (span.end - span.start)
    items: list[CoverageItem] = []
    at = 0
    while at < len(text):
        if covered[at] or not text[at].isnumeric():
            at += 1
            continue
        end = at
        while end < len(text) and not covered[end] and text[end].isnumeric():
            end += 1
        items.append(_item(text, Span(at, end), CoverageTrigger.NUMBER, CoverageReason.FRAGMENT))
        at = end
    return items
