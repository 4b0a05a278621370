"""What refers to another act is looked up by the last day that its own can mean, by any target where it names none, and as a member's act.

No table changes: events and what they are looked up by are made anew after every change of layout.
"""

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The new revision alone has everything grouped, linked and indexed again."""


def downgrade() -> None:
    """Rows that an earlier version does not know do it no harm."""
