"""Secrets: passwords hashed with argon2, tokens made and stored as digests."""

import functools
import hashlib
import secrets

from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError

from factcheck.domain.errors import InvalidInput

MINIMUM_PASSWORD = 10
MAXIMUM_PASSWORD = 256
"""Longer passwords are refused: hashing them would cost the server, not the attacker."""
KEY_PREFIX = "fck_"

_HASHER = PasswordHasher()


def hash_password(password: str) -> str:
    """An argon2id hash; raises `InvalidInput` for a password that is too short or too long."""
    if not MINIMUM_PASSWORD <= len(password) <= MAXIMUM_PASSWORD:
        raise InvalidInput(
            f"A password has {MINIMUM_PASSWORD} to {MAXIMUM_PASSWORD} characters.", field="password"
        )
    return _HASHER.hash(password)


def password_fits(stored: str | None, password: str) -> bool:
    """Whether `password` belongs to the `stored` hash.

    With None (no such user) a hash of nobody is compared, so that the answer takes as long.
    """
    if len(password) > MAXIMUM_PASSWORD:
        return False
    try:
        return _HASHER.verify(stored or _hash_of_nobody(), password) and stored is not None
    except (Argon2Error, InvalidHashError):
        return False


@functools.cache
def _hash_of_nobody() -> str:
    return _HASHER.hash(secrets.token_hex(16))


def new_token(prefix: str = "") -> str:
    """A fresh secret of 256 bits."""
    return prefix + secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What is stored of a token. A plain SHA-256 is enough: the token has nothing to guess."""
    return hashlib.sha256(token.encode()).hexdigest()
