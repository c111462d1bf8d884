"""Accounts, API keys and sign-ins. Secrets come here hashed."""

from datetime import datetime

from factcheck.domain.people import Role, Scope
from factcheck.store.records import StoredKey, StoredSession, StoredUser


class PeopleRepository:
    """People and programs that may use the newsroom."""

    def add_user(
        self, username: str, name: str, *, password_hash: str, role: Role, now: datetime
    ) -> StoredUser:
        """A new active account; raises `AlreadyExists(field="username")`, whatever the case of the name."""
        raise NotImplementedError

    def user(self, user_id: str) -> StoredUser:
        """The account; raises `NotFound`."""
        raise NotImplementedError

    def find_user(self, username: str) -> StoredUser | None:
        """The account with this name, whatever the case."""
        raise NotImplementedError

    def users(self) -> tuple[StoredUser, ...]:
        """All accounts by username."""
        raise NotImplementedError

    def set_active(self, user_id: str, *, active: bool) -> StoredUser:
        """Open or close an account; closing ends its sessions. Raises `NotFound`."""
        raise NotImplementedError

    def set_password_hash(self, user_id: str, password_hash: str) -> None:
        """Replace the password's hash; raises `NotFound`."""
        raise NotImplementedError

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
        raise NotImplementedError

    def key(self, key_id: str) -> StoredKey:
        """The key; raises `NotFound`."""
        raise NotImplementedError

    def find_key(self, prefix: str) -> StoredKey | None:
        """The key with this prefix, revoked or not."""
        raise NotImplementedError

    def keys(self) -> tuple[StoredKey, ...]:
        """All keys, newest first."""
        raise NotImplementedError

    def touch_key(self, key_id: str, *, now: datetime) -> None:
        """Note that the key was used."""
        raise NotImplementedError

    def revoke_key(self, key_id: str, *, now: datetime) -> StoredKey:
        """End the key for good; the time of the first revocation stays. Raises `NotFound`."""
        raise NotImplementedError

    def add_session(self, token_hash: str, user_id: str, *, now: datetime, expires_at: datetime) -> StoredSession:
        """A new sign-in; sign-ins that ended before `now` are forgotten."""
        raise NotImplementedError

    def find_session(self, token_hash: str, *, now: datetime) -> StoredSession | None:
        """The sign-in, if it still holds."""
        raise NotImplementedError

    def end_session(self, token_hash: str) -> None:
        """Forget the sign-in; no-op when there is none."""
        raise NotImplementedError

    def end_sessions_of(self, user_id: str) -> None:
        """Forget all sign-ins of a person."""
        raise NotImplementedError
