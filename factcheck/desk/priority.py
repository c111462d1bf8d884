"""Which claim a person should see first, and why, in words that the queue shows.

Hand-set points: a conflict (60) comes before anything unmatched (58 at most). After that counts the harm of
being wrong, in the order in which newsroom handbooks list it (named people, health, law, money), then how
check-worthy the wording is. The deadline is no part of the number: the queue sorts by it among equals.
"""

import re
from dataclasses import dataclass

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.evidence import Judgement, MachineStatus

_TOPICS: tuple[tuple[str, int, re.Pattern[str]], ...] = tuple(
    (reason, points, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for reason, points, words in (
        (
            "crime or law",
            8,
            r"arrest\w*|charged|convict\w*|guilty|acquitt\w*|court|judge|su(?:ed|es|ing)|fraud\w*|murder\w*|"
            r"assault\w*|alleg\w*|jail\w*|sentenc\w*|bribe\w*|police",
        ),
        (
            "health",
            8,
            r"vaccin\w*|disease\w*|patients?|deaths?|died|cancer\w*|drugs?|hospital\w*|infect\w*|virus\w*|"
            r"outbreak\w*|doses?|toxic\w*|safe(?:ty)?",
        ),
        ("money", 5, r"shares?|profits?|revenue|billions?|millions?|debt|losses|cost|price[sd]?|bn|budget"),
    )
)
_FIGURE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Priority:
    """Points from 0 to 100, with the reasons in the order of their weight."""

    points: int
    reasons: tuple[str, ...]


def priority_of(claim: Claim, judgement: Judgement) -> Priority:
    """How urgent a claim is."""
    parts: list[tuple[int, str]] = []
    if judgement.status is MachineStatus.CONFLICTING:
        parts.append((60, "conflicts with a reference"))
    elif judgement.status is MachineStatus.UNMATCHED:
        parts.append((10, "no reference settles it"))
    else:
        parts.append((5, "supported, but not safely enough to pass alone"))
    parts.extend((points, reason) for reason, points, words in _TOPICS if words.search(claim.text))
    if claim.kind is ClaimKind.QUOTATION:
        parts.append((6, "quotes somebody"))
    if claim.doubt:
        parts.append((6, "reported with doubt"))
    if _FIGURE.search(claim.text):
        parts.append((5, "has a figure"))
    parts.append((round(10 * claim.worthiness), "check-worthy wording"))
    parts.sort(key=lambda part: -part[0])
    return Priority(min(100, sum(p for p, _ in parts)), tuple(reason for p, reason in parts if p >= 5))
