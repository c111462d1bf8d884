"""What the reference says with a limit and the claim without one: "all", "all except one"."""

import re

from factcheck.domain.articles import Span
from factcheck.domain.evidence import Effect, Finding, FindingKind
from factcheck.verdict.alignment import Alignment
from factcheck.verdict.lists import words
from factcheck.verdict.marks import EXTENT

_LIMIT = re.compile(
    r",?\s*\b(?:except(?: for)?|excluding|apart from|other than|save for|barring|not counting|"
    r"with the exception of|only (?:if|when|after|for)|unless|provided that)\b[^,.;:]*",
    re.IGNORECASE,
)
_BUT_SOME = re.compile(r"\bbut (?:the|a|an|one|two|three|four|five|for|\d+)\b[^,.;:]*")
_AFTER_ANOTHER = re.compile(r"\b(?:after|behind|next to|second to|bar) (?:the )?[A-Z][^,.;:]*")
_ALL = words("all every each both everyone everybody everything none nobody no")
_LIMITING = words(
    "except excluding apart than save barring counting exception only unless provided but bar without if "
    "after when behind outside nearly almost most"
)
"""The claim that has one of these is limited too."""

AROUND = 40
"""Characters in front of the limit in which the words stand that it limits."""
_WORD = re.compile(r"[^\W\d_]{3,}")


def limits(alignment: Alignment) -> list[Finding]:
    """Where the reference limits what the claim states without limit; at most one finding."""
    claim, reference = alignment.claim, alignment.reference
    if alignment.verbatim and claim.text.strip(" .") == reference.text.strip(" ."):
        return []
    patterns = [_LIMIT]
    if claim.tokens & _ALL:
        patterns.append(_BUT_SOME)
    if any(mark.topic == EXTENT and mark.value in ("most of all", "least of all") for mark in claim.marks):
        patterns.append(_AFTER_ANOTHER)
    if claim.tokens & _LIMITING:
        return []
    for pattern in patterns:
        for told in pattern.finditer(reference.text):
            before = _WORD.findall(reference.text[max(0, told.start() - AROUND) : told.start()].lower())[-3:]
            if before and sum(word in claim.tokens for word in before) * 2 > len(before):
                why = f"the reference limits this (“{told[0].strip(' ,')}”), the article does not"
                place = Span(told.start(), told.end())
                return [Finding(FindingKind.QUANTIFIER, Effect.OPEN, why, None, place)]
    return []
