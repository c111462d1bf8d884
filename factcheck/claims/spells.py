"""Years, weeks, quarters and spans told from the day of publication or from another date."""

from datetime import date, timedelta

from factcheck.claims.quarters import read_months_to, read_part_of_year, read_short_quarter
from factcheck.claims.telling import Told, Words
from factcheck.claims.when import When, month_of, months_from, number_in, on, quarter_of, sunday_of
from factcheck.text.words import words

_SHIFT = {"last": -1, "this": 0, "next": 1}
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
"""The first month of each; a winter belongs to two years."""
_UNITS = words("day week fortnight month quarter year decade")
_FINE = words("day days week weeks fortnight fortnights")
_HEDGES = words("than about around nearly almost some over under roughly least most only just barely")
_OWN_TIME = ("nsubj", "nsubjpass", "attr", "dobj")


class SpellReader:
    """Reads the span at one token; `anchor` is the date that "a year earlier" counts from."""

    def __init__(self, given: Words) -> None:
        self._given = given
        self._tokens = given.tokens
        self._published = given.published
        self.anchor: When | None = None

    def read(self, i: int) -> Told | None:
        """The span that begins at token `i`, or None."""
        return (
            self._rolling(i)
            or self._relative(i)
            or self._ago(i)
            or read_part_of_year(self._given, i)
            or read_short_quarter(self._given, i)
            or read_months_to(self._given, i)
            or self._from_anchor(i)
        )

    def _placed(self, i: int, when: When) -> str:
        """The date with the preposition that its place asks for."""
        given = self._given
        before = self._tokens[i - 1] if i else None
        bare = (
            before is not None
            and before.tag_ in ("IN", "TO")
            and before.dep_ != "mark"
            and before.lower_ not in ("than", "as", "that")
        )
        text = f"the {when.text}" if when.part else when.text
        if bare:
            return f"the {when.text}" if when.part and given.at(i - 1) != "the" else text
        meant = when.with_preposition()
        return meant[:1].upper() + meant[1:] if i == 0 else meant

    def _relative(self, i: int) -> Told | None:
        """“Last year”, “this month”, “next week”, “last summer”."""
        given = self._given
        shift, unit = _SHIFT.get(given.at(i)), given.at(i + 1)
        if shift is None or given.at(i - 1) in ("the", "these", "those", "a", "every", "each", "ago"):
            return None
        when = self._shifted(shift, unit)
        if unit == "week":
            return self._week(i, shift)
        if when is None:
            return None
        token = self._tokens[i + 1]
        if given.at(i + 2) == "'s":
            text = f"the {when.year}" if unit == "year" else f"the {when.text}"
            if when.part:
                return None
            return Told(i, 3, text[:1].upper() + text[1:] if i == 0 else text, when)
        if token.dep_ in ("compound", "nmod") and token.head.i > token.i:
            return Told(i, 2, when.text, when)
        if (token.dep_ in _OWN_TIME or self._is_subject(i + 2)) and not when.part:
            return Told(i, 2, when.text, when)
        return Told(i, 2, self._placed(i, when), when)

    def _is_subject(self, i: int) -> bool:
        """Whether the verb at token `i` has nothing else for its subject: "last year was the hottest"."""
        token = self._tokens[i] if i < len(self._tokens) else None
        if token is None or i != 2 or token.tag_ not in ("VBD", "VBZ"):
            return False
        return all(c.i < i for c in token.children if c.dep_ in ("nsubj", "nsubjpass"))

    def _shifted(self, shift: int, unit: str) -> When | None:
        published = self._published
        if unit == "year":
            return When(published.year + shift)
        if unit == "month":
            return months_from(published, shift)
        if unit == "quarter":
            return quarter_of(published, shift)
        month = month_of(unit)
        if month is not None:
            return self._named_month(shift, month)
        return self._season(shift, unit)

    def _named_month(self, shift: int, month: int) -> When | None:
        """“Last March” is the latest one that is over, “next March” the first to come."""
        published = self._published
        if shift == 0:
            return When(published.year, month)
        if shift < 0:
            return When(published.year if month < published.month else published.year - 1, month)
        return When(published.year if month > published.month else published.year + 1, month)

    def _season(self, shift: int, unit: str) -> When | None:
        first = _SEASONS.get(unit)
        if first is None:
            return None
        year, month = self._published.year, self._published.month
        if shift == 0:
            return When(year, part=unit)
        if shift < 0:  # in November, "last summer" may be that of this year or of the one before
            return When(year - 1, part=unit) if month < first else None
        return When(year + 1, part=unit) if month >= first else None

    def _week(self, i: int, shift: int) -> Told | None:
        given = self._given
        if given.at(i + 2) in ("'s", "of") or self._tokens[i + 1].dep_ in _OWN_TIME:
            return None
        if self._tokens[i + 1].dep_ in ("compound", "nmod"):
            return None
        end = on(sunday_of(self._published, shift)).text
        if given.at(i - 1) in ("in", "over", "during"):
            return Told(i, 2, f"the week to {end}")
        if self._tokens[i - 1].tag_ == "IN" and i:
            return None  # "since last week", "from next week"
        return Told(i, 2, f"{'In' if i == 0 else 'in'} the week to {end}")

    def _rolling(self, i: int) -> Told | None:
        """“The past five years” as "the five years to November 2025"."""
        given = self._given
        if given.at(i) not in ("past", "last") or given.at(i - 1) != "the":
            return None
        number = number_in(given.at(i + 1))
        at = i + 2 if number is not None else i + 1
        unit = given.at(at)
        if (unit.removesuffix("s") if number else unit) not in _UNITS or given.at(at + 1) in (
            "of",
            "'s",
            "'",
        ):
            return None
        if number is None and given.at(i) == "last" and unit in ("day", "week", "month", "quarter"):
            return None  # "on the last day"
        end = on(self._published) if unit in _FINE else months_from(self._published, 0)
        spell = " ".join(t.text for t in self._tokens[i + 1 : at + 1])
        return Told(i, at + 1 - i, f"{spell} to {end.text}")

    def _ago(self, i: int) -> Told | None:
        """“Two years ago” as "in 2023", “three days ago” as the day."""
        given = self._given
        number, unit = number_in(given.at(i)), given.at(i + 1).removesuffix("s")
        if number is None or given.at(i + 2) not in ("ago", "earlier") or unit not in _UNITS:
            return None
        if given.at(i - 1) in _HEDGES or given.at(i + 3) in _SHIFT:
            return None
        if given.at(i + 2) == "earlier":
            return self._earlier(i, number, unit)
        when = self._back(number, unit, i)
        return Told(i, 3, self._placed(i, when), when) if when is not None else None

    def _back(self, number: int, unit: str, i: int) -> When | None:
        published = self._published
        if unit in ("year", "decade"):
            years = number * (10 if unit == "decade" else 1)
            if (
                number == 1
                and unit == "year"
                and self.anchor is not None
                and self.anchor.year == published.year
            ):
                anchor = self.anchor
                if anchor.part or (anchor.month is not None and anchor.day is None):
                    return anchor.years_later(-1)
            if number == 1 and unit == "year":
                return When(published.year - 1, published.month)
            return When(published.year - years)
        if unit == "month":
            return months_from(published, -number)
        if unit == "day":
            return on(published - timedelta(days=number))
        return None

    def _earlier(self, i: int, number: int, unit: str) -> Told | None:
        """“A year earlier”, counted from the date before it."""
        anchor = self.anchor
        if anchor is None or unit not in ("year", "day", "month"):
            return None
        if unit == "year":
            when = anchor.years_later(-number)
            if when.day is not None:
                return None
        elif unit == "day" and anchor.day is not None and anchor.month is not None:
            day = _day(anchor)
            when = on(day - timedelta(days=number)) if day is not None else anchor
        elif unit == "month" and anchor.month is not None and anchor.day is None:
            when = months_from(_first_day(anchor), -number)
        else:
            return None
        return Told(i, 3, self._placed(i, when), when)

    def _from_anchor(self, i: int) -> Told | None:
        """“The previous year”, “the year before”, “the day before”, “the following day”."""
        given, anchor = self._given, self.anchor
        if given.at(i) != "the" or anchor is None:
            return None
        word, after = given.at(i + 1), given.at(i + 2)
        shift = {"previous": -1, "preceding": -1, "following": 1, "next": 1}.get(word)
        unit = after if shift is not None else word
        if shift is None:
            shift = {"before": -1, "after": 1}.get(after)
        if (
            shift is None
            or unit not in ("year", "day", "month")
            or given.at(i + 3) in ("'s", "that", "he", "she")
        ):
            return None
        if (
            word == unit
            and i + 3 < len(self._tokens)
            and self._tokens[i + 3].tag_ in ("DT", "PRP", "PRP$", "NNP", "NN")
        ):
            return None  # "the day before the vote"
        when = self._stepped(anchor, shift, unit)
        return Told(i, 3, self._placed(i, when), when) if when is not None else None

    def _stepped(self, anchor: When, shift: int, unit: str) -> When | None:
        if unit == "year":
            return When(anchor.year + shift) if anchor.month is None and not anchor.part else None
        if unit == "day":
            day = _day(anchor)
            return on(day + timedelta(days=shift)) if day is not None else None
        if anchor.month is None or anchor.day is not None:
            return None
        return months_from(_first_day(anchor), shift)


def _day(when: When) -> date | None:
    return date(when.year, when.month, when.day) if when.month and when.day else None


def _first_day(when: When) -> date:
    return date(when.year, when.month or 1, 1)
