"""The claims in somebody's own words: that they were said, and what of them can be checked."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.candidates import INSERTED, Candidate, Sieve
from factcheck.claims.clauses import Clause
from factcheck.claims.denials import is_unsaid
from factcheck.claims.filters import is_view, sentence_reason
from factcheck.claims.phrases import EXHORTING, MOODS
from factcheck.claims.quotations import Quoted
from factcheck.claims.segments import subject_in
from factcheck.claims.shapes import Shape
from factcheck.claims.signals import Signals
from factcheck.claims.sources import Source, Speakers
from factcheck.claims.titles import holds_office
from factcheck.claims.voices import Heard
from factcheck.domain.claims import ClaimKind, CoverageReason
from factcheck.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_NEARBY = 3
"""Sentences in which somebody must have been named for "she said" to hand on words that matter."""
_QUOTE_MARKS = frozenset("\"'“”„«»‘’")


@dataclass(frozen=True, slots=True)
class Spoken:
    """Reads the quotations of sentence `number`; `written` is the sentence as it stands in the article."""

    written: str
    sentence: Sentence
    number: int
    signals: Signals
    heard: Heard
    speakers: Speakers
    sieve: Sieve

    @property
    def tokens(self) -> "Tokens":
        """The parsed sentence."""
        return self.sentence.tokens

    def throughout(self) -> list[Candidate]:
        """The claims of a sentence that is quoted throughout."""
        reason = sentence_reason(self.written, self.tokens, self.signals, self.sentence.role, spoken=True)
        if reason is not None:
            self.sieve.reason = reason
            return []
        voice = self.heard.voice
        if voice is not None and voice.verb is not None:
            told = self.speakers.sentences[voice.sentence].tokens
            if is_unsaid(told, voice.verb, voice.speaker):
                return []
        source = self.speakers.voice(voice) if voice is not None else None
        found = self._contents(range(len(self.heard.parts)), source)
        if not found and self.sieve.reason is CoverageReason.VAGUE:
            self.sieve.reason = CoverageReason.OPINION
        return found

    def said(self, quoted: Quoted) -> list[Candidate]:
        """That somebody said it, and what of it can be checked.

        Words without content that can be checked are a claim only where it matters who said them.
        """
        source = self.speakers.source(self.number, quoted.speaker, quoted.verb)
        contents = self._contents(quoted.parts, source)
        clause = Clause(quoted.start, quoted.end, quoted.verb, Shape.MAIN, quoted.speaker)
        words = " ".join(self.tokens[slice(*self.heard.parts[p].inner)].text for p in quoted.parts)
        asked = words.rstrip(" \"'").endswith("?")
        matters = self._matters(quoted, source, words)
        empty = sum(word.isalpha() for word in words.split()) < 2
        if not contents and not self.heard.rich and (asked or empty or not matters):
            self.sieve.pass_by(clause, CoverageReason.QUESTION if asked else CoverageReason.OPINION)
            return []
        said = Candidate(clause, source, ClaimKind.QUOTATION, whole=self.heard.whole)
        return [said, *contents]

    def beside(self, quoted: Quoted) -> list[Candidate]:
        """Facts about the speaker or those spoken to: "“…,” said Roe, who founded the yard in 1990"."""
        last = max(self.heard.parts[p].tokens[1] for p in quoted.parts)
        start = max(min(quoted.verb, quoted.speaker[0] if quoted.speaker else quoted.verb), last)
        if not any(t.text == "," for t in self.tokens[start:]):
            return []
        passed = list(self.sieve.passed)
        found = self.sieve.clauses(start, len(self.tokens), None)
        self.sieve.passed[:] = passed
        return [c for c in found if c.clause.shape in INSERTED]

    def _matters(self, quoted: Quoted, source: Source, words: str) -> bool:
        """Whether it is a claim that just this speaker said it: a named one, or an office or "she" (one of
        those just named, though it is not sure which) that says more than how it feels.
        """
        if quoted.speaker is None:
            return False
        start, end = quoted.speaker
        if source.attribution.speaker[:1].isupper() and source.resolved:
            return True
        if any(t.pos_ == "PROPN" and t.ent_type_ not in ("NORP", "GPE") for t in self.tokens[start:end]):
            return True
        if source.attribution.speaker.lower() in ("he", "she"):
            nearby = self.speakers.sentences[max(0, self.number - _NEARBY) : self.number]
            known = any(t.pos_ == "PROPN" and t.ent_type_ in ("PERSON", "") for s in nearby for t in s.tokens)
        else:
            known = holds_office(self.tokens, start, end, self.heard.quoted_tokens)
        return known and not MOODS.search(words)

    def _contents(self, parts: Iterable[int], source: Source | None) -> list[Candidate]:
        """The claims in the words of these quotations, marks not included."""
        found: list[Candidate] = []
        for p in parts:
            start, end = self.heard.parts[p].inner
            while end > start and (
                self.tokens[end - 1].is_space or self.tokens[end - 1].text in _QUOTE_MARKS
            ):
                end -= 1
            if end - start < 4 or subject_in(self.tokens, start, end) is None:
                continue
            words = self.tokens[start:end].text
            last = self.tokens[end - 1].text
            strong = any(start <= i < end for i in self.signals.figures)
            felt = is_view(words) or MOODS.search(words) is not None
            guessed = felt and any(t.tag_ == "MD" for t in self.tokens[start:end])
            if last == "?" or guessed or (felt and not strong) or EXHORTING.search(words):
                continue
            found += self.sieve.clauses(start, end, source, spoken=True)
        return found
