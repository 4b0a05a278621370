"""Judgements into the store: what changed in their file is laid over the events that it concerns, in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, Engine, delete, insert, select
from sqlalchemy.exc import DBAPIError

from parsers.article import Article
from parsers.errors import InputError
from parsers.mention import Reading
from timeline.filters import Selection
from timeline.merge import Source, source_of
from timeline.merge.identity import Key
from timeline.review.apply import locate
from timeline.review.book import Book
from timeline.review.judgement import Judgement
from timeline.review.ledger import Ledger, parsed
from timeline.review.status import Ground
from timeline.store.database import reading, short
from timeline.store.judgements import NOTED, TIES, block_of, book_of, copy_of_file, tie_one, told
from timeline.store.merging import Arrival, Outcome, remerge
from timeline.store.putting import put
from timeline.store.reading import resolve_id, select_events
from timeline.store.rows import article_row, packed
from timeline.store.runs import Run
from timeline.store.statements import blocks_of, given, highest
from timeline.store.tables import articles, mention_blocks, meta
from timeline.store.writing import insert_mentions, one_writer, take_out

REGROUPING = ("add", "merge", "split", "not-same")


def bring_in(engine: Engine, ledger: Ledger) -> Outcome:
    """Lay the judgements of a file over the events, where the file is another than the store knows. A missing file leaves what the
    store knows in force. Raises InputError for a line that cannot be read; the store is left as it was then."""
    text = ledger.text()
    with reading(engine) as connection:
        known = copy_of_file(connection)
    if text is None or text == known:
        return Outcome()
    book = Book(parsed(text, str(ledger.path)))
    try:
        with engine.begin() as connection:
            return _bring_in(connection, book, text)
    except DBAPIError as error:
        raise InputError(f"{ledger.path}: could not be laid over the store ({short(error)}); check the store's permissions") from error


def _bring_in(connection: Connection, book: Book, text: str) -> Outcome:
    one_writer(connection)
    before = {one.id: one for one in book_of(connection).in_force}
    after = {one.id: one for one in book.in_force}
    _note(connection, text)
    gone = [one for name, one in before.items() if name not in after]
    new = [one for name, one in after.items() if name not in before]
    if any(one.kind in REGROUPING for one in [*gone, *new]):
        # New events come of it, which are new since the run before.
        Run("judge").begun(connection)
    arrival = Arrival()
    for one in gone:
        _withdraw(connection, one, arrival)
    for one in [*(one for one in gone if one.kind == "merge"), *(one for one in new if one.kind == "not-same")]:
        arrival.reborn |= _freed(connection, one)
    for one in new:
        if one.kind == "add":
            _add(connection, one, arrival)
    _tie(connection, new)
    arrival.bereft |= _touched(connection, [*gone, *new])
    names = sorted(arrival.bereft)
    arrival.blocks |= set(connection.scalars(blocks_of(), {"names": names})) if names else set()
    return remerge(connection, arrival)


def _note(connection: Connection, text: str) -> None:
    connection.execute(delete(meta).where(meta.c.key == NOTED))
    connection.execute(insert(meta).values(key=NOTED, value=text))


def _withdraw(connection: Connection, one: Judgement, arrival: Arrival) -> None:
    """Take back what a judgement put into the tables: its block, and the event that it added. Blocks that lose their tie are grouped
    anew because the events of the judgement are."""
    if one.kind in TIES:
        connection.execute(delete(mention_blocks).where(mention_blocks.c.block == block_of(one)))
    for number in connection.scalars(select(articles.c.article_id).where(articles.c.digest == one.digest)).all():
        take_out(connection, number, arrival)
        connection.execute(delete(articles).where(articles.c.article_id == number))


def _freed(connection: Connection, one: Judgement) -> dict[Key, str]:
    """The key evidence of two events that are no longer one, each with the id that its event had."""
    known = set(connection.scalars(given(), {"names": list(one.events)}))
    evidence = [each for each, _ in told(connection, {spot.digest for spot in one.spots})]
    pairs = [(locate(spot, evidence), name) for spot, name in zip(one.spots, one.events, strict=True)]
    return {key: name for key, name in pairs if key and name in known}


def _add(connection: Connection, one: Judgement, arrival: Arrival) -> None:
    """Store what was added by hand as a mention in a text of its own, which no list of articles shows."""
    article, source = _sheet(one)
    row = article_row(article, source) | {"digest": one.digest, "is_current": 0, "warnings": packed([])}
    number = (connection.scalar(highest(articles.c.article_id)) or 0) + 1
    put(connection, articles, [row | {"article_id": number}])
    beside = Arrival(sources={one.digest: source})
    insert_mentions(connection, number, Reading(mentions=(one.told,)), beside)
    arrival.fresh |= beside.fresh
    arrival.blocks |= beside.blocks
    arrival.sources |= beside.sources


def _sheet(one: Judgement) -> tuple[Article, Source]:
    about = {name: one.fields[name] for name in ("title", "url") if one.fields.get(name)}
    publisher = one.fields.get("publisher") or one.author
    article = Article(id=one.told.article, text=one.told.quote, publisher=publisher, **about)
    return article, replace(source_of(article), digest=one.digest, speaks_for=one.told.imposer)


def _tie(connection: Connection, new: Iterable[Judgement]) -> None:
    for one in new:
        if one.kind in TIES:
            tie_one(connection, one)


def _touched(connection: Connection, changed: Sequence[Judgement]) -> set[str]:
    """The events that these judgements speak of, by their evidence and by their ids."""
    wanted = {(spot.digest, spot.imposer) for one in changed for spot in one.spots}
    rows = told(connection, {digest for digest, _ in wanted})
    found = {row["event_id"] for each, row in rows if (each.digest, each.imposer) in wanted}
    found |= {resolve_id(connection, name) for one in changed for name in one.events}
    return {name for name in found if name}


def ground_of(engine: Engine) -> tuple[Book, Ground]:
    """The judgements that the store goes by, and what they stand on."""
    with reading(engine) as connection:
        book = book_of(connection)
        digests = {spot.digest for one in book.in_force for spot in one.spots} | {one.digest for one in book.in_force if one.kind == "add"}
        rows = told(connection, digests)
        names = {name: resolve_id(connection, name) for one in book.in_force for name in one.events}
        owners = {each.key: row["event_id"] for each, row in rows if row["event_id"]}
        ids = tuple(sorted({*owners.values(), *(name for name in names.values() if name)}))
        events: Any = select_events(connection, Selection(ids=ids), deep=False) if ids else []
    return book, Ground([each for each, _ in rows], owners, names, {event.event_id: event for event in events})
