"""Statements that every article runs, built once: building them anew would cost more than running them."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import BindParameter, Column, Insert, Select, Table, and_, bindparam, func, insert, or_, select

from timeline.store.rows import MENTION_FIELDS
from timeline.store.tables import (
    articles,
    event_codes,
    event_ids,
    event_mentions,
    events,
    links,
    mention_blocks,
    mention_days,
    mentions,
    meta,
)

ABOUT = ("digest", "source_id", "title", "published", "publisher", "url", "language")
TOLD = [mentions.c[name] for name in (*MENTION_FIELDS, "mention_id", "merge_targets")] + [articles.c[name] for name in ABOUT]
LIGHT = [column for column in TOLD if column.name not in ("reasons", "warnings")]
ACT = ("event_id", "imposer", "targets", "instrument", "scope", "action", "status", "response_to", "act_day", "words", "low", "latest")
PLACE = ("article", "start")
JUDGED = ("announced", "effective", "judged", "aligned")


def several(name: str) -> BindParameter[Any]:
    """A parameter that stands for a list of values."""
    return bindparam(name, expanding=True)


@cache
def insert_into(table: Table) -> Insert:
    """Rows into a table."""
    return insert(table)


@cache
def highest(column: Column[int]) -> Select[Any]:
    """The highest number in a column; nothing where the table is empty."""
    return select(func.max(column))


@cache
def alike() -> Select[Any]:
    """Articles of the same ``digest``, ``source_id`` or ``url``, oldest first."""
    columns = [articles.c[name] for name in ("article_id", "digest", "source_id", "url", "is_current")]
    same = or_(*(articles.c[name] == bindparam(name) for name in ("digest", "source_id", "url")))
    return select(*columns).where(same).order_by(articles.c.article_id)


@cache
def in_blocks() -> Select[Any]:
    """Mentions that stand in one of the ``blocks``, each with that block."""
    return select(mention_blocks.c.mention_id, mention_blocks.c.block).where(mention_blocks.c.block.in_(several("blocks")))


@cache
def blocks_with() -> Select[Any]:
    """The blocks that each of the ``numbers`` of mentions stands in."""
    return select(mention_blocks.c.mention_id, mention_blocks.c.block).where(mention_blocks.c.mention_id.in_(several("numbers")))


@cache
def days_with() -> Select[Any]:
    """The days that each of the ``numbers`` of mentions names."""
    return select(mention_days.c.mention_id, mention_days.c.day).where(mention_days.c.mention_id.in_(several("numbers"))).distinct()


@cache
def days_in() -> Select[Any]:
    """How many different days the mentions of a ``block`` name, counted up to ``most``."""
    days = select(mention_days.c.day).where(mention_days.c.block == bindparam("block")).distinct().limit(bindparam("most"))
    return select(func.count()).select_from(days.subquery())


@cache
def near_days() -> Select[Any]:
    """Mentions of the ``blocks`` that name one of the ``days``, with block and day."""
    table = mention_days.c
    return select(table.block, table.day, table.mention_id).where(table.block.in_(several("blocks")), table.day.in_(several("days")))


@cache
def mentions_of() -> Select[Any]:
    """The mentions of the events of some ``names``."""
    return select(event_mentions.c.mention_id).where(event_mentions.c.event_id.in_(several("names")))


@cache
def mentions_told() -> Select[Any]:
    """Mentions with their articles, by their ``numbers``; reasons and warnings are left out, since comparing needs none."""
    query = select(*LIGHT).join(articles, articles.c.article_id == mentions.c.article_id)
    return query.where(mentions.c.mention_id.in_(several("numbers"))).order_by(mentions.c.mention_id)


@cache
def reasons() -> Select[Any]:
    """Reasons and warnings of mentions, by their ``numbers``."""
    return select(*(mentions.c[name] for name in ("mention_id", "reasons", "warnings"))).where(
        mentions.c.mention_id.in_(several("numbers"))
    )


@cache
def owners() -> Select[Any]:
    """Under which event each of the ``numbers`` of mentions stands."""
    query = select(event_mentions.c.mention_id, event_mentions.c.event_id)
    return query.where(event_mentions.c.mention_id.in_(several("numbers")))


@cache
def standing() -> Select[Any]:
    """How old the events of some ``names`` are, and why their mentions were put together."""
    both = event_ids.outerjoin(events, events.c.event_id == event_ids.c.event_id)
    query = select(event_ids.c.event_id, event_ids.c.age, events.c.merge_reasons).select_from(both)
    return query.where(event_ids.c.event_id.in_(several("names")))


@cache
def given() -> Select[Any]:
    """Which of some ``names`` were given before."""
    return select(event_ids.c.event_id).where(event_ids.c.event_id.in_(several("names")))


@cache
def noted() -> Select[Any]:
    """What the store notes under a ``key``."""
    return select(meta.c.value).where(meta.c.key == bindparam("key"))


@cache
def leading_to() -> Select[Any]:
    """Ids that lead to one of the ``names``, each with that name."""
    return select(event_ids.c.event_id, event_ids.c.leads_to).where(event_ids.c.leads_to.in_(several("names")))


@cache
def told_in() -> Select[Any]:
    """Mentions of the articles of some ``digests``, each with the event that it stands under."""
    tables = mentions.join(articles, articles.c.article_id == mentions.c.article_id)
    query = select(*TOLD, event_mentions.c.event_id).select_from(tables.outerjoin(event_mentions))
    return query.where(articles.c.digest.in_(several("digests"))).order_by(mentions.c.mention_id)


@cache
def facts() -> Select[Any]:
    """Articles by their ``digests``."""
    return select(articles).where(articles.c.digest.in_(several("digests")))


@cache
def pointing_to() -> Select[Any]:
    """Events that have a link to one of the ``names``."""
    return select(links.c.event_id).where(links.c.to_event.in_(several("names")))


@cache
def acts_of() -> Select[Any]:
    """What linking needs of the events of some ``names``; what people rejected has no links."""
    query = select(*(events.c[name] for name in (*ACT, *PLACE, *JUDGED))).where(
        events.c.event_id.in_(several("names")), events.c.is_rejected == 0
    )
    return query.order_by(events.c.event_id)


@cache
def blocks_of() -> Select[Any]:
    """The blocks that the mentions of some ``names`` of events stand in."""
    query = select(mention_blocks.c.block).join(event_mentions, event_mentions.c.mention_id == mention_blocks.c.mention_id)
    return query.where(event_mentions.c.event_id.in_(several("names"))).distinct()


@cache
def coded(*, dayless: bool = False, by_all: bool = False) -> Select[Any]:
    """Events that have one of the ``codes`` in a ``field``, by one of the ``imposers`` (or by all), between the days ``first`` and
    ``last`` (or without a day)."""
    table = event_codes.c
    days = and_(table.act_day >= bindparam("first"), table.act_day <= bindparam("last"))
    codes = [table.field == bindparam("field"), table.code.in_(several("codes"))]
    imposers = [] if by_all else [table.imposer.in_(several("imposers"))]
    return select(table.event_id).where(*codes, *imposers, or_(days, table.act_day.is_(None)) if dayless else days)


@cache
def latest_by() -> Select[Any]:
    """The latest events under a ``code`` of a ``field``, by few ``imposers``, from ``first`` to ``last``; at most ``most``."""
    return _latest(event_codes.c.imposer)


@cache
def latest_among() -> Select[Any]:
    """The same for many imposers; their index is kept out of it, so that the days are gone through from the last one back."""
    return _latest(event_codes.c.imposer.concat(""))


def _latest(imposer: Any) -> Select[Any]:
    table = event_codes.c
    days = and_(table.act_day >= bindparam("first"), table.act_day <= bindparam("last"))
    code = and_(table.field == bindparam("field"), table.code == bindparam("code"), imposer.in_(several("imposers")))
    return select(table.event_id, table.act_day).where(code, days).order_by(table.act_day.desc()).limit(bindparam("most"))


@cache
def later_days() -> Select[Any]:
    """The next days on which one of the ``imposers`` has an event under a ``code`` of a ``field``, from ``first`` on, one an event."""
    table = event_codes.c
    code = and_(table.field == bindparam("field"), table.code == bindparam("code"), table.imposer.in_(several("imposers")))
    return select(table.act_day).where(code, table.act_day >= bindparam("first")).order_by(table.act_day).limit(bindparam("most"))


@cache
def measures() -> Select[Any]:
    """Events of some ``instruments`` and ``statuses`` by one of the ``imposers``, between the days ``first`` and ``last``."""
    days = and_(events.c.act_day >= bindparam("first"), events.c.act_day <= bindparam("last"))
    kind = and_(events.c.instrument.in_(several("instruments")), events.c.status.in_(several("statuses")))
    return select(events.c.event_id).where(events.c.imposer.in_(several("imposers")), days, kind)
