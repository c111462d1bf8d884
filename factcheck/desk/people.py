"""Accounts, sign-ins and API keys."""

from collections.abc import Callable
from datetime import datetime, timedelta

from factcheck.desk.passwords import KEY_PREFIX, digest, hash_password, new_token, password_fits
from factcheck.desk.reports import KeyReport, NewKey, UserReport
from factcheck.domain.errors import IllegalTransition, InvalidInput, NotAllowed, NotFound, NotSignedIn
from factcheck.domain.people import SYSTEM, Actor, Role, Scope
from factcheck.store.engine import Store
from factcheck.store.records import StoredKey, StoredUser

_LONGEST_NAME = 100
_SHOWN_OF_KEY = 12
_TOUCH_AFTER = timedelta(minutes=1)
"""A key's last use is noted at this grain, so that a busy program does not write with every request."""


class PeopleDesk:
    """Who may use the newsroom. Outside demo mode demo accounts and their sign-ins open nothing."""

    def __init__(self, store: Store, clock: Callable[[], datetime], *, demo: bool) -> None:
        self._store = store
        self._clock = clock
        self._demo = demo

    # ------------------------------------------------------------ sign-in

    def sign_in(self, username: str, password: str) -> Actor:
        """The person with this name and password; raises `NotSignedIn`, equally slow for unknown names."""
        with self._store.reading() as tx:
            user = tx.people.find_user(username.strip())
        fits = password_fits(user.password_hash if user else None, password)
        if user is None or not fits or not self._may_enter(user):
            raise NotSignedIn("The username and password do not fit.")
        return _actor(user)

    def actor(self, user_id: str) -> Actor:
        """The person behind an id; raises `NotFound` when gone or inactive."""
        with self._store.reading() as tx:
            user = tx.people.user(user_id)
        if not self._may_enter(user):
            raise NotFound("There is no such active account.")
        return _actor(user)

    def start_session(self, user_id: str, *, lifetime: timedelta) -> str:
        """A fresh token that stands for this person until `lifetime` is over."""
        token = new_token()
        now = self._clock()
        with self._store.transaction() as tx:
            user = tx.people.user(user_id)
            tx.people.add_session(digest(token), user_id, now=now, expires_at=now + lifetime)
            tx.audit.append(
                "session.started", subject_type="user", subject_id=user_id, actor=_actor(user), now=now
            )
            tx.commit()
        return token

    def session_actor(self, token: str) -> Actor:
        """The person whose sign-in this token is; raises `NotSignedIn`."""
        with self._store.reading() as tx:
            session = tx.people.find_session(digest(token), now=self._clock())
            user = tx.people.user(session.user_id) if session else None
        if user is None or not self._may_enter(user):
            raise NotSignedIn("The sign-in has ended. Please sign in again.")
        return _actor(user)

    def end_session(self, token: str) -> None:
        """Sign out; no-op for an unknown token."""
        now = self._clock()
        with self._store.transaction() as tx:
            session = tx.people.find_session(digest(token), now=now)
            if session is None:
                return
            tx.people.end_session(digest(token))
            tx.audit.append(
                "session.ended",
                subject_type="user",
                subject_id=session.user_id,
                actor=_actor(tx.people.user(session.user_id)),
                now=now,
            )
            tx.commit()

    # ------------------------------------------------------------ accounts

    def users(self) -> tuple[UserReport, ...]:
        """All accounts by username."""
        with self._store.reading() as tx:
            return tuple(_user_report(user) for user in tx.people.users())

    def create_user(self, username: str, name: str, password: str, role: Role, actor: Actor) -> UserReport:
        """A new account; raises `InvalidInput`, `AlreadyExists`, `NotAllowed`."""
        _require_admin(actor)
        return self._create(username, name, password, role, actor, demo=False)

    def ensure_demo_user(self, username: str, name: str, password: str, role: Role) -> None:
        """A demo account, unless the name is taken; raises `NotAllowed` outside demo mode."""
        if not self._demo:
            raise NotAllowed("Demo accounts exist in demo mode only.")
        with self._store.reading() as tx:
            known = tx.people.find_user(username)
        if known is None:
            self._create(username, name, password, role, SYSTEM, demo=True)

    def set_active(self, user_id: str, active: bool, actor: Actor) -> None:  # noqa: FBT001 -- reads well with its name
        """Open or close an account; raises `NotAllowed`, `NotFound`, and refuses to close one's own."""
        _require_admin(actor)
        if user_id == actor.id and not active:
            raise IllegalTransition("You cannot close your own account.")
        now = self._clock()
        with self._store.transaction() as tx:
            tx.people.set_active(user_id, active=active)
            tx.audit.append(
                "user.opened" if active else "user.closed",
                subject_type="user",
                subject_id=user_id,
                actor=actor,
                now=now,
            )
            tx.commit()

    def _create(
        self, username: str, name: str, password: str, role: Role, actor: Actor, *, demo: bool
    ) -> UserReport:
        username = _clean(username, "username", "A username")
        if any(c.isspace() for c in username):
            raise InvalidInput("A username has no spaces.", field="username")
        name = _clean(name, "name", "A name")
        hashed = hash_password(password)
        now = self._clock()
        with self._store.transaction() as tx:
            user = tx.people.add_user(username, name, password_hash=hashed, role=role, demo=demo, now=now)
            tx.audit.append(
                "user.created",
                subject_type="user",
                subject_id=user.id,
                actor=actor,
                now=now,
                detail={"username": user.username, "role": role.value},
            )
            tx.commit()
        return _user_report(user)

    def _may_enter(self, user: StoredUser) -> bool:
        return user.active and (self._demo or not user.demo)

    # ------------------------------------------------------------ keys

    def keys(self) -> tuple[KeyReport, ...]:
        """All API keys, newest first."""
        with self._store.reading() as tx:
            return tuple(_key_report(key) for key in tx.people.keys())  # noqa: SIM118 -- a method of the repository

    def create_key(self, name: str, scopes: frozenset[Scope], actor: Actor) -> NewKey:
        """A new API key; its secret is in the answer and nowhere else. `InvalidInput`, `NotAllowed`."""
        _require_admin(actor)
        name = _clean(name, "name", "A key's name")
        if not scopes:
            raise InvalidInput("A key needs at least one scope.", field="scopes")
        secret = new_token(KEY_PREFIX)
        now = self._clock()
        with self._store.transaction() as tx:
            key = tx.people.add_key(
                name,
                prefix=secret[:_SHOWN_OF_KEY],
                secret_hash=digest(secret),
                scopes=scopes,
                created_by=actor.name,
                now=now,
            )
            tx.audit.append(
                "key.created",
                subject_type="key",
                subject_id=key.id,
                actor=actor,
                now=now,
                detail={"name": name, "scopes": sorted(scopes)},
            )
            tx.commit()
        return NewKey(_key_report(key), secret)

    def revoke_key(self, key_id: str, actor: Actor) -> None:
        """End a key for good; raises `NotAllowed`, `NotFound`."""
        _require_admin(actor)
        now = self._clock()
        with self._store.transaction() as tx:
            tx.people.revoke_key(key_id, now=now)
            tx.audit.append("key.revoked", subject_type="key", subject_id=key_id, actor=actor, now=now)
            tx.commit()

    def authenticate_key(self, secret: str) -> Actor:
        """The program whose key this is; raises `NotSignedIn`."""
        with self._store.reading() as tx:
            key = tx.people.find_key(secret[:_SHOWN_OF_KEY]) if secret.startswith(KEY_PREFIX) else None
        # Digests of a high-entropy secret: how long their comparison takes tells an attacker nothing.
        if key is None or key.secret_hash != digest(secret) or key.revoked_at is not None:
            raise NotSignedIn("The API key is not known or has been revoked.")
        return Actor(id=key.id, name=key.name, scopes=key.scopes)

    def note_key_use(self, key_id: str) -> None:
        """Remember when a program last sent something under its key; reading writes not even this."""
        now = self._clock()
        with self._store.transaction() as tx:
            key = tx.people.key(key_id)
            if key.last_used_at is None or now - key.last_used_at > _TOUCH_AFTER:
                tx.people.touch_key(key_id, now=now)
                tx.commit()


def _require_admin(actor: Actor) -> None:
    if actor.role is None or not actor.role.reaches(Role.ADMIN):
        raise NotAllowed("Only an admin may do this.")


def _clean(value: str, field: str, what: str) -> str:
    value = value.strip()
    if not value or len(value) > _LONGEST_NAME or not value.isprintable():
        raise InvalidInput(f"{what} has 1 to {_LONGEST_NAME} printable characters.", field=field)
    return value


def _actor(user: StoredUser) -> Actor:
    return Actor(id=user.id, name=user.name, role=user.role)


def _user_report(user: StoredUser) -> UserReport:
    return UserReport(user.id, user.username, user.name, user.role, user.active, user.created_at)


def _key_report(key: StoredKey) -> KeyReport:
    return KeyReport(
        id=key.id,
        name=key.name,
        prefix=key.prefix,
        scopes=key.scopes,
        created_at=key.created_at,
        created_by=key.created_by,
        last_used_at=key.last_used_at,
        revoked_at=key.revoked_at,
    )
