"""Participles as finite verbs: "scoring twice" as "scored twice", "having been fined" as "was fined"."""

from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import Draft
from factcheck.claims.inflect import past, present

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


def make_finite(
    head: "Token", parent: Clause | None, subject: tuple[int, int] | None, draft: Draft, *, done: bool = False
) -> None:
    """Put finite forms in place of a participle and its helpers, in the tense of the clause it hangs on.

    `done`: what it says came before that clause, so it is past whatever that is.
    """
    tokens = draft.tokens
    plural = subject is not None and is_plural(tokens, *subject)
    told_past = done or _is_past(tokens, parent)
    helpers = {c.lower_: c for c in head.children if c.dep_ in ("aux", "auxpass") and c.i < head.i}
    if "having" in helpers:
        _completed(head, helpers["having"], plural=plural, draft=draft)
    elif "being" in helpers and head.tag_ == "VBN":
        tense = ("were", "was") if told_past else ("are", "is")
        draft.forms[helpers["being"].i] = tense[0] if plural else tense[1]
        draft.note(helpers["being"].text, draft.forms[helpers["being"].i])
    elif head.tag_ == "VBG" and not helpers:
        modal = _modal(tokens, parent)
        for verb in (head, *(t for t in head.conjuncts if t.tag_ == "VBG" and t.i > head.i)):
            lemma = verb.lemma_.lower()
            if modal and not done:
                form = f"{modal} {lemma}" if verb is head else lemma
            else:
                form = past(lemma) if told_past else present(lemma, plural=plural)
            if plural and form == "was":
                form = "were"
            draft.note(verb.text, form)
            draft.forms[verb.i] = form


def _completed(head: "Token", having: "Token", *, plural: bool, draft: Draft) -> None:
    """“having weighed” as "weighed", “having been fined” as "was fined"."""
    been = next((c for c in head.children if c.lower_ == "been"), None)
    draft.forms[having.i] = ""
    if been is not None:
        form = "were" if plural else "was"
        draft.forms[been.i] = form
    else:
        form = past(head.lemma_.lower())
        draft.forms[head.i] = form
    draft.note(f"{having.text} {(been or head).text}", form)


def _modal(tokens: "Tokens", parent: Clause | None) -> str:
    """The "will" of the clause that a participle hangs on; empty where it has none."""
    head = tokens[parent.head] if parent is not None else None
    return next((c.text for c in head.children if c.tag_ == "MD"), "") if head is not None else ""


def _is_past(tokens: "Tokens", parent: Clause | None) -> bool:
    if parent is None:
        return False
    head = tokens[parent.head]
    while head.tag_ == "VBG" and head.head.i != head.i:  # "killing 9, injuring 30": as the verb before
        head = head.head
    return head.tag_ in ("VBD", "VBN") and not any(c.tag_ == "MD" for c in head.children)


def is_plural(tokens: "Tokens", start: int, end: int) -> bool:
    """Whether a subject takes a plural verb."""
    heads = (t for t in tokens[start:end] if not start <= t.head.i < end)
    noun = next(heads, tokens[end - 1])
    # "The Greens" are many, "Roe Foods" is one.
    plural_name = (noun.tag_ == "NNPS" and noun.text[:1].isalpha()) or (
        noun.ent_type_ == "NORP" and noun.text.endswith("s")
    )
    many = noun.tag_ == "NNS" or (plural_name and tokens[start].lower_ == "the")
    return many or any(c.dep_ == "cc" for c in noun.children)
