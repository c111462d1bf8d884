"""Sentences that hand on somebody's own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.speech import SAYING, subject_of, subject_range

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_MARKS = ('"', "``", "''", "«", "»")
_VERDICTS = ("verdict", "word", "words", "reply", "answer", "response", "message")
_SPOKEN = SAYING | {"shout", "joke", "quip", "read", "ask", "tweet", "post"}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation with its speaker: the tokens of the claim, and of what names the speaker."""

    start: int
    end: int
    verb: int
    speaker: tuple[int, int] | None


def find_quoted(tokens: "Tokens", quotations: Sequence[tuple[int, int]]) -> Quoted | None:
    """The claim that somebody said these words, if the sentence is built as one.

    That is: the quotation opens the sentence and its speaker follows, or the speaker opens it and the
    quotation follows after a colon or comma. A few quoted words inside a statement are not meant.
    """
    for start, end in quotations:
        if sum(t.is_alpha for t in tokens[start:end]) < 3:
            continue
        opens = all(t.is_punct or t.is_space for t in tokens[:start])
        verb = _verb_after(tokens, end) if opens else _verb_before(tokens, start)
        if verb is not None:
            inside = {i for a, b in quotations for i in range(a, b)}
            speaker = _speaker(verb, tokens, inside)
            if speaker is not None:
                speaker = _with_name(tokens, speaker)
            first = 0 if opens else _start(verb, speaker)
            last = _end(tokens, verb, speaker, end) if opens else max(e for _, e in quotations)
            return Quoted(first, last, verb.i, speaker)
    return None


def clause_after(tokens: "Tokens", quoted: Quoted) -> tuple[int, int] | None:
    """The tokens of a statement joined to a quotation: "“…,” said Roe, and sales fell 3%"."""
    for token in tokens[quoted.end :]:
        if token.dep_ == "conj" and token.pos_ in ("VERB", "AUX") and token.head.i == quoted.verb:
            subject = subject_of(token)
            joint = next((t for t in tokens[quoted.end : token.i] if t.dep_ == "cc"), None)
            if subject is not None and joint is not None and joint.i < subject.i:
                return joint.i + 1, len(tokens)
    return None


def _verb_after(tokens: "Tokens", end: int) -> "Token | None":
    for token in tokens[end : end + 25]:
        if token.lemma_.lower() in _SPOKEN and token.pos_ == "VERB":
            return token
        if token.lemma_ == "be" and any(t.lower_ in _VERDICTS for t in tokens[token.i : token.i + 4]):
            return token
        if token.text in _MARKS and token.i > end:
            return None
    return None


def _verb_before(tokens: "Tokens", start: int) -> "Token | None":
    if start == 0 or tokens[start - 1].text not in (":", ","):
        return None
    spoken = [t for t in tokens[:start] if t.lemma_.lower() in _SPOKEN and t.pos_ in ("VERB", "AUX")]
    return spoken[-1] if spoken else None


def _speaker(verb: "Token", tokens: "Tokens", quoted: set[int]) -> tuple[int, int] | None:
    subject = subject_of(verb)
    if subject is not None and (subject.i in quoted or subject.text in _MARKS):
        subject = None
    if subject is None and verb.tag_ == "VBG" and verb.head.i != verb.i:  # "…, saying: “…”"
        subject = subject_of(verb.head)
        if subject is not None and subject.i in quoted:
            subject = None
    if subject is not None and subject.lower_ not in _VERDICTS:
        return subject_range(subject)
    if subject is None or subject.lower_ in _VERDICTS:
        # "…” was the verdict of the chair, Ragnhild Roe": the person after "of".
        of = next((t for t in tokens[verb.i :] if t.lower_ == "of"), None)
        if of is not None:
            person = next((c for c in of.children if c.dep_ == "pobj"), None)
            return (person.left_edge.i, person.right_edge.i + 1) if person is not None else None
    return None


def _with_name(tokens: "Tokens", speaker: tuple[int, int]) -> tuple[int, int]:
    """“The chair, Ada Roe”: the name after the comma belongs to the speaker."""
    start, end = speaker
    if end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].pos_ == "PROPN":
        end += 1
        while end < len(tokens) and tokens[end].pos_ == "PROPN":
            end += 1
    return start, end


def _is_dated(prep: "Token") -> bool:
    return all(t.ent_type_ == "DATE" or t.dep_ in ("det", "prep") for t in prep.subtree)


def _start(verb: "Token", speaker: tuple[int, int] | None) -> int:
    return min(verb.i, speaker[0]) if speaker else 0


def _end(tokens: "Tokens", verb: "Token", speaker: tuple[int, int] | None, end: int) -> int:
    """After the quotation, its verb, its speaker and whoever was told; without asides about the speaker."""
    last = max(end, verb.i + 1)
    if speaker is not None:
        last = max(last, speaker[1])
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and child.i > verb.i:
            last = max(last, child.right_edge.i + 1)
    for child in verb.children:  # "wrote Roe on Sunday": when and where belong to what is claimed
        if child.dep_ == "prep" and child.i == last and _is_dated(child):
            last = child.right_edge.i + 1
        elif child.dep_ == "prep" and child.i == last and child.right_edge.i == child.i + 1:
            last += 2 if tokens[child.i + 1].text[:1].isupper() else 0
    while last < len(tokens) and (tokens[last - 1].text in (",", ";") or tokens[last - 1].dep_ == "cc"):
        last -= 1
    return min(last, len(tokens))
