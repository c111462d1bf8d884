"""Counting tries, and turning checks away when too many run at once."""

import pytest

from factcheck.domain import errors
from factcheck.domain.errors import FactCheckError
from factcheck.web.api.requests import Turnstile
from factcheck.web.attempts import Attempts, RateLimited
from factcheck.web.problems import STATUS


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_tries_are_counted_within_a_moving_window() -> None:
    clock = Clock()
    attempts = Attempts(2, window=10, clock=clock)
    attempts.take("alma")
    clock.now = 6
    attempts.take("alma")
    with pytest.raises(RateLimited) as refused:
        attempts.take("alma")
    assert refused.value.retry_after == 4
    attempts.take("bola")
    clock.now = 10
    attempts.take("alma")
    with pytest.raises(RateLimited):
        attempts.take("alma")


def test_a_success_is_forgotten_or_given_back() -> None:
    attempts = Attempts(1, clock=Clock())
    attempts.take("alma")
    attempts.forget("alma")
    attempts.take("alma")
    attempts.give_back("alma")
    attempts.take("alma")
    attempts.give_back("nobody")


def test_memory_is_bounded() -> None:
    attempts = Attempts(1, clock=Clock())
    for n in range(30_000):
        attempts.take(str(n))
    assert len(attempts._seen) <= 10_000
    with pytest.raises(RateLimited):
        attempts.take("29999")


def test_a_turnstile_turns_away_and_lets_in_again() -> None:
    turnstile = Turnstile(places=1)
    with turnstile.place(), pytest.raises(RateLimited), turnstile.place():
        pass
    with turnstile.place():
        pass


def test_every_error_of_the_domain_has_a_status() -> None:
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, FactCheckError) and kind is not FactCheckError
    ]
    assert len(kinds) > 10
    assert {kind for kind in kinds if kind not in STATUS} == set()
    codes = [kind.code for kind in STATUS]
    assert len(codes) == len(set(codes))
