"""The first layout: articles, mentions, events, their evidence, links and conflicts."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "articles",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("source_id", sa.String(), nullable=False),
        sa.Column("digest", sa.String(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("published", sa.String(), nullable=True),
        sa.Column("published_from", sa.String(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("is_current", sa.Integer(), nullable=False),
        sa.Column("replaced_by", sa.Integer(), nullable=True),
        sa.Column("speaks_for", sa.String(), nullable=True),
        sa.Column("shingles", sa.Text(), nullable=False),
        sa.Column("credits", sa.Text(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["replaced_by"], ["articles.article_id"], name=op.f("fk_articles_replaced_by_articles")),
        sa.PrimaryKeyConstraint("article_id", name=op.f("pk_articles")),
        sa.UniqueConstraint("digest", name=op.f("uq_articles_digest")),
    )
    op.create_index(op.f("ix_articles_source_id"), "articles", ["source_id"], unique=False)
    op.create_index(op.f("ix_articles_url"), "articles", ["url"], unique=False)
    op.create_table(
        "event_ids",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("age", sa.Integer(), nullable=False),
        sa.Column("leads_to", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_event_ids")),
        sa.UniqueConstraint("age", name=op.f("uq_event_ids_age")),
    )
    op.create_index(op.f("ix_event_ids_leads_to"), "event_ids", ["leads_to"], unique=False)
    op.create_table(
        "meta",
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_meta")),
    )
    op.create_table(
        "events",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("imposer", sa.String(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=True),
        sa.Column("targets", sa.Text(), nullable=False),
        sa.Column("target_names", sa.Text(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("category", sa.String(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("date", sa.String(), nullable=True),
        sa.Column("date_from", sa.String(), nullable=True),
        sa.Column("date_to", sa.String(), nullable=True),
        sa.Column("announced", sa.String(), nullable=True),
        sa.Column("effective", sa.String(), nullable=True),
        sa.Column("expires", sa.String(), nullable=True),
        sa.Column("earliest", sa.String(), nullable=True),
        sa.Column("latest", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=False),
        sa.Column("response_to", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("legal_ref", sa.Text(), nullable=True),
        sa.Column("attribution", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=True),
        sa.Column("end", sa.Integer(), nullable=True),
        sa.Column("article", sa.String(), nullable=True),
        sa.Column("article_title", sa.Text(), nullable=True),
        sa.Column("publisher", sa.Text(), nullable=True),
        sa.Column("url", sa.Text(), nullable=True),
        sa.Column("n_articles", sa.Integer(), nullable=False),
        sa.Column("n_sources", sa.Integer(), nullable=False),
        sa.Column("history", sa.Text(), nullable=False),
        sa.Column("merge_reasons", sa.Text(), nullable=False),
        sa.Column("act_day", sa.String(), nullable=True),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event_ids.event_id"], name=op.f("fk_events_event_id_event_ids")),
        sa.PrimaryKeyConstraint("event_id", name=op.f("pk_events")),
    )
    op.create_index(op.f("ix_events_date_from"), "events", ["date_from"], unique=False)
    op.create_index("ix_events_imposer_act_day", "events", ["imposer", "act_day"], unique=False)
    op.create_index(op.f("ix_events_instrument"), "events", ["instrument"], unique=False)
    op.create_table(
        "mentions",
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("imposer", sa.String(), nullable=False),
        sa.Column("authority", sa.Text(), nullable=True),
        sa.Column("targets", sa.Text(), nullable=False),
        sa.Column("target_names", sa.Text(), nullable=False),
        sa.Column("instrument", sa.String(), nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("announced", sa.String(), nullable=True),
        sa.Column("effective", sa.String(), nullable=True),
        sa.Column("expires", sa.String(), nullable=True),
        sa.Column("earliest", sa.String(), nullable=True),
        sa.Column("latest", sa.String(), nullable=True),
        sa.Column("date_basis", sa.String(), nullable=False),
        sa.Column("response_to", sa.Text(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=True),
        sa.Column("legal_ref", sa.Text(), nullable=True),
        sa.Column("attribution", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.Column("merge_targets", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.article_id"], name=op.f("fk_mentions_article_id_articles")),
        sa.PrimaryKeyConstraint("mention_id", name=op.f("pk_mentions")),
    )
    op.create_index(op.f("ix_mentions_article_id"), "mentions", ["article_id"], unique=False)
    op.create_table(
        "skipped",
        sa.Column("skipped_id", sa.Integer(), nullable=False),
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("quote", sa.Text(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.article_id"], name=op.f("fk_skipped_article_id_articles")),
        sa.PrimaryKeyConstraint("skipped_id", name=op.f("pk_skipped")),
    )
    op.create_index(op.f("ix_skipped_article_id"), "skipped", ["article_id"], unique=False)
    op.create_table(
        "conflicts",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("articles", sa.Text(), nullable=False),
        sa.Column("is_chosen", sa.Integer(), nullable=False),
        sa.Column("rule", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.event_id"], name=op.f("fk_conflicts_event_id_events"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "field", "value", name=op.f("pk_conflicts")),
    )
    op.create_table(
        "event_codes",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("field", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("imposer", sa.String(), nullable=False),
        sa.Column("act_day", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(["event_id"], ["events.event_id"], name=op.f("fk_event_codes_event_id_events"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "field", "code", name=op.f("pk_event_codes")),
    )
    op.create_index("ix_event_codes_field_code_imposer_act_day", "event_codes", ["field", "code", "imposer", "act_day"], unique=False)
    op.create_table(
        "event_mentions",
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("rank", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.event_id"], name=op.f("fk_event_mentions_event_id_events"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["mention_id"], ["mentions.mention_id"], name=op.f("fk_event_mentions_mention_id_mentions"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("mention_id", name=op.f("pk_event_mentions")),
    )
    op.create_index(op.f("ix_event_mentions_event_id"), "event_mentions", ["event_id"], unique=False)
    op.create_table(
        "links",
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("to_event", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("cue", sa.Text(), nullable=False),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["events.event_id"], name=op.f("fk_links_event_id_events"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("event_id", "type", "to_event", name=op.f("pk_links")),
    )
    op.create_index(op.f("ix_links_to_event"), "links", ["to_event"], unique=False)
    op.create_table(
        "mention_blocks",
        sa.Column("block", sa.String(), nullable=False),
        sa.Column("mention_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["mention_id"], ["mentions.mention_id"], name=op.f("fk_mention_blocks_mention_id_mentions"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("block", "mention_id", name=op.f("pk_mention_blocks")),
    )
    op.create_index(op.f("ix_mention_blocks_mention_id"), "mention_blocks", ["mention_id"], unique=False)


def downgrade() -> None:
    op.drop_index(op.f("ix_mention_blocks_mention_id"), table_name="mention_blocks")
    op.drop_table("mention_blocks")
    op.drop_index(op.f("ix_links_to_event"), table_name="links")
    op.drop_table("links")
    op.drop_index(op.f("ix_event_mentions_event_id"), table_name="event_mentions")
    op.drop_table("event_mentions")
    op.drop_index("ix_event_codes_field_code_imposer_act_day", table_name="event_codes")
    op.drop_table("event_codes")
    op.drop_table("conflicts")
    op.drop_index(op.f("ix_skipped_article_id"), table_name="skipped")
    op.drop_table("skipped")
    op.drop_index(op.f("ix_mentions_article_id"), table_name="mentions")
    op.drop_table("mentions")
    op.drop_index(op.f("ix_events_instrument"), table_name="events")
    op.drop_index("ix_events_imposer_act_day", table_name="events")
    op.drop_index(op.f("ix_events_date_from"), table_name="events")
    op.drop_table("events")
    op.drop_table("meta")
    op.drop_index(op.f("ix_event_ids_leads_to"), table_name="event_ids")
    op.drop_table("event_ids")
    op.drop_index(op.f("ix_articles_url"), table_name="articles")
    op.drop_index(op.f("ix_articles_source_id"), table_name="articles")
    op.drop_table("articles")
