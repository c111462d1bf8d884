"""Subjects that a sentence leaves out because they stand in the clause before."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def own_subject(verb: "Token", begin: int, tokens: "Tokens") -> tuple[int, int] | None:
    """The subject of a second verb that the parser took for the end of a list: ", a record, and Roe won …".

    So it does after a sum: "rose to €3m and debt fell"; nobody joins a thing to a bare number or a verb.

    `begin` is the first token of the verb group. None where no noun phrase of its own stands before it.
    """
    joint = _joint(verb, begin, tokens)
    if joint is not None and tokens[begin - 1].text == ",":  # "and profit, reported by Roe, fell"
        begin = next((i for i in range(joint + 2, begin - 2) if tokens[i].text == ","), begin)
    if joint is None or joint + 1 >= begin:
        return None
    between = tokens[joint + 1 : begin]
    if tokens[joint - 1].text != "," and not any(_is_beside_sum(t) for t in between):
        return None
    if any(t.is_punct or t.pos_ in ("VERB", "AUX") for t in between):
        return None
    if between[0].pos_ not in ("DET", "PROPN", "NOUN", "PRON", "NUM", "ADJ"):
        return None
    return (joint + 1, begin) if any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in between) else None


def _is_beside_sum(noun: "Token") -> bool:
    sum_before = noun.head.tag_ == "CD" or noun.head.lower_ in ("%", "percent", "cent")
    return noun.dep_ == "conj" and noun.pos_ == "NOUN" and (sum_before or noun.head.pos_ == "VERB")


def shares_subject(verb: "Token", begin: int, tokens: "Tokens") -> bool:
    """Whether a verb without a subject surely has that of the verb before: a conjunction joins the verbs."""
    joint = _joint(verb, begin, tokens)
    if joint is not None and all(
        t.pos_ in ("ADV", "PART", "AUX") or _is_setting(t, verb) for t in tokens[joint + 1 : begin]
    ):
        return True
    if tokens[begin - 1].text != "," or joint is not None:
        return False
    # "opened a plant, sold 40 ships and closed three"
    return any(
        t.dep_ == "conj" and t.head.i in (verb.i, verb.head.i) and t.i > verb.i and _joins(t, verb.i, tokens)
        for t in tokens[verb.i + 1 :]
    )


def setting_start(verb: "Token", begin: int, tokens: "Tokens") -> int:
    """Where the phrase of time or place before a second verb begins: the "by" of "and by Friday had sold"."""
    joint = _joint(verb, begin, tokens)
    if joint is None or joint + 1 >= begin or not _is_setting(tokens[joint + 1], verb):
        return begin
    return joint + 1


def _is_setting(token: "Token", verb: "Token") -> bool:
    """Whether it belongs to a phrase of time or place before its verb: "and by Friday had sold"."""
    while token.head.i not in (verb.i, token.i):
        token = token.head
    return token.head.i == verb.i and token.dep_ in ("prep", "npadvmod")


def _joins(later: "Token", after: int, tokens: "Tokens") -> bool:
    return any(t.dep_ == "cc" for t in tokens[after + 1 : later.i])


def _joint(verb: "Token", begin: int, tokens: "Tokens") -> int | None:
    """The last conjunction between the verb before and the words before this one."""
    found = (t.i for t in reversed(tokens[verb.head.i + 1 : begin]) if t.dep_ == "cc")
    return next(found, None) if verb.head.i + 1 < begin else None
