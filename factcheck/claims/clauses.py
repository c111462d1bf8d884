"""A parsed sentence to clauses, each of which says one thing."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.claims.cuts import CutRules
from factcheck.claims.denials import stays_denied
from factcheck.claims.edges import CLOSERS, OPENERS, is_idle, without_edges
from factcheck.claims.heads import head_of, joined_before, told_of
from factcheck.claims.phrases import CONNECTIVES
from factcheck.claims.reduced import is_insertion
from factcheck.claims.segments import segments
from factcheck.claims.shapes import Cut, Shape
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_of, subject_range
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


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


_DROPPED_MARKS = words("that while whereas although though")
"""Marks of clauses that are asserted all the same; "if" and "when" are not among them."""
_DEEPEST = 12
"""Clauses within clauses; nobody writes more, and a sentence made to be deeper must not take for ever."""
_NEVER_CUT = frozenset(("DET", "PUNCT", "PRON", "PART", "CCONJ", "SPACE"))
"""Parts of speech that head no clause and no description."""
_LATELY = words("last yesterday this on in")
_TOLD = (Shape.MAIN, Shape.COORDINATE)
_INSERTED = (Shape.RELATIVE, Shape.APPOSITION, Shape.REDUCED)
_SHARING = (Shape.COORDINATE, Shape.PARTICIPLE, Shape.ABSOLUTE)
_SHORTEST_PREDICATE = 2
_CLAUSES = (Shape.COORDINATE, Shape.ADVERBIAL, Shape.ABSOLUTE)


@dataclass(slots=True)
class _Splitter:
    tokens: "Tokens"
    signals: Signals
    quoted: frozenset[int]
    found: list[Clause] = field(default_factory=list)

    def split(self, start: int, end: int, holes: tuple[tuple[int, int], ...]) -> None:
        head = head_of(self.tokens, start, end, holes)
        if head is not None:
            subject = self._subject(head, start, end)
            told = told_of(head, self.tokens, start, end) if head.pos_ in ("NOUN", "PROPN") else None
            if told is not None:
                head, subject = told, (head.left_edge.i, told.left_edge.i)
            before = joined_before(head, self.tokens, start)
            if before is not None:
                self._split_joined(before, head, start, end, holes)
                return
            shape = Shape.REDUCED if is_insertion(head, self.tokens) else Shape.MAIN
            self._divide(Cut(start, end, head, shape, subject), holes, None)

    def _split_joined(
        self, told: "Token", head: "Token", start: int, end: int, holes: tuple[tuple[int, int], ...]
    ) -> None:
        """Divide "York won on Sunday, Roe scoring twice" between its two statements."""
        subject = subject_of(head) or head
        begin = subject.left_edge.i
        first, second = (tuple(h for h in holes if a <= h[0] < b) for a, b in ((start, begin), (begin, end)))
        absolute = head.tag_ == "VBG"
        shape = Shape.ABSOLUTE if absolute else Shape.COORDINATE
        named = (begin, subject.i + 1) if absolute else subject_range(subject)
        self._divide(Cut(start, begin - 1, told, Shape.MAIN, self._subject(told, start, begin)), first, None)
        self._divide(Cut(begin, end, head, shape, named), second, told.i)

    def _subject(self, head: "Token", start: int, end: int) -> tuple[int, int] | None:
        subject = subject_of(head)
        if subject is None or not start <= subject.i < end:
            return None
        return subject_range(subject)

    def _divide(
        self, whole: Cut, holes: tuple[tuple[int, int], ...], parent: int | None, depth: int = 0
    ) -> None:
        rules = CutRules(self.tokens, self.signals)
        cuts = listed = [c for c in rules.listed(whole) if not self._overlaps(c, holes)]
        ahead = {t.i for t in whole.head.ancestors if t.i >= whole.start}
        for token in self.tokens[whole.start : whole.end]:
            if (
                token.pos_ in _NEVER_CUT
                or token.i == whole.head.i
                or token.i in self.quoted
                or token.i in ahead
            ):
                continue
            if any(a <= token.i < b for a, b in holes):
                continue
            cut = rules.cut(token, whole)
            if cut is None or (cut.shape in _SHARING and _stays(cut)):
                continue
            _end_before(cut, listed)
            if cut.end - cut.start < 2:
                continue
            if any(c.start < cut.end and cut.start < c.end and not _takes_over(cut, c) for c in listed):
                continue
            apart = [c for c in cuts if not _within(c, cut)]  # what lies within is cut out of it in its turn
            if any(c.start < cut.end and cut.start < c.end for c in apart):
                continue
            cuts = [*apart, cut]
        inner = [*holes, *((self._with_lead(c, whole), c.trail or c.end) for c in cuts)]
        start, end, kept = without_edges(whole.start, whole.end, inner, self.tokens)
        start, end = self._trim(start, end)
        start = self._without_connective(start, end)
        start, kept = self._after_insertion(start, end, kept, cuts, whole)
        if start < end and self._has_words(start, end, kept):
            subject = whole.subject
            if subject is not None and subject[0] < start < subject[1]:
                subject = (start, subject[1])
            self.found.append(Clause(start, end, whole.head.i, whole.shape, subject, parent, tuple(kept)))
        for cut in cuts:
            if not cut.dropped and depth < _DEEPEST:
                self._divide(cut, (), self._described_by(cut, cuts, whole), depth + 1)

    def _after_insertion(
        self, start: int, end: int, holes: list[tuple[int, int]], cuts: list[Cut], whole: Cut
    ) -> tuple[int, list[tuple[int, int]]]:
        """Past a subject and the statement inserted after it: "Roe, who joined in 2019, | won twice".

        The insertion is a claim of its own; a quote around both would hide it.
        """
        subject = whole.subject
        if subject is None or whole.shape not in _TOLD or not holes or start != subject[0]:
            return start, holes
        (first, last), *rest = sorted(holes)
        if first != subject[1] or last + _SHORTEST_PREDICATE >= end or self.tokens[last].text != ",":
            return start, holes
        if not last < whole.head.i < end or self.tokens[start].lower_ in ("a", "an"):
            return start, holes  # "An offer from Roe, which …, failed": what is only now brought in stays
        told = any(
            c.shape in _INSERTED and not c.dropped and first < c.start < last and self._says(c) for c in cuts
        )
        return (last + 1, rest) if told else (start, holes)

    def _says(self, cut: Cut) -> bool:
        """Whether an insertion is a claim by itself: by a figure or date, or by a verb with a rank."""
        signals = self.signals
        ranks = signals.superlatives if cut.shape is not Shape.APPOSITION else frozenset[int]()
        told = signals.figures | signals.vague | signals.dates | ranks
        return any(cut.start <= i < cut.end for i in told)

    def _described_by(self, cut: Cut, cuts: list[Cut], whole: Cut) -> int:
        """The head of the clause that `cut` belongs to: that of the clause which ends right before it."""
        if cut.shape in (Shape.APPOSITION, Shape.TRAILING) and cut.subject is None:
            for other in cuts:
                if other.shape in _CLAUSES and other.end in (cut.start - 1, cut.start):
                    return other.head.i
        return whole.head.i

    def _overlaps(self, cut: Cut, holes: tuple[tuple[int, int], ...]) -> bool:
        return any(a < cut.end and cut.start < b for a, b in holes) or any(
            cut.start <= i < cut.end for i in self.quoted
        )

    def _has_words(self, start: int, end: int, holes: list[tuple[int, int]]) -> bool:
        return any(
            t.is_alpha or t.like_num
            for t in self.tokens[start:end]
            if not any(a <= t.i < b for a, b in holes)
        )

    def _with_lead(self, cut: Cut, whole: Cut) -> int:
        """Where the hole of a cut begins: with the comma, conjunction or "compared with" before it."""
        at = cut.start if cut.lead is None else max(cut.lead, whole.start)
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
        """Without conjunctions and punctuation at the ends; marks of quotation and brackets stay."""
        tokens = self.tokens
        while start < end and (
            (is_idle(tokens[start], OPENERS) and tokens[start].lower_ != "not")
            or (tokens[start].dep_ == "mark" and tokens[start].lower_ in _DROPPED_MARKS)
        ):
            start += 1
        while end > start and is_idle(tokens[end - 1], CLOSERS):
            end -= 1
        return start, end

    def _without_connective(self, start: int, end: int) -> int:
        """The first token after "even so," and the like, and after the "only" of "only last week"."""
        tokens = self.tokens
        if end - start > 2 and tokens[start].lower_ == "only" and tokens[start + 1].lower_ in _LATELY:
            return start + 1
        comma = next((i for i in range(start, min(start + 6, end)) if tokens[i].text == ","), None)
        if comma is None or comma + 1 >= end:
            return start
        opening = " ".join(t.lower_ for t in tokens[start:comma])
        return comma + 1 if opening in CONNECTIVES else start


def _stays(cut: Cut) -> bool:
    """Whether a second verb shares the "not" of the first, and is denied with it."""
    owns = cut.subject is not None and cut.start <= cut.subject[0] < cut.end
    return stays_denied(cut.head, owns_subject=owns)


def _end_before(cut: Cut, listed: list[Cut]) -> None:
    """End a clause before the comparison that the parser only half counts to it."""
    for other in listed:
        if other.shape is Shape.PARTITIVE and cut.head.i < other.start < cut.end < other.end:
            cut.end = other.start - 1


def _takes_over(cut: Cut, listed: Cut) -> bool:
    """Whether a clause with a verb of its own is what a comparison at its end belongs to."""
    return (
        listed.shape in (Shape.TRAILING, Shape.PARTITIVE)
        and cut.shape not in (Shape.APPOSITION, Shape.COMPARISON, Shape.REDUCED)
        and cut.start <= cut.head.i < listed.start
        and listed.end <= cut.end
    )


def _within(inner: Cut, outer: Cut) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end and not outer.dropped


def split_clauses(
    tokens: "Tokens",
    signals: Signals,
    start: int,
    end: int,
    quoted: frozenset[int],
    holes: tuple[tuple[int, int], ...] = (),
) -> list[Clause]:
    """The clauses of `tokens[start:end]` less `holes`, in order.

    Tokens in `quoted` (a quotation) are never cut.
    """
    splitter = _Splitter(tokens, signals, quoted)
    for first, last, inside in segments(tokens, signals, start, end, quoted):
        given = tuple(hole for hole in holes if first <= hole[0] and hole[1] <= last)
        splitter.split(first, last, inside + given)
    return sorted(splitter.found, key=lambda clause: (clause.start, -clause.end))


def widened(clause: Clause, tokens: "Tokens") -> Clause:
    """A short clause together with the name it describes: "Roe, who is 34", "Roe, founded in 2019"."""
    if clause.subject is None or clause.owns_subject:
        return clause
    longest = {Shape.RELATIVE: 5, Shape.REDUCED: 8}.get(clause.shape, 0)
    start, end = clause.subject
    if clause.end - clause.start > longest or end - start > 6 or not 0 <= clause.start - end <= 1:
        return clause
    return replace(clause, start=start)
