"""Rules on how sure a statement is: fact, forecast, allegation, opinion."""

from datetime import date

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.quantities.compare import compare_periods
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.certainty import FORECAST, FORECAST_NOUNS
from factcheck.verdict.marks import CUE
from factcheck.verdict.parts import Profile

_BESIDE = 16
"""Characters beside the shared words in which a word like "allegedly" still belongs to them."""

_CERTAINTY_WORDS = {
    "": "a fact",
    "forecast": "a forecast or a plan",
    "possible": "a possibility",
    "alleged": "an allegation or a belief",
    "opinion": "an opinion",
    "condition": "a condition",
    "ought": "a demand",
}


def certainties(alignment: Alignment, published_at: date | None) -> list[Finding]:
    """A fact on one side and a forecast, plan, allegation, opinion or condition on the other.

    What is told of a day after `published_at` lies ahead whatever its tense, so that
    it is a plan on both sides.
    """
    claim, reference = alignment.claim, alignment.reference
    ahead = _lies_ahead(alignment, published_at)
    planned = ahead or _plans(reference)
    for mine, theirs in alignment.words.items():
        word, other = claim.words[mine], reference.words[theirs]
        if word.tag != "v" or other.tag not in "vn" or word.certainty == other.certainty:
            continue
        if {word.certainty, other.certainty} == {"", "forecast"} and (
            ahead or (word.certainty == "forecast" and planned)
        ):
            continue
        return [_certainty(word.certainty, other.certainty, word, other)]
    for figure in claim.quantities:
        same = [q for q in reference.quantities if (q.value, q.unit) == (figure.value, figure.unit)]
        kinds = {reference.sure(q) for q in same}
        if not same or claim.sure(figure) in kinds or ahead or (claim.sure(figure) == "forecast" and planned):
            continue
        return [_certainty(claim.sure(figure), min(kinds), figure, same[0])]
    said = {mark.value: mark for mark in claim.marks if mark.topic == CUE}
    first, last = _stretch(alignment)
    given = {
        mark.value: mark for mark in reference.marks if mark.topic == CUE and first <= mark.start <= last
    }
    for kind in ("opinion", "alleged", "forecast", "possible"):
        if kind == "forecast" and (ahead or (planned and _plans(claim))):
            continue
        if (kind in said) != (kind in given):
            return [
                _certainty(
                    kind if kind in said else "",
                    kind if kind in given else "",
                    said.get(kind),
                    given.get(kind),
                )
            ]
    sure = {word.certainty for word in reference.words if word.tag == "v"}
    for number in alignment.missing:
        word = claim.words[number]
        if (
            word.tag == "v"
            and word.certainty
            and word.certainty not in sure
            and not (word.certainty == "forecast" and planned)
        ):
            return [_certainty(word.certainty, "", word, None)]
    return []


def _certainty(mine: str, theirs: str, word: object, other: object) -> Finding:
    return Finding(
        FindingKind.CERTAINTY,
        Effect.OPEN,
        f"the article states it as {_CERTAINTY_WORDS[mine]}, the reference as {_CERTAINTY_WORDS[theirs]}",
        getattr(word, "span", None),
        getattr(other, "span", None),
    )


def _stretch(alignment: Alignment) -> tuple[int, int]:
    """Where in the reference the claim's words stand, with the words just before and behind."""
    reference = alignment.reference
    spans = [reference.words[place].span for place in alignment.words.values()]
    if not spans:
        return 0, len(reference.text)
    if alignment.claim.quantities:
        spans += [quantity.span for quantity in reference.quantities]
    return min(span.start for span in spans) - _BESIDE, max(span.end for span in spans) + _BESIDE


def _lies_ahead(alignment: Alignment, published_at: date | None) -> bool:
    """Whether both sides name one time that begins after the day of publication."""
    if published_at is None:
        return False
    return any(
        mine.first is not None
        and mine.first > published_at
        and compare_periods(mine, theirs).outcome is Effect.AGREES
        for mine in alignment.claim.periods
        for theirs in alignment.reference.periods
    )


def _plans(profile: Profile) -> bool:
    """Whether the sentence tells of a plan or a forecast anywhere."""
    return any(
        word.certainty == "forecast"
        or (word.tag == "v" and word.lemma in FORECAST)
        or (word.tag == "n" and word.lemma in FORECAST_NOUNS)
        for word in profile.words
    )
