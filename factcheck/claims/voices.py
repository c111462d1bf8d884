"""Who speaks in the quotations of an article, also where one runs over several sentences."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.claims.marks import Quotation, quotations_in
from factcheck.claims.quotations import Quoted, find_quoted
from factcheck.claims.signals import Signals
from factcheck.claims.speech import named_range, subject_of
from factcheck.domain.articles import Span
from factcheck.text.parser import ParsedDocument, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

_LONGEST = 900
"""Code points of quotation and speaker that are still one claim; of a longer one only its sentence is."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks: the tokens of the name in the sentence with that number, and the speech verb."""

    sentence: int
    speaker: tuple[int, int] | None
    verb: int | None


@dataclass(frozen=True, slots=True)
class Part:
    """What of one quotation stands in a sentence: places in the text and tokens, marks included."""

    quotation: int
    span: Span
    tokens: tuple[int, int]
    inner: tuple[int, int]
    opens: bool
    closes: bool


@dataclass(slots=True)
class Heard:
    """The quotations of one sentence.

    `quoted` is set where the sentence itself tells who speaks, `whole` then is all of that quotation with the
    speaker, in this sentence and beside it. `voice` is who speaks in a sentence that is quoted throughout.
    """

    parts: list[Part] = field(default_factory=list)
    quoted: Quoted | None = None
    whole: Span | None = None
    voice: Voice | None = None
    throughout: bool = False
    rich: bool = False
    """Whether the quotation that the sentence tells of has a figure in the sentences beside it."""

    @property
    def quoted_tokens(self) -> frozenset[int]:
        """The tokens in quotation marks, marks included."""
        return frozenset(i for part in self.parts for i in range(*part.tokens))


def hear(parsed: ParsedDocument, signals: Sequence[Signals]) -> list[Heard]:
    """For each sentence of the document what is quoted in it and by whom."""
    return _Listener(parsed, signals).hear()


class _Listener:
    def __init__(self, parsed: ParsedDocument, signals: Sequence[Signals]) -> None:
        self._signals = signals
        self._text = parsed.document.text
        self._sentences = parsed.sentences
        self._quotations = quotations_in(parsed.document)
        self._heard = [Heard() for _ in parsed.sentences]
        self._touched: list[list[int]] = [[] for _ in self._quotations]
        self._voices: dict[int, Voice] = {}

    def hear(self) -> list[Heard]:
        self._place()
        for number, heard in enumerate(self._heard):
            if heard.parts:
                self._read(number, heard)
        self._pass_on()
        for number, heard in enumerate(self._heard):
            if heard.quoted is not None:
                heard.whole = self._whole(number, heard, heard.quoted)
                spread = [n for p in heard.quoted.parts for n in self._touched[heard.parts[p].quotation]]
                heard.rich = any(self._signals[n].figures for n in spread if n != number)
            elif heard.throughout:
                heard.voice = self._voices.get(heard.parts[0].quotation)
        return self._heard

    def _place(self) -> None:
        """The parts of each sentence; a quotation that is never closed ends with its sentence."""
        at = 0
        reading = -1
        places: list[int] = []
        for q, quotation in enumerate(self._quotations):
            while at < len(self._sentences) and self._sentences[at].span.end <= quotation.span.start:
                at += 1
            number = at
            while number < len(self._sentences) and self._sentences[number].span.start < quotation.span.end:
                if number != reading:
                    places = [t.idx for t in self._sentences[number].tokens]
                    reading = number
                part = _part(self._sentences[number], places, q, quotation)
                if part is not None:
                    self._heard[number].parts.append(part)
                    self._touched[q].append(number)
                continued = q > 0 and self._quotations[q - 1].goes_on
                if not quotation.closed and not quotation.goes_on and not continued:
                    break
                number += 1

    def _read(self, number: int, heard: Heard) -> None:
        tokens = self._sentences[number].tokens
        inside = heard.quoted_tokens
        heard.throughout = all(t.i in inside or t.is_punct or t.is_space for t in tokens)
        if heard.throughout:
            return
        quoted = find_quoted(tokens, [part.tokens for part in heard.parts])
        if quoted is None:
            return
        spoken = [heard.parts[p].quotation for p in quoted.parts]
        if any(q in self._voices for q in spoken):
            return  # told already, in the sentence where the quotation begins
        heard.quoted = quoted
        for q in spoken:
            self._voices[q] = Voice(number, quoted.speaker, quoted.verb)

    def _pass_on(self) -> None:
        """Voices for quotations that name nobody: more of a speech, or words right behind its speaker."""
        for q, quotation in enumerate(self._quotations[:-1]):
            if quotation.goes_on and q in self._voices:
                self._voices.setdefault(q + 1, self._voices[q])
        for q in range(len(self._quotations) - 2, -1, -1):
            if self._quotations[q].goes_on and q + 1 in self._voices:
                self._voices.setdefault(q, self._voices[q + 1])
        for q, touched in enumerate(self._touched):
            if q in self._voices or not touched or touched[0] == 0:
                continue
            first = touched[0]
            if not self._heard[first].throughout or not self._same_paragraph(first - 1, first):
                continue
            voice = self._voice_of_sentence(first - 1)
            if voice is not None:
                self._voices[q] = voice

    def _same_paragraph(self, one: int, other: int) -> bool:
        between = self._text[self._sentences[one].span.end : self._sentences[other].span.start]
        return "\n" not in between

    def _voice_of_sentence(self, number: int) -> Voice | None:
        """Who speaks in the sentence before a quotation, or the person whom it is about."""
        heard = self._heard[number]
        voices = [self._voices[part.quotation] for part in heard.parts if part.quotation in self._voices]
        if voices:
            return voices[-1]
        if heard.parts:
            return None
        tokens = self._sentences[number].tokens
        root = next((t for t in tokens if t.dep_ == "ROOT"), None)
        subject = subject_of(root) if root is not None else None
        if subject is None or not _is_person(subject):
            return None
        return Voice(number, named_range(subject, tokens, frozenset()), None)

    def _whole(self, number: int, heard: Heard, quoted: Quoted) -> Span:
        """The claim in its sentence, and what of the quotation stands in the sentences beside it."""
        own = self._sentences[number].place(quoted.start, quoted.end)
        start, end = own.start, own.end
        for p in quoted.parts:
            part = heard.parts[p]
            touched = self._touched[part.quotation]
            if not part.opens and touched[0] < number:
                start = min(start, self._quotations[part.quotation].span.start)
            if not part.closes and touched[-1] > number:
                last = self._heard[touched[-1]]
                end = max(end, next(x.span.end for x in last.parts if x.quotation == part.quotation))
        if end - start > _LONGEST:
            return own
        return Span(start, end)


def _part(sentence: Sentence, places: Sequence[int], q: int, quotation: Quotation) -> Part | None:
    start = max(quotation.span.start, sentence.span.start)
    end = min(quotation.span.end, sentence.span.end)
    first = max(quotation.inner.start, sentence.span.start)
    last = min(quotation.inner.end, sentence.span.end)
    tokens = _between(places, start - sentence.offset, end - sentence.offset)
    inner = _between(places, first - sentence.offset, last - sentence.offset)
    if tokens is None or inner is None:
        return None
    return Part(
        q,
        Span(start, end),
        tokens,
        inner,
        opens=quotation.span.start >= sentence.span.start,
        closes=quotation.closed and quotation.span.end <= sentence.span.end,
    )


def _between(places: Sequence[int], start: int, end: int) -> tuple[int, int] | None:
    """The tokens that begin between two places, where token `t` begins at `places[t]`."""
    first, last = bisect_left(places, start), bisect_left(places, end)
    return (first, last) if first < last else None


def _is_person(subject: "Token") -> bool:
    if subject.lower_ in ("he", "she"):
        return True
    return subject.ent_type_ == "PERSON" and subject.pos_ == "PROPN"
