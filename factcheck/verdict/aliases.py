"""Names that mean the same person, place or body; see `word_lists/aliases.txt`."""

import re
from functools import cache, lru_cache

from factcheck.verdict.lists import lines, words

_COMPANY_FORMS = words(
    "ltd limited inc incorporated corp corporation co company plc llc lp gmbh ag sa spa nv bv group "
    "holdings holding the"
)
_OFFICES = words(
    "president prime minister chancellor secretary councillor mayor governor senator judge justice king "
    "queen prince princess captain general colonel bishop archbishop cardinal pope chief executive "
    "director chairman chairwoman chair professor sheriff marshal coach premier sultan emir baroness "
    "ambassador"
)
"""Words that stand before a name and are left out when names are compared."""


@cache
def _groups() -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, line in enumerate(lines("aliases")):
        for name in line.split("|"):
            found.setdefault(name.strip(), set()).add(number)
    return {name: frozenset(groups) for name, groups in found.items()}


def alias_groups(parts: tuple[str, ...]) -> frozenset[int]:
    """The numbers of the alias groups that the name is in; empty for a name without aliases here."""
    return _groups().get(" ".join(parts), frozenset())


@lru_cache(maxsize=20_000)
def core(parts: tuple[str, ...]) -> tuple[str, ...]:
    """The name without company forms and without an office put before it; never empty for a name."""
    kept = tuple(part for part in parts if part not in _COMPANY_FORMS)
    while len(kept) > 1 and kept[0] in _OFFICES:
        kept = kept[1:]
    return kept or parts


def initials(parts: tuple[str, ...]) -> str:
    """The first letters of the name's parts, as an acronym would have them."""
    return "".join(part[0] for part in parts if part not in ("of", "the", "and", "for", "&"))


_CAPITALS = re.compile(r"[A-Z][\w’']*(?:[ -](?:(?:of|the|and|for|in|on|de|to|&) ){0,2}[A-Z][\w’']*)+")
_SMALL = words("of the and for in on de to &")


def spells_out(text: str, acronym: str) -> bool:
    """Whether the text has a name in full whose first letters are the acronym ("W3C": "World Wide Web …")."""
    letters = re.sub(r"([A-Z])(\d)", lambda m: m[1] * int(m[2]), acronym.replace(".", "")).lower()
    if not 2 <= len(letters) <= 8 or not acronym.replace(".", "").isalnum() or not acronym.isupper():
        return False
    for run in _CAPITALS.findall(text):
        parts = [part for part in re.split(r"[ -]", run) if part]
        full = "".join(part[0].lower() for part in parts)
        short = "".join(part[0].lower() for part in parts if part not in _SMALL)
        if letters in full or letters in short:
            return True
    return False
