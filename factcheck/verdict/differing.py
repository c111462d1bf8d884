"""Words near each other that law, office and money keep apart; see `word_lists/differing.txt`."""

from functools import cache

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.lists import lines
from factcheck.verdict.parts import Word
from factcheck.verdict.sameness import same_figures

SAME_EVENT = 0.6
"""From this share of carried words on, the one word stands where the other would."""


@cache
def _pairs() -> dict[frozenset[str], bool]:
    """Every two words of a line, and whether they exclude each other."""
    found: dict[frozenset[str], bool] = {}
    for line in lines("differing"):
        words = line.removeprefix("!").split()
        for number, one in enumerate(words):
            for other in words[number + 1 :]:
                found[frozenset((one, other))] = line.startswith("!")
    return found


def differ(first: str, second: str) -> bool | None:
    """Whether the lemmas exclude each other; False where that is open, None for a pair that is not listed."""
    return _pairs().get(frozenset((first, second)))


def differing(alignment: Alignment) -> list[Finding]:
    """A word of the claim for which the reference has one that is not the same; at most one finding."""
    if alignment.coverage < SAME_EVENT or alignment.verbatim:
        return []
    answered = {place for mine, place in alignment.words.items() if mine not in alignment.loose}
    for number, word in enumerate(alignment.claim.words):
        if number in alignment.words and number not in alignment.loose:
            continue
        for place, other in enumerate(alignment.reference.words):
            excludes = differ(word.lemma, other.lemma)
            if excludes is None or place in answered or not _same_part(alignment, word, other):
                continue
            if word.negated != other.negated:
                continue
            said = alignment.claim.text[word.start : word.end]
            given = alignment.reference.text[other.start : other.end]
            sure = excludes and same_figures(alignment)
            return [
                Finding(
                    FindingKind.OPPOSITE if sure else FindingKind.WORDING,
                    Effect.OPPOSES if sure else Effect.OPEN,
                    f"“{said}” in the article, “{given}” in the reference: that is not the same",
                    word.span,
                    other.span,
                )
            ]
    return []


def _same_part(alignment: Alignment, word: Word, other: Word) -> bool:
    """Whether the two stand in the same part of the sentence: both verbs on top, or under like words."""
    if word.tag != other.tag:
        return False
    if word.head < 0 or other.head < 0:
        return word.head < 0 and other.head < 0
    return alignment.words.get(word.head) == other.head or word.link == other.link
