"""Sentences that hand on somebody's own words: where the quotation stands, and who speaks."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.signals import MONTHS, WEEKDAYS
from factcheck.claims.speech import SPOKEN, is_told, named_range, subject_of, subject_range
from factcheck.claims.titles import BODIES_THAT_SPEAK, ROLES
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_MARKS = ('"', "``", "''", "«", "»", "'")
_VERDICTS = words("verdict word words reply answer response message description assessment")
_LETTERS = words("statement letter tweet post message email note sign banner placard notice memo ruling")
_FURTHER = 25
"""Tokens after a quotation among which its speech verb is looked for."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with its speaker: the tokens of the claim, and of what names the speaker.

    `parts` are the quotations of the sentence that belong to it, by number.
    """

    start: int
    end: int
    verb: int
    speaker: tuple[int, int] | None
    parts: tuple[int, ...]


def find_quoted(tokens: "Tokens", parts: Sequence[tuple[int, int]]) -> Quoted | None:
    """The claim that somebody said these words, if the sentence is built as one.

    That is: the quotation opens the sentence and its speaker follows, or the speaker opens it and the
    quotation follows after a colon, a comma or the speech verb itself. A few quoted words inside a statement
    are not meant. `parts` are the token ranges of the quotations, marks included.
    """
    inside = frozenset(i for a, b in parts for i in range(a, b))
    for number, (start, end) in enumerate(parts):
        opens = _opens(tokens, start)
        if not opens and sum(t.is_alpha for t in tokens[start:end]) < 3:
            continue
        source = _according(tokens, end) if opens else None
        if source is not None:
            return Quoted(start, source[1], source[0] - 2, source, (number,))
        verb = _verb_after(tokens, end, inside) if opens else _verb_before(tokens, start, end, inside)
        if verb is None:
            continue
        speaker = _speaker(verb, tokens, inside)
        if speaker is None and not (opens or verb.tag_ == "VBG"):
            continue
        if opens:
            last = _end(tokens, verb, speaker, end, inside)
            more = _parts_behind(tokens, parts, number, last)
            first = start
        else:
            more = tuple(range(number + 1, len(parts)))
            first = min(verb.i, speaker[0]) if speaker else verb.i
            last = end
        if more:
            last = max(last, parts[more[-1]][1])
        return Quoted(first, last, verb.i, speaker, (number, *more))
    return None


def _according(tokens: "Tokens", end: int) -> tuple[int, int] | None:
    """The source in "“…,” according to the report"."""
    if end + 2 >= len(tokens) or tokens[end].lower_ != "according" or tokens[end + 1].lower_ != "to":
        return None
    source = next((c for c in tokens[end + 1].children if c.dep_ == "pobj"), None)
    return (end + 2, subject_range(source)[1]) if source is not None else None


def clause_after(tokens: "Tokens", quoted: Quoted) -> tuple[int, int] | None:
    """The tokens of a statement joined to a quotation: "“…,” said Roe, and sales fell 3%"."""
    for token in tokens[quoted.end :]:
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and token.head.i == quoted.verb:
            subject = subject_of(token)
            joint = next((t for t in tokens[quoted.end : token.i] if t.dep_ == "cc"), None)
            if subject is not None and joint is not None and joint.i < subject.i:
                return joint.i + 1, len(tokens)
    return None


def _opens(tokens: "Tokens", start: int) -> bool:
    """Whether a quotation stands at the head of its sentence, but for a "But" or "And"."""
    return all(t.is_punct or t.is_space or (t.dep_ == "cc" and t.i == 0) for t in tokens[:start])


def _parts_behind(
    tokens: "Tokens", parts: Sequence[tuple[int, int]], number: int, last: int
) -> tuple[int, ...]:
    """Quotations that go on behind the speaker: "“…,” said Roe, “…”"."""
    more: list[int] = []
    for i in range(number + 1, len(parts)):
        between = tokens[last : parts[i][0]]
        if parts[i][0] < last or all(t.is_punct or t.is_space for t in between):
            more.append(i)
            last = max(last, parts[i][1])
        else:
            break
    return tuple(more)


def _verb_after(tokens: "Tokens", end: int, inside: frozenset[int]) -> "Token | None":
    for token in tokens[end : end + _FURTHER]:
        if token.i in inside:
            return None
        if token.lemma_.lower() in SPOKEN and token.pos_ == "VERB" and is_told(token):
            return token
        if token.lemma_ == "be" and any(t.lower_ in _VERDICTS for t in tokens[token.i : token.i + 4]):
            return token
    return None


def _verb_before(tokens: "Tokens", start: int, end: int, inside: frozenset[int]) -> "Token | None":
    spoken = [
        t
        for t in tokens[:start]
        if t.i not in inside and t.lemma_.lower() in SPOKEN and t.pos_ in ("VERB", "AUX") and is_told(t)
    ]
    before = tokens[start - 1]
    if before.text not in (":", ","):
        # He said “we lost”: without a comma only a whole sentence in marks is one that was said.
        whole = tokens[min(start + 1, end - 1)].text[:1].isupper() and end - start > 6
        near = spoken and start - spoken[-1].i <= 3
        return spoken[-1] if whole and near and not _runs_on(tokens, end, inside) else None
    if before.text == "," and _runs_on(tokens, end, inside):
        return None
    if spoken and (before.text == ":" or not any(t.dep_ == "ROOT" for t in tokens[spoken[-1].i + 1 : start])):
        return spoken[-1]
    if before.text != ":":
        return None
    return _announcing(tokens, start, inside)


def _runs_on(tokens: "Tokens", end: int, inside: frozenset[int]) -> bool:
    """Whether the sentence goes on behind a quotation with more than another quotation."""
    rest = [t for t in tokens[end:] if t.i not in inside and not t.is_punct and not t.is_space]
    return any(t.pos_ in ("VERB", "AUX") or t.dep_ == "ROOT" for t in rest)


def _announcing(tokens: "Tokens", start: int, inside: frozenset[int]) -> "Token | None":
    """The verb of "Roe was blunt: “…”", where somebody who can speak is its subject."""
    for token in tokens[:start]:
        if token.pos_ not in ("VERB", "AUX") or token.i in inside or not is_told(token):
            continue
        subject = subject_of(token)
        if subject is not None and token.dep_ in ("ROOT", "ccomp", "parataxis") and _can_speak(subject):
            return token
    return None


def _can_speak(subject: "Token") -> bool:
    if subject.ent_type_ in ("PERSON", "ORG", "GPE") or subject.lower_ in ("he", "she", "they"):
        return True
    letter = any(c.dep_ == "dobj" and c.lemma_.lower() in _LETTERS for c in subject.head.children)
    speaks = subject.lemma_.lower() in ROLES | _LETTERS | BODIES_THAT_SPEAK
    return letter or speaks or subject.pos_ == "PROPN"


def _speaker(verb: "Token", tokens: "Tokens", inside: frozenset[int]) -> tuple[int, int] | None:
    subject = subject_of(verb)
    if subject is not None and (subject.i in inside or subject.text in _MARKS):
        subject = None
    if subject is None and verb.lower_ == "reading":  # "placards reading “…”"
        return named_range(verb.head, tokens, inside) if verb.head.i != verb.i else None
    if subject is None and verb.lemma_ != "be":
        subject = _subject_above(verb, inside)
    if subject is not None and subject.lower_ not in _VERDICTS:
        return named_range(subject, tokens, inside)
    if subject is None and verb.lemma_ != "be":
        return _beside(verb, tokens, inside)
    # "…” was the verdict of the chair, Ragnhild Roe": the person after "of".
    of = next((t for t in tokens[verb.i :] if t.lower_ == "of"), None)
    person = next((c for c in of.children if c.dep_ == "pobj"), None) if of is not None else None
    return named_range(person, tokens, inside) if person is not None else None


def _subject_above(verb: "Token", inside: frozenset[int]) -> "Token | None":
    """The subject of the verb that a "saying" or a second verb hangs on: "she stood up and said: “…”"."""
    token = verb
    while token.dep_ in ("advcl", "conj", "xcomp", "ccomp", "dep") and token.head.i != token.i:
        token = token.head
        subject = subject_of(token) if token.i not in inside else None
        if subject is not None and subject.i not in inside:
            return subject
    return None


def _beside(verb: "Token", tokens: "Tokens", inside: frozenset[int]) -> tuple[int, int] | None:
    """The name right before or behind the verb, where the quotation has led the parser astray.

    "On Friday Ada Roe, the chair, said: “…”": the name before what is told of it.
    """
    last = _before_aside(verb.i, tokens)
    before = last
    while before > 0 and before - 1 not in inside and _names(tokens[before - 1]):
        before -= 1
    if before < last and any(t.pos_ in ("PROPN", "PRON", "NOUN") for t in tokens[before:last]):
        return before, last
    end = verb.i + 1
    while end < len(tokens) and end not in inside and tokens[end].pos_ in _NAMING:
        end += 1
    if end > verb.i + 1 and any(t.pos_ in ("PROPN", "PRON", "NOUN") for t in tokens[verb.i + 1 : end]):
        return verb.i + 1, end
    return None


_NAMING = ("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM")
_LONGEST_ASIDE = 12


def _names(token: "Token") -> bool:
    return token.pos_ in _NAMING and token.lower_ not in WEEKDAYS | MONTHS


def _before_aside(end: int, tokens: "Tokens") -> int:
    """Where a name ends that an aside between two commas parts from what comes at `end`."""
    if end == 0 or tokens[end - 1].text != ",":
        return end
    opening = next(
        (i for i in range(end - 2, max(0, end - _LONGEST_ASIDE), -1) if tokens[i].text == ","), None
    )
    return opening if opening is not None and tokens[opening - 1].text[:1].isupper() else end


def _is_dated(prep: "Token") -> bool:
    return all(t.ent_type_ == "DATE" or t.dep_ in ("det", "prep") for t in prep.subtree)


def _end(
    tokens: "Tokens", verb: "Token", speaker: tuple[int, int] | None, end: int, inside: frozenset[int]
) -> int:
    """After the quotation, its verb, its speaker and whoever was told; without asides about the speaker."""
    last = max(end, verb.i + 1)
    if speaker is not None:
        last = max(last, speaker[1])
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and child.i > verb.i and child.i not in inside:
            told = range(child.i, subject_range(child)[1])
            last = max(last, next((i for i in told if i in inside), told.stop))
    for child in verb.children:  # "wrote Roe on Sunday": when and where belong to what is claimed
        if child.dep_ == "prep" and child.i == last and _is_dated(child):
            last = child.right_edge.i + 1
        elif child.dep_ == "prep" and child.i == last and child.right_edge.i == child.i + 1:
            last += 2 if tokens[child.i + 1].text[:1].isupper() else 0
    while last < len(tokens) and (tokens[last - 1].text in (",", ";") or tokens[last - 1].dep_ == "cc"):
        last -= 1
    return min(last, len(tokens))
