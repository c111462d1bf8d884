"""The verb that a stretch of a sentence is about, also where the parser misses it."""

from typing import TYPE_CHECKING

from factcheck.claims.speech import SAYING, subject_of

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def head_of(tokens: "Tokens", start: int, end: int, holes: tuple[tuple[int, int], ...]) -> "Token | None":
    """The word that the tokens less the holes hang on: a verb with a subject, if there is one."""
    inside = [
        t
        for t in tokens[start:end]
        if not any(a <= t.i < b for a, b in holes) and not t.is_punct and not t.is_space
    ]
    tops = [
        t
        for t in inside
        if not start <= t.head.i < end or t.head.i == t.i or any(a <= t.head.i < b for a, b in holes)
    ]
    tops = tops or inside[:1]
    verbs = [t for t in tops if t.pos_ in ("VERB", "AUX")]
    with_subject = [t for t in verbs if subject_of(t) is not None]
    return next(iter(with_subject or verbs or tops), None)


def told_of(noun: "Token", tokens: "Tokens", start: int, end: int) -> "Token | None":
    """The verb that tells of `noun` where the parser takes it for a part of the noun, or None.

    It is that of "a model that outperformed …" too, where a sentence is no more than that.
    """
    told: Token | None = None
    for child in noun.children:
        if (
            child.tag_ == "VBN"
            and noun.dep_ == "ROOT"
            and (not _after_comma(child, tokens) or _after_insertion(noun, child, tokens))
        ):
            after = child.dep_ == "acl" and noun.i < child.i < end
            between = child.dep_ == "amod" and _ends_noun(child.i, noun, tokens)
            if after or between:
                told = child  # "Its margin narrowed by …", which the parser takes for a participle
        if child.dep_ == "relcl" and start <= child.left_edge.i and child.i < end:
            first = tokens[child.left_edge.i].lower_
            if first in ("that", "which", "who") and noun.left_edge.i == start:
                return child
    return told


def _ends_noun(index: int, noun: "Token", tokens: "Tokens") -> bool:
    """Whether a noun of its own stands before a participle: "the ministry suspended work"."""
    before = tokens[index - 1] if index else None
    opened = tokens[noun.left_edge.i].tag_ in ("DT", "PRP$", "NNP")
    return opened and before is not None and before.tag_ in ("NN", "NNS", "NNP") and before.head.i == noun.i


def _after_insertion(noun: "Token", verb: "Token", tokens: "Tokens") -> bool:
    """Whether two commas stand between, as in "The bank, Norway's oldest, set aside £4m"."""
    between = [t.i for t in tokens[noun.i + 1 : verb.i] if t.text == ","]
    return len(between) == 2 and between[0] == noun.i + 1 and between[1] == verb.i - 1


def _after_comma(token: "Token", tokens: "Tokens") -> bool:
    return token.i > 0 and tokens[token.i - 1].text == ","


def joined_before(head: "Token", tokens: "Tokens", start: int) -> "Token | None":
    """The verb of a statement before that of `head`, which a comma joins to it, or None.

    The parser hangs the first on the second in "York won on Sunday, Roe scoring twice" and "31 improved, 12
    showed no change and five got worse".
    """
    subject = subject_of(head)
    if subject is None or head.tag_ not in ("VBG", "VBD", "VBZ", "VBP"):
        return None
    if any(c.dep_ == "aux" for c in head.children):
        return None
    if head.lemma_.lower() in SAYING and not any(c.dep_ == "dobj" for c in head.children):
        return None
    begin = subject.left_edge.i
    told = next((c for c in head.children if start <= c.i < begin and _is_statement(c)), None)
    return told if told is not None and told.i < begin - 1 and tokens[begin - 1].text == "," else None


def _is_statement(verb: "Token") -> bool:
    """Whether it is a finite verb with a subject and without "if", "while" or the like."""
    if verb.lemma_.lower() in SAYING and not any(c.dep_ == "ccomp" for c in verb.children):
        return False  # "In 2023, she said, Roe built 40 boats"
    marked = any(c.dep_ in ("mark", "cc") or c.tag_ in ("WRB", "WP", "WDT") for c in verb.children)
    return verb.tag_ in ("VBD", "VBZ", "VBP") and subject_of(verb) is not None and not marked
