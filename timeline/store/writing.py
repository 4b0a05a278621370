"""Articles into the store, each in a transaction of its own: whatever fails, the store is as it was before that article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import Column, Connection, Engine, Row, Table, delete, insert, select, text, update
from sqlalchemy.exc import DBAPIError

from parsers import __version__
from parsers.article import Article
from parsers.errors import InputError
from parsers.mention import Mention, Reading
from timeline.event import Evidence
from timeline.merge import Item, Source, context_targets, source_of
from timeline.merge.identity import Key
from timeline.store.database import reading, short
from timeline.store.judgements import tie
from timeline.store.merging import Arrival, Outcome, remerge
from timeline.store.putting import put
from timeline.store.reach import places
from timeline.store.rows import article_of, article_row, evidence_of, mention_row, packed
from timeline.store.runs import Run
from timeline.store.statements import TOLD, alike, highest
from timeline.store.tables import articles, event_mentions, mention_blocks, mention_days, mentions, meta, skipped


@dataclass(frozen=True)
class Change:
    """What one article did to the store: ``kind`` is added, unchanged or corrected."""

    kind: str
    reading: Reading = field(default_factory=Reading)
    outcome: Outcome = field(default_factory=Outcome)


def is_known(engine: Engine, article: Article) -> bool:
    """Whether this very text is in the store, as the current version of its article or as one that was replaced."""
    with reading(engine) as connection:
        return any(row.digest == article.digest for row in _same_or_former(connection, article))


def is_told(engine: Engine, address: str) -> bool:
    """Whether an article of this id or address came in, in whatever version."""
    with reading(engine) as connection:
        return bool(connection.execute(alike(), {"digest": "", "source_id": address, "url": address}).first())


def add_article(engine: Engine, article: Article, read: Reading, run: Run | None = None) -> Change:
    """Store an article and what was read in it, and merge it; without a ``run`` that it belongs to it is one of its own.

    Raises InputError where the database refuses; nothing is stored then.
    """
    try:
        with engine.begin() as connection:
            return add_to(connection, article, read, run or Run())
    except DBAPIError as error:
        raise InputError(
            f"{article.id}: could not be stored ({short(error)}); check the free space and the permissions of the store"
        ) from error


def add_to(connection: Connection, article: Article, read: Reading, run: Run) -> Change:
    """The same within a transaction that locks out other writers."""
    one_writer(connection)
    same = _same_or_former(connection, article)
    if any(row.digest == article.digest for row in same):
        return Change("unchanged")
    former = _former(article, same)
    replaced = [one for number in former for one in _told_by(connection, number)]
    arrival = Arrival(sources={article.digest: source_of(article, read.mentions)})
    for number in former:
        take_out(connection, number, arrival)
    about = {"run": run.begun(connection), "warnings": packed(read.warnings)}
    number = _insert_article(connection, article, arrival.sources[article.digest], about)
    if former:
        connection.execute(update(articles).where(articles.c.article_id.in_(former)).values(is_current=0, replaced_by=number))
    told = insert_mentions(connection, number, read, arrival)
    put(connection, skipped, skipped_rows(number, read))
    arrival.inherited |= _inherit(replaced, [Evidence(**vars(one), digest=article.digest) for one in told]) if replaced else {}
    return Change("corrected" if former else "added", read, remerge(connection, arrival))


def one_writer(connection: Connection) -> None:
    """One article after the other, so that rows can be numbered and groups do not change underfoot; SQLite has locked already."""
    if connection.dialect.name == "postgresql":
        connection.execute(text("LOCK TABLE articles IN SHARE ROW EXCLUSIVE MODE"))


def _same_or_former(connection: Connection, article: Article) -> Sequence[Row[Any]]:
    """Articles of the same text, id or address."""
    return connection.execute(alike(), {"digest": article.digest, "source_id": article.id, "url": article.url}).all()


def _former(article: Article, alike: Sequence[Row[Any]]) -> list[int]:
    """The current version that this text corrects: the article of the same id, else of the same address."""
    current = [row for row in alike if row.is_current]
    return [row.article_id for row in current if row.source_id == article.id] or [row.article_id for row in current]


def _insert_article(connection: Connection, article: Article, source: Source, about: dict[str, Any]) -> int:
    number = _next(connection, articles.c.article_id)
    put(connection, articles, [article_row(article, source) | about | {"article_id": number, "is_current": 1}])
    return number


def _next(connection: Connection, column: Column[int]) -> int:
    return (connection.scalar(highest(column)) or 0) + 1


def insert_mentions(connection: Connection, number: int, read: Reading, arrival: Arrival) -> list[Mention]:
    """Store the mentions and note what they concern; of two that are alike in every respect only one is kept."""
    told, rows = mention_rows(number, _next(connection, mentions.c.mention_id), read)
    if not told:
        return []
    for table, found in rows.items():
        put(connection, table, found)
    arrival.fresh |= {row["mention_id"] for row in rows[mentions]}
    arrival.blocks |= {str(row["block"]) for row in rows[mention_blocks]} | tie(connection, arrival.sources)
    return told


def mention_rows(number: int, first: int, read: Reading) -> tuple[list[Mention], dict[Table, list[dict[str, Any]]]]:
    """The mentions of article ``number``, each once, and their rows by table, in the order in which the tables are filled; ``first`` is
    the number of the first mention."""
    pairs = list(dict.fromkeys(zip(read.mentions, context_targets(read.mentions), strict=True)))
    items = [Item(Evidence.model_construct(**vars(one)), targets) for one, targets in pairs]
    places = [(first + i, block, item.days) for i, item in enumerate(items) for block in item.blocks]
    rows = {
        mentions: [mention_row(one, targets) | {"article_id": number, "mention_id": first + i} for i, (one, targets) in enumerate(pairs)],
        mention_blocks: [{"block": block, "mention_id": mention} for mention, block, _ in places],
        mention_days: [
            {"block": block, "day": date.fromordinal(day).isoformat(), "mention_id": mention}
            for mention, block, days in places
            for day in days
        ],
    }
    return [one for one, _ in pairs], rows


def skipped_rows(number: int, read: Reading) -> list[dict[str, Any]]:
    """The passages of article ``number`` that gave no event."""
    return [{"article_id": number} | passage.model_dump(exclude={"article"}) for passage in read.skipped]


def _told_by(connection: Connection, number: int) -> list[tuple[Evidence, str]]:
    """The mentions of an article in the order of its text, each with the id of the event that it stands under."""
    tables = mentions.join(articles, articles.c.article_id == mentions.c.article_id).join(event_mentions)
    query = select(*TOLD, event_mentions.c.event_id).select_from(tables).where(mentions.c.article_id == number)
    return [
        (evidence_of(row), row["event_id"])
        for row in connection.execute(query.order_by(mentions.c.start, mentions.c.mention_id)).mappings()
    ]


def take_out(connection: Connection, number: int, arrival: Arrival) -> None:
    """Remove what was read in an article, and note which blocks and events that concerns."""
    own = select(mentions.c.mention_id).where(mentions.c.article_id == number)
    left = places(connection, set(connection.scalars(own)))
    arrival.vacated += left.values()
    arrival.blocks |= {block for place in left.values() for block in place.blocks}
    arrival.bereft |= set(connection.scalars(select(event_mentions.c.event_id).where(event_mentions.c.mention_id.in_(own))))
    connection.execute(delete(mentions).where(mentions.c.article_id == number))


def _inherit(replaced: Sequence[tuple[Evidence, str]], told: Sequence[Evidence]) -> dict[Key, str]:
    """Which new mention takes the place of which old one: the same passage first, then the same act in the order of the text."""
    found: dict[Key, str] = {}
    left = list(replaced)
    for face in (lambda one: one.key[1:], _act, lambda one: (one.imposer, one.instrument)):
        for one in told:
            match = next((pair for pair in left if face(pair[0]) == face(one)), None) if one.key not in found else None
            if match:
                found[one.key] = match[1]
                left.remove(match)
    return found


def _act(one: Mention) -> tuple[object, ...]:
    return (one.imposer, one.instrument, one.action, one.targets, one.announced, one.effective)


def reread(engine: Engine, number: int, article: Article, read: Reading, run: Run | None = None) -> Change:
    """Put a new reading of a stored article in the place of the old one; ids of events that did not change stay."""
    with engine.begin() as connection:
        one_writer(connection)
        replaced, source = _told_by(connection, number), source_of(article, read.mentions)
        facts = {"speaks_for": source.speaks_for, "warnings": packed(read.warnings)}
        connection.execute(update(articles).where(articles.c.article_id == number).values(facts))
        connection.execute(delete(skipped).where(skipped.c.article_id == number))
        put(connection, skipped, skipped_rows(number, read))
        if {_plain(one) for one, _ in replaced} == set(read.mentions):
            return Change("unchanged", read)
        (run or Run("reparse")).begun(connection)
        arrival = Arrival(sources={article.digest: source})
        take_out(connection, number, arrival)
        told = insert_mentions(connection, number, read, arrival)
        arrival.inherited |= _inherit(replaced, [Evidence(**vars(one), digest=article.digest) for one in told])
        return Change("corrected", read, remerge(connection, arrival))


def _plain(one: Evidence) -> Mention:
    return Mention.model_construct(**{name: getattr(one, name) for name in Mention.model_fields})


def current_articles(engine: Engine) -> list[tuple[int, Article]]:
    """The current articles with their rows, in order of arrival."""
    with reading(engine) as connection:
        rows = connection.execute(select(articles).where(articles.c.is_current == 1).order_by(articles.c.article_id)).mappings()
        return [(row["article_id"], article_of(row)) for row in rows]


def set_parser_version(engine: Engine) -> None:
    """Note which parser has read all that is in the store."""
    with engine.begin() as connection:
        connection.execute(delete(meta).where(meta.c.key == "parser"))
        connection.execute(insert(meta).values(key="parser", value=__version__))
