"""Who does something."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a person may do; each role may do all that the one before it may."""

    CHECKER = "checker"
    EDITOR = "editor"
    ADMIN = "admin"

    def reaches(self, needed: "Role") -> bool:
        """Whether this role includes what `needed` may do."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


class Scope(StrEnum):
    """What an API key may do."""

    READ = "read"
    CHECK = "check"
    """Submit articles."""
    REFERENCES = "references"
    """Add references."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person, a program with a key, or the system itself, as the audit log names it."""

    id: str
    name: str
    role: Role | None = None
    scopes: frozenset[Scope] = frozenset()


SYSTEM = Actor(id="system", name="factcheck", role=Role.ADMIN)
"""The product itself and its command line: whoever may start it may read its store anyway."""
