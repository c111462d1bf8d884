"""The clauses of one sentence that are claims, and why the others are none."""

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.claims.checkable import THRESHOLD, weigh
from factcheck.claims.clauses import Clause, split_clauses, widened
from factcheck.claims.filters import clause_reason, conditions_in
from factcheck.claims.findings import finding_in
from factcheck.claims.shapes import Shape
from factcheck.claims.signals import Signals
from factcheck.claims.sources import Source, Speakers
from factcheck.claims.speech import subject_of
from factcheck.claims.titles import BODIES_THAT_SPEAK, ROLES
from factcheck.claims.vocabulary import OUTCOMES
from factcheck.domain.articles import BlockRole, Span
from factcheck.domain.claims import ClaimKind, CoverageReason
from factcheck.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


INSERTED = (Shape.REDUCED, Shape.RELATIVE, Shape.APPOSITION)
"""Shapes of facts about a speaker: "Roe, who founded the club in 1990, says …"."""


@dataclass(slots=True)
class Candidate:
    """A clause that is a claim, before it is worded.

    `whole` is set where the claim is wider than its sentence (a quotation of several), `within` where it must
    not reach beyond the words of a quotation.
    """

    clause: Clause
    source: Source | None
    kind: ClaimKind
    parent: Clause | None = None
    whole: Span | None = None
    within: tuple[int, int] | None = None


@dataclass(slots=True)
class Sieve:
    """Parts the clauses of one sentence; afterwards `reason` says why (the rest of) it is no claim."""

    sentence: Sentence
    number: int
    signals: Signals
    quotations: tuple[tuple[int, int], ...]
    speakers: Speakers
    reason: CoverageReason = CoverageReason.VAGUE
    passed: list[tuple[Span, CoverageReason]] = field(default_factory=list)
    """Clauses that are no claims, each with its reason."""
    _conditions: "tuple[Token, ...]" = field(init=False)

    def __post_init__(self) -> None:
        self._conditions = conditions_in(self.tokens)

    @property
    def tokens(self) -> "Tokens":
        """The parsed sentence."""
        return self.sentence.tokens

    def clauses(
        self,
        start: int,
        end: int,
        source: Source | None,
        holes: tuple[tuple[int, int], ...] = (),
        *,
        spoken: bool = False,
    ) -> list[Candidate]:
        """The claims among the clauses of these tokens.

        `spoken` ones are words of a quotation: they have to be checkable by themselves, whoever said them.
        """
        tokens = self.tokens
        quoted = frozenset[int]() if spoken else frozenset(i for a, b in self.quotations for i in range(a, b))
        clauses = split_clauses(tokens, self.signals, start, end, quoted, holes)
        by_head = {clause.head: clause for clause in clauses}
        found: list[Candidate] = []
        for clause in clauses:
            whole = self._with_last_mark(widened(clause, tokens))
            candidate = self.candidate(whole, source, spoken=spoken)
            if candidate is not None:
                parent = by_head.get(clause.parent, clauses[0]) if clause.parent is not None else None
                candidate.parent = parent if parent is not clause else None
                candidate.within = (start, end) if spoken else None
                found.append(candidate)
        return found

    def candidate(self, clause: Clause, source: Source | None, *, spoken: bool = False) -> Candidate | None:
        """`clause` as a claim, or None."""
        finding = self._finding(clause) if source is None and not spoken else None
        source = source or finding
        attributed = source is not None
        reason = clause_reason(clause, self.tokens, self.signals, self._conditions, attributed=attributed)
        if reason is not None:
            self.pass_by(clause, reason)
            return None
        if clause.shape not in (Shape.MAIN, Shape.COORDINATE, Shape.ADVERBIAL) and not self._has_own(clause):
            return None
        headline = self.sentence.role is BlockRole.HEADLINE
        seen = weigh(
            clause,
            self.tokens,
            self.signals,
            attributed=attributed and not spoken,
            named=source is not None and (source.is_named or finding is not None) and not spoken,
            quotation=attributed and not spoken and self._quotes_in(clause),
            headline=headline,
        )
        if seen.score < THRESHOLD:
            opinion = "value judgement" in seen.reasons or "figure of speech" in seen.reasons
            self.pass_by(clause, CoverageReason.OPINION if opinion else CoverageReason.VAGUE)
            return None
        kind = ClaimKind.ATTRIBUTED if attributed or spoken else ClaimKind.STATEMENT
        if headline:
            kind = ClaimKind.HEADLINE
        return Candidate(clause, source, kind)

    def pass_by(self, clause: Clause, reason: CoverageReason) -> None:
        """Note why `clause` is no claim."""
        self.passed.append((self.sentence.place(clause.start, clause.end), reason))
        if reason is not CoverageReason.VAGUE:
            self.reason = reason

    def _with_last_mark(self, clause: Clause) -> Clause:
        """`clause` with the mark that closes a quotation begun in it."""
        cut = any(b - 1 == clause.end and clause.covers(a) for a, b in self.quotations)
        return replace(clause, end=clause.end + 1) if cut else clause

    def _quotes_in(self, clause: Clause) -> bool:
        return any(a < clause.end and clause.start < b and b - a >= 4 for a, b in self.quotations)

    def _has_own(self, clause: Clause) -> bool:
        """Whether a dependent clause carries something to check itself, not by its subject alone."""
        if clause.shape in (Shape.TRAILING, Shape.PARTITIVE) or self.signals.strong_in(
            clause.start, clause.end
        ):
            return True
        outcome = clause.shape is Shape.PARTICIPLE and self.tokens[clause.head].lemma_ in OUTCOMES
        if outcome or clause.shape is Shape.REDUCED:
            kinds = self.signals.names | self.signals.dates
            return any(clause.start <= i < clause.end for i in kinds)
        if clause.shape is Shape.RELATIVE and self.tokens[clause.head].tag_ in ("VBD", "VBN"):
            whose = any(t.lower_ == "whose" for t in self.tokens[clause.start : clause.head])
            if whose or self.tokens[clause.head].lemma_ in OUTCOMES:
                return True
            first = clause.subject[1] if clause.owns_subject and clause.subject else clause.start
            if any(first <= i < clause.end for i in self.signals.names) or self._office_acts(clause):
                return True
        return any(clause.start <= i < clause.end for i in self.signals.dates) and clause.shape in (
            Shape.RELATIVE,
            Shape.PARTICIPLE,
            Shape.EVENT,
        )

    def _office_acts(self, clause: Clause) -> bool:
        """Whether an office or body does what a relative clause tells: "…, which the board turned down"."""
        subject = subject_of(self.tokens[clause.head])
        if subject is None or subject.i == clause.start or not clause.covers(subject.i):
            return False
        known = self.tokens[subject.left_edge.i].lower_ == "the" or subject.pos_ == "PROPN"
        return known and subject.lemma_.lower() in ROLES | BODIES_THAT_SPEAK

    def _finding(self, clause: Clause) -> Source | None:
        """The one who found, promised, forecast or called it what the clause says."""
        quoted = any(clause.covers(a) and a > clause.head for a, _ in self.quotations)
        found = finding_in(self.tokens[clause.head], quoted=quoted)
        if found is None:
            return None
        return self.speakers.source(self.number, found, clause.head)
