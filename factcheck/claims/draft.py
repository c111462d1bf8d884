"""One sentence while it is being worded: the document's own characters, with what was filled in."""

import re
from typing import TYPE_CHECKING

from factcheck.domain.claims import Fill
from factcheck.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_SPACE_BEFORE = re.compile(r"\s+([,.;:!?%’'])")


class Draft:
    """Keeps, per token, what stands in its place; `fills` records it for the reader."""

    def __init__(self, text: str, sentence: Sentence) -> None:
        self.text = text
        self.sentence = sentence
        self.tokens: Tokens = sentence.tokens
        self.fills: list[Fill] = []
        self.forms: dict[int, str] = {}
        self._spaces: dict[int, str] = {}

    def write(self, start: int, end: int, holes: tuple[tuple[int, int], ...]) -> str:
        """The document's own characters of these tokens, less the holes, with the fills in place."""
        parts: list[str] = []
        for token in self.tokens[start:end]:
            hole = next(((a, b) for a, b in holes if a <= token.i < b), None)
            if hole is not None:
                if parts and token.i == hole[1] - 1:
                    parts.append(" ")
                continue
            closes = token.text == "," and any(token.i == b for _, b in holes)
            if closes and parts.count(",") % 2 == 0 and self._is_under_way(start, token.i, holes):
                parts.append(" ")  # the second of the two commas around a hole
                continue
            at = self.sentence.offset + token.idx
            parts.append(self.forms.get(token.i, self.text[at : at + len(token)]))
            parts.append(self._spaces.get(token.i, token.whitespace_))
        written = " ".join("".join(parts).split())
        return _SPACE_BEFORE.sub(r"\1", written).strip(" ,;:")

    def _is_under_way(self, start: int, end: int, holes: tuple[tuple[int, int], ...]) -> bool:
        """Whether a subject or verb stands before; "In Leeds, …, sales fell" keeps its comma."""
        return any(
            (t.dep_ in _SUBJECTS or t.pos_ in ("VERB", "AUX") or (t.dep_ == "pobj" and t.head.i < start))
            and not any(a <= t.i < b for a, b in holes)
            for t in self.tokens[start:end]
        )

    def fill(self, first: int, count: int, meant: str) -> None:
        """Put `meant` in place of `count` tokens from `first`, unless that has been done to one of them."""
        if any(i in self.forms for i in range(first, first + count)):
            return
        self.forms[first] = meant
        for i in range(first + 1, first + count):
            self.forms[i] = self._spaces[i] = ""
        self._spaces[first] = self.tokens[first + count - 1].whitespace_
        written = self.sentence.place(first, first + count).of(self.text)
        self.fills.append(Fill(" ".join(written.split()), meant))

    def take_back(self, first: int) -> None:
        """Undo the filling at token `first`: what it names has come to stand before it."""
        meant = self.forms.pop(first, None)
        self._spaces.pop(first, None)
        i = first + 1
        while self.forms.get(i) == "" and i in self._spaces:
            del self.forms[i], self._spaces[i]
            i += 1
        self.fills = [fill for fill in self.fills if meant is None or fill.meant != meant]

    def note(self, written: str, meant: str) -> None:
        """Record what is put into the wording without a token to stand for."""
        self.fills.append(Fill(written, meant))


def owner(name: str) -> str:
    """The possessive of a name."""
    return f"{name}’s"
