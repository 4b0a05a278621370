"""The judgements as the store knows them: a copy of their file, and what of it concerns the mentions at hand."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache

from sqlalchemy import Connection, RowMapping, delete

from timeline.event import Evidence
from timeline.merge import Item
from timeline.merge.identity import Key
from timeline.review.apply import Bench, locate
from timeline.review.book import Book
from timeline.review.judgement import Judgement
from timeline.review.ledger import parsed
from timeline.store.putting import put
from timeline.store.rows import evidence_of
from timeline.store.statements import leading_to, noted, told_in
from timeline.store.tables import mention_blocks

NOTED = "judgements"  # the key of the copy in the table of notes
TIES = ("merge", "split")  # what puts mentions of different blocks together


def copy_of_file(connection: Connection) -> str:
    """The text of the file as it was last brought in; empty where there never was one."""
    return connection.scalar(noted(), {"key": NOTED}) or ""


def book_of(connection: Connection) -> Book:
    """The judgements that the store goes by."""
    return read_book(copy_of_file(connection))


@lru_cache(maxsize=2)
def read_book(text: str) -> Book:
    """The judgements of a text that was checked when it came in."""
    return Book(parsed(text, "the store's copy of the judgements"))


def bench_for(connection: Connection, items: Collection[Item], owned: Mapping[Key, str]) -> Bench:
    """What people said of these mentions and of the events that they stand under."""
    book = book_of(connection)
    if not book.in_force:
        return Bench({})
    names = set(owned.values())
    rows = connection.execute(leading_to(), {"names": sorted(names)}) if names else ()
    leads = {row.event_id: row.leads_to for row in rows}
    concerned = book.concerning({item.evidence.digest for item in items}, names | set(leads))
    return Bench.seat(concerned, [item.evidence for item in items], owned, leads)


def tie(connection: Connection, digests: Iterable[str]) -> set[str]:
    """Put what people put together into a block of its own, so that it is grouped together whatever it says; returns the blocks."""
    known = sorted(digests)
    ties = [one for one in book_of(connection).concerning(known, ()) if one.kind in TIES]
    if not ties:
        return set()
    rows = told(connection, known)
    return {block for one in ties for block in _put_together(connection, one, rows)}


def tie_one(connection: Connection, one: Judgement) -> None:
    """The same for one judgement and all that it speaks of, whatever of it stood together already."""
    connection.execute(delete(mention_blocks).where(mention_blocks.c.block == block_of(one)))
    _put_together(connection, one, told(connection, {spot.digest for spot in one.spots}))


def _put_together(connection: Connection, one: Judgement, rows: Collection[tuple[Evidence, RowMapping]]) -> set[str]:
    numbers = sorted(_numbers(one, rows))
    if not numbers:
        return set()
    put(connection, mention_blocks, [{"block": block_of(one), "mention_id": number} for number in numbers])
    return {block_of(one)}


def block_of(one: Judgement) -> str:
    """The block of a judgement, in the form of all blocks: four words."""
    return f"judged {one.id} - -"


def told(connection: Connection, digests: Collection[str]) -> list[tuple[Evidence, RowMapping]]:
    """The mentions of some texts with their rows, which say under which event they stand."""
    if not digests:
        return []
    return [(evidence_of(row), row) for row in connection.execute(told_in(), {"digests": sorted(digests)}).mappings()]


def _numbers(one: Judgement, rows: Collection[tuple[Evidence, RowMapping]]) -> set[int]:
    evidence = [each for each, _ in rows]
    keys = {locate(spot, evidence) for spot in one.spots}
    return {row["mention_id"] for each, row in rows if each.key in keys}
