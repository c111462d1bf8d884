"""Words that a clause borrows from the clause before it."""

from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import Draft
from factcheck.claims.gaps import figure_start, gapped_noun
from factcheck.claims.shapes import Shape
from factcheck.claims.signals import Signals

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens


def shared_helpers(clause: Clause, tokens: "Tokens") -> list[str]:
    """The "was" or "has been" that a second participle shares with the first: "was found and sold"."""
    head = tokens[clause.head]
    if clause.shape is not Shape.COORDINATE or head.tag_ != "VBN" or head.dep_ != "conj":
        return []
    if any(c.dep_ in ("aux", "auxpass") for c in head.children):
        return []
    shared = [c for c in head.head.children if c.dep_ in ("aux", "auxpass") and c.i < head.head.i]
    passive = any(c.dep_ == "auxpass" for c in shared)
    if passive and any(c.dep_ == "dobj" for c in head.children):
        return []  # "was founded in 1921 and sold 40 ships"
    return [c.text for c in shared]


def gapped_sentence(clause: Clause, parent: Clause | None, draft: Draft, signals: Signals) -> str:
    """“… won 12 medals and the Chinese 91” as "the Chinese won 91 medals"."""
    tokens = draft.tokens
    given = None
    if parent is not None:
        given = next((i for i in range(parent.head + 1, clause.start) if i in signals.figures), None)
    if parent is None or clause.subject is None or given is None:
        return draft.write(clause.start, clause.end, clause.holes)
    verb = tokens[parent.head]
    rest = draft.write(clause.subject[1], clause.end, ())
    own_preposition = tokens[clause.subject[1]].pos_ == "ADP"
    first = min([verb.i, *(c.i for c in verb.children if c.dep_ in ("aux", "auxpass", "neg"))])
    last = verb.i + 1 if own_preposition else figure_start(given, tokens)
    said = draft.write(max(first, parent.start), last, ())
    noun = draft.write(*gapped_noun(given, tokens), ()) if clause.end - 1 == clause.head else ""
    draft.note("", f"{said} … {noun}" if noun else said)
    return " ".join(filter(None, (draft.write(*clause.subject, ()), said, rest, noun)))
