"""Which reader each article came through, and which inputs failed."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("articles", sa.Column("reader", sa.String(), nullable=True))
    op.create_table(
        "failures",
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("error", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_failures")),
    )


def downgrade() -> None:
    op.drop_table("failures")
    op.drop_column("articles", "reader")
