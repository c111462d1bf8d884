"""Accounts, API keys and sign-ins. Secrets come here hashed."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.orm import Session
from sqlmodel import col

from factcheck.domain.errors import AlreadyExists, NotFound
from factcheck.domain.people import Role, Scope
from factcheck.store.ids import new_id
from factcheck.store.locks import lock_name
from factcheck.store.records import StoredKey, StoredSession, StoredUser
from factcheck.store.tables import KeyRow, SessionRow, UserRow


class PeopleRepository:
    """People and programs that may use the newsroom."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def add_user(
        self,
        username: str,
        name: str,
        *,
        password_hash: str,
        role: Role,
        demo: bool = False,
        now: datetime,
    ) -> StoredUser:
        """A new active account; raises `AlreadyExists(field="username")`, whatever the case of the name."""
        folded = username.casefold()
        lock_name(self._session, "username", folded)
        if self.find_user(username):
            raise AlreadyExists("There is an account with this name already.", field="username")
        row = UserRow(
            id=new_id(),
            username=folded,
            name=name,
            password_hash=password_hash,
            role=role,
            demo=demo,
            active=True,
            created_at=now,
        )
        self._session.add(row)
        self._session.flush()
        return _user(row)

    def user(self, user_id: str) -> StoredUser:
        """The account; raises `NotFound`."""
        return _user(self._user_row(user_id))

    def find_user(self, username: str) -> StoredUser | None:
        """The account with this name, whatever the case."""
        row = self._session.scalar(select(UserRow).where(col(UserRow.username) == username.casefold()))
        return _user(row) if row else None

    def users(self) -> tuple[StoredUser, ...]:
        """All accounts by username."""
        return tuple(
            _user(row) for row in self._session.scalars(select(UserRow).order_by(col(UserRow.username)))
        )

    def set_active(self, user_id: str, *, active: bool) -> StoredUser:
        """Open or close an account; closing ends its sign-ins. Raises `NotFound`."""
        row = self._user_row(user_id)
        row.active = active
        self._session.flush()
        if not active:
            self.end_sessions_of(user_id)
        return _user(row)

    def set_password_hash(self, user_id: str, password_hash: str) -> None:
        """Replace the password's hash; raises `NotFound`."""
        self._user_row(user_id).password_hash = password_hash
        self._session.flush()

    def add_key(
        self,
        name: str,
        *,
        prefix: str,
        secret_hash: str,
        scopes: frozenset[Scope],
        created_by: str,
        now: datetime,
    ) -> StoredKey:
        """A new API key; raises `AlreadyExists` when the prefix is taken."""
        lock_name(self._session, "key", prefix)
        if self.find_key(prefix):
            raise AlreadyExists("There is a key with this prefix already.", field="prefix")
        row = KeyRow(
            id=new_id(),
            name=name,
            prefix=prefix,
            secret_hash=secret_hash,
            scopes=scopes,
            created_at=now,
            created_by=created_by,
            last_used_at=None,
            revoked_at=None,
        )
        self._session.add(row)
        self._session.flush()
        return _key(row)

    def key(self, key_id: str) -> StoredKey:
        """The key; raises `NotFound`."""
        return _key(self._key_row(key_id))

    def find_key(self, prefix: str) -> StoredKey | None:
        """The key with this prefix, revoked or not."""
        row = self._session.scalar(select(KeyRow).where(col(KeyRow.prefix) == prefix))
        return _key(row) if row else None

    def keys(self) -> tuple[StoredKey, ...]:
        """All keys, newest first."""
        return tuple(
            _key(row) for row in self._session.scalars(select(KeyRow).order_by(col(KeyRow.id).desc()))
        )

    def touch_key(self, key_id: str, *, now: datetime) -> None:
        """Note that the key was used; raises `NotFound`."""
        self._key_row(key_id).last_used_at = now
        self._session.flush()

    def revoke_key(self, key_id: str, *, now: datetime) -> StoredKey:
        """End the key for good; the time of the first revocation stays. Raises `NotFound`."""
        row = self._key_row(key_id)
        row.revoked_at = row.revoked_at or now
        self._session.flush()
        return _key(row)

    def add_session(
        self, token_hash: str, user_id: str, *, now: datetime, expires_at: datetime
    ) -> StoredSession:
        """A new sign-in; sign-ins that ended before `now` are forgotten. Raises `NotFound`."""
        self._user_row(user_id)
        self._session.execute(delete(SessionRow).where(col(SessionRow.expires_at) <= now))
        row = SessionRow(token_hash=token_hash, user_id=user_id, created_at=now, expires_at=expires_at)
        self._session.add(row)
        self._session.flush()
        return StoredSession(token_hash, user_id, now, expires_at)

    def find_session(self, token_hash: str, *, now: datetime) -> StoredSession | None:
        """The sign-in, if it still holds."""
        query = (
            select(SessionRow)
            .where(col(SessionRow.token_hash) == token_hash)
            .where(col(SessionRow.expires_at) > now)
        )
        row = self._session.scalar(query)
        return StoredSession(row.token_hash, row.user_id, row.created_at, row.expires_at) if row else None

    def end_session(self, token_hash: str) -> None:
        """Forget the sign-in; no-op when there is none."""
        self._session.execute(delete(SessionRow).where(col(SessionRow.token_hash) == token_hash))

    def end_sessions_of(self, user_id: str) -> None:
        """Forget all sign-ins of a person."""
        self._session.execute(delete(SessionRow).where(col(SessionRow.user_id) == user_id))

    def _user_row(self, user_id: str) -> UserRow:
        row = self._session.scalar(select(UserRow).where(col(UserRow.id) == user_id))
        if row is None:
            raise NotFound("There is no account with this id.")
        return row

    def _key_row(self, key_id: str) -> KeyRow:
        row = self._session.scalar(select(KeyRow).where(col(KeyRow.id) == key_id))
        if row is None:
            raise NotFound("There is no key with this id.")
        return row


def _user(row: UserRow) -> StoredUser:
    return StoredUser(
        id=row.id,
        username=row.username,
        name=row.name,
        password_hash=row.password_hash,
        role=row.role,
        demo=row.demo,
        active=row.active,
        created_at=row.created_at,
    )


def _key(row: KeyRow) -> StoredKey:
    return StoredKey(
        id=row.id,
        name=row.name,
        prefix=row.prefix,
        secret_hash=row.secret_hash,
        scopes=row.scopes,
        created_at=row.created_at,
        created_by=row.created_by,
        last_used_at=row.last_used_at,
        revoked_at=row.revoked_at,
    )
