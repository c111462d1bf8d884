"""Claims and decisions keep the machine's score, so that the clearing threshold can be learnt from decisions.

Revision 0004, after 0003. Claims of before have no score, and decisions of before teach nothing.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the score and whether a claim was drawn for people; to decisions, by what the score was made."""
    op.add_column("claim", sa.Column("score", sa.Float(), nullable=False, server_default="0"))
    op.add_column("claim", sa.Column("sampled", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("decision", sa.Column("score", sa.Float(), nullable=False, server_default="0"))
    op.add_column("decision", sa.Column("scored_with", sa.String(), nullable=True))
    op.create_index("ix_decision_scored_with_id", "decision", ["scored_with", "id"])
    op.create_index("ix_decision_scored_with_undone_at", "decision", ["scored_with", "undone_at"])


def downgrade() -> None:
    """Drops them."""
    op.drop_index("ix_decision_scored_with_undone_at", "decision")
    op.drop_index("ix_decision_scored_with_id", "decision")
    op.drop_column("decision", "scored_with")
    op.drop_column("decision", "score")
    op.drop_column("claim", "sampled")
    op.drop_column("claim", "score")
