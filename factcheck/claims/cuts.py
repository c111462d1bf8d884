"""Where a clause is cut out of another: one rule for each construction."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.circumstances import adverbial_cut, done_before, told_after
from factcheck.claims.descriptions import described_cut, ranked_cut
from factcheck.claims.joined import coordinate_cut, resumed_cut
from factcheck.claims.reduced import event_cut, reduced_cut
from factcheck.claims.relatives import is_relative, relative_cut
from factcheck.claims.shapes import Cut, Shape, after_comma, reach
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_of, subject_range
from factcheck.claims.tails import trailing
from factcheck.claims.tallies import tallied
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


_ACHIEVING = words("manage begin start continue go come help use have prove turn fail")


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
        if token.dep_ == "prep" and token.lower_ == "with":
            return self._accompanied(token, whole)
        if token.dep_ == "prep" and token.lower_ in ("following", "after", "before", "since"):
            told = told_after(token, whole, self.tokens) or done_before(
                token, whole, self.tokens, self.signals
            )
            return told or event_cut(token, whole, self.tokens, self.signals)
        if token.dep_ == "prep" and token.lower_ in ("in", "at", "on"):
            return ranked_cut(token, whole, self.tokens, self.signals)
        if token.pos_ in ("VERB", "AUX"):
            reduced = reduced_cut(token, whole, self.tokens, self.signals)
            return reduced or self._verb_cut(token, whole)
        return described_cut(token, whole, self.tokens, self.signals)

    def listed(self, whole: Cut) -> list[Cut]:
        """The cuts of further figures that belong to the verb of `whole`; they go before any other."""
        found = tallied(whole, self.tokens, self.signals)
        taken = {i for cut in found for i in range(cut.start, cut.end)}
        tails = trailing(whole, self.tokens, self.signals)
        return found + [cut for cut in tails if not taken & set(range(cut.start, cut.end))]

    def _verb_cut(self, token: "Token", whole: Cut) -> Cut | None:
        start, end = reach(token, whole)
        subject = subject_of(token) or _with_whom(token)
        own = subject_range(subject) if subject is not None else None
        if token.dep_ in ("pcomp", "advcl", "acl", "conj", "ccomp") and own is not None:
            begin = min(own[0], token.i)
            if _opens_with(token, start, self.tokens) or self._stands_absolute(token, begin, whole):
                return Cut(begin, end, token, Shape.ABSOLUTE, own)
        told = own is not None and token.tag_ in ("VBD", "VBZ", "VBP")  # "five of them sank and one burned"
        if token.dep_ == "conj" and (token.head.pos_ in ("VERB", "AUX") or told):
            return coordinate_cut(token, whole, own, self.tokens, self.signals)
        if token.dep_ in ("relcl", "acl", "advcl") and is_relative(
            token, start, whole, self.tokens, self.signals
        ):
            return relative_cut(token, whole, self.tokens, self.signals)
        if token.dep_ == "advcl" and own is not None:
            return adverbial_cut(token, whole, own, self.tokens, self.signals)
        return resumed_cut(token, whole, self.tokens) or self._loose(token, whole, own)

    def _loose(self, token: "Token", whole: Cut, own: tuple[int, int] | None) -> Cut | None:
        """The cut of a participle without a subject, or of a statement after a comma."""
        start, end = reach(token, whole)
        if self._opens_sentence(token, start, end, whole):
            return Cut(start, end, token, Shape.PARTICIPLE, whole.subject)
        if not after_comma(self.tokens, start, whole):
            return None
        strong = self.signals.strong_in(start, end)
        long = end - start >= 4 or strong
        if token.dep_ in ("advcl", "acl", "conj", "dep") and _is_participle(token):
            return Cut(start, end, token, Shape.PARTICIPLE, self._doer(token, whole, start)) if long else None
        follows = token.head.i == whole.head.i and whole.head.i < token.i
        if token.dep_ in ("ccomp", "parataxis") and own is not None and follows and strong:
            return Cut(start, end, token, Shape.COORDINATE, own)
        return None

    def _opens_sentence(self, token: "Token", start: int, end: int, whole: Cut) -> bool:
        """Whether it is "Having lost 40 seats in May, the Greens …"."""
        if (
            token.dep_ != "advcl"
            or not _is_participle(token)
            or start != whole.start
            or whole.subject is None
        ):
            return False
        dated = any(start <= i < end for i in self.signals.dates)
        told = dated or self.signals.strong_in(start, end)
        return told and end < whole.end and self.tokens[end].text == "," and whole.subject[0] == end + 1

    def _stands_absolute(self, token: "Token", begin: int, whole: Cut) -> bool:
        """Whether a participle has its own subject right after a comma: ", Roe scoring the winner"."""
        return _is_participle(token) and begin < token.i and after_comma(self.tokens, begin, whole)

    def _doer(self, token: "Token", whole: Cut, start: int) -> tuple[int, int] | None:
        """Who does what a participle says: the subject of the verb it hangs on, or nobody that is sure."""
        verb = token.head
        if token.dep_ == "acl" and verb.pos_ in ("NOUN", "PROPN"):  # "The ferry, carrying 40 people, …"
            named = subject_range(verb)
            return named if named[1] == start - 1 else None
        before = self.tokens[start - 2] if start >= 2 else token
        if any(t.dep_ == "relcl" and verb.i < t.i for t in (before, *before.ancestors)):
            return None  # "made him minister, which he was until 2018, resigning …": one of two
        while verb.tag_ == "VBG" and verb.dep_ == "advcl":  # "killing 9, injuring 30"
            verb = verb.head
        aims = [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.i < token.i]
        if (aims and verb.lemma_ not in _ACHIEVING) or (verb.tag_ == "VB" and verb.dep_ == "xcomp"):
            return None  # "agreed to merge, creating …": that may not have happened yet
        if verb.i == whole.head.i:
            return whole.subject
        subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
        return subject_range(subject) if subject is not None and subject.tag_ not in ("WDT", "WP") else None

    def _accompanied(self, token: "Token", whole: Cut) -> Cut | None:
        """“…, with £30m going to schools”, where the parser hangs the participle on the noun."""
        noun = next((c for c in token.children if c.dep_ == "pobj"), None)
        if noun is None or not after_comma(self.tokens, token.i, whole):
            return None
        told = next(
            (c for c in noun.children if c.i > noun.i and c.dep_ == "acl" and c.tag_ in ("VBG", "VBN")), None
        )
        end = min(token.right_edge.i + 1, whole.end)
        telling = self.signals.figures | self.signals.vague | self.signals.superlatives | self.signals.dates
        if told is not None and self.tokens[told.i - 1].text != ",":
            if not any(token.i < i < end for i in telling | self.signals.names):
                return None
            return Cut(token.i + 1, end, told, Shape.ABSOLUTE, (token.i + 1, told.left_edge.i))
        return self._after_aside(token.i + 1, noun, whole)

    def _after_aside(self, begin: int, noun: "Token", whole: Cut) -> Cut | None:
        """“…, with Roe, who had been ill, finishing third”: it belongs to the noun before the aside."""
        close = subject_range(noun)[1]
        if close >= whole.end or self.tokens[close].text != ",":
            return None
        second = next((i for i in range(close + 1, whole.end - 1) if self.tokens[i].text == ","), None)
        told = self.tokens[second + 1] if second is not None else None
        if told is None or told.tag_ != "VBG" or not _is_participle(told):
            return None
        return Cut(begin, min(told.right_edge.i + 1, whole.end), told, Shape.ABSOLUTE, (begin, close))

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


def _with_whom(token: "Token") -> "Token | None":
    """The "Roe" of "with Roe, who …, finishing third", where the parser hangs both on "with"."""
    if token.dep_ != "pcomp" or token.head.lower_ != "with":
        return None
    return next((c for c in token.head.children if c.dep_ == "pobj" and c.i < token.i), None)


def _is_participle(token: "Token") -> bool:
    """Whether it is "scoring" or "having scored" and no part of a finite verb."""
    helpers = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    if token.tag_ == "VBG":
        return not helpers
    return bool(helpers) and helpers[0].lower_ == "having"


def _opens_with(token: "Token", start: int, tokens: "Tokens") -> bool:
    """Whether a participle with its own subject stands after "with"."""
    if token.tag_ not in ("VBG", "VBN"):
        return False
    return token.head.lower_ == "with" or tokens[start].lower_ == "with"
