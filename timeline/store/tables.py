"""The tables. Days are ISO 8601 text, dates of the table EDTF text, lists JSON text; everything reads in datasette as it stands."""

from __future__ import annotations

from sqlalchemy import Column, Float, ForeignKey, Index, Integer, MetaData, String, Table, Text

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", Text, nullable=False))

articles = Table(
    "articles",
    metadata,
    Column("article_id", Integer, primary_key=True),
    Column("source_id", String, nullable=False, index=True),
    Column("digest", String, nullable=False, unique=True),
    Column("title", Text),
    Column("published", String),
    Column("published_from", String),
    Column("publisher", Text),
    Column("url", Text, index=True),
    Column("language", String),
    Column("reader", String),
    Column("notes", Text, nullable=False, server_default="[]"),
    Column("text", Text, nullable=False),
    Column("is_current", Integer, nullable=False),
    Column("replaced_by", Integer, ForeignKey("articles.article_id")),
    Column("speaks_for", String),
    Column("shingles", Text, nullable=False),
    Column("credits", Text, nullable=False),
    Column("warnings", Text, nullable=False),
    Column("run", Integer, nullable=False, server_default="0", index=True),
)

# Inputs that could not be read or stored, each with what was wrong the last time.
failures = Table("failures", metadata, Column("name", String, primary_key=True), Column("error", Text, nullable=False))

# Every append or reparse that changed something.
runs = Table("runs", metadata, Column("run", Integer, primary_key=True), Column("kind", String, nullable=False))

mentions = Table(
    "mentions",
    metadata,
    Column("mention_id", Integer, primary_key=True),
    Column("article_id", Integer, ForeignKey("articles.article_id"), nullable=False, index=True),
    Column("imposer", String, nullable=False),
    Column("authority", Text),
    Column("targets", Text, nullable=False),
    Column("target_names", Text, nullable=False),
    Column("instrument", String, nullable=False),
    Column("scope", Text, nullable=False),
    Column("action", String, nullable=False),
    Column("status", String, nullable=False),
    Column("announced", String),
    Column("effective", String),
    Column("expires", String),
    Column("earliest", String),
    Column("latest", String),
    Column("date_basis", String, nullable=False),
    Column("response_to", Text, nullable=False),
    Column("count", Integer),
    Column("legal_ref", Text),
    Column("attribution", Text),
    Column("confidence", Float, nullable=False),
    Column("quote", Text, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("warnings", Text, nullable=False),
    Column("merge_targets", Text, nullable=False),
)

mention_blocks = Table(
    "mention_blocks",
    metadata,
    Column("block", String, primary_key=True),
    Column("mention_id", Integer, ForeignKey("mentions.mention_id", ondelete="CASCADE"), primary_key=True, index=True),
)

# The single days that a mention names, one row a day in each of its blocks: in a crowded block they alone tell what it may be one act with.
mention_days = Table(
    "mention_days",
    metadata,
    Column("block", String, primary_key=True),
    Column("day", String, primary_key=True),
    Column("mention_id", Integer, ForeignKey("mentions.mention_id", ondelete="CASCADE"), primary_key=True, index=True),
)

skipped = Table(
    "skipped",
    metadata,
    Column("skipped_id", Integer, primary_key=True),
    Column("article_id", Integer, ForeignKey("articles.article_id"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("quote", Text, nullable=False),
    Column("rule", String, nullable=False),
    Column("reason", Text, nullable=False),
)

# Every id that was ever given, by age; one that lost its event leads to the event that took it in.
event_ids = Table(
    "event_ids",
    metadata,
    Column("event_id", String, primary_key=True),
    Column("age", Integer, nullable=False, unique=True),
    Column("leads_to", String, index=True),
    Column("run", Integer, nullable=False, server_default="0", index=True),
)

events = Table(
    "events",
    metadata,
    Column("event_id", String, ForeignKey("event_ids.event_id"), primary_key=True),
    Column("imposer", String, nullable=False),
    Column("authority", Text),
    Column("targets", Text, nullable=False),
    Column("target_names", Text, nullable=False),
    Column("instrument", String, nullable=False, index=True),
    Column("category", String, nullable=False),
    Column("scope", Text, nullable=False),
    Column("action", String, nullable=False),
    Column("status", String, nullable=False),
    Column("date", String),
    Column("date_from", String, index=True),
    Column("date_to", String),
    Column("announced", String),
    Column("effective", String),
    Column("expires", String),
    Column("earliest", String),
    Column("latest", String),
    Column("date_basis", String, nullable=False),
    Column("response_to", Text, nullable=False),
    Column("count", Integer),
    Column("legal_ref", Text),
    Column("attribution", Text),
    Column("confidence", Float, nullable=False),
    Column("quote", Text, nullable=False),
    Column("start", Integer),
    Column("end", Integer),
    Column("article", String),
    Column("article_title", Text),
    Column("publisher", Text),
    Column("url", Text),
    Column("n_articles", Integer, nullable=False),
    Column("n_sources", Integer, nullable=False),
    Column("history", Text, nullable=False),
    Column("earliest_reason", Text, nullable=False, server_default=""),
    Column("merge_reasons", Text, nullable=False),
    Column("judged", Text, nullable=False, server_default="[]"),
    Column("is_rejected", Integer, nullable=False, server_default="0"),
    Column("act_day", String),
    Column("low", String),
    Column("aligned", Text, nullable=False, server_default="{}"),
    Column("words", Text, nullable=False),
    Index("ix_events_imposer_act_day", "imposer", "act_day"),
)

event_mentions = Table(
    "event_mentions",
    metadata,
    Column("mention_id", Integer, ForeignKey("mentions.mention_id", ondelete="CASCADE"), primary_key=True),
    Column("event_id", String, ForeignKey("events.event_id", ondelete="CASCADE"), nullable=False, index=True),
    Column("rank", Integer, nullable=False),
)

# The lists of an event, one row a code: field is targets, scope or response_to. Imposer and day stand beside them, so that whom a measure
# was aimed at, by whom and when is one look into one index, however much the store holds.
event_codes = Table(
    "event_codes",
    metadata,
    Column("event_id", String, ForeignKey("events.event_id", ondelete="CASCADE"), primary_key=True),
    Column("field", String, primary_key=True),
    Column("code", String, primary_key=True),
    Column("imposer", String, nullable=False),
    Column("act_day", String),
    Index("ix_event_codes_field_code_imposer_act_day", "field", "code", "imposer", "act_day"),
    Index("ix_event_codes_field_code_act_day", "field", "code", "act_day"),
)

links = Table(
    "links",
    metadata,
    Column("event_id", String, ForeignKey("events.event_id", ondelete="CASCADE"), primary_key=True),
    Column("type", String, primary_key=True),
    Column("to_event", String, primary_key=True, index=True),
    Column("position", Integer, nullable=False),
    Column("cue", Text, nullable=False),
    Column("basis", Text, nullable=False),
    Column("confidence", Float, nullable=False),
)

conflicts = Table(
    "conflicts",
    metadata,
    Column("event_id", String, ForeignKey("events.event_id", ondelete="CASCADE"), primary_key=True),
    Column("field", String, primary_key=True),
    Column("value", String, primary_key=True),
    Column("articles", Text, nullable=False),
    Column("is_chosen", Integer, nullable=False),
    Column("rule", Text, nullable=False),
)
