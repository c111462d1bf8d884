"""Claims tell what their article says against them, and how their references disagree.

Revision 0003, after 0002. Claims found before are taken to have neither; their next check fills it in.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds `claim.inside`, a JSON list, and `claim.disagreement`, a JSON object or NULL."""
    op.add_column("claim", sa.Column("inside", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("claim", sa.Column("disagreement", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Drops both."""
    op.drop_column("claim", "disagreement")
    op.drop_column("claim", "inside")
