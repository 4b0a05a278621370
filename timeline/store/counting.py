"""What came in and what came of it, counted: by reader, language, rule, reason and failure."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from typing import NamedTuple

from sqlalchemy import Column, Connection, Engine, Table, delete, func, insert, select
from sqlalchemy.exc import DBAPIError

from timeline.store.reading import CHUNK
from timeline.store.tables import articles, failures, mentions, skipped

UNKNOWN = "not known"


class Tally(NamedTuple):
    """How often something came: ``what`` is counted (reader, language, ...), under which ``name``, ``number`` times."""

    what: str
    name: str
    number: int


def keep_failures(engine: Engine, failed: Sequence[tuple[str, str]]) -> None:
    """Note the inputs that failed, by name; the last error of each stays. A store that cannot be written keeps no note: whoever called
    is told of the failures all the same."""
    latest = dict(failed)
    if latest:
        with suppress(DBAPIError), engine.begin() as connection:
            connection.execute(delete(failures).where(failures.c.name.in_(latest)))
            connection.execute(insert(failures), [{"name": name, "error": error} for name, error in sorted(latest.items())])


def tallies(connection: Connection) -> list[Tally]:
    """All counts, the most frequent first within each."""
    counted = {
        "reader": _by(connection, articles, articles.c.reader),
        "language": _by(connection, articles, articles.c.language),
        "published from": _by(connection, articles, articles.c.published_from),
        "instrument": _by(connection, mentions, mentions.c.instrument),
        "rule": _rules(connection),
        "skipped by": _by(connection, skipped, skipped.c.rule),
        "warning": _warnings(connection),
        "failure": _by(connection, failures, failures.c.error),
    }
    return [Tally(what, name, number) for what, names in counted.items() for name, number in _ordered(names)]


def _ordered(names: Counter[str]) -> list[tuple[str, int]]:
    return sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))


def _by(connection: Connection, table: Table, column: Column[str]) -> Counter[str]:
    query = select(column, func.count()).select_from(table).group_by(column)
    if table is articles:
        query = query.where(articles.c.is_current == 1)
    return Counter({str(name or UNKNOWN): int(number) for name, number in connection.execute(query)})


def _rules(connection: Connection) -> Counter[str]:
    """How many mentions each rule had a part in."""
    rows = connection.execute(select(mentions.c.reasons).execution_options(yield_per=CHUNK))
    return Counter(rule for (text,) in rows for rule in {reason["rule"] for reason in json.loads(text)})


def _warnings(connection: Connection) -> Counter[str]:
    rows = connection.execute(select(articles.c.warnings).where(articles.c.is_current == 1).execution_options(yield_per=CHUNK))
    return Counter(warning for (text,) in rows for warning in json.loads(text))
