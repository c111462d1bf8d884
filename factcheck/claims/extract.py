"""Documents to claims and to a list of what was left out."""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause, split_clauses, widened
from factcheck.claims.coverage import Examined, left_out
from factcheck.claims.cuts import Shape
from factcheck.claims.filters import clause_reason, sentence_reason
from factcheck.claims.quotations import Quoted, find_quoted
from factcheck.claims.signals import Signals, find_quotations, find_signals
from factcheck.claims.speech import FINDING, find_speech, subject_of, subject_range
from factcheck.claims.wording import Wording, doubt_in
from factcheck.claims.worthiness import OUTCOMES, THRESHOLD, Worthiness, weigh
from factcheck.domain.articles import BlockRole, Document, Span
from factcheck.domain.claims import Attribution, Claim, ClaimKind, CoverageReason, Extraction
from factcheck.text.parser import ParsedDocument, Parser, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

VERSION = "rules-1"
_ABBREVIATION = re.compile(r"(?:\b\w\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|St|etc|No)\.$")


class Extractor:
    """Finds the claims of a document by rule, over one dependency parse. Safe to share by threads."""

    def __init__(self, parser: Parser) -> None:
        self._parser = parser

    @property
    def version(self) -> str:
        """The rules and the parser they read, as recorded with every claim."""
        return f"{VERSION}+{self._parser.identity}"

    def extract(self, document: Document) -> Extraction:
        """Claims and left-out pieces, each ordered by position.

        For every claim `quote == document.text[span.start:span.end]`. Every sentence is in a claim or in the
        coverage; so is every figure, date, quotation and superlative.
        """
        return extract_from(self._parser.parse(document))


def extract_from(parsed: ParsedDocument) -> Extraction:
    """The same for a document that is parsed already."""
    signals = [find_signals(sentence.tokens) for sentence in parsed.sentences]
    wording = Wording(parsed, signals)
    claims: list[Claim] = []
    examined: list[Examined] = []
    for sentence, signal in zip(parsed.sentences, signals, strict=True):
        reader = _Reader(parsed.document, sentence, signal, wording)
        found = reader.read()
        claims.extend(found)
        examined.append(
            Examined(
                sentence,
                reader.signals,
                tuple(reader.quotations),
                tuple(claim.span for claim in found),
                reader.reason,
            )
        )
    claims.sort(key=lambda claim: (claim.span.start, -claim.span.end))
    return Extraction(tuple(claims), left_out(parsed.document.text, examined))


@dataclass(slots=True)
class _Candidate:
    clause: Clause
    worth: Worthiness
    attribution: Attribution | None
    kind: ClaimKind
    parent: Clause | None = None


@dataclass(slots=True)
class _Reader:
    """Reads one sentence; `reason` says afterwards why (the rest of) it is no claim."""

    document: Document
    sentence: Sentence
    signals: Signals
    wording: Wording
    quotations: list[Span] = field(init=False)
    reason: CoverageReason = CoverageReason.VAGUE

    def __post_init__(self) -> None:
        self.quotations = find_quotations(self.document.text, self.sentence.span)

    @property
    def tokens(self) -> "Tokens":
        return self.sentence.tokens

    def read(self) -> list[Claim]:
        written = self.sentence.span.of(self.document.text)
        reason = sentence_reason(written, self.tokens, self.signals, self.sentence.role)
        if reason is not None:
            self.reason = reason
            self.wording.pass_over(self.sentence, self.signals)
            return []
        quoted = find_quoted(self.tokens, [self._token_range(span) for span in self.quotations])
        candidates = self._quotation(quoted) if quoted is not None else self._statements()
        if self.sentence.role is BlockRole.HEADLINE:
            candidates = self._headline(candidates)
        claims = [self._claim(candidate) for candidate in candidates]
        self.wording.pass_over(self.sentence, self.signals)
        return claims

    def _headline(self, found: list[_Candidate]) -> list[_Candidate]:
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
        worth = Worthiness(THRESHOLD, ("headline", "name"))
        return [_Candidate(clause, worth, None, ClaimKind.HEADLINE)]

    def _token_range(self, span: Span) -> tuple[int, int]:
        offset = self.sentence.offset
        inside = [t.i for t in self.tokens if span.start <= offset + t.idx < span.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def _quotation(self, quoted: Quoted) -> list[_Candidate]:
        clause = Clause(quoted.start, quoted.end, quoted.verb, Shape.MAIN, quoted.speaker)
        worth = weigh(clause, self.tokens, self.signals, quotation=True)
        if worth.score < THRESHOLD:
            self.reason = CoverageReason.OPINION
            return []
        return [
            _Candidate(clause, worth, self._attribution(quoted.speaker, quoted.verb), ClaimKind.QUOTATION)
        ]

    def _statements(self) -> list[_Candidate]:
        tokens = self.tokens
        start, end = 0, len(tokens)
        speech = find_speech(tokens, start, end)
        attribution: Attribution | None = None
        parts = [(start, end)]
        holes: tuple[tuple[int, int], ...] = ()
        if speech is not None:
            attribution = self._attribution(speech.speaker, speech.verb)
            rest = [(a, b) for a, b in ((start, speech.start), (speech.end, end)) if self._words_in(a, b)]
            if len(rest) == 2 and (self.signals.strong_in(*rest[1]) or self._is_open(speech.start)):
                holes = ((speech.start, speech.end),)
            else:
                parts = rest
        quoted = frozenset(i for span in self.quotations for i in range(*self._token_range(span)))
        found: list[_Candidate] = []
        by_head: dict[int, Clause] = {}
        for part_start, part_end in parts:
            clauses = split_clauses(tokens, self.signals, part_start, part_end, quoted, holes)
            by_head.update((clause.head, clause) for clause in clauses)
            for clause in clauses:
                candidate = self._candidate(widened(clause, tokens), attribution)
                if candidate is not None:
                    first = next(iter(by_head.values()))
                    parent = by_head.get(clause.parent, first) if clause.parent is not None else None
                    candidate.parent = parent if parent is not clause else None
                    found.append(candidate)
        return found

    def _words_in(self, start: int, end: int) -> bool:
        return any(t.is_alpha or t.like_num for t in self.tokens[start:end])

    def _is_open(self, index: int) -> bool:
        """Whether the words before `index` cannot end there: "Six of them were, according to …, hurt"."""
        before = [t for t in self.tokens[:index] if not t.is_punct]
        return bool(before) and before[-1].pos_ in ("AUX", "ADP", "DET", "PART")

    def _candidate(self, clause: Clause, attribution: Attribution | None) -> _Candidate | None:
        if attribution is None:
            attribution = self._finding(clause)
        attributed = attribution is not None
        reason = clause_reason(clause, self.tokens, self.signals, attributed=attributed)
        if reason is not None:
            self.reason = reason
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
            quotation=quoted,
            headline=headline,
        )
        if worth.score < THRESHOLD:
            if "value judgement" in worth.reasons or "figure of speech" in worth.reasons:
                self.reason = CoverageReason.OPINION
            return None
        kind = ClaimKind.STATEMENT
        if attributed:
            kind = ClaimKind.ATTRIBUTED
        if headline:
            kind = ClaimKind.HEADLINE
        return _Candidate(clause, worth, attribution, kind)

    def _quotes_in(self, clause: Clause) -> bool:
        span = self.sentence.place(clause.start, clause.end)
        return any(span.overlaps(quotation) for quotation in self.quotations)

    def _has_own(self, clause: Clause) -> bool:
        """Whether a dependent clause carries something to check itself, not by its subject alone."""
        if self.signals.strong_in(clause.start, clause.end):
            return True
        if clause.shape is Shape.PARTICIPLE and self.tokens[clause.head].lemma_ in OUTCOMES:
            return any(clause.start <= i < clause.end for i in self.signals.names)
        return any(clause.start <= i < clause.end for i in self.signals.dates) and clause.shape in (
            Shape.RELATIVE,
            Shape.PARTICIPLE,
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

    def _claim(self, candidate: _Candidate) -> Claim:
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
