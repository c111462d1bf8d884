"""Speakers as an article names them, also where a pronoun or another sentence does."""

from dataclasses import dataclass

from factcheck.claims.voices import Voice
from factcheck.claims.wording import Wording
from factcheck.domain.articles import Document
from factcheck.domain.claims import Attribution
from factcheck.text.parser import Sentence
from factcheck.text.words import words

_PRONOUNS = words("he she it they")
_OWNERS = words("his her its their")
_ADDRESSED = words("mr mrs ms miss")


@dataclass(frozen=True, slots=True)
class Source:
    """Who says a clause: attribution, token of the speech verb where it is in the same sentence."""

    attribution: Attribution
    verb: int | None = None
    resolved: bool = False
    """Whether the speaker's name stands for a pronoun."""

    @property
    def is_named(self) -> bool:
        """Whether the speaker is a name, and not "some" or "critics"."""
        speaker = self.attribution.speaker
        return any(word[:1].isupper() for word in speaker.split()[1:]) or (
            speaker[:1].isupper() and " " not in speaker
        )


@dataclass(slots=True)
class Speakers:
    """The speakers of one document, by the names that it has for them where that is sure."""

    document: Document
    sentences: tuple[Sentence, ...]
    wording: Wording

    def source(self, number: int, speaker: tuple[int, int] | None, verb: int, *, written: str = "") -> Source:
        """The source told in sentence `number`; `written` is the speech verb where it is more than a word."""
        sentence = self.sentences[number]
        word = written or " ".join(sentence.place(verb, verb + 1).of(self.document.text).split())
        word = "according to" if word.lower() == "according" else word
        as_written, name = self._written(number, speaker), self._name(number, speaker)
        resolved = as_written.lower() in _PRONOUNS and name != as_written
        return Source(Attribution(name, word), verb, resolved)

    def voice(self, voice: Voice) -> Source:
        """The source of words whose speaker is told in another sentence."""
        sentence = self.sentences[voice.sentence]
        verb = ""
        if voice.verb is not None:
            verb = sentence.place(voice.verb, voice.verb + 1).of(self.document.text)
        return Source(Attribution(self._name(voice.sentence, voice.speaker), verb))

    def _name(self, number: int, speaker: tuple[int, int] | None) -> str:
        """The speaker's name where a pronoun, a surname or "the company" stands for it, else as written."""
        written = self._written(number, speaker)
        if speaker is None or not written:
            return written
        start, end = speaker
        meant = self.wording.whom(number, start, end)
        first, _, rest = written.partition(" ")
        if meant is None and rest and first.lower().rstrip(".") in _ADDRESSED:
            meant = self.wording.whom(number, start + 1, end)  # "Ms Roe"
        elif meant is None and rest and first.lower() in _OWNERS:
            owner = self.wording.whom(number, start, start + 1)  # "its chair, Ada Roe"
            meant = f"{owner}’s {rest}" if owner is not None else None
        return meant or written

    def _written(self, number: int, speaker: tuple[int, int] | None) -> str:
        if speaker is None or speaker[1] <= speaker[0]:
            return ""
        written = self.sentences[number].place(*speaker).of(self.document.text)
        return " ".join(written.split()).strip(" ,")
