"""Evidence names the copies of its reference, and references are found under the titles of their sources.

Revision 0005, after 0004. Evidence found before names no copies; the next check fills them in, as it does the
embeddings of references, which are all made anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds `evidence.copies` (a JSON list) and `reference_index.titled`; drops words of the statement alone."""
    op.add_column("evidence", sa.Column("copies", sa.JSON(), nullable=False, server_default="[]"))
    start_anew()
    op.add_column(
        "reference_index", sa.Column("titled", sa.LargeBinary(), nullable=False, server_default="")
    )
    if op.get_bind().dialect.name == "postgresql":
        op.execute("DROP INDEX reference_words_by_text")
        op.execute("ALTER TABLE reference DROP COLUMN reference_words_text")


def downgrade() -> None:
    """Undoes it."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "ALTER TABLE reference ADD COLUMN reference_words_text tsvector "
            "GENERATED ALWAYS AS (to_tsvector('english', text)) STORED"
        )
        op.execute("CREATE INDEX reference_words_by_text ON reference USING gin (reference_words_text)")
    start_anew()
    op.drop_column("reference_index", "titled")
    op.drop_column("evidence", "copies")


def start_anew() -> None:
    """Forget what was computed from references, and say so to everybody who has read it."""
    op.execute("DELETE FROM reference_index")
    op.execute("UPDATE generation SET number = number + 1 WHERE kind = 'reference'")
