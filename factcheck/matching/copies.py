"""Which statements are the same one printed again: wire copies, told apart from all that say anything else.

A copy may have other quotation marks, other spaces and the agency's credit at its end. Anything more is
another statement: a comma or a dash can turn a sentence round, and a dateline say where it happened.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.domain.evidence import Reference, SourceKind

_AGENCIES = r"Reuters|AP|AFP|dpa|DPA|PA|PA Media|UPI|ANSA|EFE|Bloomberg|Xinhua|Kyodo|Associated Press"
_CREDIT = re.compile(rf"\s*(?:\((?:{_AGENCIES})\)|[-–—]+\s*(?:{_AGENCIES}))\s*\.?\s*$")


@dataclass(frozen=True, slots=True)
class Printed:
    """A statement as it is put before a claim: the reference of best standing, and its copies by standing."""

    reference: Reference
    copies: tuple[Reference, ...] = ()


def fold(ranked: Sequence[Reference]) -> list[Printed]:
    """`ranked` with every statement once, in the place of the first reference that prints it.

    Copies have the same `wording`, `as_of` and `valid_until`. The best standing comes first: not superseded
    before superseded, primary before secondary source, the newer before the older, then by key.
    """
    groups: dict[Hashable, list[Reference]] = {}
    for reference in ranked:
        key = (wording(reference.text), reference.as_of, reference.valid_until)
        groups.setdefault(key, []).append(reference)
    in_order = (sorted(group, key=_standing) for group in groups.values())
    return [Printed(first, tuple(others)) for first, *others in in_order]


def _standing(reference: Reference) -> tuple[bool, bool, int, str, str]:
    told = reference.as_of or reference.source.published_at or date.min
    return (
        reference.superseded_by is not None,
        reference.source.kind is not SourceKind.PRIMARY,
        -told.toordinal(),
        reference.key,
        reference.id,
    )


def wording(text: str) -> str:
    """What two copies share: every character but the style of quotation marks, spaces and credits."""
    plain = re.sub(r"[‘’ʼ]", "'", re.sub(r"[“”„«»]", '"', " ".join(text.split())))
    return _CREDIT.sub("", plain)
