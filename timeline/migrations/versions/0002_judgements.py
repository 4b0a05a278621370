"""What people said of an event stands in its row, and whether they struck it from the table."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("events", sa.Column("judged", sa.Text(), nullable=False, server_default="[]"))
    op.add_column("events", sa.Column("is_rejected", sa.Integer(), nullable=False, server_default="0"))


def downgrade() -> None:
    op.drop_column("events", "is_rejected")
    op.drop_column("events", "judged")
