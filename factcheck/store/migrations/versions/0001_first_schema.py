"""The first schema: articles, claims, references, people, audit.

Revision 0001. Types are written out here, so that this file keeps meaning what it meant when it first ran.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

KEY = sa.String(26)
CHOICE = sa.String(20)
HASH = sa.String(64)
TEXT = sa.String()
TIME = sa.DateTime(timezone=True)
JSON = sa.JSON()


def required(name: str, kind: Any) -> sa.Column[Any]:
    """A column that is never NULL."""
    return sa.Column(name, kind, nullable=False)


def optional(name: str, kind: Any) -> sa.Column[Any]:
    """A column that may be NULL."""
    return sa.Column(name, kind, nullable=True)


def primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    """The primary key under its conventional name."""
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def unique(table: str, *columns: str) -> sa.UniqueConstraint:
    """A natural key under its conventional name."""
    return sa.UniqueConstraint(*columns, name=f"uq_{table}_{'_'.join(columns)}")


def pointer(table: str, column: str, target: str, *, later: bool = False) -> sa.ForeignKeyConstraint:
    """A foreign key under its conventional name.

    `later`: the target does not exist yet. SQLite does not mind; PostgreSQL gets it from `point_back`.
    """
    return sa.ForeignKeyConstraint([column], [target], name=f"fk_{table}_{column}", use_alter=later)


def point_back(table: str, column: str, target: str) -> None:
    """Add the pointer that had to wait for its target."""
    if op.get_bind().dialect.name == "postgresql":
        op.create_foreign_key(f"fk_{table}_{column}", table, target, [column], ["id"])


def index(table: str, *columns: str) -> None:
    """An index under its conventional name."""
    op.create_index(f"ix_{table}_{'_'.join(columns)}", table, list(columns))


def upgrade() -> None:
    """Go forward from an empty database."""
    create_references()
    create_articles()
    create_claims()
    create_people()
    create_audit()
    if op.get_bind().dialect.name == "postgresql":
        index_words_on_postgresql()
        seal_audit_on_postgresql()
    else:
        index_words_on_sqlite()
        seal_audit_on_sqlite()


def create_references() -> None:
    """Sources, references, what is computed from them, and the counter of their changes."""
    op.create_table(
        "source",
        required("id", KEY),
        required("publisher", TEXT),
        required("title", TEXT),
        required("url", TEXT),
        required("kind", CHOICE),
        optional("published_at", sa.Date()),
        primary("source", "id"),
        unique("source", "publisher", "title", "url"),
    )
    op.create_table(
        "reference",
        sa.Column("serial", sa.Integer(), autoincrement=True, nullable=False),
        required("id", KEY),
        required("key", TEXT),
        required("text", TEXT),
        required("origin", TEXT),
        required("source_id", KEY),
        optional("as_of", sa.Date()),
        optional("valid_until", sa.Date()),
        optional("superseded_by", KEY),
        required("version", sa.Integer()),
        required("added_at", TIME),
        required("added_by", TEXT),
        primary("reference", "serial"),
        unique("reference", "id"),
        unique("reference", "key"),
        pointer("reference", "source_id", "source.id"),
        pointer("reference", "superseded_by", "reference.id"),
    )
    index("reference", "source_id")
    op.create_table(
        "reference_index",
        required("reference_id", KEY),
        required("encoder", TEXT),
        required("embedding", sa.LargeBinary()),
        required("profile", TEXT),
        required("profile_version", TEXT),
        primary("reference_index", "reference_id"),
        pointer("reference_index", "reference_id", "reference.id"),
    )
    generation = op.create_table(
        "generation",
        required("kind", CHOICE),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        primary("generation", "kind"),
    )
    op.bulk_insert(generation, [{"kind": "reference", "number": 0}])


def create_articles() -> None:
    """Articles, their texts, the checks of these, and what no claim covers."""
    op.create_table(
        "article",
        required("id", KEY),
        required("title", TEXT),
        required("source_app", TEXT),
        optional("source_id", TEXT),
        required("desk", TEXT),
        required("author", TEXT),
        optional("deadline", TIME),
        required("created_at", TIME),
        optional("current_revision_id", KEY),
        optional("checked_at", TIME),
        primary("article", "id"),
        unique("article", "source_app", "source_id"),
        unique("article", "current_revision_id"),
        pointer("article", "current_revision_id", "revision.id", later=True),
    )
    index("article", "checked_at", "id")
    op.create_table(
        "revision",
        required("id", KEY),
        required("article_id", KEY),
        required("number", sa.Integer()),
        required("content_sha256", HASH),
        required("title", TEXT),
        required("text", TEXT),
        required("blocks", JSON),
        required("media_type", TEXT),
        optional("published_at", TIME),
        optional("author", TEXT),
        required("created_at", TIME),
        primary("revision", "id"),
        unique("revision", "article_id", "number"),
        pointer("revision", "article_id", "article.id"),
    )
    index("revision", "article_id", "content_sha256")
    point_back("article", "current_revision_id", "revision")
    op.create_table(
        "article_check",
        required("id", KEY),
        required("revision_id", KEY),
        required("actor_id", TEXT),
        required("actor_name", TEXT),
        required("created_at", TIME),
        required("versions", JSON),
        primary("article_check", "id"),
        pointer("article_check", "revision_id", "revision.id"),
    )
    index("article_check", "revision_id", "id")
    op.create_table(
        "coverage_item",
        required("revision_id", KEY),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        required("span_start", sa.Integer()),
        required("span_end", sa.Integer()),
        required("quote", TEXT),
        required("trigger", CHOICE),
        required("reason", CHOICE),
        primary("coverage_item", "revision_id", "position"),
        pointer("coverage_item", "revision_id", "revision.id"),
    )


def create_claims() -> None:
    """Claims, the evidence, and what people decided."""
    op.create_table(
        "claim",
        required("id", KEY),
        required("revision_id", KEY),
        required("position", sa.Integer()),
        required("span_start", sa.Integer()),
        required("span_end", sa.Integer()),
        required("quote", TEXT),
        required("text", TEXT),
        required("folded", TEXT),
        required("kind", CHOICE),
        optional("attribution", JSON),
        optional("doubt", TEXT),
        required("worthiness", sa.Float()),
        required("worthiness_reasons", JSON),
        required("fills", JSON),
        required("status", CHOICE),
        required("cleared", sa.Boolean()),
        required("reason", TEXT),
        required("review_state", CHOICE),
        required("priority", sa.Integer()),
        required("priority_reasons", JSON),
        required("version", sa.Integer()),
        optional("lease_holder_id", TEXT),
        optional("lease_holder_name", TEXT),
        optional("lease_expires_at", TIME),
        optional("decision_id", KEY),
        primary("claim", "id"),
        unique("claim", "revision_id", "position"),
        pointer("claim", "revision_id", "revision.id"),
        pointer("claim", "decision_id", "decision.id", later=True),
    )
    index("claim", "review_state", "priority")
    index("claim", "lease_holder_id")
    op.create_table(
        "evidence",
        required("claim_id", KEY),
        sa.Column("rank", sa.Integer(), autoincrement=False, nullable=False),
        required("reference_id", KEY),
        required("reference_version", sa.Integer()),
        required("snapshot", JSON),
        required("similarity", sa.Float()),
        required("relation", CHOICE),
        required("p_supports", sa.Float()),
        required("p_contradicts", sa.Float()),
        required("findings", JSON),
        primary("evidence", "claim_id", "rank"),
        pointer("evidence", "claim_id", "claim.id"),
        pointer("evidence", "reference_id", "reference.id"),
    )
    index("evidence", "reference_id")
    op.create_table(
        "decision",
        required("id", KEY),
        required("claim_id", KEY),
        required("disposition", CHOICE),
        required("note", TEXT),
        required("wording", TEXT),
        required("status", CHOICE),
        required("from_state", CHOICE),
        required("to_state", CHOICE),
        required("actor_id", TEXT),
        required("actor_name", TEXT),
        required("at", TIME),
        optional("undone_at", TIME),
        optional("undone_by", TEXT),
        primary("decision", "id"),
        pointer("decision", "claim_id", "claim.id"),
    )
    index("decision", "claim_id")
    point_back("claim", "decision_id", "decision")
    op.create_table(
        "decision_reference",
        required("decision_id", KEY),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        required("reference_id", KEY),
        required("reference_version", sa.Integer()),
        required("snapshot", JSON),
        primary("decision_reference", "decision_id", "position"),
        pointer("decision_reference", "decision_id", "decision.id"),
        pointer("decision_reference", "reference_id", "reference.id"),
    )
    index("decision_reference", "reference_id")


def create_people() -> None:
    """Accounts, API keys, sign-ins."""
    op.create_table(
        "user_account",
        required("id", KEY),
        required("username", TEXT),
        required("name", TEXT),
        required("password_hash", TEXT),
        required("role", CHOICE),
        required("demo", sa.Boolean()),
        required("active", sa.Boolean()),
        required("created_at", TIME),
        primary("user_account", "id"),
        unique("user_account", "username"),
    )
    op.create_table(
        "api_key",
        required("id", KEY),
        required("name", TEXT),
        required("prefix", TEXT),
        required("secret_hash", TEXT),
        required("scopes", JSON),
        required("created_at", TIME),
        required("created_by", TEXT),
        optional("last_used_at", TIME),
        optional("revoked_at", TIME),
        primary("api_key", "id"),
        unique("api_key", "prefix"),
    )
    op.create_table(
        "user_session",
        required("token_hash", TEXT),
        required("user_id", KEY),
        required("created_at", TIME),
        required("expires_at", TIME),
        primary("user_session", "token_hash"),
        pointer("user_session", "user_id", "user_account.id"),
    )
    index("user_session", "user_id")
    index("user_session", "expires_at")


def create_audit() -> None:
    """The chain of events."""
    op.create_table(
        "audit_event",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        required("at", TIME),
        required("actor_id", TEXT),
        required("actor_name", TEXT),
        required("action", TEXT),
        required("subject_type", TEXT),
        required("subject_id", TEXT),
        required("detail", TEXT),
        required("previous_hash", HASH),
        required("hash", HASH),
        primary("audit_event", "sequence"),
    )
    index("audit_event", "subject_type", "subject_id", "sequence")


def index_words_on_sqlite() -> None:
    """A word index that stores no text of its own and that triggers keep in step."""
    op.execute(
        "CREATE VIRTUAL TABLE reference_words USING fts5("
        "text, origin, content='reference', content_rowid='serial', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    add = "INSERT INTO reference_words(rowid, text, origin) VALUES (new.serial, new.text, new.origin);"
    drop = (
        "INSERT INTO reference_words(reference_words, rowid, text, origin) "
        "VALUES ('delete', old.serial, old.text, old.origin);"
    )
    op.execute(f"CREATE TRIGGER reference_words_insert AFTER INSERT ON reference BEGIN {add} END")
    op.execute(f"CREATE TRIGGER reference_words_delete AFTER DELETE ON reference BEGIN {drop} END")
    op.execute(
        "CREATE TRIGGER reference_words_update AFTER UPDATE OF serial, text, origin ON reference "
        f"BEGIN {drop} {add} END"
    )


def index_words_on_postgresql() -> None:
    """One index for claims (the statement alone), one for people (with publisher and title)."""
    # Stored, because ranking looks at the words of every reference that shares one with the claim.
    op.execute(
        "ALTER TABLE reference ADD COLUMN reference_words_text tsvector "
        "GENERATED ALWAYS AS (to_tsvector('english', text)) STORED"
    )
    op.execute("CREATE INDEX reference_words_by_text ON reference USING gin (reference_words_text)")
    op.execute(
        "CREATE INDEX reference_words_by_all ON reference "
        "USING gin (to_tsvector('english', text || ' ' || origin))"
    )


def seal_audit_on_sqlite() -> None:
    """Nothing in the audit log is ever updated or deleted."""
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER audit_event_no_{verb.lower()} BEFORE {verb} ON audit_event "
            "BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END"
        )


def seal_audit_on_postgresql() -> None:
    """Nothing in the audit log is ever updated, deleted or truncated."""
    op.execute(
        "CREATE FUNCTION audit_event_refuse() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'the audit log is append-only'; END $$"
    )
    op.execute(
        "CREATE TRIGGER audit_event_sealed BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event "
        "FOR EACH STATEMENT EXECUTE FUNCTION audit_event_refuse()"
    )


def downgrade() -> None:
    """There is nothing before the first schema."""
    raise NotImplementedError("there is no schema before the first one")
