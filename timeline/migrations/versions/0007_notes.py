"""What is doubtful about an article: a date in the future, a text that is no more than the beginning of one."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("articles", sa.Column("notes", sa.Text(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("articles", "notes")
