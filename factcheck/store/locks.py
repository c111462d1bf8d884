"""Making writers wait for each other where a row to lock does not exist yet."""

import hashlib

from sqlalchemy import text
from sqlalchemy.orm import Session

WRITABLE = "factcheck_writable"
"""Key in a session's `info`: whether its unit of work may write."""

REFERENCES = "references"
"""Held by whoever changes references, so that two imports never wait for each other's rows in a circle."""


def lock_name(session: Session, *parts: str) -> None:
    """Hold a lock on a name until the transaction ends.

    Does nothing in a `reading` block, which waits for nobody. On SQLite whoever writes is alone anyway. On
    PostgreSQL two names share a lock with a chance of 2^-64, which would cost a wait and nothing else.
    """
    if session.info[WRITABLE] and session.get_bind().dialect.name == "postgresql":
        session.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": lock_number(*parts)})


def lock_number(*parts: str) -> int:
    """The signed 64-bit number PostgreSQL knows the name by."""
    digest = hashlib.sha256("\x1f".join(("factcheck", *parts)).encode("utf-8", "surrogatepass")).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
