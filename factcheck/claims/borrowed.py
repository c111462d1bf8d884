"""Words that a clause borrows from the clause before it."""

from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause
from factcheck.claims.draft import Draft
from factcheck.claims.inflect import past, present
from factcheck.claims.shapes import Shape
from factcheck.claims.signals import Signals
from factcheck.claims.tallies import Figure, counted_at, figure_at, first_figure, model_of
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token


_DONE_TO = words(
    "follow use give send find hold kill injure arrest charge jail fine release treat publish sell replace"
    " rename award convict sentence build"
)
"""Verbs that mean something done to their subject where they have no object."""
_HELPERS = ("aux", "auxpass", "neg")


def shared_helpers(clause: Clause, tokens: "Tokens") -> list[str]:
    """The "was", "will" or "has been" that a second verb shares with the first: "was found and sold"."""
    head = tokens[clause.head]
    if clause.shape is not Shape.COORDINATE or head.dep_ != "conj":
        return []
    bare = head.tag_ == "VBP" and head.head.tag_ == "VB"  # "will employ 300 people and have sales of …"
    undergone = head.tag_ == "VBD" and _is_undergone(head)
    if head.tag_ not in ("VBN", "VB", "VBG") and not (bare or undergone):
        return []
    if head.tag_ == "VB" and any(c.lower_ == "to" for c in head.children):  # "is meant to … and to …"
        verb = head.head.head
        helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass") and c.i < verb.i]
        return [c.text for c in (*helpers, verb)]
    if any(c.dep_ in ("aux", "auxpass") for c in head.children):
        return []
    shared = [c for c in head.head.children if c.dep_ in ("aux", "auxpass") and c.i < head.head.i]
    passive = any(c.dep_ == "auxpass" for c in shared)
    if passive and any(c.dep_ == "dobj" for c in head.children):
        return []  # "was founded in 1921 and sold 40 ships"
    return [c.text for c in shared]


def _is_undergone(verb: "Token") -> bool:
    """Whether a second verb without an object shares the "were" of the first: "were chosen and followed"."""
    passive = any(c.dep_ == "auxpass" for c in verb.head.children)
    objects = any(c.dep_ in ("dobj", "ccomp", "xcomp") for c in verb.children)
    done = verb.lemma_ in _DONE_TO or any(c.dep_ == "agent" for c in verb.children)
    return passive and done and not objects


def gapped_sentence(clause: Clause, parent: Clause | None, draft: Draft, signals: Signals) -> str:
    """“… won 12 medals and the Chinese 91” as "the Chinese won 91 medals"."""
    tokens = draft.tokens
    if parent is None or clause.subject is None:
        return draft.write(clause.start, clause.end, clause.holes)
    verb = tokens[parent.head]
    first = max(min([verb.i, *(c.i for c in verb.children if c.dep_ in _HELPERS)]), parent.start)
    begin = clause.subject[1] if clause.owns_subject else clause.start
    figure = counted_at(clause.start, clause.end, tokens, signals)
    if figure is None:  # "profit 7%"
        given = first_figure(verb.i + 1, clause.start, tokens, signals)
        at = begin + 1 if tokens[begin].pos_ == "ADP" else begin
        figure = figure_at(at, clause.end, tokens, signals)
        last = verb.i + 1 if at > begin or given is None else given.start
        begin = begin if figure is None else figure.start - (at - begin)
    else:
        given = model_of(figure, verb.i, parent.subject, tokens, signals)
        last = verb.i + 1 if clause.owns_subject or given is None else given.start
    said = draft.write(first, last, parent.holes)
    noun = ""
    if given is not None and figure is not None and given.counted and not figure.counted:
        noun = draft.write(given.noun, given.end, ())
    draft.note("", " ".join(filter(None, (said, noun))))
    subject = draft.write(*clause.subject, ())
    if figure is None or given is None:
        parts = [subject, said, draft.write(begin, clause.end, clause.holes)]
    elif clause.owns_subject and begin == figure.end:  # "£12m to roads"
        parts = [subject, noun, said, draft.write(begin, clause.end, clause.holes)]
    else:
        share = _share(given, clause.start, draft) if figure.end >= clause.end else ""
        parts = [
            subject,
            said,
            draft.write(begin, figure.end, ()),
            noun,
            draft.write(figure.end, clause.end, clause.holes),
            share,
        ]
    return " ".join(filter(None, (_setting(parent, draft), *parts)))


def _setting(parent: Clause, draft: Draft) -> str:
    """What stands before the subject of the clause that lends its verb: "In May", "Of the 600 jobs,"."""
    if parent.subject is None or not parent.owns_subject or parent.start >= parent.subject[0]:
        return ""
    words = draft.write(parent.start, parent.subject[0], parent.holes)
    return f"{words}," if draft.tokens[parent.subject[0] - 1].text == "," else words


def _share(given: Figure, close: int, draft: Draft) -> str:
    """The "of the vote" of "took 40% of the vote"."""
    tokens = draft.tokens
    of = tokens[given.end]
    if given.kind != "%" or of.lower_ != "of":
        return ""
    return draft.write(of.i, min(of.right_edge.i + 1, close), ())


def said_alone(clause: Clause, draft: Draft) -> None:
    """Take out the "not only" that has lost its "but also": "Not only did Roe lose …" as "Roe lost …"."""
    tokens = draft.tokens
    for i in range(clause.start, min(clause.start + 8, clause.end - 2)):
        if tokens[i].lower_ != "not" or tokens[i + 1].lower_ not in ("only", "just", "merely"):
            continue
        if not any(t.lower_ == "but" for t in tokens[clause.end :]) or not clause.covers(i + 1):
            return
        words = draft.write(i, i + 2, ())
        draft.forms[i] = draft.forms[i + 1] = ""
        _turn_round(i + 2, clause, draft)
        draft.note(words, "…")
        return


def _turn_round(at: int, clause: Clause, draft: Draft) -> None:
    """Put the helper verb at `at` behind the noun after it: "did Roe lose" as "Roe lost"."""
    tokens = draft.tokens
    helper = tokens[at]
    nouns = ("NOUN", "PROPN", "PRON")
    last = next(
        (t.i for t in tokens[at + 1 : clause.end - 1] if t.pos_ in nouns and t.nbor(1).pos_ not in nouns), 0
    )
    if (
        helper.pos_ != "AUX"
        or not last
        or any(t.pos_ in ("VERB", "AUX", "ADP") for t in tokens[at + 1 : last])
    ):
        return
    draft.forms[helper.i] = ""
    if helper.lemma_ == "do":
        verb = helper.head
        told = past(verb.lemma_) if helper.tag_ == "VBD" else present(verb.lemma_, plural=False)
        draft.forms[verb.i] = told
    else:
        draft.forms[last] = f"{draft.forms.get(last, tokens[last].text)} {helper.text}"
