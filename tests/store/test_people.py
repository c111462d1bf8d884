from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from factcheck.domain.errors import AlreadyExists, NotFound
from factcheck.domain.people import Role, Scope


def add(tx: Any, newsroom: Any, username: str) -> Any:
    return tx.people.add_user(username, "A Name", password_hash="$hash", role=Role.EDITOR, now=newsroom.now)


def test_a_name_is_one_account_whatever_its_case(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        user = add(tx, newsroom, "Straße")
        with pytest.raises(AlreadyExists) as refused:
            add(tx, newsroom, "STRASSE")
        amina = add(tx, newsroom, "amina")
        tx.commit()
    assert refused.value.field == "username"
    with store.reading() as tx:
        assert tx.people.find_user("strasse") == user == tx.people.user(user.id)
        assert tx.people.find_user("nobody") is None
        assert tx.people.users() == (amina, user)
    assert (user.username, user.role, user.active, user.created_at) == (
        "strasse",
        Role.EDITOR,
        True,
        newsroom.now,
    )


def test_closing_an_account_ends_its_sign_ins(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        amina, tomasz = add(tx, newsroom, "amina"), add(tx, newsroom, "tomasz")
        for token, user in (("a1", amina), ("a2", amina), ("t1", tomasz)):
            tx.people.add_session(token, user.id, now=newsroom.now, expires_at=newsroom.later)
        assert not tx.people.set_active(amina.id, active=False).active
        tx.commit()
    with store.transaction() as tx:
        assert tx.people.find_session("a1", now=newsroom.now) is None
        assert tx.people.find_session("a2", now=newsroom.now) is None
        session = tx.people.find_session("t1", now=newsroom.now)
        assert session is not None
        assert session.user_id == tomasz.id
        assert tx.people.set_active(amina.id, active=True).active


def test_a_sign_in_holds_until_it_ends(store: Any, newsroom: Any, raw: Any) -> None:
    with store.transaction() as tx:
        amina = add(tx, newsroom, "amina")
        tx.people.add_session("old", amina.id, now=newsroom.now, expires_at=newsroom.later)
        assert tx.people.find_session("old", now=newsroom.later - timedelta(microseconds=1)) is not None
        assert tx.people.find_session("old", now=newsroom.later) is None
        tx.people.add_session("new", amina.id, now=newsroom.later, expires_at=newsroom.later + timedelta(1))
        tx.people.add_session("out", amina.id, now=newsroom.later, expires_at=newsroom.later + timedelta(1))
        tx.people.end_session("out")
        tx.people.end_session("never there")
        with pytest.raises(NotFound):
            tx.people.add_session("x", "nobody", now=newsroom.now, expires_at=newsroom.later)
        tx.commit()
    assert raw.run("SELECT token_hash FROM user_session") == [("new",)]


def test_a_password_can_be_replaced(store: Any, newsroom: Any) -> None:
    with store.transaction() as tx:
        amina = add(tx, newsroom, "amina")
        tx.people.set_password_hash(amina.id, "$new")
        assert tx.people.user(amina.id).password_hash == "$new"
        changes: list[Callable[[], object]] = [
            lambda: tx.people.set_password_hash("nobody", "$new"),
            lambda: tx.people.set_active("nobody", active=False),
            lambda: tx.people.user("nobody"),
        ]
        for change in changes:
            with pytest.raises(NotFound):
                change()


def test_a_key_is_kept_used_and_revoked_once(store: Any, newsroom: Any) -> None:
    scopes = frozenset({Scope.CHECK, Scope.READ})

    def new(tx: Any, prefix: str) -> Any:
        return tx.people.add_key(
            "CMS", prefix=prefix, secret_hash="$s", scopes=scopes, created_by="Mei", now=newsroom.now
        )

    with store.transaction() as tx:
        key, other = new(tx, "fc_a"), new(tx, "fc_b")
        with pytest.raises(AlreadyExists):
            new(tx, "fc_a")
        tx.people.touch_key(key.id, now=newsroom.now)
        tx.people.revoke_key(key.id, now=newsroom.now)
        revoked = tx.people.revoke_key(key.id, now=newsroom.later)
        tx.commit()
    with store.reading() as tx:
        assert tx.people.find_key("fc_a") == revoked == tx.people.key(key.id)
        assert tx.people.keys() == (other, revoked)
        assert tx.people.find_key("fc_c") is None
        with pytest.raises(NotFound):
            tx.people.key("nothing")
    assert (revoked.scopes, revoked.last_used_at, revoked.revoked_at) == (scopes, newsroom.now, newsroom.now)
