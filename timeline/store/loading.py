"""Many articles at once: their rows first, all of them, and then what they tell is merged part by part.

Appended one by one, each article has what is near it grouped anew, which costs the more the denser the table. Loaded, every mention is
grouped once. What is loaded and not merged yet are the mentions that stand under no event, so a load that was stopped goes on there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, Table, func, or_, select
from sqlalchemy.exc import DBAPIError

from parsers.article import Article
from parsers.errors import InputError
from parsers.mention import Reading
from timeline.merge import source_of
from timeline.store.database import reading, short
from timeline.store.judgements import tie
from timeline.store.merging import Arrival, Outcome, remerge
from timeline.store.putting import put
from timeline.store.reach import places
from timeline.store.rows import article_row, packed
from timeline.store.runs import Run
from timeline.store.statements import highest, several
from timeline.store.tables import articles, event_ids, event_mentions, mention_blocks, mention_days, mentions, runs, skipped
from timeline.store.writing import Change, add_to, mention_rows, one_writer, skipped_rows

PART = 200  # mentions that are merged in one transaction, and whatever may be one act with them
ORDER = (articles, mentions, mention_blocks, mention_days, skipped)  # a table after those that it refers to


def load(engine: Engine, told: Sequence[tuple[Article, Reading]], run: Run) -> list[Change]:
    """Store articles and what was read in them, all in one transaction; ``merge_loaded`` makes the events.

    An article whose text is known changes nothing; one that corrects another is merged at once. Raises InputError where the database
    refuses; nothing of these articles is stored then.
    """
    try:
        with engine.begin() as connection:
            one_writer(connection)
            return _Load(connection, told, run).all()
    except DBAPIError as error:
        names = f"{told[0][0].id} to {told[-1][0].id}"
        raise InputError(f"{names}: could not be stored ({short(error)}); check the free space and the permissions of the store") from error


class _Load:
    def __init__(self, connection: Connection, told: Sequence[tuple[Article, Reading]], run: Run) -> None:
        self.connection, self.told, self.run = connection, told, run
        alike = _alike(connection, [article for article, _ in told])
        self.digests = {row.digest for row in alike}
        self.names = {("id", row.source_id) for row in alike} | {("url", row.url) for row in alike if row.url}
        self.rows: dict[Table, list[dict[str, Any]]] = {table: [] for table in ORDER}
        self.loaded: list[str] = []
        self._count()

    def all(self) -> list[Change]:
        changes = [self._one(article, read) for article, read in self.told]
        self._write()
        tie(self.connection, self.loaded)
        return changes

    def _one(self, article: Article, read: Reading) -> Change:
        names = {("id", article.id)} | ({("url", article.url)} if article.url else set())
        if article.digest in self.digests:
            return Change("unchanged")
        is_correction = bool(names & self.names)
        self.digests.add(article.digest)
        self.names |= names
        if is_correction:
            self._write()
            change = add_to(self.connection, article, read, self.run)
            self._count()
            return change
        self._take(article, read)
        return Change("added", read)

    def _count(self) -> None:
        self.article = self.connection.scalar(highest(articles.c.article_id)) or 0
        self.mention = self.connection.scalar(highest(mentions.c.mention_id)) or 0

    def _take(self, article: Article, read: Reading) -> None:
        self.article += 1
        about = {"run": self.run.begun(self.connection), "warnings": packed(read.warnings), "article_id": self.article, "is_current": 1}
        told, rows = mention_rows(self.article, self.mention + 1, read)
        self.mention += len(told)
        self.loaded.append(article.digest)
        self.rows[articles].append(article_row(article, source_of(article, read.mentions)) | about)
        for table, found in (rows | {skipped: skipped_rows(self.article, read)}).items():
            self.rows[table] += found

    def _write(self) -> None:
        for table in ORDER:
            put(self.connection, table, self.rows[table])
            self.rows[table] = []


def _alike(connection: Connection, told: Sequence[Article]) -> Sequence[Any]:
    """The articles in the store that share a text, an id or an address with one of these."""
    asked = {
        "digest": [article.digest for article in told],
        "source_id": [article.id for article in told],
        "url": [article.url for article in told if article.url],
    }
    same = or_(*(articles.c[name].in_(several(name)) for name in asked))
    return connection.execute(select(articles.c.digest, articles.c.source_id, articles.c.url).where(same), asked).all()


def is_empty(engine: Engine) -> bool:
    """Whether no event was ever made in the store."""
    with reading(engine) as connection:
        return connection.scalar(highest(event_ids.c.age)) is None


def next_run(engine: Engine) -> int:
    """The number that the next run gets."""
    with reading(engine) as connection:
        return (connection.scalar(highest(runs.c.run)) or 0) + 1


def waiting(engine: Engine) -> int:
    """How many mentions are loaded and stand under no event yet."""
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(_unmerged().subquery())) or 0


def merge_loaded(engine: Engine, *, anew: bool) -> Iterator[tuple[int, Outcome]]:
    """Group what was loaded, part by part, each in one transaction; yields how many mentions a part had, and what it did.

    ``anew`` says that the store held no event before the load: then no older event stands in a block that has become crowded since.
    """
    after, slack = 0, 0 if anew else 2 * waiting(engine)
    while True:
        with engine.begin() as connection:
            one_writer(connection)
            numbers = list(connection.scalars(_unmerged().where(mentions.c.mention_id > after).order_by(mentions.c.mention_id).limit(PART)))
            if not numbers:
                return
            blocks = {block for place in places(connection, numbers).values() for block in place.blocks}
            outcome = remerge(connection, Arrival(blocks=blocks, fresh=set(numbers), slack=slack))
        after = numbers[-1]
        yield len(numbers), outcome


def _unmerged() -> Any:
    query = select(mentions.c.mention_id).outerjoin(event_mentions, event_mentions.c.mention_id == mentions.c.mention_id)
    return query.where(event_mentions.c.event_id.is_(None))
