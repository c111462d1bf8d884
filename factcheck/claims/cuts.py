"""Where a clause is cut out of another: one rule for each construction."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.descriptions import described_cut
from factcheck.claims.gaps import gapped, own_subject, shares_subject
from factcheck.claims.reduced import event_cut, reduced_cut
from factcheck.claims.shapes import Cut, Shape, after_comma, reach
from factcheck.claims.signals import Signals
from factcheck.claims.speech import subject_of, subject_range
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


_CONTRAST = words("while whereas although though")
_ACHIEVING = words("manage begin start continue go come help use have prove turn fail")
_CIRCUMSTANCE = words("as when after before since because until once where so")
_RESULTS = words("make leave bring take mark mean put give send push")


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
        if token.i in self.signals.figures:
            found = gapped(token, whole, self.tokens, self.signals)
            if found is not None:
                return found
        if token.dep_ == "prep" and token.lower_ in ("following", "after"):
            return event_cut(token, whole, self.tokens, self.signals)
        if token.pos_ in ("VERB", "AUX"):
            reduced = reduced_cut(token, whole, self.tokens, self.signals)
            return reduced or self._verb_cut(token, whole)
        return described_cut(token, whole, self.tokens, self.signals)

    def _verb_cut(self, token: "Token", whole: Cut) -> Cut | None:
        start, end = reach(token, whole)
        strong = self.signals.strong_in(start, end)
        subject = subject_of(token) or _with_whom(token)
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
        if not after_comma(self.tokens, start, whole):
            return None
        long = end - start >= 4 or strong
        if token.dep_ in ("advcl", "acl", "conj", "dep") and token.tag_ == "VBG":
            return Cut(start, end, token, Shape.PARTICIPLE, self._doer(token, whole)) if long else None
        follows = token.head.i == whole.head.i and whole.head.i < token.i
        if token.dep_ in ("ccomp", "parataxis") and own is not None and follows and strong:
            return Cut(start, end, token, Shape.COORDINATE, own)
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
        before = ("aux", "auxpass", "neg", "advmod")
        begin = min([token.i, *(c.i for c in token.children if c.dep_ in before and c.i < token.i)])
        if token.tag_ != "VBG":
            found = own_subject(token, begin, self.tokens)
            if found is not None:
                return Cut(found[0], end, token, Shape.COORDINATE, found)
            if whole.shape is not Shape.REDUCED and not shares_subject(token, begin, self.tokens):
                return None
        strong = self.signals.strong_in(begin, end)
        if token.tag_ == "VBG" and whole.head.tag_ == "VBG" and token.head.i == whole.head.i and strong:
            return Cut(begin, end, token, Shape.PARTICIPLE, whole.subject)
        if token.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or token.head.i != whole.head.i:
            return None
        if strong or end - begin >= 6:
            return Cut(begin, end, token, Shape.COORDINATE, whole.subject)
        return None

    def _doer(self, token: "Token", whole: Cut) -> tuple[int, int] | None:
        """Who does what a participle says: the subject of the verb it hangs on, or nobody that is sure."""
        verb = token.head
        while verb.tag_ == "VBG" and verb.dep_ == "advcl":  # "killing 9, injuring 30"
            verb = verb.head
        aims = [c for c in verb.children if c.dep_ == "xcomp" and c.tag_ == "VB" and c.i < token.i]
        if (aims and verb.lemma_ not in _ACHIEVING) or (verb.tag_ == "VB" and verb.dep_ == "xcomp"):
            return None  # "agreed to merge, creating …": that may not have happened yet
        if verb.i == whole.head.i:
            return whole.subject
        subject = subject_of(verb) if verb.pos_ in ("VERB", "AUX") else None
        return subject_range(subject) if subject is not None and subject.tag_ not in ("WDT", "WP") else None

    def _is_relative(self, token: "Token", start: int, whole: Cut) -> bool:
        first = self.tokens[start]
        return first.lower_ in ("who", "which", "whose", "where") and after_comma(self.tokens, start, whole)

    def _relative(self, token: "Token", whole: Cut, start: int, end: int) -> Cut:
        antecedent = token.head
        if antecedent.pos_ == "NUM" and antecedent.dep_ == "appos":  # "Roe, 19, who joined"
            antecedent = antecedent.head
        results = token.lemma_ in _RESULTS and self.tokens[start].lower_ == "which"
        plain = antecedent.pos_ not in ("NOUN", "PROPN") or antecedent.i in self.signals.figures
        measured = any(c.i in self.signals.figures for c in antecedent.children)
        if self.tokens[start].lower_ == "which" and token.lemma_ == "be" and plain:
            named = self._measured(start)
        elif self.tokens[start].lower_ == "where" or plain or results or measured:
            named = None
        else:
            several = any(c.dep_ == "conj" for c in antecedent.children)
            named = whole.subject if several and token.tag_ == "VBZ" else subject_range(antecedent)
            named = (named[0], min(named[1], start - 1)) if named is not None else None
        strong = self.signals.strong_in(start, end)
        return Cut(start, end, token, Shape.RELATIVE, named, dropped=not strong and end - start < 4)

    def _measured(self, start: int) -> tuple[int, int] | None:
        """What the figure before `start` measures: the "rate" of "cut its rate to 4%, which is …"."""
        figure = self.tokens[start - 2]
        if not any(i in self.signals.figures for i in (start - 2, start - 3)):
            return None
        noun = figure.head if figure.dep_ == "nummod" else figure
        if noun.dep_ != "pobj" or noun.head.lower_ not in ("at", "to"):
            return None
        verb = noun.head.head
        given = next((c for c in verb.children if c.dep_ == "dobj"), None) or subject_of(verb)
        return subject_range(given) if given is not None and given.pos_ in ("NOUN", "PROPN") else None

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
        apart = after_comma(self.tokens, start, whole)
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


def _with_whom(token: "Token") -> "Token | None":
    """The "Roe" of "with Roe, who …, finishing third", where the parser hangs both on "with"."""
    if token.dep_ != "pcomp" or token.head.lower_ != "with":
        return None
    return next((c for c in token.head.children if c.dep_ == "pobj" and c.i < token.i), None)


def _opens_with(token: "Token", start: int, tokens: "Tokens") -> bool:
    """Whether a participle with its own subject stands after "with"."""
    if token.tag_ not in ("VBG", "VBN"):
        return False
    return token.head.lower_ == "with" or tokens[start].lower_ == "with"
