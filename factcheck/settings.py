"""All settings, read once from the environment by `Settings.from_environment`.

The only module that reads the environment. Every setting is a field with its variable, its default and its
meaning; the README's table is checked against `SETTINGS`.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, field, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from factcheck.domain.clearing import ACCEPTED
from factcheck.domain.errors import InvalidInput

PREFIX = "FACTCHECK_"
MINIMUM_SECRET_LENGTH = 32
MOST_WRONG_CLEARS = 0.2


def _setting(default: Any, meaning: str) -> Any:
    return field(default=default, metadata={"meaning": meaning})


@dataclass(frozen=True, slots=True)
class Settings:
    """One newsroom's installation. Build with `from_environment`, or directly in tests."""

    database_url: str = _setting(
        "sqlite:///.factcheck/factcheck.sqlite3",
        "Where the store is: `sqlite:///path` or `postgresql://…`.",
    )
    secret: str = _setting(
        "", "Signs cookies and form tokens; at least 32 characters. Needed except in demo mode."
    )
    demo: bool = _setting(False, "Demo mode: demo accounts may sign in. Set by `factcheck demo`.")  # noqa: FBT003
    host: str = _setting("127.0.0.1", "Address the web server listens on.")
    port: int = _setting(8000, "Port the web server listens on.")
    allowed_hosts: str = _setting(
        "", "Further names under which the web server is reached, separated by commas; loopback always works."
    )
    secure_cookies: bool = _setting(False, "Send cookies over HTTPS only; switch on behind a TLS proxy.")  # noqa: FBT003
    encoder: str = _setting(
        "", "A folder with another sentence-transformers model; empty: the packaged all-MiniLM-L6-v2."
    )
    max_article_chars: int = _setting(200_000, "Longest article text, in characters.")
    max_upload_bytes: int = _setting(10_000_000, "Largest upload or API request, in bytes.")
    max_unpacked_bytes: int = _setting(50_000_000, "Largest unpacked size of a .docx file, in bytes.")
    max_pdf_pages: int = _setting(200, "Most pages of a .pdf file.")
    max_sentence_chars: int = _setting(2_000, "Longer sentences are cut at a space before they are parsed.")
    max_claims: int = _setting(2_000, "Most claims in one article.")
    max_import_rows: int = _setting(100_000, "Most rows in one import of references.")
    lease_seconds: int = _setting(300, "How long a claim taken from the queue stays with one person.")
    session_hours: int = _setting(12, "How long a sign-in lasts.")
    evidence_per_claim: int = _setting(5, "References shown with each claim.")
    wrong_clears: float = _setting(
        ACCEPTED,
        "Accepted share, among claims that no reference supports, of those that pass without a person; "
        "above 0, at most 0.2.",
    )
    audit_share: float = _setting(
        0.02,
        "Share, from 0 to 1, of the claims that would pass which people look at all the same, "
        "so that the newsroom learns how often the machine is wrong.",
    )
    timezone: str = _setting("UTC", "Time zone in which pages show times.")

    def __post_init__(self) -> None:
        if not self.demo and self.secret and len(self.secret) < MINIMUM_SECRET_LENGTH:
            raise InvalidInput(
                f"FACTCHECK_SECRET has fewer than {MINIMUM_SECRET_LENGTH} characters.", field="secret"
            )
        # Written so that “nan” is refused too.
        if not 0 < self.wrong_clears <= MOST_WRONG_CLEARS:
            raise InvalidInput(
                f"FACTCHECK_WRONG_CLEARS must be above 0 and at most {MOST_WRONG_CLEARS}.",
                field="wrong_clears",
            )
        if not 0 <= self.audit_share <= 1:
            raise InvalidInput("FACTCHECK_AUDIT_SHARE must be from 0 to 1.", field="audit_share")
        try:
            ZoneInfo(self.timezone)
        except (ValueError, ZoneInfoNotFoundError):
            raise InvalidInput(
                f"FACTCHECK_TIMEZONE: there is no time zone “{self.timezone}”.", field="timezone"
            ) from None

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] | None = None, **given: Any) -> "Settings":
        """Settings from `environment` (the process's own by default); `given` wins over it."""
        source = os.environ if environment is None else environment
        known = {PREFIX + f.name.upper(): f for f in fields(cls)}
        unknown = sorted(name for name in source if name.startswith(PREFIX) and name not in known)
        if unknown:
            raise InvalidInput(f"Unknown setting {unknown[0]}.", field=unknown[0])
        values = {f.name: _parse(name, source[name], f.type) for name, f in known.items() if name in source}
        return cls(**{**values, **given})

    def signing_secret(self) -> str:
        """The secret to sign with; a random one in demo mode; refuses to go on without one elsewhere."""
        if self.secret:
            return self.secret
        if self.demo:
            return secrets.token_hex(32)
        raise InvalidInput(
            "FACTCHECK_SECRET is not set. "
            "Make one with: python3 -c 'import secrets; print(secrets.token_hex())'",
            field="secret",
        )


def _parse(name: str, raw: str, kind: Any) -> Any:
    if kind is bool:
        if raw.lower() in ("1", "true", "yes", "on"):
            return True
        if raw.lower() in ("0", "false", "no", "off", ""):
            return False
        raise InvalidInput(f"{name} is neither true nor false.", field=name)
    if kind is int:
        try:
            value = int(raw)
        except ValueError:
            raise InvalidInput(f"{name} is not a whole number.", field=name) from None
        if value < 1:
            raise InvalidInput(f"{name} must be at least 1.", field=name)
        return value
    if kind is float:
        try:
            return float(raw)
        except ValueError:
            raise InvalidInput(f"{name} is not a number.", field=name) from None
    return raw


SETTINGS: tuple[tuple[str, str, str], ...] = tuple(
    (
        PREFIX + f.name.upper(),
        "" if f.default is MISSING else str(f.default),
        f.metadata["meaning"],
    )
    for f in fields(Settings)
)
"""Variable, default and meaning of every setting."""


def bundled(folder: str) -> Path:
    """The folder `templates` or `seed_data`: inside an installed package, or at the top of the repository."""
    package = Path(__file__).resolve().parent
    inside = package / "_bundled" / folder
    return inside if inside.is_dir() else package.parent / folder
