"""Wrong dates, and the same dates written otherwise."""

import re
from random import Random

from factcheck.domain.evidence import Effect
from factcheck.domain.quantities import Edge, Period
from factcheck.quantities.compare import compare_periods
from factcheck.training.perturbations.pair import Dated, Edit, Edits, Held

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_YEAR = re.compile(r"\b(?:1[0-9]|20)\d\d(?=s?\b)")
_DAY = re.compile(r"\b([1-9]|[12]\d|3[01])(?=(?:st|nd|rd|th)?\b)(?![,.]?\d)")
_MONTH = re.compile(r"\b(?:" + "|".join(_MONTHS) + r")\b")
_WEEKDAY = re.compile(r"\b(?:" + "|".join(_WEEKDAYS) + r")\b")
MONTHS_AND_DAYS = re.compile(f"{_MONTH.pattern}|{_WEEKDAY.pattern}")
_BOUNDS = frozenset({Edge.BY, Edge.BEFORE, Edge.AFTER, Edge.UNTIL})
_TRIES = 6


def wrong_date(held: Held, rng: Random) -> Edits | None:
    """Another year, month, weekday or day that no period of the reference has."""
    for dated in _shuffled(held, rng):
        if dated.mine.edge in _BOUNDS:
            continue
        for _ in range(_TRIES):
            edit = _other(dated.mine, rng) if rng.random() < 0.7 else _coarser(held, dated.mine, rng)
            if edit is not None and _is_wrong(held, dated, edit):
                return (edit,)
    return None


def _shuffled(held: Held, rng: Random) -> list[Dated]:
    found = list(held.dates)
    rng.shuffle(found)
    return found


def _other(period: Period, rng: Random) -> Edit | None:
    quote, start = period.quote, period.span.start
    ways = []
    for pattern, change in ((_YEAR, _other_year), (_MONTH, _other_month), (_WEEKDAY, _other_weekday)):
        match = pattern.search(quote)
        if match is not None:
            ways.append((match, change))
    if _MONTH.search(quote) is not None and period.day is not None:
        match = _DAY.search(quote)
        if match is not None and not quote[match.end() :].startswith(("st", "nd", "rd", "th")):
            ways.append((match, _other_day))
    if not ways or len(_YEAR.findall(quote)) > 1:
        return None
    match, change = rng.choice(ways)
    return Edit(start + match.start(), start + match.end(), change(match.group(), rng))


def _coarser(held: Held, period: Period, rng: Random) -> Edit | None:
    """A less exact or otherwise written form with a wrong part in it."""
    forms = _forms(period, held.pair.claim)
    if not forms:
        return None
    form = rng.choice(forms)
    match = rng.choice([m for p in (_YEAR, _MONTH) if (m := p.search(form.text)) is not None] or [None])
    if match is None:
        return None
    change = _other_year if match.group().isdigit() else _other_month
    new = change(match.group(), rng)
    if new in held.pair.reference:
        return None
    return form._replace(text=form.text[: match.start()] + new + form.text[match.end() :])


def _other_year(year: str, rng: Random) -> str:
    """A near year as a rule; a decade away, or two digits changed over, now and then."""
    way = rng.random()
    number = int(year)
    if way < 0.6:
        return str(number + rng.choice((-1, 1)) * rng.randint(1, 3))
    if way < 0.8:
        return str(number + rng.choice((-1, 1)) * rng.randint(4, 12))
    if way < 0.9 and year[2] != year[3]:
        return year[:2] + year[3] + year[2]
    return str(number + rng.choice((-10, 10, -20)))


def _other_month(month: str, rng: Random) -> str:
    place = _MONTHS.index(month)
    return _MONTHS[(place + rng.choice((-3, -2, -1, -1, 1, 1, 2, 3, 5, 6))) % 12]


def _other_weekday(day: str, rng: Random) -> str:
    return rng.choice([other for other in _WEEKDAYS if other != day])


def _other_day(day: str, rng: Random) -> str:
    number = int(day)
    near = [n for n in range(max(1, number - 9), min(28, number + 9) + 1) if n != number]
    return str(rng.choice(near))


def _is_wrong(held: Held, dated: Dated, edit: Edit) -> bool:
    if (
        " " not in edit.text
        and re.search(rf"\b{re.escape(edit.text)}", held.pair.reference)
        and not edit.text.isdigit()
    ):
        return False
    if _YEAR.fullmatch(edit.text) and (
        edit.text in held.pair.reference or int(edit.text) > _LAST_YEAR >= (dated.mine.year or 0)
    ):
        return False
    after = held.period_after(edit)
    if after is None:
        return False
    if any(compare_periods(after, other).outcome is Effect.AGREES for other in held.their_periods):
        return False
    return all(_apart(after, other) for other in dated.borne)


_LAST_YEAR = 2026
"""No claim of today is put beyond this year."""


def _apart(mine: Period, theirs: Period) -> bool:
    if compare_periods(mine, theirs).outcome is Effect.OPPOSES:
        return True
    if mine.first is None or mine.last is None or theirs.first is None or theirs.last is None:
        return False
    return mine.last < theirs.first or theirs.last < mine.first


_NAMED = "(?P<month>" + "|".join(_MONTHS) + ")"
_OPENING, _CLOSING = r"^(?:\w+day,? )?", r"(?:,? (?P<year>\d{4}))?$"
_FULL = re.compile(rf"{_OPENING}(?P<day>\d{{1,2}}) {_NAMED}{_CLOSING}")
_AMERICAN = re.compile(rf"{_OPENING}{_NAMED} (?P<day>\d{{1,2}}){_CLOSING}")
_MONTH_YEAR = re.compile(r"^(" + "|".join(_MONTHS) + r"),? (\d{4})$")


def date_equivalence(held: Held, rng: Random) -> Edits | None:
    """The same date in another form, or told less exactly: "3 March 2021" as "March 3, 2021" or "2021"."""
    claim = held.pair.claim
    for dated in _shuffled(held, rng):
        options = _forms(dated.mine, claim)
        rng.shuffle(options)
        for edit in options:
            after = held.period_after(edit)
            if after is not None and any(
                compare_periods(after, other).outcome is Effect.AGREES for other in dated.borne
            ):
                return (edit,)
    return None


def _forms(period: Period, claim: str) -> list[Edit]:
    if period.edge is not None:
        return []
    start, end = period.span.start, period.span.end
    quote = period.quote
    before = claim[:start].lower()
    found: list[Edit] = []
    full, american = _FULL.match(quote), _AMERICAN.match(quote)
    match = full or american
    if match is not None:
        day, month, year = match["day"], match["month"], match["year"]
        if full is not None:
            other = f"{month} {day}" + (f", {year}" if year else "")
        else:
            other = f"{day} {month}" + (f" {year}" if year else "")
        if year and other.startswith(month) and claim[end : end + 1] not in (",", ".", "", ")", ";"):
            other += ","
        found.append(Edit(start, end, other))
        if before.endswith(" on ") or before == "on ":
            found.append(Edit(start - 3, end, f"in {month}" + (f" {year}" if year else "")))
            if year:
                found.append(Edit(start - 3, end, f"in {year}"))
        if claim[end : end + 1] == "," and year:
            found = [edit for edit in found if edit.text.startswith("in ")]
        return found
    coarse = _MONTH_YEAR.match(quote)
    if coarse is not None:
        month, year = coarse.groups()
        found.append(Edit(start, end, year))
        found.append(Edit(start, end, month))
    return found
