"""What is there in the end: "she had 9 coins and was given 7" makes 16, "he had 12 and lost 5" leaves 7."""

import re
from decimal import Decimal
from itertools import pairwise

from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.domain.quantities import Hedge, Quantity
from factcheck.quantities import wording
from factcheck.quantities.money import is_currency
from factcheck.quantities.tolerance import allowed
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.elsewhere import ELSEWHERE
from factcheck.verdict.synonyms import akin

_FEWEST, _MOST = 2, 4
_IN_THE_END = re.compile(
    r"\b(?:now|in all|in total|altogether|all told|combined|total|left|remain(?:s|ed|ing)?"
    r"|still ha(?:s|ve|d))\b"
)
_LEFT = re.compile(r"\b(?:left|remain(?:s|ed|ing)?|still ha(?:s|ve|d))\b")
_TOTAL = re.compile(r"\b(?:in all|in total|altogether|all told|combined|total)\b")
_LOST = re.compile(
    r"\b(?:lost|loses?|ate|eaten|sold|sells?|spent|spends?|used|broke|broken|burnt?|threw|thrown|removed|died|fled"
    r"|fell off|took|taken|stolen|stole|escaped|leaves?|went|dropped|gave away|given away|donated|returned"
    r"|handed (?:over|back)|withdrew|withdrawn|cancelled|closed|gave(?! (?:him|her|them|it|us|me|you)\b))\b"
)
_GIVEN = re.compile(r"\bgave (?:[A-Z]\w+|him|her|them|it)\b")
_GAINED = re.compile(
    r"\b(?:gained|got|gets|found|bought|buys|received|was given|were given|gave|added|adds|another|more"
    r"|joined|arrived|picked|won|earned|born|placed|put|planted|and|plus|brought|built|during|,)"
)
_EACH = re.compile(r"\b(?:each|apiece|every|per)\b")


def in_the_end(mine: Quantity, alignment: Alignment) -> Finding | None:
    """What the reference's figures of one noun come to, where the claim asks for that; else None.

    Asked only where the reference tells nothing else of the kind and gives no end or total itself.
    """
    claim, reference = alignment.claim.text, alignment.reference.text
    if not _asks(mine, alignment) or _IN_THE_END.search(reference.lower()):
        return None
    parts = [q for q in alignment.reference.quantities if _counts_the_same(mine, q)]
    if not _FEWEST <= len(parts) <= _MOST or len(parts) != len(_countable(alignment)):
        return None
    signs = _signs(parts, reference)
    if signs is None or (_LEFT.search(claim.lower()) and min(signs) > 0):
        return None
    if _TOTAL.search(claim.lower()) and min(signs) < 0:
        return None
    value = sum((q.value * sign for q, sign in zip(parts, signs, strict=True)), Decimal(0))
    shown = wording.amount(parts[0].value, parts[0]) + "".join(
        f" {'+' if sign > 0 else '−'} {wording.amount(q.value, q)}"
        for q, sign in zip(parts[1:], signs[1:], strict=True)
    )
    agrees = allowed(mine).holds(value)
    follows = "follows" if agrees else "does not follow"
    message = f"{shown} = {wording.amount(value, mine)}; article says {wording.figure(mine)}, which {follows}"
    effect = Effect.AGREES if agrees else Effect.OPPOSES
    return Finding(FindingKind.NUMBER, effect, message, mine.span, parts[0].span)


def _asks(mine: Quantity, alignment: Alignment) -> bool:
    """Whether the claim tells of one figure in the end, of what the reference tells the steps of."""
    claim = alignment.claim
    of_things = mine.unit == "count" or is_currency(mine.unit)
    exact = mine.hedge is Hedge.EXACT and mine.high is None and not mine.vague
    return (
        of_things
        and exact
        and len(claim.quantities) == 1
        and not claim.periods
        and not alignment.missing_names
        and len(alignment.missing) <= 1
        and not (claim.tokens - alignment.reference.tokens) & (ELSEWHERE - {"total"})
        and _IN_THE_END.search(claim.text.lower()) is not None
    )


def _countable(alignment: Alignment) -> list[Quantity]:
    return [q for q in alignment.reference.quantities if q.unit not in {"ordinal", "clock", "second"}]


def _counts_the_same(mine: Quantity, other: Quantity) -> bool:
    if other.unit != mine.unit or other.hedge is not Hedge.EXACT or other.high is not None or other.vague:
        return False
    return not mine.noun or not other.noun or akin(mine.noun, other.noun)


def _signs(parts: list[Quantity], text: str) -> list[int] | None:
    """+1 for the first figure and for every gain, −1 for every loss; None where a step is neither."""
    signs = [1]
    for before, part in pairwise(parts):
        between = text[before.span.end : part.span.start]
        if _EACH.search(between) or _EACH.match(text[part.span.end :].lstrip()):
            return None
        if _GIVEN.search(between):
            signs.append(1)
        elif _LOST.search(between):
            signs.append(-1)
        elif _GAINED.search(between):
            signs.append(1)
        else:
            return None
    return signs
