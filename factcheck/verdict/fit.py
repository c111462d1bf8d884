"""How surely two figures measure one thing, and whether one name owns both."""

import re
from functools import lru_cache

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Finding
from factcheck.domain.quantities import Quantity
from factcheck.quantities.lexicon import SMALL, TENS
from factcheck.verdict.alignment import Alignment, same_word
from factcheck.verdict.parts import Profile
from factcheck.verdict.synonyms import akin, stem

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 45
"""Characters on either side of a figure in which words tell what it measures."""
_DIGITS = re.compile(r"\d")
_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "bn", "tn", "m", "k"})
_NUMBERS = frozenset({*SMALL, *TENS, "dozen", "couple", "a", "half"})
_LINKS = frozenset({"from", "to", "by", "of", "in", "at", "than", "against", "between", "and", "for", "with"})
_OFFSET = re.compile(r"\s+(?:later|earlier|before|after|ago|since|previously|afterwards)\b")
_MARGIN_OF = re.compile(r"\b(?:margin|majority|lead|gap|difference) of\s*$")
_OWN, _OTHERS, _MARGIN = 1.0, -1.0, -1.75
"""What one owner, or two, or a "by" on one side alone, add to the fit."""


def fit(mine: Quantity, theirs: Quantity, alignment: Alignment) -> float:
    """What is counted, whose it is, the word before, the words around: the higher the surer."""
    claim, reference = alignment.claim, alignment.reference
    sure = 0.0
    if mine.unit == theirs.unit:
        sure += 0.5
    sure += _nouns(mine, claim, theirs, reference)
    owned = same_owner(mine, theirs, alignment)
    if owned is not None:
        sure += _OWN if owned else _OTHERS
    before, after = _neighbourhood(claim.text, mine.span)
    their_before, their_after = _neighbourhood(reference.text, theirs.span)
    if before and before[-1] in _LINKS and their_before and before[-1] == their_before[-1]:
        sure += 1.0
    if (before[-1:] == ["by"]) != (their_before[-1:] == ["by"]):
        # By how much, and how much: a margin is not what it is a margin of.
        sure += _MARGIN
    near = {stem(word) for word in before[-6:] + after[:6] if len(word) > 2 and word not in _LINKS}
    their_near = {
        stem(word) for word in their_before[-6:] + their_after[:6] if len(word) > 2 and word not in _LINKS
    }
    if near:
        sure += 2.0 * len(near & their_near) / len(near)
    return sure


def same_owner(mine: Quantity, theirs: Quantity, alignment: Alignment) -> bool | None:
    """Whether both figures are said of one named thing; None where a side names nobody."""
    ours, others = alignment.claim.owner(mine), alignment.reference.owner(theirs)
    if not ours or not others:
        return None
    if any(same_word(alignment, ours[0], other) for other in others):
        return True
    if any(same_word(alignment, own, others[0]) for own in ours):
        return True
    # Either may be named in the other's sentence in another part, which tells too little.
    known = ours[0] in alignment.words and others[0] not in alignment.words.values()
    return None if known else False


def owned(alignment: Alignment, finding: Finding) -> bool | None:
    """`same_owner` of the two figures that the finding is about; None where it is about no two figures."""
    mine = next((q for q in alignment.claim.quantities if q.span == finding.claim_span), None)
    theirs = next((q for q in alignment.reference.quantities if q.span == finding.reference_span), None)
    return same_owner(mine, theirs, alignment) if mine is not None and theirs is not None else None


def is_of_a_margin(mine: Quantity, theirs: Quantity, alignment: Alignment) -> bool:
    """Whether one figure tells by how much ("beat it by 0.2 hours") and the other how much."""
    before, _ = _neighbourhood(alignment.claim.text, mine.span)
    their_before, _ = _neighbourhood(alignment.reference.text, theirs.span)
    return (before[-1:] == ["by"]) != (their_before[-1:] == ["by"])


def is_offset(quantity: Quantity, text: str) -> bool:
    """Whether it is the way from one time to another ("four days later"), and no length of something."""
    return _OFFSET.match(text, quantity.span.end) is not None


def is_margin(quantity: Quantity, text: str) -> bool:
    """Whether it is the difference of two figures by its own words ("a margin of 2,000")."""
    return _MARGIN_OF.search(text, 0, quantity.span.start) is not None


def is_of_another_part(mine: Quantity, theirs: Quantity) -> bool:
    """Whether one counts a kind of what the other counts, so that both may hold: "14 gold medals", "65"."""
    if mine.unit != "count" or not mine.noun or not theirs.noun:
        return False
    ours, others = _counted(mine), _counted(theirs)
    if not ours or not others or not akin(ours[-1], others[-1]):
        return False
    if set(ours) < set(others):
        return True
    return set(others) < set(ours) and mine.value <= theirs.value


def _counted(quantity: Quantity) -> list[str]:
    """The words behind the number: "gold", "medals"."""
    last = max((match.end() for match in _DIGITS.finditer(quantity.quote)), default=0)
    return [
        stem(w)
        for w in _WORD.findall(quantity.quote[last:].lower())
        if w not in _SCALES and w not in _NUMBERS and w != "and"
    ]


def _nouns(mine: Quantity, claim: Profile, theirs: Quantity, reference: Profile) -> float:
    if mine.noun and theirs.noun:
        return _same_noun(mine.noun, theirs.noun)
    noun, bare, text = (mine.noun, theirs, reference.text) if mine.noun else (theirs.noun, mine, claim.text)
    if not noun:
        return 0.0
    # "40 gold" for "40 gold medals": the kind stands alone behind the figure.
    following = _neighbourhood(text, bare.span)[1][:1]
    return 1.5 if following and following[0] == noun.split()[0] else 0.0


def _same_noun(mine: str, theirs: str) -> float:
    if mine == theirs:
        return 2.0
    if akin(mine, theirs):
        return 1.75
    # "gold medals", "medals": one is a kind of the other.
    return 0.0 if akin(mine.rsplit(maxsplit=1)[-1], theirs.rsplit(maxsplit=1)[-1]) else -1.0


@lru_cache(maxsize=4096)
def _neighbourhood(text: str, span: Span) -> tuple[list[str], list[str]]:
    before = _WORD.findall(text[max(0, span.start - _REACH) : span.start].lower())
    after = _WORD.findall(text[span.end : span.end + _REACH].lower())
    return before, after
