"""Evidence names the copies of its reference, and claims find references by the names of their sources.

Revision 0005, after 0002. Evidence found before names no copies; the next check fills them in.
"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds `evidence.copies`, a JSON list, and drops PostgreSQL's words of the statement alone."""
    op.add_column("evidence", sa.Column("copies", sa.JSON(), nullable=False, server_default="[]"))
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
    op.drop_column("evidence", "copies")
