"""Speakers as an article names them, also where a pronoun or another sentence does."""

from dataclasses import dataclass, field, replace

from factcheck.claims.voices import Voice
from factcheck.claims.wording import Wording
from factcheck.domain.articles import Document
from factcheck.domain.claims import Attribution, Claim
from factcheck.text.parser import Sentence
from factcheck.text.words import words

_PRONOUNS = words("he she it they")


@dataclass(frozen=True, slots=True)
class Source:
    """Who says a clause: attribution, token of the speech verb where it is in the same sentence.

    `voice` is set where the speaker is told in another sentence, which may still be unread.
    """

    attribution: Attribution
    verb: int | None = None
    voice: Voice | None = None
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
    """The speakers of one document, sentence by sentence in reading order."""

    document: Document
    sentences: tuple[Sentence, ...]
    wording: Wording
    _meant: dict[tuple[int, int], str] = field(default_factory=dict)

    def source(self, number: int, speaker: tuple[int, int] | None, verb: int, *, written: str = "") -> Source:
        """The source told in sentence `number`, which is the one being read; a lone pronoun is made a name.

        `written` is the speech verb where it is more than one word.
        """
        sentence = self.sentences[number]
        text = self.document.text
        name = self._name(number, speaker)
        meant: str | None = None
        if speaker is not None and speaker[1] - speaker[0] == 1 and name.lower() in _PRONOUNS:
            meant = self.wording.whom(number, speaker[0])
            if meant is not None:
                name = self._meant[number, speaker[0]] = meant
        word = written or " ".join(sentence.place(verb, verb + 1).of(text).split())
        word = "according to" if word.lower() == "according" else word
        return Source(Attribution(name, word), verb, resolved=meant is not None)

    def voice(self, voice: Voice) -> Source:
        """The source of words whose speaker is told in another sentence."""
        sentence = self.sentences[voice.sentence]
        verb = ""
        if voice.verb is not None:
            verb = sentence.place(voice.verb, voice.verb + 1).of(self.document.text)
        name = self._name(voice.sentence, voice.speaker)
        return Source(Attribution(name, verb), None, voice)

    def settled(self, claim: Claim, voice: Voice | None) -> Claim:
        """`claim` with the name that its pronoun of a speaker means, once every sentence has been read."""
        if voice is None or voice.speaker is None or claim.attribution is None:
            return claim
        meant = self._meant.get((voice.sentence, voice.speaker[0]))
        if meant is None:
            return claim
        return replace(claim, attribution=Attribution(meant, claim.attribution.verb))

    def _name(self, number: int, speaker: tuple[int, int] | None) -> str:
        if speaker is None or speaker[1] <= speaker[0]:
            return ""
        written = self.sentences[number].place(*speaker).of(self.document.text)
        return " ".join(written.split()).strip(" ,")
