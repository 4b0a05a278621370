"""What linking asks for is looked up by code and day: blows, grounds, what follows, whose act is taken over; the bound of an answer.

Events that stand already get their rows from what is stored; whose act they take over is read when they change or are read again.
"""

import json

import sqlalchemy as sa
from alembic import op

from timeline.merge.blocs import side
from timeline.merge.kin import family

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

EVENTS = sa.text(
    "SELECT event_id, imposer, targets, instrument, action, status, announced, effective, response_to, act_day "
    "FROM events WHERE is_rejected = 0"
)
ROW = sa.text(
    "INSERT INTO event_codes (event_id, field, code, imposer, act_day) VALUES (:event_id, :field, :code, :imposer, :act_day) "
    "ON CONFLICT DO NOTHING"
)


def upgrade() -> None:
    op.add_column("events", sa.Column("earliest_reason", sa.Text(), nullable=False, server_default=""))
    op.add_column("events", sa.Column("low", sa.String(), nullable=True))
    op.add_column("events", sa.Column("aligned", sa.Text(), nullable=False, server_default="{}"))
    op.create_index("ix_event_codes_field_code_act_day", "event_codes", ["field", "code", "act_day"], unique=False)
    op.execute("UPDATE events SET low = CASE WHEN announced IS NULL AND effective IS NULL THEN earliest ELSE act_day END")
    found = op.get_bind().execute(EVENTS).mappings().all()
    rows = [row for event in found for row in _rows(event)]
    if rows:
        op.get_bind().execute(ROW, rows)


def _rows(event: sa.RowMapping) -> list[dict[str, str | None]]:
    targets, action, status = json.loads(event["targets"]), event["action"], event["status"]
    kinds = {f"{side(code)} {family(event['instrument'])}" for code in targets}
    begins, firm = action in ("impose", "expand"), status in ("in_force", "announced")
    blow = targets if begins and (firm or (status, action) == ("proposed", "impose")) else []
    fields = {
        "blow": blow,
        "open": [] if event["announced"] or event["effective"] else blow,
        "ground": kinds if begins and firm else [],
        "late": [] if event["announced"] or event["effective"] else json.loads(event["response_to"]),
        "follow": kinds if action != "impose" and status != "rejected" else [],
    }
    beside = {name: event[name] for name in ("event_id", "imposer", "act_day")}
    return [{"field": field, "code": code} | beside for field, codes in fields.items() for code in codes]


def downgrade() -> None:
    op.drop_index("ix_event_codes_field_code_act_day", "event_codes")
    op.execute("DELETE FROM event_codes WHERE field IN ('blow', 'open', 'ground', 'follow', 'aligned')")
    for name in ("aligned", "low", "earliest_reason"):
        op.drop_column("events", name)
