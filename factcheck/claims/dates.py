"""Dates that are told from the day of publication, written out."""

import calendar
import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = tuple(name.lower() for name in calendar.month_name[1:])
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_DAY = re.compile(r"[0-3]?\d(?:st|nd|rd|th)?\Z")
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_COMING = frozenset(("will", "'ll", "wo", "shall", "would"))
_SHIFT = {"last": -1, "this": 0, "next": 1}


def long_date(day: date) -> str:
    """`day` as an article writes it: "11 November 2025"."""
    return f"{day.day} {_MONTHS[day.month - 1].capitalize()} {day.year}"


def date_fills(tokens: "Tokens", clause: Clause, published: date) -> dict[int, tuple[str, int, str]]:
    """Wordings that name the day, month or year meant: first token to (meant, tokens replaced, written).

    Only what the tense decides: a weekday of a past clause is the latest one up to `published`, of a future
    one the next; a month without a year likewise. What stays open is left as it is.
    """
    due = any(t.lower_ in ("until", "due", "scheduled") for t in tokens[clause.start : clause.end])
    found: dict[int, tuple[str, int, str]] = {}
    for token in tokens[clause.start : clause.end]:
        if not clause.covers(token.i) or token.i in found:
            continue
        tense = "future" if due else _tense(_governor(token) or tokens[clause.head])
        future, past = tense == "future", tense == "past"
        fill = (
            _weekday(token, tokens, published, future=future, past=past)
            or _near(token, tokens, published)
            or _relative(token, tokens, published)
            or _month(token, tokens, published, future=future, past=past)
            or _part_of_year(token, tokens, published, past=past)
        )
        if fill is not None:
            found[token.i] = fill
    return found


def _governor(token: "Token") -> "Token | None":
    """The verb that a date belongs to: "the year that ends in June" has another one than its sentence."""
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX") and t.dep_ != "prep"), None)


def _tense(verb: "Token") -> str:
    """Tells "past" or "future", or "" where the verb does not say; an infinitive asks the verb above it."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    modals = {c.lower_ for c in helpers if c.tag_ == "MD"}
    if modals:
        return "future" if modals & _COMING else ""
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" or c.lower_ in ("has", "have") for c in helpers):
        return "past"
    above = _governor(verb)
    if verb.tag_ == "VB" and above is not None:  # "will start to be paid", but not "planned to open"
        return "future" if _tense(above) == "future" else ""
    if verb.tag_ == "VBG" or verb.pos_ not in ("VERB", "AUX"):
        return _tense(above) if above is not None and not helpers else ""
    if verb.tag_ == "VBN" and not helpers:
        return "future" if above is not None and _tense(above) == "future" else "past"
    return ""


def _at(tokens: "Tokens", i: int) -> str:
    return tokens[i].lower_ if 0 <= i < len(tokens) else ""


def _weekday(
    token: "Token", tokens: "Tokens", published: date, *, future: bool, past: bool
) -> tuple[str, int, str] | None:
    if token.lower_ not in _WEEKDAYS or not (past or future):
        return None
    before, after = _at(tokens, token.i - 1), _at(tokens, token.i + 1)
    after_comma = _at(tokens, token.i + 2) if after == "," else after
    if before in ("last", "next", "every", "each", "this") or after == "'s":
        return None
    if after_comma in _MONTHS or (_DAY.match(after_comma) and _at(tokens, token.i + 2) in _MONTHS):
        return None
    if _at(tokens, token.i + 2) in _MONTHS or _DAY.match(after):
        return None
    if before not in (
        "on",
        "by",
        "since",
        "until",
        "before",
        "after",
        "late",
        "early",
    ) and token.dep_ not in (
        "npadvmod",
        "pobj",
    ):
        return None
    number = _WEEKDAYS.index(token.lower_)
    back = (published.weekday() - number) % 7
    day = published + timedelta(days=(7 - back) if future else -back)
    return f"{token.text} {long_date(day)}", 1, token.text


def _near(token: "Token", tokens: "Tokens", published: date) -> tuple[str, int, str] | None:
    shift = {"yesterday": -1, "today": 0, "tomorrow": 1}.get(token.lower_)
    if shift is None or token.dep_ not in ("npadvmod", "advmod") or _at(tokens, token.i + 1) == "'s":
        return None
    if shift == 0 and token.tag_ == "RB":  # "today" that means nowadays
        return None
    meant = "on " + long_date(published + timedelta(days=shift))
    return (meant[0].upper() + meant[1:] if token.i == 0 else meant), 1, token.text


def _relative(token: "Token", tokens: "Tokens", published: date) -> tuple[str, int, str] | None:
    """The year or month of “last year”, “this month”, with the preposition that the place asks for."""
    after = _at(tokens, token.i + 1)
    if token.lower_ not in _SHIFT or after not in ("year", "month"):
        return None
    shift = _SHIFT[token.lower_]
    if after == "year":
        name = str(published.year + shift)
    else:
        months = published.year * 12 + published.month - 1 + shift
        name = f"{_MONTHS[months % 12].capitalize()} {months // 12}"
    before = tokens[token.i - 1] if token.i else None
    written = f"{token.text} {tokens[token.i + 1].text}"
    if _at(tokens, token.i + 2) == "'s" and after == "year":
        return ("The " if token.i == 0 else "the ") + name, 3, f"{written}’s"
    if _at(tokens, token.i + 2) == "'s":
        return name, 2, written
    bare = before is not None and before.tag_ in ("IN", "TO") and before.dep_ != "mark"
    meant = name if bare else ("In " if token.i == 0 else "in ") + name
    return meant, 2, written


def _month(
    token: "Token", tokens: "Tokens", published: date, *, future: bool, past: bool
) -> tuple[str, int, str] | None:
    if token.lower_ not in _MONTHS or not token.text[:1].isupper() or token.tag_ not in ("NNP", "NN"):
        return None
    before, after = _at(tokens, token.i - 1), _at(tokens, token.i + 1)
    later = [_at(tokens, i) for i in range(token.i + 1, token.i + 7)]
    if any(_YEAR.match(word) or word == "year" for word in later) or before in _SHIFT or after == "'s":
        return None
    day_after = bool(_DAY.match(after))
    day_before = bool(_DAY.match(before))
    if before not in ("in", "of", "since", "until", "by", "from", "to", "late", "early", "mid") and not (
        day_after or day_before
    ):
        return None
    month = _MONTHS.index(token.lower_) + 1
    if past:
        year = published.year if month <= published.month else published.year - 1
    elif future:
        year = published.year if month >= published.month else published.year + 1
    else:
        return None
    if day_after:
        return (
            f"{token.text} {tokens[token.i + 1].text}, {year}",
            2,
            f"{token.text} {tokens[token.i + 1].text}",
        )
    return f"{token.text} {year}", 1, token.text


def _part_of_year(
    token: "Token", tokens: "Tokens", published: date, *, past: bool
) -> tuple[str, int, str] | None:
    """The year of “the third quarter”, “the first half”: the one that had it last; only of a past clause."""
    order = _ORDER.get(_at(tokens, token.i - 1))
    if (
        not past
        or order is None
        or token.lower_ not in ("quarter", "half")
        or _at(tokens, token.i - 2) != "the"
    ):
        return None
    if _at(tokens, token.i + 1) in ("of", "-") or _at(tokens, token.i - 3) not in (
        "in",
        "for",
        "during",
        "of",
    ):
        return None
    length = 3 if token.lower_ == "quarter" else 6
    if order * length > 12:
        return None
    ended = published.month > order * length
    year = published.year if ended else published.year - 1
    return f"{token.text} of {year}", 1, f"{_at(tokens, token.i - 1)} {token.text}"
