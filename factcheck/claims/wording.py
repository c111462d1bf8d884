"""Clauses in words that stand without the article around them; whatever is added is recorded."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.claims.clauses import Clause
from factcheck.claims.dates import Calendar, read_dates
from factcheck.claims.draft import Draft
from factcheck.claims.meanings import Meanings
from factcheck.claims.names import Names
from factcheck.claims.signals import Signals
from factcheck.claims.when import When
from factcheck.claims.writer import Writer
from factcheck.domain.claims import ClaimKind, Fill
from factcheck.text.parser import ParsedDocument, Sentence

_LONGEST = 700
_REMEMBERED = 2
"""Sentences without a date after which "the day before" no longer means that before the last date."""


@dataclass(frozen=True, slots=True)
class Worded:
    """The wording of one claim, and what was filled in."""

    text: str
    fills: tuple[Fill, ...]


class Wording:
    """Words the claims of one document."""

    def __init__(self, parsed: ParsedDocument, signals: list[Signals]) -> None:
        self._text = parsed.document.text
        moment = parsed.document.published_at
        pairs = list(zip(parsed.sentences, signals, strict=True))
        self._numbers = {sentence.span.start: number for number, sentence in enumerate(parsed.sentences)}
        self._called: dict[int, dict[int, str]] = {}
        self._meanings = Meanings(pairs, self._text)
        self._calendars = self._read_dates(parsed.sentences, moment.date()) if moment else []

    def _read_dates(self, sentences: Sequence[Sentence], published: date) -> list[Calendar]:
        found: list[Calendar] = []
        before: When | None = None
        since = 0
        for number, sentence in enumerate(sentences):
            opened = self._meanings.opened(number)
            found.append(read_dates(sentence.tokens, published, before, opened=opened))
            told = found[-1].last
            since = 0 if told is not None else since + 1
            before = told or (before if since < _REMEMBERED else None)
        return found

    def whom(self, number: int, start: int, end: int) -> str | None:
        """The name that just these tokens of sentence `number` mean: "she", "the company", a surname.

        None where they are more than that, or where it is not sure.
        """
        meant = self._meanings.of(number).get(start)
        return meant.name if meant is not None and meant.count == end - start else None

    def people(self, sentence: Sentence, clause: Clause) -> tuple[str, ...]:
        """The persons whom a clause and its subject name or mean, by their full names, in order."""
        number = self._numbers[sentence.span.start]
        cast = self._meanings.cast
        names = self._called.get(number)
        if names is None:  # once for all claims of a sentence
            runs = self._meanings.runs(number).items()
            names = {start: cast.meant_by(sentence, start, end).name for start, end in runs}
            names |= {at: meant.name for at, meant in self._meanings.of(number).items()}
            self._called[number] = names
        first, last = clause.subject or (clause.start, clause.start)
        here = [names[at] for at in sorted(names) if clause.covers(at) or first <= at < last]
        return tuple(dict.fromkeys(name for name in here if cast.is_person(name)))

    def word(
        self,
        sentence: Sentence,
        signals: Signals,
        clause: Clause,
        parent: Clause | None,
        kind: ClaimKind,
    ) -> Worded:
        """`clause` as a sentence: its subject restored, pronouns and dates filled in where that is sure.

        What is unsure keeps the article's words. `parent` is the clause it hangs on.
        """
        number = self._numbers[sentence.span.start]
        draft = Draft(self._text, sentence)
        names = Names(draft, signals, self._meanings, number)
        calendar = self._calendars[number] if self._calendars else None
        writer = Writer(draft, names, signals, self._meanings.topic_before(number), calendar)
        text = writer.quotation(clause) if kind is ClaimKind.QUOTATION else writer.sentence(clause, parent)
        if not text or len(text) > _LONGEST:
            return Worded(sentence.place(clause.start, clause.end).of(self._text), ())
        small = text.lower()
        return Worded(text, tuple(fill for fill in draft.fills if fill.meant.lower() in small))
