"""Claims name the people they speak of.

Revision 0002, after 0001. Claims found before are taken to name nobody; their next check fills it in.
"""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds `claim.people`, a JSON list of names."""
    op.add_column("claim", sa.Column("people", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    """Drops it."""
    op.drop_column("claim", "people")
