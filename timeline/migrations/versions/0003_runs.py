"""Appends are numbered, and articles and ids carry the number under which they came; what stands there already came by the first."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "runs",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("run", name=op.f("pk_runs")),
    )
    for table in ("articles", "event_ids"):
        op.add_column(table, sa.Column("run", sa.Integer(), nullable=False, server_default="0"))
        op.execute(sa.update(sa.table(table, sa.column("run"))).values(run=1))
        op.create_index(op.f(f"ix_{table}_run"), table, ["run"], unique=False)
    op.execute("INSERT INTO runs (run, kind) SELECT 1, 'append' WHERE EXISTS (SELECT 1 FROM articles)")


def downgrade() -> None:
    for table in ("articles", "event_ids"):
        op.drop_index(op.f(f"ix_{table}_run"), table)
        op.drop_column(table, "run")
    op.drop_table("runs")
