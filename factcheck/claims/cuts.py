"""Where a clause is cut out of another: one rule for each construction."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_of, subject_range
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


class Shape(StrEnum):
    """How a clause hangs in its sentence; decides how it is worded by itself."""

    MAIN = "main"
    COORDINATE = "coordinate"
    ADVERBIAL = "adverbial"
    PARTICIPLE = "participle"
    ABSOLUTE = "absolute"
    RELATIVE = "relative"
    APPOSITION = "apposition"
    COMPARISON = "comparison"
    REDUCED = "reduced"  # "X, founded in 2019"
    EVENT = "event"  # "following a cut of 5%"
    GAPPED = "gapped"  # "and France 12"


_CONTRAST = words("while whereas although though")
_CIRCUMSTANCE = words("as when after before since because until once where so")
_RESULTS = words("make leave bring take mark mean put give send push")


@dataclass(slots=True)
class Cut:
    """Tokens to be told apart from the clause around them; `dropped` ones carry nothing to check."""

    start: int
    end: int
    head: "Token"
    shape: Shape
    subject: tuple[int, int] | None
    dropped: bool = False
    lead: int | None = None  # where the words begin that go with the cut, such as its "when"
    trail: int | None = None  # where the words end that go with it and say nothing to check


@dataclass(frozen=True, slots=True)
class CutRules:
    """The rules over one parsed sentence: each looks at a token and says which cut begins there, if any."""

    tokens: "Tokens"
    signals: Signals

    def cut(self, token: "Token", whole: Cut) -> Cut | None:
        """The cut that `token` heads inside of `whole`, or None."""
        outside = not whole.start <= token.head.i < whole.end
        if outside and token.dep_ != "ROOT" and not (token.dep_ == "conj" and subject_of(token) is not None):
            return None
        if token.lower_ == "compared":
            return self._comparison(token, whole)
        if token.pos_ in ("VERB", "AUX"):
            return self._verb_cut(token, whole)
        return self._phrase_cut(token, whole)

    def _range(self, token: "Token", whole: Cut) -> tuple[int, int]:
        return max(token.left_edge.i, whole.start), min(token.right_edge.i + 1, whole.end)

    def _after_comma(self, index: int, whole: Cut) -> bool:
        return index > whole.start and self.tokens[index - 1].text in (",", "—", "–", ":")

    def _verb_cut(self, token: "Token", whole: Cut) -> Cut | None:
        start, end = self._range(token, whole)
        strong = self.signals.strong_in(start, end)
        subject = subject_of(token)
        own = subject_range(subject) if subject is not None else None
        if token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
            return self._coordinate(token, whole, start, end, own)
        if (
            token.dep_ in ("pcomp", "advcl", "acl")
            and own is not None
            and _opens_with(token, start, self.tokens)
        ):
            begin = min(own[0], token.i)
            return Cut(begin, end, token, Shape.ABSOLUTE, own)
        if token.dep_ in ("relcl", "acl", "advcl") and self._is_relative(token, start, whole):
            return self._relative(token, whole, start, end)
        if token.dep_ == "advcl" and own is not None:
            return self._adverbial(token, whole, start, end, own)
        if (
            token.dep_ in ("advcl", "acl", "conj", "dep")
            and token.tag_ == "VBG"
            and self._after_comma(start, whole)
        ):
            if end - start >= 4 or strong:
                return Cut(start, end, token, Shape.PARTICIPLE, whole.subject)
            return None
        if token.dep_ in ("ccomp", "parataxis") and own is not None and self._after_comma(start, whole):
            follows = token.head.i == whole.head.i and whole.head.i < token.i
            return Cut(start, end, token, Shape.COORDINATE, own) if follows and strong else None
        return None

    def _coordinate(
        self, token: "Token", whole: Cut, start: int, end: int, own: tuple[int, int] | None
    ) -> Cut | None:
        if own is not None:
            begin = own[0] if own[0] < token.i else start
            for i in range(start, begin):  # adverbials between the conjunction and the subject
                if self.tokens[i].dep_ not in ("cc", "punct", "mark"):
                    begin = i
                    break
            return Cut(begin, end, token, Shape.COORDINATE, own)
        begin = min(
            [token.i, *(c.i for c in token.children if c.dep_ in ("aux", "auxpass", "neg", "advmod"))]
        )
        strong = self.signals.strong_in(begin, end)
        if token.tag_ == "VBG" and whole.head.tag_ == "VBG" and token.head.i == whole.head.i and strong:
            return Cut(begin, end, token, Shape.PARTICIPLE, whole.subject)
        if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or token.head.i != whole.head.i:
            return None
        if strong or end - begin >= 6:
            return Cut(begin, end, token, Shape.COORDINATE, whole.subject)
        return None

    def _is_relative(self, token: "Token", start: int, whole: Cut) -> bool:
        first = self.tokens[start]
        return first.lower_ in ("who", "which", "whose", "where") and self._after_comma(start, whole)

    def _relative(self, token: "Token", whole: Cut, start: int, end: int) -> Cut:
        antecedent = token.head
        if antecedent.pos_ == "NUM" and antecedent.dep_ == "appos":  # "Roe, 19, who joined"
            antecedent = antecedent.head
        results = token.lemma_ in _RESULTS and self.tokens[start].lower_ == "which"
        plain = antecedent.pos_ not in ("NOUN", "PROPN") or antecedent.i in self.signals.figures
        measured = any(c.i in self.signals.figures for c in antecedent.children)
        if self.tokens[start].lower_ == "where" or plain or results or measured:
            named = None
        else:
            several = any(c.dep_ == "conj" for c in antecedent.children)
            named = whole.subject if several and token.tag_ == "VBZ" else subject_range(antecedent)
            named = (named[0], min(named[1], start - 1)) if named is not None else None
        strong = self.signals.strong_in(start, end)
        return Cut(start, end, token, Shape.RELATIVE, named, dropped=not strong and end - start < 4)

    def _adverbial(
        self, token: "Token", whole: Cut, start: int, end: int, own: tuple[int, int]
    ) -> Cut | None:
        marks = [c for c in token.children if c.dep_ in ("mark", "advmod") and c.i <= start + 1]
        word = marks[0].lower_ if marks else ""
        begin = marks[0].i + 1 if marks else start
        strong = self.signals.strong_in(begin, end)
        if word in _CONTRAST:
            return Cut(begin, end, token, Shape.ADVERBIAL, own, lead=start)
        if word not in _CIRCUMSTANCE:
            return None
        if start == whole.start:
            return None
        apart = self._after_comma(start, whole)
        if strong and apart:
            return Cut(begin, end, token, Shape.ADVERBIAL, own, lead=start)
        if not strong and (apart or word == "as") and not any(begin <= i < end for i in self.signals.dates):
            return Cut(start, end, token, Shape.ADVERBIAL, own, dropped=True)
        return None

    def _comparison(self, token: "Token", whole: Cut) -> Cut | None:
        begin = token.i + 2
        if begin >= whole.end or self.tokens[token.i + 1].lower_ not in ("with", "to"):
            return None
        end = next((i for i in range(begin, whole.end) if self.tokens[i].text == ","), whole.end)
        if not self.signals.strong_in(begin, end):
            return None
        if not any(t.pos_ in ("VERB", "AUX") for t in self.tokens[begin:end]):
            return None
        head = next((t for t in self.tokens[begin:end] if not begin <= t.head.i < end), self.tokens[begin])
        return Cut(begin, end, head, Shape.COMPARISON, whole.subject)


def _opens_with(token: "Token", start: int, tokens: "Tokens") -> bool:
    """Whether a participle with its own subject stands after "with"."""
    if token.tag_ not in ("VBG", "VBN"):
        return False
    return token.head.lower_ == "with" or tokens[start].lower_ == "with"
