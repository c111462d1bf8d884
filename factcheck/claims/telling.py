"""The words of one sentence as dates are read from them."""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from factcheck.claims.speech import SAYING
from factcheck.claims.tense import governor, is_put_off, tense_of
from factcheck.claims.when import When, month_of
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_YEAR = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_BETWEEN = words("to and or - – , of the that same")
_DAY = re.compile(r"([12]?\d|3[01])(?:st|nd|rd|th)?\Z")


@dataclass(frozen=True, slots=True)
class Told:
    """A date in `count` tokens from `first`; `meant` is its wording, empty where it keeps its words."""

    first: int
    count: int
    meant: str
    when: When | None = None


class Words:
    """Tokens by their small letters, and what the verbs around them say."""

    def __init__(self, tokens: "Tokens", published: date) -> None:
        self.tokens = tokens
        self._lower = [t.lower_ for t in tokens]
        self.published = published
        self._root = next((t for t in tokens if t.dep_ == "ROOT"), None)

    def at(self, i: int) -> str:
        """The token in small letters; empty outside of the sentence."""
        return self._lower[i] if 0 <= i < len(self._lower) else ""

    def is_year(self, i: int) -> bool:
        """Whether a year stands there."""
        return bool(_YEAR.match(self.at(i)))

    def day_at(self, i: int) -> int | None:
        """The day of a month that stands there."""
        found = _DAY.match(self.at(i))
        return int(found[1]) if found and int(found[1]) > 0 else None

    def month_at(self, i: int) -> int | None:
        """The month that stands there."""
        if not 0 <= i < len(self.tokens):
            return None
        token = self.tokens[i]
        name = token.tag_ in ("NNP", "NN") or token.lower_ not in ("may", "march")
        return month_of(token.lower_) if token.text[:1].isupper() and name else None

    def year_nearby(self, i: int) -> bool:
        """Whether a year, or a word for one, belongs to the month as well: "from March to May 2024"."""
        j = i + 1
        while j < i + 8 and (self.at(j) in _BETWEEN or self.day_at(j) or self.month_at(j)):
            j += 1
        follows = self.is_year(j) or self.at(j) == "year" or self.at(j + 1) == "year"
        return follows or self.is_year(i - 1) or (self.at(i - 1) == "in" and self.is_year(i - 2))

    def tense(self, i: int) -> str:
        """The tense of the verb that the token belongs to: "past", "future" or ""."""
        verb = self._verb(i)
        said = self.tokens[max(0, i - 2 if self.at(i - 1) == "on" else i - 1)]
        if said.tag_ == "VBD" and said.lemma_ in SAYING:
            return "past"  # "said on Monday it would close"
        start = i - 1 if self.day_at(i - 1) else i
        if is_put_off(self.tokens[i], self.at(start - 1)):
            return "future"
        return tense_of(verb) if verb is not None else ""

    def is_perfect(self, i: int) -> bool:
        """Whether that verb tells up to the present: "has closed"."""
        verb = self._verb(i)
        return verb is not None and any(c.lower_ in ("has", "have", "'ve") for c in verb.children)

    def is_present(self, i: int) -> bool:
        """Whether that verb stands in the present tense."""
        verb = self._verb(i)
        if verb is None:
            return False
        above = governor(verb) if verb.tag_ == "VB" else None  # "has until May to pay"
        return any(t.tag_ in ("VBZ", "VBP") for t in (verb, *verb.children, *([above] if above else [])))

    def _verb(self, i: int) -> "Token | None":
        return governor(self.tokens[i]) or self._root
