"""What is not a claim, and why: site furniture, questions, commands, conditions, forecasts, opinions."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from factcheck.claims.clauses import Clause
from factcheck.claims.furniture import ABOUT_AUTHOR, BYLINE, CLOCK, FURNITURE, is_row_of_credits
from factcheck.claims.phrases import HUNCHES
from factcheck.claims.signals import MONTHS, Signals
from factcheck.claims.speech import subject_of
from factcheck.domain.articles import BlockRole
from factcheck.domain.claims import CoverageReason
from factcheck.text.words import words

if TYPE_CHECKING:
    from spacy.tokens import Span as Tokens
    from spacy.tokens import Token

_DEMANDS = words("should ought must")
_MAYBE = words("may might could")
_COMING = words("will would shall 'll 'd wo")
_SEEMING = words("seem appear feel look sound")
_VERDICTS = words("deserve merit")
_FIRST_PERSON = words("i me my mine we us our ours myself ourselves")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_SAME_IN_PAST = words("set cut put shut let hit split read cost spread beat bet cast hurt quit rid shed")
_CONDITIONS = words("if unless whether provided suppose supposing")


def sentence_reason(
    text: str, tokens: "Tokens", signals: Signals, role: BlockRole, *, spoken: bool = False
) -> CoverageReason | None:
    """Why a whole sentence is no claim, or None. `text` is the sentence as written.

    In `spoken` words a view or a first person is no reason where there is a figure beside it.
    """
    if not spoken and _is_furniture(text, tokens, signals, role):
        return CoverageReason.FURNITURE
    stripped = text.rstrip("\"'”’)] \u00a0")
    if stripped.endswith("?"):
        return CoverageReason.QUESTION
    if not any(t.is_alpha for t in tokens):
        return CoverageReason.FRAGMENT
    if _is_inverted_condition(tokens):
        return CoverageReason.CONDITIONAL
    if _is_command(tokens) and not (role is BlockRole.LIST_ITEM and _may_be_past(tokens, signals)):
        return CoverageReason.IMPERATIVE
    if is_view(text) and not (spoken and signals.figures):
        return CoverageReason.OPINION
    return None


def _is_furniture(text: str, tokens: "Tokens", signals: Signals, role: BlockRole) -> bool:
    if FURNITURE.search(text) or ABOUT_AUTHOR.match(text):
        return True
    if role is not BlockRole.TABLE_ROW and is_row_of_credits(text):
        return True
    if BYLINE.match(text) and not any(t.tag_ in _FINITE for t in tokens):
        return True
    if signals.dates and all(
        t.i in signals.dates or t.is_punct or t.is_space or CLOCK.fullmatch(t.text) for t in tokens
    ):
        return True  # a dateline
    return role is BlockRole.CAPTION and not any(t.pos_ in ("VERB", "AUX") for t in tokens)


def _may_be_past(tokens: "Tokens", signals: Signals) -> bool:
    """Whether a list item that looks like a command may tell what was done: "Set aside £4m for pipes"."""
    first = next((t for t in tokens if t.is_alpha), None)
    return first is not None and first.lower_ in _SAME_IN_PAST and bool(signals.figures)


def is_view(text: str) -> bool:
    """Whether words mark a sentence as somebody's own view or guess."""
    return HUNCHES.search(text) is not None


def _is_inverted_condition(tokens: "Tokens") -> bool:
    """“Were the yard to close, …”, “Should rates rise, …”."""
    first = tokens[0]
    if first.lower_ not in ("were", "should", "had") or len(tokens) < 4 or first.dep_ == "ROOT":
        return False
    return "advcl" in (first.dep_, first.head.dep_) and any(t.tag_ == "MD" for t in tokens[1:])


def _is_command(tokens: "Tokens") -> bool:
    first = next((t for t in tokens if not t.is_punct and not t.is_space), None)
    if first is None:
        return False
    if first.lower_ in ("please", "let", "do", "don't") and first.tag_ in ("UH", "VB", "VBP"):
        return True
    root = next((t for t in tokens if t.dep_ == "ROOT"), None)
    if root is None or root.i != first.i or root.tag_ not in ("VB", "VBP") or root.pos_ == "AUX":
        return False
    return subject_of(root) is None


def conditions_in(tokens: "Tokens") -> tuple["Token", ...]:
    """The verbs of the conditions in a sentence: what stands under an "if" or "unless"."""
    return tuple(t.head for t in tokens if t.lower_ in _CONDITIONS and t.dep_ == "mark")


def clause_reason(
    clause: Clause, tokens: "Tokens", signals: Signals, conditions: Iterable["Token"], *, attributed: bool
) -> CoverageReason | None:
    """Why one clause of a sentence is no claim although it may carry something to check, or None.

    `conditions` are the sentence's, as `conditions_in` finds them.
    """
    head = tokens[clause.head]
    inside = [t for t in tokens[clause.start : clause.end] if clause.covers(t.i)]
    figure = any(clause.covers(i) for i in signals.figures)
    if any(_governs(condition, head) for condition in conditions):
        return CoverageReason.CONDITIONAL
    if any(is_first_person(t) for t in inside) and not attributed:
        return CoverageReason.OPINION
    modals = {t.lower_ for t in inside if t.tag_ == "MD" and t.head.i == head.i} | _own_modal(head)
    if modals & _DEMANDS:
        return CoverageReason.OPINION
    if modals & _MAYBE and not (attributed and figure):
        return CoverageReason.PREDICTION
    if modals & _COMING and not figure and not _is_scheduled(clause, tokens, signals):
        return CoverageReason.PREDICTION
    if head.lemma_ in _VERDICTS and not figure:
        return CoverageReason.OPINION
    seems = any(c.dep_ in ("xcomp", "acomp", "oprd", "ccomp") for c in head.children)
    if head.lemma_ in _SEEMING and head.pos_ == "VERB" and seems and not figure:
        return CoverageReason.OPINION
    return None


def is_first_person(token: "Token") -> bool:
    """Whether a word is "I", "we", "our" …; not the "US" of a country or the "mine" of a coalfield."""
    if token.lower_ not in _FIRST_PERSON or token.pos_ not in ("PRON", "DET"):
        return False
    return token.text != "US"


def _is_scheduled(clause: Clause, tokens: "Tokens", signals: Signals) -> bool:
    """Whether it is told for a certain day and of somebody by name: "Roe will stand trial on 4 July"."""
    named = clause.subject is not None and any(
        clause.subject[0] <= i < clause.subject[1] for i in signals.names
    )
    days = [tokens[i].lower_ for i in signals.dates if clause.covers(i)]
    return named and any(
        day.rstrip(".") in MONTHS or (day.endswith("day") and day != "today") for day in days
    )


def _own_modal(head: "Token") -> frozenset[str]:
    return frozenset({head.lower_}) if head.tag_ == "MD" else frozenset()


def _governs(conditional: "Token", head: "Token") -> bool:
    """Whether a condition (the verb after "if") limits the clause of `head`, or is that clause.

    One that follows what it limits does not limit what is joined behind it: "A will be due if B wins, and C
    will go to Roe".
    """
    if conditional.i == head.i:
        return True
    if conditional.head.i < conditional.i < head.i and subject_of(head) is not None:
        joint = next((a for a in (head, *head.ancestors) if a.head.i == conditional.head.i), head)
        if joint.dep_ == "conj" and conditional.i < joint.left_edge.i:
            return False
    return conditional.dep_ == "advcl" and (
        conditional.head.i == head.i or conditional.head.i in {a.i for a in head.ancestors}
    )
