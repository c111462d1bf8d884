"""The parts of a sentence that only tell who says the rest of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.claims.speech import SAYING, is_told, named_range, subject_of, subject_range
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_COMMITTING = words("announce declare confirm reveal promise pledge vow")
_HEARING = words("hear learn")
_MINDS = words("think believe feel reckon understand")
_HEARERS = words("court inquest jury hearing tribunal inquiry committee commission panel mps judge meeting")
"""Who hears what others say: "the inquest heard that …"."""
_TELLING = words("find show reveal indicate")
"""Verbs of a source ("figures showed") that are attribution only where they follow the claim."""
_REFUSING = words("decline refuse")
_GOING_ON = words("while whereas although though but and")
_EVIDENCE = words("figure datum data record document survey poll study report statistic result filing email")
_LONGEST_TAIL = 14
_NOMINAL = ("DET", "NOUN", "PROPN", "PRON", "NUM", "ADJ")


@dataclass(frozen=True, slots=True)
class Speech:
    """A speaker and verb (token indices), and the tokens that hold the attribution and nothing else."""

    speaker: tuple[int, int] | None
    verb: int
    start: int
    end: int
    written: str = ""
    """The speech verb where it is more than one word."""
    commits: bool = False
    """Whether it is a fact that this was said, even of what is to come: "announced", "promised"."""
    joined: bool = False
    """Whether a statement of the article stands before it: "Roe rejected the plan, saying that …"."""


def find_speech(tokens: "Tokens", start: int, end: int, quoted: frozenset[int]) -> Speech | None:
    """The attribution in `tokens[start:end]`: before a "that" clause, after the claim, or in its middle.

    Verbs among the `quoted` tokens belong to somebody's words and are not looked at.
    """
    for token in tokens[start:end]:
        if token.i in quoted:
            continue
        lemma = token.lemma_.lower()
        if token.pos_ in ("VERB", "AUX") and (lemma in SAYING or lemma in _TELLING or lemma in _HEARING):
            found = (
                _passive(token, start, end)
                or _clause_speech(token, start, end, quoted)
                or joined_speech(token, start, end, quoted)
            )
            if found is not None and (lemma not in _TELLING or lemma in SAYING or found.start > start):
                return found
        if lemma == "put" and (found := _as_put(token, start, end)) is not None:
            return found
        if token.lower_ == "according" and token.i + 1 < end and tokens[token.i + 1].lower_ == "to":
            return _according(token, tokens, start, end)
    return _at_the_end(tokens, start, end)


def _as_put(verb: "Token", start: int, end: int) -> Speech | None:
    """“As the report puts it, …” and "…, as the report put it"."""
    doc = verb.doc
    subject = subject_of(verb)
    it = next((c for c in verb.children if c.dep_ == "dobj" and c.lower_ == "it"), None)
    if subject is None or it is None or it.i != verb.i + 1:
        return None
    first = subject.left_edge.i - 1
    if first < start or doc[first].lower_ != "as":
        return None
    last = it.i + 1
    if first > start and doc[first - 1].text == ",":
        first -= 1
    elif last < end and doc[last].text == ",":
        last += 1
    return Speech(subject_range(subject), verb.i, first, last)


def _passive(verb: "Token", start: int, end: int) -> Speech | None:
    """“It was reported that …”: a verb of saying without anybody who says it."""
    subject = subject_of(verb)
    helper = next((c for c in verb.children if c.dep_ == "auxpass"), None)
    content = next((c for c in verb.children if c.dep_ == "ccomp" and verb.i < c.i < end), None)
    if subject is None or subject.lower_ != "it" or helper is None or content is None:
        return None
    begin = content.left_edge.i
    if begin <= verb.i:
        return None
    if verb.doc[begin].lower_ == "that":
        begin += 1
    first = subject.i if all(t.is_punct or t.is_space for t in verb.doc[start : subject.i]) else start
    return Speech(None, verb.i, first, begin, written=verb.doc[helper.i : verb.i + 1].text)


def joined_speech(verb: "Token", start: int, end: int, quoted: frozenset[int]) -> Speech | None:
    """A second verb that tells what somebody said: "…, saying that …", "rejected the plan and said …"."""
    joint = _joint(verb, start, end)
    if joint is None:
        return None
    subject: Token | None = None
    teller = verb
    while subject is None:
        if teller.dep_ not in ("conj", "advcl", "xcomp", "ccomp", "acl") or teller.head.i >= teller.i:
            return None
        teller = teller.head
        subject = subject_of(teller)
    if not start <= subject.i < joint[0]:
        return None
    return Speech(named_range(subject, verb.doc[:], quoted), verb.i, *joint, joined=True)


def further_speech(tokens: "Tokens", speech: Speech, end: int, quoted: frozenset[int]) -> Speech | None:
    """Speech by the same speaker in what `speech` tells: "said that … and added …", "…, adding that …"."""
    for token in tokens[speech.end + 1 : end]:
        if token.i in quoted or token.pos_ != "VERB":
            continue
        joint = _joint(token, speech.end, end)
        if joint is not None and (token.tag_ == "VBG" or token.head.i == speech.verb):
            return Speech(speech.speaker, token.i, *joint)
    return None


def told_until(tokens: "Tokens", start: int, end: int) -> int:
    """Where what is told in `tokens[start:end]` ends.

    "Roe said 12 boats had sunk but declined to name them": the second is about Roe, whatever the parse says.
    """
    for token in tokens[start:end]:
        if token.lemma_ not in _REFUSING or token.dep_ != "conj" or subject_of(token) is not None:
            continue
        joint = next((c.i for c in token.head.children if c.dep_ == "cc" and c.i < token.i), None)
        if joint is not None and joint > start:
            return joint
    return end


def _joint(verb: "Token", start: int, end: int) -> tuple[int, int] | None:
    """Where a second speech verb without subject begins, with its "and" or comma, and where what it tells."""
    doc = verb.doc
    if verb.lemma_.lower() not in SAYING or subject_of(verb) is not None or not is_told(verb):
        return None
    if verb.dep_ != "conj" and (verb.tag_ != "VBG" or verb.i <= start or doc[verb.i - 1].text != ","):
        return None
    content = next((c for c in verb.children if c.dep_ == "ccomp" and verb.i < c.i < end), None)
    if content is None or content.left_edge.i <= verb.i:
        return None
    first = verb.i
    while first > start + 1 and (doc[first - 1].dep_ in ("cc", "advmod") or doc[first - 1].text == ","):
        first -= 1
    begin = content.left_edge.i
    return first, begin + (doc[begin].lower_ == "that")


def _behind_colon(verb: "Token", content: "Token") -> bool:
    """Whether a colon parts a verb from what it seems to tell: "Rivals think in billions: Roe said …"."""
    return any(t.text == ":" for t in verb.doc[verb.i : content.left_edge.i])


def _clause_speech(verb: "Token", start: int, end: int, quoted: frozenset[int]) -> Speech | None:
    """Speech around `verb`, where it has both a speaker and something said."""
    doc = verb.doc
    subject = subject_of(verb)
    if subject is None or not start <= subject.i < end or subject.dep_ == "expl" or not is_told(verb):
        return None
    hears = subject.lemma_.lower() in _HEARERS or (verb.lemma_ == "learn" and subject.pos_ == "PROPN")
    if verb.lemma_.lower() in _HEARING and not hears:
        return None
    if _is_count(subject) or any(c.dep_ == "neg" for c in verb.children):
        return None  # "the firm did not say when" is about the firm
    speaker = named_range(subject, doc[:], quoted)
    contents = [c for c in _told_by(verb, end) if start <= c.i < end]
    if verb.lemma_.lower() in _MINDS:
        contents = [c for c in contents if not _behind_colon(verb, c)]
    before = [c for c in contents if c.i < min(verb.i, subject.i)]
    after = [c for c in contents if c.i > verb.i]
    inserted = verb.dep_ in ("parataxis", "ccomp") or (not after and _is_loose(verb))
    if not after and (before or (inserted and _stands_between_commas(verb, subject, start))):
        first = min(subject.left_edge.i, verb.i)
        if first <= start or doc[first - 1].text not in (",", '"'):
            return None
        return Speech(speaker, verb.i, first - 1, _tail_end(verb, speaker, end))
    return _before_content(verb, subject, speaker, after[0], start) if after else None


def _told_by(verb: "Token", end: int) -> "list[Token]":
    """The verbs of what is said; where a semicolon parts them, the parser hangs the first on the last."""
    told = [c for c in verb.children if c.dep_ == "ccomp"]
    return told + [
        g for c in told if c.i >= end for g in c.children if g.dep_ == "ccomp" and verb.i < g.i < end
    ]


def _before_content(
    verb: "Token", subject: "Token", speaker: tuple[int, int], content: "Token", start: int
) -> Speech | None:
    """Speech whose content follows: "X said that …"."""
    doc = verb.doc
    begin = content.left_edge.i
    if begin <= verb.i or verb.i < subject.i:
        return None
    if subject_of(content) is None and begin > verb.i + 1 and doc[verb.i + 1].pos_ in _NOMINAL:
        begin = verb.i + 1  # the parser took the subject for an object of the speech verb
    if doc[begin].lower_ == "that" and (doc[begin].dep_ == "mark" or doc[begin].tag_ == "IN"):
        begin += 1
    edge = subject.left_edge.i
    first = next((i + 1 for i in range(edge - 1, start, -1) if doc[i].text in (":", ";")), start)
    commits = verb.lemma_.lower() in _COMMITTING
    if verb.tag_ == "VBG" or any(c.lower_ == "having" for c in verb.children):
        # "…, police having warned that …" and "with police warning that …" stand beside a statement
        while edge > start and doc[edge - 1].lower_ in (",", "with"):
            edge -= 1
        return Speech(speaker, verb.i, edge, begin, joined=edge > start)
    return Speech(speaker, verb.i, first, begin, commits=commits)


def _is_count(subject: "Token") -> bool:
    """Whether the subject is a number of people: what "one in five" or "61%" said is itself the claim."""
    if subject.pos_ == "NUM" or subject.text == "%" or subject.lemma_ in ("percent", "cent", "proportion"):
        return True
    return any(c.dep_ == "nummod" and c.lower_ not in ("one", "two") for c in subject.children)


def _at_the_end(tokens: "Tokens", start: int, end: int) -> Speech | None:
    """“…, the ministry said on Friday”, told by its words where the parse missed it."""
    comma = next((i for i in range(end - 1, start, -1) if tokens[i].text == ","), None)
    if comma is None or end - comma > _LONGEST_TAIL:
        return None
    tail = [t for t in tokens[comma + 1 : end] if not t.is_punct]
    verbs = [t for t in tail if t.pos_ in ("VERB", "AUX")]
    if not verbs and len(tail) > 1 and _names_teller(tail):
        return Speech((tail[0].i, tail[-1].i), tail[-1].i, comma, end)
    if len(verbs) != 1 or len(tail) < 2:
        return None
    verb = verbs[0]
    lemma = verb.lemma_.lower()
    if lemma not in SAYING | _TELLING or verb.tag_ not in ("VBD", "VBZ", "VBP", "VBN") or verb.i == tail[0].i:
        return None
    if any(c.dep_ in ("dobj", "attr", "oprd", "xcomp") and c.i > verb.i for c in verb.children):
        return None  # "…, the board announced a merger" says something itself
    if tail[0].tag_ in ("CC", "IN", "WP", "WDT", "TO", "RB") or not any(
        t.dep_ in ("nsubj", "nsubjpass") for t in tokens[start:comma]
    ):
        return None
    return Speech((tail[0].i, verb.i), verb.i, comma, end)


def _names_teller(tail: "Sequence[Token]") -> bool:
    """Whether "figures from the office show" or "the Treasury estimates" was taken for a mere noun."""
    if tail[-1].lower_ in ("show", "shows"):
        return tail[0].lemma_.lower() in _EVIDENCE
    return tail[-1].lower_ in ("estimates", "reckons", "forecasts", "suggests") and (
        tail[0].lower_ == "the" or tail[0].pos_ == "PROPN"
    )


def _stands_between_commas(verb: "Token", subject: "Token", start: int) -> bool:
    first = min(subject.left_edge.i, verb.i)
    return first > start and verb.doc[first - 1].text == ","


def _tail_end(verb: "Token", speaker: tuple[int, int], end: int) -> int:
    """Where an attribution after its claim ends: at the next comma after verb and speaker, or at `end`."""
    for i in range(max(verb.i + 1, speaker[1]), end):
        after = verb.doc[i + 1] if i + 1 < end else None
        further = after is not None and (after.tag_ == "VBG" or after.lower_ in _GOING_ON)
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
    if source is None or source.i >= end:
        return None
    last = min(source.right_edge.i + 1, end)
    while last > token.i + 2 and tokens[last - 1].is_punct:
        last -= 1
    named = (token.i + 2, min(named_range(source, tokens.doc[:], frozenset())[1], end))
    last = max(last, named[1])
    if named[1] <= named[0]:
        return None
    first = token.i
    if first > start and tokens[first - 1].text == ",":
        first -= 1
    if first <= start and last < end and tokens[last].text == ",":
        last += 1
    return Speech(named, token.i, first, last)
