"""Who says it: speech verbs, and the parts of a sentence that only name the speaker."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

SAYING = words(
    """
    say tell add report claim argue note state announce declare confirm insist explain write acknowledge
    admit warn suggest believe estimate reckon reveal stress maintain allege contend remark concede
    recall reply comment observe think calculate understand
    """
)
"""Lemmas of verbs whose content is the claim; the speaker is attribution."""

FINDING = words(
    """
    find show indicate reveal conclude record forecast predict expect project promise pledge vow rule
    """
)
"""Lemmas of verbs that belong to the claim themselves: who found or promised it is what can be checked."""

_TELLING = words("find show reveal indicate")
"""Verbs of a source ("figures showed") that are attribution only where they follow the claim."""
_LONGEST_TAIL = 14
_NOMINAL = ("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ")


@dataclass(frozen=True, slots=True)
class Speech:
    """A speaker and verb (token indices), and the tokens that hold the attribution and nothing else."""

    speaker: tuple[int, int] | None
    verb: int
    start: int
    end: int


def subject_of(head: "Token") -> "Token | None":
    """The grammatical subject that hangs on `head` itself."""
    for child in head.children:
        if child.dep_ in ("nsubj", "nsubjpass", "csubj", "expl"):
            return child
    return None


def subject_range(subject: "Token") -> tuple[int, int]:
    """The tokens of a subject without what follows after a comma (appositions, relative clauses)."""
    start, end = subject.left_edge.i, subject.right_edge.i + 1
    doc = subject.doc
    for i in range(subject.i + 1, end):
        if doc[i].text in (",", "-", "–", "—", "(") and (i + 1 >= end or doc[i].whitespace_):
            joins = any(t.dep_ == "cc" for t in subject.children)
            if not joins:
                return start, i
    return start, end


def find_speech(tokens: "Tokens", start: int, end: int) -> Speech | None:
    """The attribution in `tokens[start:end]`: before a "that" clause, after the claim, or in its middle."""
    for token in tokens[start:end]:
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX") and (lemma in SAYING or lemma in _TELLING):
            found = _clause_speech(token, start, end)
            if found is not None and (lemma in SAYING or found.start > start):
                return found
        if token.lower_ == "according" and token.i + 1 < end and tokens[token.i + 1].lower_ == "to":
            return _according(token, tokens, start, end)
    return _at_the_end(tokens, start, end)


def _clause_speech(verb: "Token", start: int, end: int) -> Speech | None:
    """Speech around `verb`, where it has both a speaker and something said."""
    doc = verb.doc
    subject = subject_of(verb)
    if subject is None or not start <= subject.i < end or subject.dep_ == "expl":
        return None
    speaker = subject_range(subject)
    contents = [c for c in verb.children if c.dep_ == "ccomp" and start <= c.i < end]
    before = [c for c in contents if c.i < min(verb.i, subject.i)]
    after = [c for c in contents if c.i > verb.i]
    inserted = verb.dep_ in ("parataxis", "ccomp") or (not after and _is_loose(verb))
    if before or (inserted and _stands_between_commas(verb, subject, start)):
        first = min(subject.left_edge.i, verb.i)
        if first <= start or doc[first - 1].text not in (",", '"'):
            return None
        return Speech(speaker, verb.i, first - 1, _tail_end(verb, speaker, end))
    if after:
        content = after[0]
        begin = content.left_edge.i
        if begin <= verb.i or verb.i < subject.i:
            return None
        if subject_of(content) is None and begin > verb.i + 1 and doc[verb.i + 1].pos_ in _NOMINAL:
            begin = verb.i + 1  # the parser took the subject for an object of the speech verb
        if doc[begin].lower_ == "that" and doc[begin].dep_ == "mark":
            begin += 1
        edge = subject.left_edge.i
        first = next((i + 1 for i in range(edge - 1, start, -1) if doc[i].text in (":", ";")), start)
        return Speech(speaker, verb.i, first, begin)
    return None


def _at_the_end(tokens: "Tokens", start: int, end: int) -> Speech | None:
    """“…, the ministry said on Friday”, told by its words where the parse missed it."""
    comma = next((i for i in range(end - 1, start, -1) if tokens[i].text == ","), None)
    if comma is None or end - comma > _LONGEST_TAIL:
        return None
    tail = [t for t in tokens[comma + 1 : end] if not t.is_punct]
    verbs = [t for t in tail if t.pos_ in ("VERB", "AUX")]
    if len(verbs) != 1 or len(tail) < 2:
        return None
    verb = verbs[0]
    lemma = verb.lemma_.lower()
    if lemma not in SAYING | _TELLING or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or verb.i == tail[0].i:
        return None
    if tail[0].tag_ in ("CC", "IN", "WP", "WDT", "TO", "RB") or not any(
        t.dep_ in ("nsubj", "nsubjpass") for t in tokens[start:comma]
    ):
        return None
    return Speech((tail[0].i, verb.i), verb.i, comma, end)


def _stands_between_commas(verb: "Token", subject: "Token", start: int) -> bool:
    first = min(subject.left_edge.i, verb.i)
    return first > start and verb.doc[first - 1].text == ","


def _tail_end(verb: "Token", speaker: tuple[int, int], end: int) -> int:
    """Where an attribution after its claim ends: at the next comma after verb and speaker, or at `end`."""
    for i in range(max(verb.i + 1, speaker[1]), end):
        after = verb.doc[i + 1] if i + 1 < end else None
        further = after is not None and after.tag_ == "VBG" and not after.is_quote
        if verb.doc[i].text == "," and (verb.dep_ == "parataxis" or further):
            return i + 1
    return end


def _is_loose(verb: "Token") -> bool:
    """Whether a verb of saying hangs on the statement as if it told when: ", the board said on Friday"."""
    if verb.dep_ not in ("advcl", "conj", "dep", "relcl") or verb.tag_ not in ("VBD", "VBZ", "VBP"):
        return False
    marks = ("mark", "cc", "dobj", "advmod")
    return not any(c.dep_ in marks or c.tag_ in ("WDT", "WP") for c in verb.children)


def _according(token: "Token", tokens: "Tokens", start: int, end: int) -> Speech | None:
    """The source of “according to X”, before a claim or after it."""
    source = next((c for c in tokens[token.i + 1].children if c.dep_ == "pobj"), None)
    named = (token.i + 2, min(source.right_edge.i + 1, end) if source is not None else token.i + 2)
    while named[1] > named[0] and tokens[named[1] - 1].is_punct:
        named = (named[0], named[1] - 1)
    if named[1] <= named[0]:
        return None
    first = token.i
    if first > start and tokens[first - 1].text == ",":
        first -= 1
    last = named[1]
    if first <= start and last < end and tokens[last].text == ",":
        last += 1
    return Speech(named, token.i, first, last)
