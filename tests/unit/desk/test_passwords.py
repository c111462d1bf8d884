"""Passwords and tokens."""

import pytest

from factcheck.desk.passwords import digest, hash_password, new_token, password_fits
from factcheck.domain.errors import InvalidInput


def test_a_password_fits_its_own_hash_only() -> None:
    stored = hash_password("harbour lights")
    assert stored.startswith("$argon2id$")
    assert password_fits(stored, "harbour lights")
    assert not password_fits(stored, "harbour light")
    assert not password_fits(stored, "")


def test_nobody_can_sign_in_as_nobody() -> None:
    assert not password_fits(None, "harbour lights")
    assert not password_fits("no hash at all", "harbour lights")


@pytest.mark.parametrize("password", ["short", "x" * 257])
def test_a_password_of_the_wrong_length_is_refused(password: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        hash_password(password)
    assert refused.value.field == "password"


def test_tokens_are_long_and_never_the_same() -> None:
    tokens = {new_token("fck_") for _ in range(100)}
    assert len(tokens) == 100
    assert all(len(t) > 40 and t.startswith("fck_") for t in tokens)
    assert digest("a") != digest("b")
