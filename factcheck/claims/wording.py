"""Clauses in words that stand without the article around them; whatever is added is recorded."""

from dataclasses import dataclass
from datetime import date

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import Draft
from factcheck.claims.mentions import Cast, Scene
from factcheck.claims.pronouns import Names
from factcheck.claims.signals import Signals
from factcheck.claims.writer import Writer
from factcheck.domain.claims import ClaimKind, Fill
from factcheck.text.parser import ParsedDocument, Sentence

_LONGEST = 700


@dataclass(frozen=True, slots=True)
class Worded:
    """The wording of one claim, and what was filled in."""

    text: str
    fills: tuple[Fill, ...]


class Wording:
    """Words the claims of one document, in reading order; `pass_over` each sentence after its claims."""

    def __init__(self, parsed: ParsedDocument, signals: list[Signals]) -> None:
        self._text = parsed.document.text
        moment = parsed.document.published_at
        self._published: date | None = moment.date() if moment else None
        pairs = list(zip(parsed.sentences, signals, strict=True))
        self._cast = Cast(pairs, self._text)
        self._scene = Scene(None, None, ())

    def pass_over(self, sentence: Sentence, signals: Signals) -> None:
        """Take note of what `sentence` talks about, for the pronouns of the next one."""
        self._scene = self._cast.scene(sentence, signals, self._scene)

    def whom(self, sentence: Sentence, signals: Signals, place: int) -> str | None:
        """The name that the pronoun at token `place` means, or None where that is not sure."""
        draft = Draft(self._text, sentence)
        Names(draft, signals, self._cast, self._scene).resolve(place, place + 1)
        return draft.forms.get(place)

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
        draft = Draft(self._text, sentence)
        names = Names(draft, signals, self._cast, self._scene)
        writer = Writer(draft, names, signals, self._scene, self._published)
        text = writer.quotation(clause) if kind is ClaimKind.QUOTATION else writer.sentence(clause, parent)
        if not text or len(text) > _LONGEST:
            return Worded(sentence.place(clause.start, clause.end).of(self._text), ())
        return Worded(text, tuple(draft.fills))
