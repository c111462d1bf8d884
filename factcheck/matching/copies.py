"""Which statements are the same one printed again: wire copies, told apart from all that say anything else.

A copy may be set otherwise (dateline, quotation marks, "per cent", order of a date, "$6m" for "$6 million"),
but every word that carries meaning has to be there, in the same order. Whatever differs in a figure, a date,
a name, a direction or a "not" is therefore never a copy; a near miss stays a piece of evidence of its own.
"""

import re
import unicodedata
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.domain.evidence import Reference, SourceKind

_AGENCIES = r"Reuters|AP|AFP|dpa|DPA|PA|PA Media|UPI|ANSA|EFE|Bloomberg|Xinhua|Kyodo|Associated Press"
_DATELINE = re.compile(rf"^(?:[A-Z][A-Z .,'-]*[A-Z],?\s+)?\((?:{_AGENCIES})\)\s*(?:[-–—]+\s*|(?=[A-Z]))")
_CREDIT = re.compile(rf"\s*(?:\((?:{_AGENCIES})\)|[-–—]+\s*(?:{_AGENCIES}))\s*\.?\s*$")

_MONTHS = {
    "jan": "january",
    "feb": "february",
    "mar": "march",
    "apr": "april",
    "may": "may",
    "jun": "june",
    "jul": "july",
    "aug": "august",
    "sep": "september",
    "oct": "october",
    "nov": "november",
    "dec": "december",
}
_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
_DAY_FIRST = re.compile(rf"\b(\d{{1,2}})(?:st|nd|rd|th)?(?: of)? ({_MONTH})(?:,? (\d{{4}}))?(?!\w)")
_MONTH_FIRST = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?(?:,? (\d{{4}}))?(?![\w:]|[.,]\d)")

_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d,])")
_SCALE = re.compile(r"(?<=\d)\s?(m|mn|bn|tn|million|billion|trillion)\b")
_SCALES = {"m": "million", "mn": "million", "bn": "billion", "tn": "trillion"}
_PER_CENT = re.compile(r"\s?(?:%|\b(?:percent|per cent|pct)\b)")

_TOKEN = re.compile(r"<[^>]*>|[-−+]?\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['-][^\W_]+)*|[^\s]")
_SILENT = frozenset(",.;:()[]–—")
"""Marks that set a sentence and say nothing; every other sign counts as a word."""

_DIGITS = {
    word: str(number)
    for number, word in enumerate(
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"], start=2
    )
}
_WEEKDAYS = frozenset(["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"])
_SAYING = frozenset(["say", "says", "said", "told", "reports", "reported", "announces", "announced"])

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_RELATIVE = re.compile(
    r"\b(?:today|yesterday|tomorrow|tonight|now|currently|ago|earlier|later|recent|recently|latest|so far"
    r"|(?:this|last|next|past|previous|coming|current) (?:\w+ )?(?:day|night|week|weekend|month|quarter|year"
    r"|season|spring|summer|autumn|fall|winter)s?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Printed:
    """A statement as it is put before a claim: the reference of best standing, and its copies by standing."""

    reference: Reference
    copies: tuple[Reference, ...] = ()


def fold(ranked: Sequence[Reference]) -> list[Printed]:
    """`ranked` with every statement once, in the place of the first reference that prints it.

    Copies have the same `wording`, the same `valid_until` and, where the statement rests on its day, the same
    `as_of`. The best standing comes first: not superseded before superseded, primary before secondary source,
    the newer before the older, then by key.
    """
    groups: dict[Hashable, list[Reference]] = {}
    for reference in ranked:
        day = reference.as_of if rests_on_its_day(reference.text) else None
        groups.setdefault((wording(reference.text), day, reference.valid_until), []).append(reference)
    in_order = (sorted(group, key=_standing) for group in groups.values())
    return [Printed(first, tuple(others)) for first, *others in in_order]


def _standing(reference: Reference) -> tuple[bool, bool, int, str, str]:
    told = reference.as_of or reference.source.published_at or date.min
    return (
        reference.superseded_by is not None,
        reference.source.kind is not SourceKind.PRIMARY,
        -told.toordinal(),
        reference.key,
        reference.id,
    )


def wording(text: str) -> tuple[str, ...]:
    """The words of `text` that its copies share, in order; two texts with the same are copies."""
    plain = unicodedata.normalize("NFKC", text).strip()
    plain = re.sub(r"[‘’ʼ]", "'", re.sub(r"[“”„«»]|''|``", '"', plain))
    if not re.search(r"\bhere\b", plain):
        # "Here" is where the dateline says.
        plain = _DATELINE.sub("", plain)
    plain = _CREDIT.sub("", plain)
    plain = _DOTTED.sub(lambda found: found[0].replace(".", ""), plain)
    plain = _GROUPED.sub(lambda found: found[0].replace(",", ""), plain)
    plain = _DAY_FIRST.sub(lambda found: _date(found[1], found[2], found[3]), plain)
    plain = _MONTH_FIRST.sub(lambda found: _date(found[2], found[1], found[3]), plain)
    plain = _SCALE.sub(lambda found: f" {_SCALES.get(found[1], found[1])}", plain)
    plain = _PER_CENT.sub(" % ", plain)
    return tuple(_spoken(_TOKEN.findall(plain)))


def rests_on_its_day(text: str) -> bool:
    """Whether the statement may mean another thing on another day: "now 4%", "fell on Monday", "costs $5".

    False only where it names its year and nothing in it is told by the day of speaking.
    """
    return _YEAR.search(text) is None or _RELATIVE.search(text) is not None


def _date(day: str, month: str, year: str | None) -> str:
    return f"<{int(day)} {_MONTHS[month[:3].lower()]}{' ' + year if year else ''}>"


def _spoken(signs: list[str]) -> list[str]:
    """The words among `signs`; a sentence begins at the first one and after a full stop."""
    kept: list[str] = []
    start = True
    for place, sign in enumerate(signs):
        following = signs[place + 1] if place + 1 < len(signs) else ""
        if sign in _SILENT or sign == "-":
            # A hyphen between figures is a range.
            if sign == "-" and place and signs[place - 1][-1].isdigit() and following[:1].isdigit():
                kept.append(sign)
            start = start or sign == "."
            continue
        word = sign.lower() if (start and sign[1:].islower()) or sign in ("The", "A") else sign
        start = start and sign == '"'
        if word == "the" or (word == "that" and kept and kept[-1] in _SAYING):
            continue
        if word == "on" and (following.startswith("<") or following.lower() in _WEEKDAYS):
            continue
        kept.append(_DIGITS.get(word, word))
    return kept
