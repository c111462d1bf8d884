"""Clauses that are themselves about who found, promised or called something."""

from typing import TYPE_CHECKING

from factcheck.claims.denials import is_unsaid
from factcheck.claims.speech import is_told, named_range, subject_of
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

FINDING = words(
    """
    find show indicate reveal conclude record forecast predict expect project promise pledge vow rule
    """
)
"""Lemmas of verbs that belong to the claim themselves: who found or promised it is what can be checked."""

_AMOUNTS = words(
    """
    figure number total toll cost bill damage loss losses price value worth rate chance risk amount size
    count death population turnout crowd attendance
    """
)
_CALLING = words(
    """
    call describe brand label dub term denounce dismiss hail condemn praise deem refer accuse criticise
    criticize attack liken compare warn speak mock complain reject defend blame urge promise decry lament
    """
)
"""Lemmas of verbs whose quoted words are what somebody called it."""


def finding_in(head: "Token", *, quoted: bool) -> tuple[int, int] | None:
    """The speaker, where a clause is itself about who found, promised, put or called something.

    "A survey found that …", "the ministry put the figure at …" and, where words are `quoted` behind the
    verb, "she called it “a disgrace”".
    """
    lemma = head.lemma_.lower()
    subject = subject_of(head)
    named = (subject.left_edge.i, subject.i + 1) if subject is not None else None
    if is_unsaid(head.doc[:], head.i, named):
        return None  # "no survey found that …"
    if subject is not None and subject.tag_ in ("WDT", "WP") and head.dep_ == "relcl":
        subject = head.head  # "the alliance, which puts the cost at £9bn"
    if subject is None:
        return (head.i, head.i) if lemma in FINDING and _has_content(head) else None
    if lemma in FINDING and _has_content(head):
        return named_range(subject, head.doc[:], frozenset())
    if lemma == "put" and any(c.dep_ == "prep" and c.lower_ == "at" for c in head.children):
        amount = any(c.dep_ == "dobj" and c.lemma_.lower() in _AMOUNTS for c in head.children)
        return named_range(subject, head.doc[:], frozenset()) if amount else None
    if lemma in _CALLING and quoted and is_told(head) and subject.dep_ != "nsubjpass":
        return named_range(subject, head.doc[:], frozenset())
    return None


def _has_content(head: "Token") -> bool:
    after = head.doc[head.i + 1] if head.i + 1 < len(head.doc) else None
    that = after is not None and after.lower_ == "that" and after.dep_ == "mark"
    return that or any(c.dep_ == "ccomp" for c in head.children)
