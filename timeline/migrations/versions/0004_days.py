"""The single days that mentions name are looked up by block and day."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

COPY = """
INSERT INTO mention_days (block, day, mention_id)
SELECT block, :name, mentions.mention_id FROM mentions JOIN mention_blocks ON mention_blocks.mention_id = mentions.mention_id
WHERE :name LIKE '____-__-__' AND :name NOT LIKE 'X%' AND block NOT LIKE 'judged %'
ON CONFLICT DO NOTHING
"""


def upgrade() -> None:
    op.create_table(
        "mention_days",
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("day", sa.String(), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mention_id"], ["mentions.mention_id"], name=op.f("fk_mention_days_mention_id_mentions"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("block", "day", "mention_id", name=op.f("pk_mention_days")),
    )
    op.create_index(op.f("ix_mention_days_mention_id"), "mention_days", ["mention_id"], unique=False)
    for name in ("announced", "effective"):
        op.execute(COPY.replace(":name", name))


def downgrade() -> None:
    op.drop_table("mention_days")
