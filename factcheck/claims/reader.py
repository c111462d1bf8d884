"""One parsed sentence to the claims in it."""

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from factcheck.claims.attributions import Speech, find_speech, further_speech, told_until
from factcheck.claims.candidates import INSERTED, Candidate, Sieve
from factcheck.claims.checkable import THRESHOLD, weigh
from factcheck.claims.clauses import Clause
from factcheck.claims.denials import denial_of, is_unsaid
from factcheck.claims.doubt import doubt_of
from factcheck.claims.filters import sentence_reason
from factcheck.claims.headlines import of_headline
from factcheck.claims.phrases import MOODS
from factcheck.claims.quotations import Quoted, clause_after
from factcheck.claims.segments import subject_in
from factcheck.claims.shapes import Shape
from factcheck.claims.signals import Signals
from factcheck.claims.sources import Source, Speakers
from factcheck.claims.speech import SAYING
from factcheck.claims.spoken import Spoken
from factcheck.claims.titles import holds_office
from factcheck.claims.voices import Heard
from factcheck.claims.wording import Worded, Wording
from factcheck.domain.articles import BlockRole, Span
from factcheck.domain.claims import Claim, ClaimKind, CoverageReason
from factcheck.text.parser import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens

_ABBREVIATION = re.compile(r"(?:\b\w\.){2,}$|\b(?:Inc|Corp|Ltd|Co|Jr|Sr|St|etc|No)\.$")
_DENYING = ("deny", "reject", "dismiss", "dispute", "defend", "agree", "disagree", "respond", "reply")
_MAYBE = ("may", "might", "could")
_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"), ("«", "»"), ("„", "“"))


@dataclass(slots=True)
class Reader:
    """Reads sentence `number` of the document; `sieve` says afterwards why (the rest of) it is no claim."""

    text: str
    sentence: Sentence
    number: int
    signals: Signals
    wording: Wording
    heard: Heard
    speakers: Speakers
    sieve: Sieve = field(init=False)

    def __post_init__(self) -> None:
        ranges = tuple(part.tokens for part in self.heard.parts)
        self.sieve = Sieve(self.sentence, self.number, self.signals, ranges, self.speakers)

    @property
    def tokens(self) -> "Tokens":
        """The parsed sentence."""
        return self.sentence.tokens

    def read(self) -> list[Claim]:
        """The claims of the sentence."""
        candidates = self._candidates()
        if self.sentence.role is BlockRole.HEADLINE:
            candidates = of_headline(candidates, self.tokens, self.signals, self.sieve.reason)
        return [self._claim(candidate) for candidate in candidates]

    def _candidates(self) -> list[Candidate]:
        written = self.sentence.span.of(self.text)
        spoken = Spoken(
            written, self.sentence, self.number, self.signals, self.heard, self.speakers, self.sieve
        )
        if self.heard.throughout:
            return spoken.throughout()
        quoted = self.heard.quoted
        if quoted is None:
            reason = sentence_reason(written, self.tokens, self.signals, self.sentence.role)
            if reason is not None:
                self.sieve.reason = reason
                return []
            return self._statements()
        if is_unsaid(self.tokens, quoted.verb, quoted.speaker):
            return [
                replace(c, whole=self.heard.whole) for c in self._unsaid(0, len(self.tokens), quoted.verb)
            ]
        found = spoken.said(quoted)
        found += spoken.beside(quoted)
        found += self._told_further(quoted)
        after = clause_after(self.tokens, quoted)
        if after is not None:
            found += self.sieve.clauses(*after, None)
        if quoted.start and subject_in(self.tokens, 0, quoted.start) is not None:
            found += self.sieve.clauses(0, quoted.start, None)
        return found

    def _told_further(self, quoted: Quoted) -> list[Candidate]:
        """What the speaker of a quotation told beside it: "“…,” said Roe, adding that 12 boats had sunk"."""
        speech = Speech(quoted.speaker, quoted.verb, quoted.start, quoted.end)
        end = len(self.tokens)
        further = further_speech(self.tokens, speech, end, self.heard.quoted_tokens)
        if further is None or is_unsaid(self.tokens, further.verb, None):
            return []
        return self._told(further, further.start, end)

    # Statements

    def _statements(self) -> list[Candidate]:
        """The claims between semicolons: what a speaker is said to have said goes on behind one."""
        quoted = self.heard.quoted_tokens
        ends = [t.i for t in self.tokens if t.text == ";" and t.i not in quoted]
        found: list[Candidate] = []
        source: Source | None = None
        for start, end in pairwise([0, *ends, len(self.tokens)]):
            speech = find_speech(self.tokens, start, end, quoted)
            if speech is None:
                found += self.sieve.clauses(start, end, source)
                continue
            if is_unsaid(self.tokens, speech.verb, speech.speaker):
                found += self._unsaid(start, end, speech.verb)
                source = None
                continue
            found += self._told(speech, start, end)
            source = self._source(speech) if speech.end < end else None
        return found

    def _unsaid(self, start: int, end: int, verb: int) -> list[Candidate]:
        """“Nobody said that 40 died”: that nobody did is the claim, never what nobody said."""
        clause = self._trimmed(Clause(start, end, verb, Shape.MAIN))
        while clause.start > start and self.tokens[clause.start - 1].is_quote:
            clause = replace(clause, start=clause.start - 1)
        found = self.sieve.candidate(clause, None)
        return [found] if found is not None else []

    def _told(self, speech: Speech, start: int, end: int) -> list[Candidate]:
        """The claims of `tokens[start:end]`, where `speech` tells who says them."""
        tokens = self.tokens
        further = further_speech(tokens, speech, end, self.heard.quoted_tokens)
        if further is not None and is_unsaid(tokens, further.verb, None):
            return self._unsaid(start, end, speech.verb)
        if further is not None:
            return self._told(speech, start, further.start) + self._told(further, further.start, end)
        source = self._source(speech)
        until = told_until(tokens, speech.end, end)
        if until < end:
            return self._told(speech, start, until) + self._refused(speech, source, until + 1, end)
        found = self._about_speaker(speech)
        given = start
        if speech.start > start and (speech.joined or tokens[speech.start - 1].text in (":", ";")):
            before = self.sieve.clauses(start, speech.start, None)
            start = speech.start
            if not (speech.joined and len(before) == 1 and self._only_denies(before[0])):
                found += before
        rest = [(a, b) for a, b in ((start, speech.start), (speech.end, end)) if self._words_in(a, b)]
        told = len(found)
        if len(rest) == 2 and tokens[rest[1][0]].tag_ == "VBG":
            found += self.sieve.clauses(*rest[0], source)
            found += self._said_further(speech, *rest[1])
        elif len(rest) == 2 and (self.signals.strong_in(*rest[1]) or self._is_open(*rest[0], *rest[1])):
            found += self.sieve.clauses(start, end, source, ((speech.start, speech.end),))
        else:
            for part in rest:
                found += self.sieve.clauses(*part, source)
        if len(found) == told and speech.joined:
            return self.sieve.clauses(given, end, None)
        if len(found) == told:
            found += self._announced(speech, source, end)
        return found

    def _only_denies(self, candidate: Candidate) -> bool:
        """Whether a clause leads up to what is said after it: "Roe denied this, insisting that …"."""
        clause = candidate.clause
        figures = self.signals.figures | self.signals.superlatives | self.signals.dates
        return self.tokens[clause.head].lemma_ in _DENYING and not any(clause.covers(i) for i in figures)

    def _source(self, speech: Speech) -> Source:
        return self.speakers.source(self.number, speech.speaker, speech.verb, written=speech.written)

    def _about_speaker(self, speech: Speech) -> list[Candidate]:
        """Facts told beside the speaker's name; what else the attribution says is no rejected statement."""
        if not any(t.text == "," for t in self.tokens[speech.start + 1 : speech.end - 1]):
            return []
        found = self.sieve.clauses(speech.start, speech.end, None)
        self.sieve.passed.clear()
        return [c for c in found if c.clause.shape in INSERTED]

    def _announced(self, speech: Speech, source: Source, end: int) -> list[Candidate]:
        """“On 2 July Roe announced that she would resign”: a forecast; that it was announced is a fact.

        So is, with a date or in quoted words, that somebody by name said anything at all.
        """
        told = self.tokens[speech.end : end]
        dated = any(self.tokens[i].lower_[0].isdigit() for i in self.signals.dates if i < speech.end)
        unsure = any(t.tag_ == "MD" and t.lower_ in _MAYBE for t in told)
        planned = self.sieve.reason is CoverageReason.PREDICTION and not unsure
        firm = speech.commits or any(t.i in self.signals.figures | self.signals.dates for t in told)
        quoted = self._quotes_much(speech.end, end)
        if not dated and not quoted and not (planned and firm):
            return []
        office = speech.speaker is not None and holds_office(self.tokens, *speech.speaker, frozenset())
        if not (source.is_named or office):
            return []
        clause = Clause(speech.start, end, speech.verb, Shape.MAIN, speech.speaker)
        seen = weigh(clause, self.tokens, self.signals, attributed=True, named=True, quotation=quoted)
        if seen.score < THRESHOLD:
            return []
        return [Candidate(self._trimmed(clause), source, ClaimKind.ATTRIBUTED)]

    def _quotes_much(self, start: int, end: int) -> bool:
        """Whether some words of these tokens are quoted that tell more than a mood."""
        return any(
            start <= a
            and b <= end
            and sum(t.is_alpha for t in self.tokens[a:b]) >= 3
            and MOODS.search(self.tokens[a:b].text) is None
            for a, b in self.sieve.quotations
        )

    def _refused(self, speech: Speech, source: Source, start: int, end: int) -> list[Candidate]:
        """“… but declined to name them”, which a speaker did who is known."""
        head = next((t.i for t in self.tokens[start:end] if t.pos_ == "VERB"), None)
        if head is None or not source.is_named:
            return []
        clause = self._trimmed(Clause(start, end, head, Shape.COORDINATE, speech.speaker, speech.verb))
        seen = weigh(clause, self.tokens, self.signals, attributed=True, named=True)
        if seen.score < THRESHOLD:
            return []
        parent = Clause(speech.start, speech.end, speech.verb, Shape.MAIN, speech.speaker)
        return [Candidate(clause, None, ClaimKind.STATEMENT, parent=parent)]

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
            source = self.speakers.source(self.number, speech.speaker, head.i)
            return self.sieve.clauses(begin, end, source)
        clause = self._trimmed(Clause(start, end, head.i, Shape.PARTICIPLE, speech.speaker))
        found = self.sieve.candidate(clause, None)
        if found is None:
            return []
        found.parent = Clause(speech.start, speech.end, speech.verb, Shape.MAIN, speech.speaker)
        return [found]

    def _trimmed(self, clause: Clause) -> Clause:
        start, end = clause.start, clause.end
        while end > start and self.tokens[end - 1].is_punct and self.tokens[end - 1].text not in "%)”\"'":
            end -= 1
        while start < end and (self.tokens[start].is_punct or self.tokens[start].is_space):
            start += 1
        return replace(clause, start=start, end=end)

    def _words_in(self, start: int, end: int) -> bool:
        return any(t.is_alpha or t.like_num for t in self.tokens[start:end])

    def _is_open(self, start: int, end: int, again: int, last: int) -> bool:
        """Whether what is told goes on behind its speaker: "Six were, according to …, hurt", "Cod, she said,
        is dear".
        """
        before = [t for t in self.tokens[start:end] if not t.is_punct]
        if before and before[-1].pos_ in ("AUX", "ADP", "DET", "PART"):
            return True
        told = [subject_in(self.tokens, *part) is not None for part in ((start, end), (again, last))]
        return not all(told)

    # Claims

    def _claim(self, candidate: Candidate) -> Claim:
        clause, source = candidate.clause, candidate.source
        span = self._span(candidate)
        quote = span.of(self.text)
        worded = self._worded(candidate)
        verb = self.tokens[source.verb] if source is not None and source.verb is not None else None
        return Claim(
            span=span,
            quote=quote,
            text=self._around(span, worded.text),
            kind=candidate.kind,
            attribution=source.attribution if source is not None else None,
            doubt=doubt_of(
                clause,
                self.tokens,
                speaker=source.attribution.speaker if source is not None else "",
                verb=verb,
            ),
            fills=worded.fills,
            people=self.wording.people(self.sentence, clause),
        )

    def _worded(self, candidate: Candidate) -> Worded:
        """The claim in words; where it lost the "not" that bears on it, the whole sentence instead."""
        clause = candidate.clause
        worded = self.wording.word(self.sentence, self.signals, clause, candidate.parent, candidate.kind)
        denial = denial_of(self.tokens[clause.head], owns_subject=clause.owns_subject)
        if denial is None or candidate.kind is ClaimKind.QUOTATION or clause.covers(denial.i):
            return worded
        if re.search(rf"\b{re.escape(denial.lower_)}\b", worded.text.lower()):
            return worded
        whole = Clause(0, len(self.tokens), clause.head, Shape.MAIN)
        return self.wording.word(self.sentence, self.signals, whole, None, candidate.kind)

    def _around(self, span: Span, worded: str) -> str:
        """The wording of this sentence, with what the claim has of the sentences beside it as written."""
        before = self.text[span.start : max(span.start, self.sentence.span.start)]
        after = self.text[min(span.end, self.sentence.span.end) : span.end]
        if after and worded.endswith(".") and not self.sentence.span.of(self.text).endswith("."):
            worded = worded[:-1]
        return " ".join(" ".join((before, worded, after)).split()) if before or after else worded

    def _span(self, candidate: Candidate) -> Span:
        """The clause in the document; a bracket or quotation mark only with its partner."""
        clause = candidate.clause
        span = candidate.whole or self.sentence.place(clause.start, clause.end)
        if candidate.within is not None:
            limit = self.sentence.place(*candidate.within)
            span = Span(max(span.start, limit.start), min(span.end, limit.end))
        quote = span.of(self.text)
        start, end = span.start, span.end
        for opening, closing in _PAIRS:
            if quote.count(opening) > quote.count(closing) and quote.startswith(opening):
                start += 1
            elif quote.count(closing) > quote.count(opening) and quote.endswith(closing):
                end -= 1
        if quote.count('"') % 2:
            start += quote.startswith('"')
            end -= quote.endswith('"') and end - start > 1
        # The tokeniser takes "3m." for one token; the full stop of an abbreviation stays.
        quote = self.text[start:end]
        if end == self.sentence.span.end and quote.endswith(".") and not _ABBREVIATION.search(quote):
            end -= 1
        return Span(start, end)
