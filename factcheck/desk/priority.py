"""Which claim a person should see first, and why, in words that the queue shows.

Hand-set points: a conflict, with a reference or inside the article, (60) comes before anything else (59 at
most), and both together before either. After that counts how check-worthy
the claim is by the trained score (20 at most), and the harm of being wrong, in the order in which newsroom
handbooks list it: named people, health, law, money, other figures. The deadline is no part of the number: the
queue sorts by it among equals.
"""

import re
from dataclasses import dataclass

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.evidence import Judgement, MachineStatus
from factcheck.quantities.find import find_quantities

_STATUS = {
    MachineStatus.CONFLICTING: (60, "conflicts with a reference"),
    MachineStatus.UNMATCHED: (5, "no reference settles it"),
    MachineStatus.SUPPORTED: (3, "supported, but not safely enough to pass alone"),
}
_SAMPLED = "would pass alone; drawn so that people check the machine"
_AT_ODDS = "the article contradicts itself"
_INSIDE_POINTS, _INSIDE_TOO_POINTS = 60, 21
_WORTHINESS_POINTS = 20
_WORTHY = 0.5
"""From here on the score is given as a reason; below, it only orders."""
_HEALTH = re.compile(
    r"\b(?:vaccin\w*|diseases?|patients?|deaths?|died|dead|killed|injur\w*|cancers?|drugs?|hospital\w*|infect\w*|"
    r"virus\w*|outbreaks?|doses?|toxic\w*|safety|surge(?:ry|ons?)|treatments?)\b",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:arrest\w*|charged|convict\w*|guilty|acquitt\w*|courts?|judges?|su(?:ed|es|ing)|fraud\w*|murder\w*|"
    r"assault\w*|alleg\w*|jail\w*|sentenced|bribe\w*|police|prosecut\w*|illegal\w*|corrupt\w*)\b",
    re.IGNORECASE,
)
_MONEY = re.compile(
    r"\b(?:shares?|profits?|revenues?|debts?|loss(?:es)?|costs?|prices?|budgets?|wages?|loans?|bankrupt\w*)\b",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"[A-Z]{3}\Z")


@dataclass(frozen=True, slots=True)
class Priority:
    """Points from 0 to 100, with the reasons in the order of their weight."""

    points: int
    reasons: tuple[str, ...]


def priority_of(claim: Claim, judgement: Judgement) -> Priority:
    """How urgent a claim is."""
    quantities = find_quantities(claim.text)
    money = any(_CURRENCY.match(quantity.unit) for quantity in quantities) or _MONEY.search(claim.text)
    parts = [
        *_standing(judgement),
        (7 if claim.people else 0, "names a person"),
        (7 if _HEALTH.search(claim.text) else 0, "life or health"),
        (6 if _LAW.search(claim.text) else 0, "crime or law"),
        (5 if money else 0, "money"),
        (4 if quantities else 0, "has a figure"),
        (3 if claim.doubt else 0, "reported with doubt"),
        (2 if claim.kind is ClaimKind.QUOTATION else 0, "quotes somebody"),
    ]
    worth = round(_WORTHINESS_POINTS * claim.worthiness)
    parts.append((worth, "check-worthy" if claim.worthiness >= _WORTHY else ""))
    parts.sort(key=lambda part: -part[0])
    reasons = tuple(reason for points, reason in parts if points and reason)
    return Priority(min(100, sum(points for points, _ in parts)), reasons)


def _standing(judgement: Judgement) -> list[tuple[int, str]]:
    """The points for what the machine says, of the references and of the article itself."""
    if not judgement.inside:
        points, why = _STATUS[judgement.status]
        return [(points, _SAMPLED if judgement.sampled else why)]
    if judgement.status is MachineStatus.CONFLICTING:
        return [_STATUS[judgement.status], (_INSIDE_TOO_POINTS, _AT_ODDS)]
    return [(_INSIDE_POINTS, _AT_ODDS)]
