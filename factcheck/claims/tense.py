"""Whether the verb that a date belongs to speaks of the past or of what is to come."""

from typing import TYPE_CHECKING

from factcheck.claims.speech import subject_of
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Token

_COMING = words("will 'll wo shall would")
_SCHEDULED = words(
    """
    open begin start meet vote face play host travel return end close expire launch run go leave arrive
    take come premiere
    """
)
"""Verbs whose present tense tells of the future beside a date: "the fair opens on Friday"."""
_DUE = words("due set scheduled expected likely planned pencilled slated earmarked billed")
_PUT_OFF = words(
    """
    adjourn postpone delay defer reschedule extend schedule set fix remand push book slate pencil plan invite
    bring
    """
)
"""Verbs after which "to 9 December" and "for Friday" lie ahead, whenever it was done."""


def governor(token: "Token") -> "Token | None":
    """The verb that a date belongs to: "the year that ends in June" has another one than its sentence."""
    return next((t for t in token.ancestors if t.pos_ in ("VERB", "AUX") and t.dep_ != "prep"), None)


def tense_of(verb: "Token") -> str:
    """Tells "past" or "future", or "" where the verb does not say; an infinitive asks the verb above it."""
    helpers = [c for c in verb.children if c.dep_ in ("aux", "auxpass")]
    modals = {c.lower_ for c in helpers if c.tag_ == "MD"}
    if modals:
        return "future" if modals & _COMING else ""
    due = verb.lemma_ == "be" and any(c.dep_ in ("acomp", "attr") and c.lower_ in _DUE for c in verb.children)
    if due:
        return "future" if verb.tag_ in ("VBZ", "VBP") else ""  # "was due on Monday" may be over or not
    if any(c.tag_ in ("VBZ", "VBP") and c.lemma_ == "be" for c in helpers):
        known = verb.lower_ in _DUE or (verb.tag_ == "VBG" and verb.lemma_ in _SCHEDULED)
        return "future" if known else ""
    if verb.tag_ == "VBD" or any(c.tag_ == "VBD" or c.lower_ in ("has", "have") for c in helpers):
        return "" if verb.lower_ in _DUE else "past"
    if verb.tag_ in ("VBZ", "VBP"):
        return "future" if verb.lemma_ in _SCHEDULED and verb.dep_ != "relcl" else ""
    if verb.tag_ == "VB" and not helpers and verb.lower_ != verb.lemma_:
        return "past"  # "swam", which the parser takes for an infinitive
    return "" if helpers and verb.tag_ != "VB" else _tense_of_rest(verb)


def _tense_of_rest(verb: "Token") -> str:
    """The tense of an infinitive or participle, as the verb above it tells."""
    above = governor(verb)
    outer = tense_of(above) if above is not None else ""
    if verb.tag_ == "VB":  # "will start to be paid", but not "planned to open"
        due = above is not None and (above.lower_ in _DUE or any(c.lower_ in _DUE for c in above.children))
        certain = outer == "future" and above is not None and (due or _is_modal(above))
        return "future" if certain else ""
    if verb.tag_ != "VBN":
        return outer
    if above is None and subject_of(verb) is not None:
        return "past"  # "accused", which the parser takes for a participle
    if verb.lower_ in _DUE:
        return "future" if outer != "past" else ""
    return "" if above is None else "future" if outer == "future" else "past"


def is_put_off(token: "Token", preposition: str) -> bool:
    """Whether a date is the one that something was put off to: "adjourned the case to 9 December"."""
    verb = governor(token)
    if verb is None or preposition not in ("to", "until", "till", "for"):
        return False
    return verb.lemma_ in _PUT_OFF


def _is_modal(verb: "Token") -> bool:
    return any(c.tag_ == "MD" for c in verb.children)
