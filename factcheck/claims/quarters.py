"""Quarters, halves and other parts of a year that are written without the year."""

from factcheck.claims.telling import Told, Words
from factcheck.claims.when import When, number_in
from factcheck.text.words import words

_SHORT = {"q1": 1, "q2": 2, "q3": 3, "q4": 4}
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_MONEY = words(
    """
    profit profits revenue revenues sales earnings loss losses growth economy output gdp orders margin
    margins inflation exports imports income turnover shipments deliveries investment spending prices
    """
)
_OF_A_MATCH = words(
    """
    goal goals scored score match game beat drew whistle penalty header minute minutes substitute pitch
    trophy equaliser touchdown touchdowns points try tries rebound rebounds referee defeat victory
    """
)


def read_part_of_year(given: Words, i: int) -> Told | None:
    """“The third quarter”, “the first half”, "the first nine months": the year that the tense tells."""
    order = _ORDER.get(given.at(i + 1))
    if given.at(i) != "the" or order is None:
        return None
    unit = given.at(i + 2)
    if unit in ("quarter", "half"):
        length, count, part = (3 if unit == "quarter" else 6), 3, f"{given.at(i + 1)} {unit}"
    elif order == 1 and given.at(i + 3) == "months" and number_in(unit) is not None:
        length, count, part = number_in(unit) or 0, 4, f"first {unit} months"
    else:
        return None
    after = given.at(i + count)
    if after in ("of", "-", "'s", "final", "in") or not 0 < order * length <= 12:
        return None
    if given.at(i - 1) not in ("in", "for", "during", "of", "over", "from") or _is_match(given):
        return None
    if unit == "half" and not _is_business(given):
        return None
    year = _year_of_part(given, i, order * length)
    if year is None:
        return None
    when = When(year, part=part)
    return Told(i, count, f"the {when.text}", when)


def read_short_quarter(given: Words, i: int) -> Told | None:
    """“Q3” without a year."""
    lower = given.at(i)
    if lower not in _SHORT or given.is_year(i + 1) or given.is_year(i - 1) or given.at(i + 1) in ("of", "'"):
        return None
    year = _year_of_part(given, i, 3 * _SHORT[lower])
    if year is None:
        return None
    part = ("first", "second", "third", "fourth")[_SHORT[lower] - 1]
    return Told(i, 1, f"{given.tokens[i].text} {year}", When(year, part=f"{part} quarter"))


def _year_of_part(given: Words, i: int, last_month: int) -> int | None:
    published, tense = given.published, given.tense(min(i + 2, len(given.tokens) - 1))
    expects = any(t.lemma_ in ("expect", "forecast", "predict") and t.tag_ != "VBD" for t in given.tokens)
    if tense == "future" or (tense != "past" and expects):
        return published.year if published.month <= last_month else published.year + 1
    if tense == "past":
        return published.year if published.month > last_month else published.year - 1
    return None


def _is_match(given: Words) -> bool:
    """Whether the quarters and halves may be those of a match."""
    return any(t.lower_ in _OF_A_MATCH for t in given.tokens)


def _is_business(given: Words) -> bool:
    """Whether the sentence is about money and growth, and not about a match of two halves."""
    marks = any(
        t.text in "%$€£" or t.lower_ in ("percent", "cent") or t.ent_type_ == "MONEY" for t in given.tokens
    )
    return marks or any(t.lower_ in _MONEY for t in given.tokens)


def read_months_to(given: Words, i: int) -> Told | None:
    """“The year to March”, “the three months to September”: the latest that is over."""
    if given.at(i) not in ("year", "months", "quarter", "half") or given.at(i + 1) not in (
        "to",
        "through",
    ):
        return None
    at = i + 3 if given.at(i + 2) in ("the", "end", "end-") else i + 2
    while given.at(at) in ("end", "of", "-") and at < i + 6:
        at += 1
    month = given.month_at(at)
    if month is None or given.day_at(at + 1) or given.day_at(at - 1) or given.is_year(at + 1):
        return None
    if given.tense(i) != "past" or given.at(at + 1) in ("last", "this", "next"):
        return None
    if month == given.published.month:
        return None
    year = given.published.year if month < given.published.month else given.published.year - 1
    when = When(year, month)
    return Told(at, 1, f"{given.tokens[at].text} {year}", when)
