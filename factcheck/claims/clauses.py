"""A parsed sentence to clauses, each of which says one thing."""

from dataclasses import dataclass, field, replace
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


@dataclass(frozen=True, slots=True)
class Clause:
    """Tokens `start` to before `end` of one sentence, less the `holes`.

    `head` is the verb (or noun, where there is no verb). `subject` are the tokens of its subject, which may
    stand outside of the clause; `parent` is the head of the clause it was cut from.
    """

    start: int
    end: int
    head: int
    shape: Shape
    subject: tuple[int, int] | None = None
    parent: int | None = None
    holes: tuple[tuple[int, int], ...] = ()

    def covers(self, index: int) -> bool:
        """Whether the token belongs to this clause."""
        return self.start <= index < self.end and not any(a <= index < b for a, b in self.holes)

    @property
    def owns_subject(self) -> bool:
        """Whether the subject stands in the clause."""
        return self.subject is not None and self.start <= self.subject[0] < self.end


_CONTRAST = words("while whereas although though")
_CIRCUMSTANCE = words("as when after before since because until once where so")
_SKIPPED_AT_START = words("and or but nor so yet that , ; : - – — with while whereas although though when as")
_RESULTS = words("make leave bring take mark")
_DASHES = words("– — -- ―")
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")


@dataclass(slots=True)
class _Cut:
    start: int
    end: int
    head: "Token"
    shape: Shape
    subject: tuple[int, int] | None
    dropped: bool = False


@dataclass(slots=True)
class _Splitter:
    tokens: "Tokens"
    signals: Signals
    quoted: frozenset[int]
    found: list[Clause] = field(default_factory=list)

    def split(self, start: int, end: int, holes: tuple[tuple[int, int], ...]) -> None:
        head = self._head(start, end, holes)
        if head is not None:
            subject = self._subject(head, start, end)
            self._divide(_Cut(start, end, head, Shape.MAIN, subject), holes, None)

    def _head(self, start: int, end: int, holes: tuple[tuple[int, int], ...]) -> "Token | None":
        inside = [
            t
            for t in self.tokens[start:end]
            if not any(a <= t.i < b for a, b in holes) and not t.is_punct and not t.is_space
        ]
        tops = [t for t in inside if not start <= t.head.i < end or t.head.i == t.i]
        tops = tops or inside[:1]
        verbs = [t for t in tops if t.pos_ in ("VERB", "AUX")]
        with_subject = [t for t in verbs if subject_of(t) is not None]
        return next(iter(with_subject or verbs or tops), None)

    def _subject(self, head: "Token", start: int, end: int) -> tuple[int, int] | None:
        subject = subject_of(head)
        if subject is None or not start <= subject.i < end:
            return None
        return subject_range(subject)

    def _divide(self, whole: _Cut, holes: tuple[tuple[int, int], ...], parent: int | None) -> None:
        cuts: list[_Cut] = []
        for token in self.tokens[whole.start : whole.end]:
            if token.i == whole.head.i or token.i in self.quoted:
                continue
            cut = self._cut(token, whole)
            if cut is None or cut.end - cut.start < 2:
                continue
            if any(c.start < cut.end and cut.start < c.end for c in cuts):
                continue
            cuts.append(cut)
        inner = [*holes, *((self._with_lead(c, whole), c.end) for c in cuts)]
        start, end, kept = _without_edges(whole.start, whole.end, inner, self.tokens)
        start, end = self._trim(start, end)
        if start < end and self._has_words(start, end, kept):
            self.found.append(
                Clause(start, end, whole.head.i, whole.shape, whole.subject, parent, tuple(kept))
            )
        for cut in cuts:
            if not cut.dropped:
                self._divide(cut, (), whole.head.i)

    def _has_words(self, start: int, end: int, holes: list[tuple[int, int]]) -> bool:
        return any(
            t.is_alpha or t.like_num
            for t in self.tokens[start:end]
            if not any(a <= t.i < b for a, b in holes)
        )

    def _with_lead(self, cut: _Cut, whole: _Cut) -> int:
        """Where the hole of a cut begins: with the comma, conjunction or "compared with" before it."""
        at = cut.start
        while at > whole.start:
            before = self.tokens[at - 1]
            lower = before.lower_
            if (
                before.text in (",", "—", "–")
                or lower in ("and", "but", "or", "with", "while", "which", "that")
                or (cut.shape is Shape.COMPARISON and lower in ("compared", "to", "with"))
            ):
                at -= 1
            else:
                break
        return at

    def _trim(self, start: int, end: int) -> tuple[int, int]:
        tokens = self.tokens
        while start < end and (
            tokens[start].is_space
            or (tokens[start].is_punct and tokens[start].text not in ('"', "'", "(", "[", "#", "$", "£", "€"))
            or tokens[start].lower_ in _SKIPPED_AT_START
            and tokens[start].dep_ in ("cc", "mark", "prep", "preconj")
            and tokens[start].dep_ != "prep"
        ):
            start += 1
        while end > start and (
            tokens[end - 1].is_space
            or (tokens[end - 1].is_punct and tokens[end - 1].text not in ('"', "'", ")", "]", "%"))
            or tokens[end - 1].dep_ == "cc"
        ):
            end -= 1
        return start, end

    # Each rule below looks at one token and says which cut, if any, begins there.

    def _cut(self, token: "Token", whole: _Cut) -> _Cut | None:
        if not whole.start <= token.head.i < whole.end and token.dep_ != "ROOT":
            return None
        if token.lower_ == "compared":
            return self._comparison(token, whole)
        if token.pos_ in ("VERB", "AUX"):
            return self._verb_cut(token, whole)
        return self._phrase_cut(token, whole)

    def _range(self, token: "Token", whole: _Cut) -> tuple[int, int]:
        return max(token.left_edge.i, whole.start), min(token.right_edge.i + 1, whole.end)

    def _after_comma(self, index: int, whole: _Cut) -> bool:
        return index > whole.start and self.tokens[index - 1].text in (",", "—", "–", ":")

    def _verb_cut(self, token: "Token", whole: _Cut) -> _Cut | None:
        start, end = self._range(token, whole)
        strong = self.signals.strong_in(start, end)
        subject = subject_of(token)
        own = subject_range(subject) if subject is not None else None
        if token.dep_ == "conj" and token.head.pos_ in ("VERB", "AUX"):
            return self._coordinate(token, whole, start, end, own)
        if token.dep_ in ("pcomp", "advcl", "acl") and own is not None and _opens_with(token, start, self.tokens):
            begin = min(own[0], token.i)
            return _Cut(begin, end, token, Shape.ABSOLUTE, own)
        if token.dep_ in ("relcl", "acl", "advcl") and self._is_relative(token, start, whole):
            return self._relative(token, whole, start, end)
        if token.dep_ == "advcl" and own is not None:
            return self._adverbial(token, whole, start, end, own)
        if token.dep_ in ("advcl", "acl", "conj", "dep") and token.tag_ == "VBG" and self._after_comma(start, whole):
            if end - start >= 4 or strong:
                return _Cut(start, end, token, Shape.PARTICIPLE, whole.subject)
            return None
        if token.dep_ in ("ccomp", "parataxis") and own is not None and self._after_comma(start, whole):
            if token.head.i == whole.head.i and whole.head.i < token.i and strong:
                return _Cut(start, end, token, Shape.COORDINATE, own)
        return None

    def _coordinate(
        self, token: "Token", whole: _Cut, start: int, end: int, own: tuple[int, int] | None
    ) -> _Cut | None:
        if own is not None:
            begin = own[0] if own[0] < token.i else start
            for i in range(start, begin):  # adverbials between the conjunction and the subject
                if self.tokens[i].dep_ not in ("cc", "punct", "mark"):
                    begin = i
                    break
            return _Cut(begin, end, token, Shape.COORDINATE, own)
        begin = min([token.i, *(c.i for c in token.children if c.dep_ in ("aux", "auxpass", "neg", "advmod"))])
        if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or token.head.i != whole.head.i:
            return None
        if self.signals.strong_in(begin, end) or end - begin >= 6:
            return _Cut(begin, end, token, Shape.COORDINATE, whole.subject)
        return None

    def _is_relative(self, token: "Token", start: int, whole: _Cut) -> bool:
        first = self.tokens[start]
        return first.lower_ in ("who", "which", "whose", "where") and self._after_comma(start, whole)

    def _relative(self, token: "Token", whole: _Cut, start: int, end: int) -> _Cut:
        antecedent = token.head
        if self.tokens[start].lower_ == "where" or antecedent.pos_ in ("VERB", "AUX"):
            named = None
        else:
            named = subject_range(antecedent)
            named = (named[0], min(named[1], start - 1))
        strong = self.signals.strong_in(start, end)
        return _Cut(start, end, token, Shape.RELATIVE, named, dropped=not strong and end - start < 4)

    def _adverbial(
        self, token: "Token", whole: _Cut, start: int, end: int, own: tuple[int, int]
    ) -> _Cut | None:
        marks = [c for c in token.children if c.dep_ in ("mark", "advmod") and c.i <= start + 1]
        word = marks[0].lower_ if marks else ""
        begin = marks[0].i + 1 if marks else start
        strong = self.signals.strong_in(begin, end)
        if word in _CONTRAST:
            return _Cut(begin, end, token, Shape.ADVERBIAL, own)
        if word not in _CIRCUMSTANCE:
            return None
        if start == whole.start:
            return None
        apart = self._after_comma(start, whole)
        if strong and apart:
            return _Cut(begin, end, token, Shape.ADVERBIAL, own)
        if not strong and (apart or word == "as") and not any(begin <= i < end for i in self.signals.dates):
            return _Cut(start, end, token, Shape.ADVERBIAL, own, dropped=True)
        return None

    def _comparison(self, token: "Token", whole: _Cut) -> _Cut | None:
        begin = token.i + 2
        if begin >= whole.end or self.tokens[token.i + 1].lower_ not in ("with", "to"):
            return None
        end = next((i for i in range(begin, whole.end) if self.tokens[i].text == ","), whole.end)
        if not self.signals.strong_in(begin, end):
            return None
        if not any(t.pos_ in ("VERB", "AUX") for t in self.tokens[begin:end]):
            return None
        head = next(
            (t for t in self.tokens[begin:end] if not begin <= t.head.i < end), self.tokens[begin]
        )
        return _Cut(begin, end, head, Shape.COMPARISON, whole.subject)

    def _phrase_cut(self, token: "Token", whole: _Cut) -> _Cut | None:
        """A noun phrase after a comma that says something of its own: "a novel of 128 pages"."""
        if token.pos_ not in ("NOUN", "PROPN", "NUM", "ADJ", "ADV") or token.dep_ in ("nsubj", "nsubjpass", "pobj"):
            return None
        start, end = self._range(token, whole)
        if not self._after_comma(start, whole) or self.tokens[start - 1].text == ":":
            return None
        if token.head.i >= start or not self.signals.strong_in(start, end):
            return None
        if self._in_list(token) or not self._is_description(token, start, end):
            return None
        named = None
        if token.dep_ == "appos" and token.head.pos_ in ("NOUN", "PROPN"):
            named = subject_range(token.head)
            named = (named[0], min(named[1], start - 1))
        return _Cut(start, end, token, Shape.APPOSITION, named)

    def _in_list(self, token: "Token") -> bool:
        return token.dep_ == "conj" and any(c.dep_ == "cc" for c in (*token.children, *token.head.children))

    def _is_description(self, token: "Token", start: int, end: int) -> bool:
        if end - start < 3:
            return False
        first = self.tokens[start]
        if token.dep_ in ("npadvmod", "nummod") and token.lower_ in ("year", "week", "month", "day", "years"):
            return False
        if first.lower_ in ("the", "a", "an", "its", "their", "his", "her", "one", "some", "another"):
            return True
        return (
            first.like_num
            or first.tag_ in ("JJS", "RBS", "JJR", "CD", "PRP$", "$")
            or any(t.tag_ == "POS" for t in self.tokens[start:end])
            or any(start <= i < end for i in self.signals.figures)
        )


def _opens_with(token: "Token", start: int, tokens: "Tokens") -> bool:
    """Whether a participle with its own subject stands after "with"."""
    if token.tag_ not in ("VBG", "VBN"):
        return False
    return token.head.lower_ == "with" or tokens[start].lower_ == "with"


def _without_edges(
    start: int, end: int, holes: list[tuple[int, int]], tokens: "Tokens"
) -> tuple[int, int, list[tuple[int, int]]]:
    """The range less the holes at its ends, and the holes that remain inside."""
    left = sorted(holes)

    def idle(a: int, b: int) -> bool:
        return all(t.is_punct or t.is_space or t.dep_ == "cc" for t in tokens[a:b])

    changed = True
    while changed:
        changed = False
        for hole in list(left):
            if hole[1] >= end or idle(hole[1], end):
                end = min(end, hole[0])
                left.remove(hole)
                changed = True
            elif hole[0] <= start or idle(start, hole[0]):
                start = max(start, hole[1])
                left.remove(hole)
                changed = True
    return start, max(start, end), left


def split_clauses(
    tokens: "Tokens", signals: Signals, start: int, end: int, quoted: frozenset[int]
) -> list[Clause]:
    """The clauses of `tokens[start:end]` in order; tokens in `quoted` (a quotation) are never cut."""
    splitter = _Splitter(tokens, signals, quoted)
    for segment, segment_end, holes in _segments(tokens, signals, start, end, quoted):
        splitter.split(segment, segment_end, holes)
    return sorted(splitter.found, key=lambda clause: (clause.start, -clause.end))


def _segments(
    tokens: "Tokens", signals: Signals, start: int, end: int, quoted: frozenset[int]
) -> list[tuple[int, int, tuple[tuple[int, int], ...]]]:
    """Parts between semicolons, colons and dashes, where both sides can stand; insertions become holes."""
    marks = [t.i for t in tokens[start:end] if t.i not in quoted and start < t.i < end - 1]
    dashes = [i for i in marks if tokens[i].text in _DASHES or (tokens[i].text == "-" and _spaced(tokens, i))]
    found: list[tuple[int, int, tuple[tuple[int, int], ...]]] = []
    holes: tuple[tuple[int, int], ...] = ()
    breaks = [i for i in marks if tokens[i].text == ";"]
    breaks += [i for i in marks if tokens[i].text == ":" and _stands(tokens, signals, i + 1, end)]
    if len(dashes) == 2 and not _stands(tokens, signals, start, dashes[0]):
        holes = ((dashes[0], dashes[1] + 1),)
    elif len(dashes) == 2 and subject_of_range(tokens, dashes[1] + 1, end) is None:
        holes = ((dashes[0], dashes[1] + 1),)
    else:
        breaks += [i for i in dashes if _stands(tokens, signals, i + 1, end)]
    edges = [start, *sorted(i for i in breaks if not any(a <= i < b for a, b in holes)), end]
    for a, b in zip(edges, edges[1:], strict=False):
        inside = tuple(h for h in holes if a <= h[0] and h[1] <= b)
        found.append((a, b, inside))
    found.extend((a + 1, b - 1, ()) for a, b in holes if _stands(tokens, signals, a + 1, b - 1))
    return found


def _spaced(tokens: "Tokens", i: int) -> bool:
    return bool(tokens[i - 1].whitespace_) and bool(tokens[i].whitespace_)


def subject_of_range(tokens: "Tokens", start: int, end: int) -> "Token | None":
    """The first subject of a finite verb that both stand in the range."""
    for token in tokens[start:end]:
        if token.dep_ in _SUBJECTS and start <= token.head.i < end and token.head.pos_ in ("VERB", "AUX"):
            return token
    return None


def _stands(tokens: "Tokens", signals: Signals, start: int, end: int) -> bool:
    """Whether the tokens can be a statement: a subject with its verb, or a figure with words around it."""
    if end - start < 3:
        return False
    return subject_of_range(tokens, start, end) is not None or (
        signals.strong_in(start, end) and end - start >= 4
    )


def widened(clause: Clause, tokens: "Tokens") -> Clause:
    """A short relative clause together with the name it describes: "Roe, who is 34"."""
    if clause.shape is not Shape.RELATIVE or clause.subject is None or clause.end - clause.start > 5:
        return clause
    start, end = clause.subject
    if end - start > 6 or clause.start - end > 1:
        return clause
    return replace(clause, start=start)
