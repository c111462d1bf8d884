"""Dates that are told from the day of publication, written out."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause
from factcheck.claims.spells import SpellReader
from factcheck.claims.telling import Told, Words
from factcheck.claims.when import WEEKDAYS, When, on, sunday_of
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_DAY_WORDS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_TIMES = words("night morning afternoon evening")
_BEFORE_DAYS = words("on by since until before after from till for to of")
_BEFORE_MONTHS = words(
    "in of since until till by from to late early mid and between during through before after for"
)
_ALWAYS = words("every each annually usually always normally typically often yearly weekly")
_SPANNERS = words("to through - –")
_JOINERS = _SPANNERS | {"and", "or"}
_WEEKS = {"last": -1, "this": 0, "next": 1}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of one sentence, and the last of them, to which the next sentence may refer."""

    told: tuple[Told, ...]
    last: When | None

    def fills(self, clause: Clause) -> list[tuple[int, int, str]]:
        """First token, number of tokens and wording of each date in the clause that is written out."""
        return [
            (one.first, one.count, one.meant)
            for one in self.told
            if one.meant and all(clause.covers(i) for i in range(one.first, one.first + one.count))
        ]


def read_dates(tokens: "Tokens", published: date, before: When | None, *, opened: bool = False) -> Calendar:
    """The dates of a sentence, given the last one of the sentence before.

    `opened` tells that the sentence begins inside of a quotation.
    Only what is sure is written out: a weekday of a past clause is the latest one up to `published`, of a
    future one the next; a month without a year likewise. What stays open, or stands in quotation marks,
    keeps its words.
    """
    reader = _Reader(Words(tokens, published), before)
    told: list[Told] = []
    free_from = 0
    quoted = opened
    for i, token in enumerate(tokens):
        quoted ^= token.text == '"'
        found = None if quoted or i < free_from else reader.read(i)
        if found is not None:
            told.append(found)
            reader.note(found)
            free_from = found.first + found.count
    return Calendar(tuple(told), reader.last)


class _Reader:
    """Reads the date at one token after the other."""

    def __init__(self, given: Words, before: When | None) -> None:
        self._given = given
        self._tokens = given.tokens
        self._published = given.published
        self._before = before
        self._spells = SpellReader(given)
        self.last: When | None = None

    def note(self, told: Told) -> None:
        if told.when is not None:
            self.last = told.when
            self._spells.anchor = told.when

    def read(self, i: int) -> Told | None:
        self._spells.anchor = self.last or self._before
        return (
            self._explicit(i) or self._weekday(i) or self._near(i) or self._month(i) or self._spells.read(i)
        )

    # Dates that are complete

    def _explicit(self, i: int) -> Told | None:
        """A date with its year, to which others may refer."""
        given = self._given
        lower = given.at(i)
        if given.is_year(i) and (
            given.at(i - 1) in ("in", "since", "of", "from", "for", "by", "to", "until")
        ):
            return Told(i, 1, "", When(int(lower)))
        month = given.month_at(i)
        if month is None:
            return None
        if given.is_year(i + 1):
            day = given.day_at(i - 1)
            return Told(i, 2, "", When(int(given.at(i + 1)), month, day))
        day = given.day_at(i + 1)
        year_at = i + 3 if given.at(i + 2) == "," else i + 2
        if day is not None and given.is_year(year_at):
            return Told(i, year_at + 1 - i, "", When(int(given.at(year_at)), month, day))
        return None

    # Days

    def _weekday(self, i: int) -> Told | None:
        given = self._given
        lower = given.at(i)
        prefix = lower if lower in ("last", "next", "this") and given.at(i + 1) in WEEKDAYS else ""
        at = i + 1 if prefix else i
        if not prefix and given.at(i - 1) in ("last", "next", "this"):
            return None
        if given.at(at) not in WEEKDAYS or self._is_part_of_date(at):
            return None
        token = self._tokens[at]
        before = self._tokens[i - 1] if i else None
        if (
            before is not None
            and before.text[:1].isupper()
            and before.pos_ in ("PROPN", "ADJ")
            and not prefix
        ):
            return None  # "Black Friday"
        number = WEEKDAYS.index(given.at(at))
        week = _WEEKS.get(given.at(at + 1)) if given.at(at + 2) == "week" and not prefix else None
        if week is not None:
            day: date | None = sunday_of(self._published, week) - timedelta(days=6 - number)
        else:
            day = self._day_of(number, prefix, given.tense(at))
        if day is None:
            return None
        written = f"{token.text} {on(day).text}"
        if given.at(at + 1) == "'s":
            return Told(i, at + 2 - i, self._as_first(i, f"the {on(day).text}"), on(day))
        time = given.at(at + 1) if given.at(at + 1) in _TIMES else ""
        spoken = f"the {time} of {written}" if time else written
        last = at + 1 if time else at + 2 if week is not None else at
        preposition = before is not None and before.lower_ in _BEFORE_DAYS
        preposition = preposition or (given.at(i - 1) in ("and", "or") and given.at(i - 2) in WEEKDAYS)
        if not preposition:
            adverb = token.dep_ in ("npadvmod", "pobj", "dobj", "appos")
            if not (adverb or prefix) or (before is not None and before.tag_ in ("DT", "PRP$", "POS", "CC")):
                return None
            spoken = f"on {spoken}"
        return Told(i, last + 1 - i, self._as_first(i, spoken), on(day))

    def _is_part_of_date(self, at: int) -> bool:
        """Whether a weekday has its day beside it, or is one of several."""
        given = self._given
        after = at + 2 if given.at(at + 1) == "," else at + 1
        if given.month_at(after) is not None or given.day_at(after) is not None:
            return True
        if given.at(at - 1) in _ALWAYS | {"a"}:
            return True
        joined = given.at(at + 1) in _SPANNERS and given.at(at + 2) in WEEKDAYS
        return joined or (given.at(at - 1) in _SPANNERS and given.at(at - 2) in WEEKDAYS)

    def _day_of(self, number: int, prefix: str, tense: str) -> date | None:
        published = self._published
        back = (published.weekday() - number) % 7
        if prefix == "last":
            # On a Wednesday, "last Tuesday" is hardly yesterday, nor surely the week before.
            return None if 0 < back <= 2 else published - timedelta(days=back or 7)
        if prefix == "next":
            ahead = 7 - back
            same_week = number > published.weekday()
            return None if same_week else published + timedelta(days=ahead)
        if prefix == "this":
            return published + timedelta(days=number - published.weekday())
        if tense == "past":
            return published - timedelta(days=back)
        if tense == "future" and back:
            return published + timedelta(days=7 - back)
        return None

    def _near(self, i: int) -> Told | None:
        """“Yesterday”, “last night”, “this morning”, “tonight”."""
        given = self._given
        lower, after = given.at(i), given.at(i + 1)
        if lower in ("last", "this") and after in _TIMES:
            if (lower == "last") != (after == "night"):
                return None
            day = self._published - timedelta(days=lower == "last")
            return Told(i, 2, self._as_first(i, f"on the {after} of {on(day).text}"), on(day))
        shift = _DAY_WORDS.get(lower)
        token = self._tokens[i] if 0 <= i < len(self._tokens) else None
        if shift is None or token is None:
            return None
        day = self._published + timedelta(days=shift)
        if after == "'s":
            return Told(i, 2, self._as_first(i, f"the {on(day).text}"), on(day)) if shift else None
        if shift == 0 and given.tense(i) not in ("past", "future"):
            return None  # "today" that means nowadays
        if token.dep_ not in ("npadvmod", "advmod", "pobj"):
            return None
        preposition = given.at(i - 1) in _BEFORE_DAYS - {"late", "early"}
        if after in _TIMES:
            meant = f"the {after} of {on(day).text}"
            return Told(i, 2, self._as_first(i, meant if preposition else f"on {meant}"), on(day))
        meant = on(day).text if preposition else f"on {on(day).text}"
        return Told(i, 1, self._as_first(i, meant), on(day))

    # Months

    def _month(self, i: int) -> Told | None:
        """“In March”, "3 March", "March 3": the year that the tense tells."""
        given = self._given
        month = given.month_at(i)
        if month is None or given.at(i + 1) == "'s":
            return None
        day_after, day_before = given.day_at(i + 1), given.day_at(i - 1)
        if day_after is not None and given.at(i + 2) in ("%", "people", "per"):
            day_after = None
        end = i + 2 if day_after is not None else i + 1
        shifted = self._with_shift(i, month, day_before)
        if shifted is not None:
            return shifted
        if given.at(i - 1) in ("last", "next", "this"):
            return None
        if given.at(i - 1) not in _BEFORE_MONTHS and day_after is None and day_before is None:
            return None
        if given.year_nearby(i) or self._is_another_year(i) or self._is_custom():
            return None
        year = self._year_of(i, month, day_after or day_before)
        if year is None:
            return None
        when = When(year, month, day_after or day_before)
        ranged = given.at(end) in _JOINERS and (given.month_at(end + 1) or given.day_at(end + 1)) is not None
        written = " ".join(t.text for t in self._tokens[i:end])
        if ranged and day_after is not None and given.day_at(end + 1) is not None:
            return Told(i, end + 2 - i, f"{written} {given.at(end)} {given.at(end + 1)}, {year}", when)
        return Told(i, end - i, f"{written}, {year}" if day_after is not None else f"{written} {year}", when)

    def _with_shift(self, i: int, month: int, day: int | None) -> Told | None:
        """“March last year”, “May of this year”."""
        given = self._given
        at = i + 2 if given.at(i + 1) == "of" else i + 1
        shift = {"last": -1, "this": 0, "next": 1}.get(given.at(at))
        if shift is None or given.at(at + 1) != "year" or given.at(at + 2) == "'s":
            return None
        year = self._published.year + shift
        return Told(i, at + 2 - i, f"{self._tokens[i].text} {year}", When(year, month, day))

    def _year_of(self, i: int, month: int, day: int | None) -> int | None:
        given, published = self._given, self._published
        tense = given.tense(i)
        before = given.at(i - 2 if given.day_at(i - 1) else i - 1)
        if before == "since":
            tense = "past"
        elif before in ("until", "till", "by") and tense == "" and given.is_present(i):
            tense = "future"
        here = (published.month, published.day if day is not None else 0)
        that = (month, day or 0)
        if tense == "past":
            return published.year if that <= here else published.year - 1
        if tense == "future":
            return published.year if that >= here else published.year + 1
        return None

    def _is_another_year(self, i: int) -> bool:
        """Whether the article is telling of an earlier year: "In 2019 … In March …"."""
        known = self.last or (self._before if i <= 1 else None)
        if known is None or self._given.is_perfect(i):
            return False
        return known.year < self._published.year - 1

    def _is_custom(self) -> bool:
        return any(t.lower_ in _ALWAYS for t in self._tokens)

    def _as_first(self, i: int, text: str) -> str:
        return text[:1].upper() + text[1:] if i == 0 else text
