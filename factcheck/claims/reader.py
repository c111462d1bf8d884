"""One parsed sentence to the claims in it."""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.claims.checkable import THRESHOLD, Checkable, weigh
from factcheck.claims.clauses import Clause, split_clauses, widened
from factcheck.claims.filters import clause_reason, sentence_reason
from factcheck.claims.quotations import Quoted, clause_after, find_quoted
from factcheck.claims.shapes import Shape
from factcheck.claims.signals import Signals, find_quotations
from factcheck.claims.speech import FINDING, SAYING, Speech, find_speech, subject_of, subject_range
from factcheck.claims.vocabulary import OUTCOMES
from factcheck.claims.wording import Wording, doubt_in
from factcheck.domain.articles import BlockRole, Document, Span
from factcheck.domain.claims import Attribution, Claim, ClaimKind, CoverageReason
from factcheck.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_ABBREVIATION = re.compile(r"(?:\b\w\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|St|etc|No)\.$")
_INSERTED = (Shape.REDUCED, Shape.RELATIVE, Shape.APPOSITION)
"""Shapes of facts about a speaker: "Roe, who founded the club in 1990, says …"."""


@dataclass(slots=True)
class Candidate:
    """A clause that is a claim, before it is worded."""

    clause: Clause
    worth: Checkable
    attribution: Attribution | None
    kind: ClaimKind
    parent: Clause | None = None


@dataclass(slots=True)
class Reader:
    """Reads one sentence; `reason` says afterwards why (the rest of) it is no claim."""

    document: Document
    sentence: Sentence
    signals: Signals
    wording: Wording
    quotations: list[Span] = field(init=False)
    reason: CoverageReason = CoverageReason.VAGUE
    passed: list[tuple[Span, CoverageReason]] = field(default_factory=list)
    """Clauses that are no claims, each with its reason."""

    def __post_init__(self) -> None:
        self.quotations = find_quotations(self.document.text, self.sentence.span)

    @property
    def tokens(self) -> "Tokens":
        """The parsed sentence."""
        return self.sentence.tokens

    def read(self) -> list[Claim]:
        """The claims of the sentence; leaves why the rest is none in `reason` and `passed`."""
        written = self.sentence.span.of(self.document.text)
        reason = sentence_reason(written, self.tokens, self.signals, self.sentence.role)
        if reason is not None:
            self.reason = reason
            return []
        quoted = find_quoted(self.tokens, [self._token_range(span) for span in self.quotations])
        candidates = self._quotation(quoted) if quoted is not None else self._statements()
        if quoted is not None:
            after = clause_after(self.tokens, quoted)
            candidates += self._clauses(*after, None) if after is not None else []
        if self.sentence.role is BlockRole.HEADLINE:
            candidates = self._headline(candidates)
        return [self._claim(candidate) for candidate in candidates]

    def _headline(self, found: list[Candidate]) -> list[Candidate]:
        """A headline with one claim is claimed whole: it is too short to leave a part out.

        So is one whose telegraphic grammar hid its verb from the parser, if it names somebody or something.
        """
        tokens = self.tokens
        if len(found) > 1:
            return found
        if found:
            head, subject = found[0].clause.head, found[0].clause.subject
            clause = Clause(0, len(tokens), head, Shape.MAIN, subject)
            return [replace(found[0], clause=clause, parent=None)]
        verb = next((t for t in tokens if t.pos_ == "VERB" and t.tag_ in ("VBZ", "VBD", "VBN", "VBP")), None)
        if verb is None or self.reason is not CoverageReason.VAGUE:
            return []
        if not self.signals.names and subject_of(verb) is None:
            return []
        if any(t.tag_ in ("WRB", "WP", "MD") for t in tokens):
            return []
        clause = Clause(0, len(tokens), verb.i, Shape.MAIN)
        worth = Checkable(THRESHOLD, ("headline", "name"))
        return [Candidate(clause, worth, None, ClaimKind.HEADLINE)]

    def _token_range(self, span: Span) -> tuple[int, int]:
        offset = self.sentence.offset
        inside = [t.i for t in self.tokens if span.start <= offset + t.idx < span.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def _quotation(self, quoted: Quoted) -> list[Candidate]:
        clause = Clause(quoted.start, quoted.end, quoted.verb, Shape.MAIN, quoted.speaker)
        worth = weigh(clause, self.tokens, self.signals, quotation=True)
        if worth.score < THRESHOLD:
            self.reason = CoverageReason.OPINION
            return []
        return [Candidate(clause, worth, self._attribution(quoted.speaker, quoted.verb), ClaimKind.QUOTATION)]

    def _statements(self) -> list[Candidate]:
        tokens = self.tokens
        start, end = 0, len(tokens)
        speech = find_speech(tokens, start, end)
        if speech is None:
            return self._clauses(start, end, None)
        attribution = self._attribution(speech.speaker, speech.verb)
        found = self._about_speaker(speech)
        if speech.start > start and tokens[speech.start - 1].text in (":", ";"):
            found += self._clauses(start, speech.start, None)
            start = speech.start
        rest = [(a, b) for a, b in ((start, speech.start), (speech.end, end)) if self._words_in(a, b)]
        if len(rest) == 2 and tokens[rest[1][0]].tag_ == "VBG":
            found += self._clauses(*rest[0], attribution)
            found += self._said_further(speech, *rest[1])
        elif len(rest) == 2 and (self.signals.strong_in(*rest[1]) or self._is_open(speech.start)):
            found += self._clauses(start, end, attribution, ((speech.start, speech.end),))
        else:
            for part in rest:
                found += self._clauses(*part, attribution)
        return found

    def _about_speaker(self, speech: Speech) -> list[Candidate]:
        """Facts told beside the speaker's name; what else the attribution says is no rejected statement."""
        if not any(t.text == "," for t in self.tokens[speech.start + 1 : speech.end - 1]):
            return []
        found = self._clauses(speech.start, speech.end, None)
        self.passed.clear()
        return [c for c in found if c.clause.shape in _INSERTED]

    def _clauses(
        self,
        start: int,
        end: int,
        attribution: Attribution | None,
        holes: tuple[tuple[int, int], ...] = (),
    ) -> list[Candidate]:
        """The claims among the clauses of these tokens."""
        tokens = self.tokens
        quoted = frozenset(i for span in self.quotations for i in range(*self._token_range(span)))
        clauses = split_clauses(tokens, self.signals, start, end, quoted, holes)
        by_head = {clause.head: clause for clause in clauses}
        found: list[Candidate] = []
        for clause in clauses:
            candidate = self._candidate(widened(clause, tokens), attribution)
            if candidate is not None:
                parent = by_head.get(clause.parent, clauses[0]) if clause.parent is not None else None
                candidate.parent = parent if parent is not clause else None
                found.append(candidate)
        return found

    def _said_further(self, speech: Speech, start: int, end: int) -> list[Candidate]:
        """“…, the mayor said, adding that …” and "…, having weighed six studies": by the same speaker."""
        tokens = self.tokens
        head = tokens[start]
        if head.lower_ == "having" and head.dep_ in ("aux", "auxpass"):
            head = head.head
        content = next((c for c in head.children if c.dep_ == "ccomp" and start < c.i < end), None)
        if head.lemma_.lower() in SAYING and content is not None:
            begin = max(content.left_edge.i, start + 1)
            if tokens[begin].lower_ == "that":
                begin += 1
            return self._clauses(begin, end, self._attribution(speech.speaker, head.i))
        while end > start and tokens[end - 1].is_punct and tokens[end - 1].text not in "%)”\"'":
            end -= 1
        clause = Clause(start, end, head.i, Shape.PARTICIPLE, speech.speaker)
        found = self._candidate(clause, None)
        if found is None:
            return []
        found.parent = Clause(speech.start, speech.end, speech.verb, Shape.MAIN, speech.speaker)
        return [found]

    def _words_in(self, start: int, end: int) -> bool:
        return any(t.is_alpha or t.like_num for t in self.tokens[start:end])

    def _is_open(self, index: int) -> bool:
        """Whether the words before `index` cannot end there: "Six of them were, according to …, hurt"."""
        before = [t for t in self.tokens[:index] if not t.is_punct]
        return bool(before) and before[-1].pos_ in ("AUX", "ADP", "DET", "PART")

    def _candidate(self, clause: Clause, attribution: Attribution | None) -> Candidate | None:
        if attribution is None:
            attribution = self._finding(clause)
        attributed = attribution is not None
        reason = clause_reason(clause, self.tokens, self.signals, attributed=attributed)
        if reason is not None:
            self._pass(clause, reason)
            return None
        if clause.shape not in (Shape.MAIN, Shape.COORDINATE, Shape.ADVERBIAL) and not self._has_own(clause):
            return None
        headline = self.sentence.role is BlockRole.HEADLINE
        quoted = attributed and self._quotes_in(clause)
        worth = weigh(
            clause,
            self.tokens,
            self.signals,
            attributed=attributed,
            named=attribution is not None and self._is_named(attribution),
            quotation=quoted,
            headline=headline,
        )
        if worth.score < THRESHOLD:
            opinion = "value judgement" in worth.reasons or "figure of speech" in worth.reasons
            self._pass(clause, CoverageReason.OPINION if opinion else CoverageReason.VAGUE)
            return None
        kind = ClaimKind.STATEMENT
        if attributed:
            kind = ClaimKind.ATTRIBUTED
        if headline:
            kind = ClaimKind.HEADLINE
        return Candidate(clause, worth, attribution, kind)

    def _is_named(self, attribution: Attribution) -> bool:
        """Whether the speaker is a name, and not "some" or "critics"."""
        return any(word[:1].isupper() for word in attribution.speaker.split()[1:]) or (
            attribution.speaker[:1].isupper() and " " not in attribution.speaker
        )

    def _pass(self, clause: Clause, reason: CoverageReason) -> None:
        self.passed.append((self.sentence.place(clause.start, clause.end), reason))
        if reason is not CoverageReason.VAGUE:
            self.reason = reason

    def _quotes_in(self, clause: Clause) -> bool:
        span = self.sentence.place(clause.start, clause.end)
        return any(span.overlaps(quotation) for quotation in self.quotations)

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
            if any(t.lower_ == "whose" for t in self.tokens[clause.start : clause.head]):
                return True
            first = clause.subject[1] if clause.owns_subject and clause.subject else clause.start
            if any(first <= i < clause.end for i in self.signals.names):
                return True
        return any(clause.start <= i < clause.end for i in self.signals.dates) and clause.shape in (
            Shape.RELATIVE,
            Shape.PARTICIPLE,
            Shape.EVENT,
        )

    def _finding(self, clause: Clause) -> Attribution | None:
        """The one who found, promised or forecast what the clause says, where the clause says so itself."""
        head = self.tokens[clause.head]
        if head.lemma_.lower() not in FINDING or not any(c.dep_ == "ccomp" for c in head.children):
            return None
        subject = subject_of(head)
        return self._attribution(subject_range(subject) if subject is not None else None, head.i)

    def _attribution(self, speaker: tuple[int, int] | None, verb: int) -> Attribution:
        text = self.document.text
        name = ""
        if speaker is not None and speaker[1] > speaker[0]:
            name = self.sentence.place(*speaker).of(text).strip(" ,")
        word = self.tokens[verb]
        written = self.sentence.place(verb, verb + 1).of(text)
        return Attribution(name, "according to" if word.lower_ == "according" else written)

    def _claim(self, candidate: Candidate) -> Claim:
        clause = candidate.clause
        span = self._span(clause)
        quote = span.of(self.document.text)
        worded = self.wording.word(self.sentence, self.signals, clause, candidate.parent, candidate.kind)
        return Claim(
            span=span,
            quote=quote,
            text=worded.text,
            kind=candidate.kind,
            attribution=candidate.attribution,
            doubt=doubt_in(quote),
            worthiness=candidate.worth.score,
            worthiness_reasons=candidate.worth.reasons,
            fills=worded.fills,
        )

    def _span(self, clause: Clause) -> Span:
        """The clause in the document; a bracket or quotation mark only with its partner."""
        span = self.sentence.place(clause.start, clause.end)
        quote = span.of(self.document.text)
        start, end = span.start, span.end
        for opening, closing in (("“", "”"), ("(", ")"), ("[", "]"), ('"', '"')):
            if opening == closing:
                continue
            if quote.count(opening) > quote.count(closing) and quote.startswith(opening):
                start += 1
            elif quote.count(closing) > quote.count(opening) and quote.endswith(closing):
                end -= 1
        # The tokeniser takes "3m." for one token; the full stop of an abbreviation stays.
        if end == self.sentence.span.end and quote.endswith(".") and not _ABBREVIATION.search(quote):
            end -= 1
        return Span(start, end)
