"""What a claim can leave out and stay right, and the details that pairs leave behind for others to take."""

from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

from factcheck.quantities.find import find_periods, find_quantities
from factcheck.text.words import words
from factcheck.training.perturbations.pair import Edit, Edits, Held
from factcheck.training.perturbations.verbs import end_of, main_verb

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_SCOPED = words(
    "not n't no none nobody nothing neither nor never only just all every each most few first last least "
    "hardly scarcely barely without unless except if than until whether or more less fewer sole second third "
    "would could may might should unlike rather instead least also both but up down by"
)
"""Words beside which a detail that is left out changes what is said."""
_LOOSE = words(
    "in on at during after before following since because amid despite alongside with while when as"
)
_SHORTEST = 6


def subset(held: Held, rng: Random) -> Edits | None:
    """The claim without a detail at its end or its beginning."""
    claim = held.claim
    found: list[Edit] = []
    for head in _details(claim):
        first, last = head.left_edge, head.right_edge
        start, end = first.idx, end_of(last)
        if not held.free(start, end) or _is_scoped(claim, first.i, last.i):
            continue
        if first.i == 0:
            after = claim[last.i + 1]
            found.append(Edit(0, claim[after.i + 1].idx, ""))
            continue
        before = claim[first.i - 1]
        start = before.idx if before.text == "," else start
        found.append(Edit(start - (claim.text[start - 1] == " "), end, ""))
    return (rng.choice(found),) if found else None


def _is_scoped(doc: "Doc", first: int, last: int) -> bool:
    """Whether what stays says "only", "not" or "largest", which the detail may have bounded."""
    kept = [token for token in doc if not first <= token.i <= last]
    if any(token.lower_ in _SCOPED or token.tag_ in ("JJS", "RBS", "MD") for token in kept):
        return True
    if len([token for token in kept if not token.is_punct]) < _SHORTEST:
        return True
    return any(
        token.lower_ in ("unless", "except", "if", "than", "without", "but")
        for token in doc[first : last + 1]
    )


def _details(doc: "Doc") -> "list[Token]":
    """Adjuncts of the main clause that stand at its end, or at its beginning before a comma."""
    verb = main_verb(doc)
    if verb is None:
        return []
    full = any(c.dep_ in ("dobj", "attr", "acomp", "nsubjpass") for c in verb.children)
    found = []
    for child in verb.children:
        loose = child.dep_ in ("prep", "advcl", "npadvmod") and (
            child.lower_ in _LOOSE or child.left_edge.lower_ in _LOOSE or child.dep_ == "npadvmod"
        )
        if loose and (full or child.dep_ == "advcl") and _stands_apart(doc, child, verb):
            found.append(child)
    for noun in (c for c in verb.children if c.dep_ in ("attr", "dobj")):
        if not any(c.lower_ in ("a", "an") for c in noun.children):
            continue
        found.extend(
            child
            for child in noun.children
            if child.dep_ in ("relcl", "acl") and _ends(doc, child) and _is_whole(child)
        )
    return found


def _is_whole(head: "Token") -> bool:
    return sum(1 for _ in head.subtree) == head.right_edge.i - head.left_edge.i + 1


def _ends(doc: "Doc", head: "Token") -> bool:
    return all(token.is_punct for token in doc[head.right_edge.i + 1 :])


def _stands_apart(doc: "Doc", head: "Token", verb: "Token") -> bool:
    if not _is_whole(head):
        return False
    if head.left_edge.i > verb.i:
        return _ends(doc, head)
    after = doc[head.right_edge.i + 1]
    return head.left_edge.i == 0 and after.text == "," and after.i + 1 < verb.i


@dataclass(frozen=True, slots=True)
class Detail:
    """An adjunct as it stood behind some clause, and what it tells: `time`, `place`, `reason`, `manner`."""

    kind: str
    text: str


_REASONS = words("because following amid despite")
_PLACES = frozenset({"GPE", "LOC", "FAC"})
_MOST_WORDS = 7
_DEICTIC = words("such this that these those its his her their which whom other same own where when while")


def details_of(doc: "Doc") -> list[Detail]:
    """The adjuncts at the end of the text's main clause that would fit behind another one."""
    found = []
    for head in _details(doc):
        tokens = list(head.subtree)
        first, last = head.left_edge, head.right_edge
        text = doc.text[first.idx : end_of(last)]
        if (
            first.i == 0
            or not 2 <= len(tokens) <= _MOST_WORDS
            or head.dep_ != "prep"
            or not text[0].islower()
        ):
            continue
        if any(t.pos_ in ("PRON", "VERB", "AUX") or t.is_punct or t.ent_type_ == "PERSON" for t in tokens):
            continue
        kind = "" if any(t.lower_ in _DEICTIC for t in tokens) else _kind(head, text)
        if kind:
            found.append(Detail(kind, text))
    return found


def _kind(head: "Token", text: str) -> str:
    opening = text.split(maxsplit=1)[0].lower()
    if opening in _REASONS:
        return "reason"
    periods = find_periods(text)
    if periods and len(periods[0].quote) + len(opening) + 6 < len(text):
        return ""
    if periods:
        return "time" if opening in ("in", "on", "at", "during") else ""
    if find_quantities(text):
        return ""
    if opening in ("in", "at") and any(token.ent_type_ in _PLACES for token in head.subtree):
        return "place"
    return "manner" if opening in ("with", "alongside") else ""
