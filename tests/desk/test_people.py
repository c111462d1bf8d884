"""Accounts, sign-ins and keys."""

from datetime import timedelta
from typing import Any

import pytest

from factcheck.desk.newsroom import Newsroom, open_newsroom
from factcheck.domain.errors import (
    AlreadyExists,
    IllegalTransition,
    InvalidInput,
    NotAllowed,
    NotSignedIn,
)
from factcheck.domain.people import Actor, Role, Scope
from factcheck.settings import Settings
from factcheck.store.engine import Store

ADA = Actor(id="ada", name="Ada Novak", role=Role.ADMIN)
ALMA = Actor(id="alma", name="Alma Reyes", role=Role.CHECKER)
PASSWORD = "harbour lights at dusk"


@pytest.fixture
def newsroom(store: Store, clock: Any) -> Newsroom:
    return open_newsroom(Settings(), clock=clock, store=store)


def test_a_person_signs_in_with_the_right_password_in_any_case_of_the_name(newsroom: Newsroom) -> None:
    made = newsroom.people.create_user("Alma", "Alma Reyes", PASSWORD, Role.CHECKER, ADA)
    actor = newsroom.people.sign_in(" aLMA ", PASSWORD)
    assert (actor.id, actor.name, actor.role) == (made.id, "Alma Reyes", Role.CHECKER)
    for name, password in (("alma", PASSWORD + "!"), ("nobody", PASSWORD), ("alma", "")):
        with pytest.raises(NotSignedIn):
            newsroom.people.sign_in(name, password)


def test_a_session_ends_with_its_time_with_signing_out_and_with_the_account(
    newsroom: Newsroom, clock: Any
) -> None:
    user = newsroom.people.create_user("alma", "Alma Reyes", PASSWORD, Role.CHECKER, ADA)

    def start() -> str:
        return newsroom.people.start_session(user.id, lifetime=timedelta(hours=12))

    token = start()
    assert newsroom.people.session_actor(token).id == user.id
    clock.forward(hours=13)
    with pytest.raises(NotSignedIn):
        newsroom.people.session_actor(token)

    token = start()
    newsroom.people.end_session(token)
    newsroom.people.end_session(token)
    with pytest.raises(NotSignedIn):
        newsroom.people.session_actor(token)

    token = start()
    newsroom.people.set_active(user.id, False, ADA)
    with pytest.raises(NotSignedIn):
        newsroom.people.session_actor(token)
    with pytest.raises(NotSignedIn):
        newsroom.people.sign_in("alma", PASSWORD)


def test_demo_accounts_open_nothing_outside_demo_mode(store: Store, clock: Any, newsroom: Newsroom) -> None:
    demo = open_newsroom(Settings(demo=True), clock=clock, store=store)
    demo.people.ensure_demo_user("amina", "Amina Yusuf", PASSWORD, Role.ADMIN)
    demo.people.ensure_demo_user("amina", "Amina Yusuf", PASSWORD, Role.ADMIN)
    actor = demo.people.sign_in("amina", PASSWORD)
    token = demo.people.start_session(actor.id, lifetime=timedelta(hours=1))
    with pytest.raises(NotSignedIn):
        newsroom.people.sign_in("amina", PASSWORD)
    with pytest.raises(NotSignedIn):
        newsroom.people.session_actor(token)
    with pytest.raises(NotAllowed):
        newsroom.people.ensure_demo_user("tomasz", "Tomasz Wilk", PASSWORD, Role.CHECKER)


def test_a_key_works_until_it_is_revoked_and_its_secret_is_stored_nowhere(newsroom: Newsroom) -> None:
    made = newsroom.people.create_key("cms", frozenset({Scope.CHECK}), ADA)
    actor = newsroom.people.authenticate_key(made.secret)
    assert (actor.name, actor.role, actor.scopes) == ("cms", None, frozenset({Scope.CHECK}))
    assert made.secret not in repr(newsroom.people.keys())
    for wrong in ("", "fck_", made.secret[:-1], made.secret + "x", made.secret.upper()):
        with pytest.raises(NotSignedIn):
            newsroom.people.authenticate_key(wrong)
    newsroom.people.revoke_key(made.report.id, ADA)
    with pytest.raises(NotSignedIn):
        newsroom.people.authenticate_key(made.secret)


def test_using_a_key_is_noted_when_it_changed_something(newsroom: Newsroom, clock: Any) -> None:
    made = newsroom.people.create_key("cms", frozenset({Scope.READ}), ADA)
    newsroom.people.authenticate_key(made.secret)
    assert newsroom.people.keys()[0].last_used_at is None
    newsroom.people.note_key_use(made.report.id)
    assert newsroom.people.keys()[0].last_used_at == clock.now


def test_only_admins_look_after_people_and_keys(newsroom: Newsroom) -> None:
    user = newsroom.people.create_user("alma", "Alma Reyes", PASSWORD, Role.CHECKER, ADA)
    for attempt in (
        lambda: newsroom.people.create_user("eve", "Eve", PASSWORD, Role.ADMIN, ALMA),
        lambda: newsroom.people.set_active(user.id, False, ALMA),
        lambda: newsroom.people.create_key("mine", frozenset({Scope.READ}), ALMA),
        lambda: newsroom.people.revoke_key("any", ALMA),
    ):
        with pytest.raises(NotAllowed):
            attempt()
    with pytest.raises(IllegalTransition):
        newsroom.people.set_active(ADA.id, False, ADA)


@pytest.mark.parametrize(
    ("username", "name", "password", "field"),
    [
        ("", "Eve", PASSWORD, "username"),
        ("eve eve", "Eve", PASSWORD, "username"),
        ("eve\x00", "Eve", PASSWORD, "username"),
        ("eve", " ", PASSWORD, "name"),
        ("eve", "Eve", "short", "password"),
    ],
)
def test_a_bad_account_is_refused_and_names_its_field(
    newsroom: Newsroom, username: str, name: str, password: str, field: str
) -> None:
    with pytest.raises(InvalidInput) as refused:
        newsroom.people.create_user(username, name, password, Role.CHECKER, ADA)
    assert refused.value.field == field
    assert newsroom.people.users() == ()


def test_a_username_is_given_once(newsroom: Newsroom) -> None:
    newsroom.people.create_user("alma", "Alma Reyes", PASSWORD, Role.CHECKER, ADA)
    with pytest.raises(AlreadyExists):
        newsroom.people.create_user("ALMA", "Another", PASSWORD, Role.CHECKER, ADA)
