"""Speech verbs, and how a speaker is named beside one."""

from typing import TYPE_CHECKING

from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

SAYING = words(
    """
    say tell add report claim argue note state announce declare confirm insist explain write acknowledge
    admit warn suggest believe estimate reckon reveal stress maintain allege contend remark concede
    recall reply comment observe think calculate understand assert testify reiterate repeat respond
    tweet post complain caution inform suspect fear
    """
)
"""Lemmas of verbs whose content is the claim; the speaker is attribution."""

SPOKEN = SAYING - words("believe think estimate calculate reckon understand reveal suspect fear") | words(
    "shout joke quip read ask urge cry whisper laugh sigh boast retort promise pledge vow conclude exclaim"
)
"""Lemmas of verbs that hand on somebody's very words."""


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
            joins = any(t.dep_ == "cc" for t in subject.children) or any(
                t.dep_ == "conj" and t.left_edge.i == i + 1 for t in doc[i + 1 : end]
            )
            if not joins:
                return start, i
    return start, end


def is_told(verb: "Token") -> bool:
    """Whether a verb tells that something was said: "said", "has said", "went on to say"; not "was told"."""
    if any(c.dep_ == "auxpass" for c in verb.children):
        return False
    if any(c.dep_ == "aux" and c.tag_ == "TO" for c in verb.children):
        return verb.head.lemma_ in ("go", "continue") and verb.head.i < verb.i
    if verb.tag_ in ("VBN", "VB"):
        return any(c.dep_ == "aux" for c in verb.children)
    return verb.tag_ in ("VBD", "VBZ", "VBP", "VBG")


def named_range(subject: "Token", tokens: "Tokens", inside: frozenset[int]) -> tuple[int, int]:
    """The tokens of a speaker, with a name that follows the office: "The chair, Ada Roe", "chair Ada Roe"."""
    start, end = subject_range(subject)
    start = next((i + 1 for i in range(end - 1, start, -1) if i in inside), start)
    end = _through_owner(tokens, next((i for i in range(start, end) if i in inside), end))
    last = end
    office = tokens[end - 1].pos_ != "PROPN" or tokens[start].tag_ in ("DT", "PRP$")
    if end + 1 < len(tokens) and tokens[end].text == "," and office:
        last = end + 1
    while last < len(tokens) and tokens[last].pos_ == "PROPN" and last not in inside:
        last += 1
        end = last
    return start, end


def _through_owner(tokens: "Tokens", end: int) -> int:
    """Past the comma in a name that owns the speaker: "the University of Skerry, Bergen’s chancellor"."""
    if end >= len(tokens) or tokens[end].text != ",":
        return end
    last = end + 1
    while last < len(tokens) and tokens[last].pos_ == "PROPN":
        last += 1
    if last == end + 1 or last >= len(tokens) or tokens[last].tag_ != "POS":
        return end
    last += 1
    while last < len(tokens) and tokens[last].pos_ in ("ADJ", "NOUN", "PROPN"):
        last += 1
    return last
