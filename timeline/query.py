"""The library in five calls: open a store, append articles, ask for the table, look at one event, write the report."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from parsers.article import Article
from parsers.errors import InputError, TrackerError
from parsers.mention import Reading, Skipped
from timeline.event import Event
from timeline.filters import Selection, asks_when, selection
from timeline.journal import note, warn
from timeline.keeping import Keeping
from timeline.questions import Questions
from timeline.review.ledger import Ledger, beside
from timeline.store.counting import keep_failures
from timeline.store.database import open_database, reading
from timeline.store.judging import bring_in
from timeline.store.reading import resolve_id, select_articles, select_events, select_skipped, totals
from timeline.store.runs import Run
from timeline.store.writing import Change, add_article, current_articles, is_known, is_told, reread, set_parser_version

if TYPE_CHECKING:
    import pandas as pd

    from parsers.readers import Failure
    from timeline.exports import Written
    from timeline.review.desk import Desk
    from timeline.review.status import Finding

Filter = str | Iterable[str] | float | None


@dataclass
class AppendResult:
    """What an append did. ``failures`` are (name, one-line error); dated and undated count the new events."""

    added: int = 0
    unchanged: int = 0
    corrected: int = 0
    mentions: int = 0
    events_new: int = 0
    events_updated: int = 0
    dated: int = 0
    undated: int = 0
    skipped: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)
    warnings: list[tuple[str, str]] = field(default_factory=list)

    @property
    def changed(self) -> bool:
        """Whether the store is another than before."""
        return bool(self.added or self.corrected)

    def take(self, change: Change, new: dict[str, bool]) -> None:
        """Count what one article did; ``new`` keeps the events that are new since the start, and whether they are dated."""
        setattr(self, change.kind, getattr(self, change.kind) + 1)
        self.mentions += len(change.reading.mentions)
        self.skipped += len(change.reading.skipped)
        outcome = change.outcome
        self.events_updated += len(set(outcome.updated) - set(new))
        new.update(outcome.new)
        new.update({name: is_dated for name, is_dated in outcome.updated.items() if name in new})
        for name in outcome.gone:
            new.pop(name, None)

    def count_new(self, new: dict[str, bool]) -> None:
        """Note how many events are new in the end."""
        self.events_new, self.dated = len(new), sum(new.values())
        self.undated = self.events_new - self.dated

    def __str__(self) -> str:
        failed = f"; {_count(len(self.failures), 'input')} failed" if self.failures else ""
        if not self.changed:
            return f"{_count(self.unchanged, 'article')} already in the store, nothing changed{failed}"
        parts = [f"{_count(self.added, 'article')} added", f"{self.unchanged} unchanged", f"{self.corrected} corrected"]
        events = f"{_count(self.events_new, 'new event')} ({self.dated} dated, {self.undated} undated), {self.events_updated} updated"
        return f"{', '.join(parts)}: {_count(self.mentions, 'mention')}, {events}, {_count(self.skipped, 'passage')} skipped{failed}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' * (number != 1)}"


class Timeline(Questions, Keeping):
    """A store of articles and the events that they tell. Open one with ``Timeline.open("timeline.db")``."""

    def __init__(self, engine: Any, name: str, ledger: Ledger | None = None) -> None:
        self._engine = engine
        self.name = name
        self._ledger = ledger

    @classmethod
    def open(cls, store: str | os.PathLike[str] = "timeline.db", judgements: str | os.PathLike[str] | None = None) -> Self:
        """The store at a path or SQLAlchemy URL, created if missing and brought up to date if older.

        What people judged is read from ``judgements``, for a store in a file from ``<store>.judgements.jsonl`` beside it, and laid over
        the events where it changed. Raises InputError, and leaves the file alone, where it belongs to another program or to a newer
        version, and for a judgement that cannot be read.
        """
        place = Path(judgements) if judgements else beside(os.fspath(store))
        timeline = cls(open_database(store), os.fspath(store), Ledger(place) if place else None)
        try:
            timeline._take_judgements()
        except BaseException:
            timeline.close()
            raise
        return timeline

    def _take_judgements(self) -> None:
        if self._ledger:
            bring_in(self._engine, self._ledger)

    def judged(self) -> list[Finding]:
        """How each judgement in force stands today: whether the machine's value, the evidence or the event moved beneath it."""
        from timeline.review.status import findings
        from timeline.store.judging import ground_of

        return findings(*ground_of(self._engine))

    def desk(self, author: str, day: date) -> Desk:
        """Where ``author`` judges events, on a ``day`` that the caller names: accept, reject, edit, merge, split, not_same, add, undo."""
        from timeline.review.desk import Desk

        return Desk(self._engine, self._ledger, author, day)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def append(self, source: Any, *, progress: Callable[[str], object] | None = None) -> AppendResult:
        """Read a file, folder, glob, URL, Article or an iterable of these into the store.

        Each article is one transaction. What cannot be read or stored is listed in ``failures`` and stops nothing else. ``progress`` is
        called with the name of each article when it is done.
        """
        result, new, run = AppendResult(), dict[str, bool](), Run("append")
        for item in _items(source):
            if isinstance(item, Article):
                self._append_one(item, result, new, run)
            else:
                _fail(result, item.name, str(item.error))
            if progress:
                progress(item.id if isinstance(item, Article) else item.name)
        result.count_new(new)
        keep_failures(self._engine, result.failures)
        return result

    def _append_one(self, article: Article, result: AppendResult, new: dict[str, bool], run: Run) -> None:
        try:
            change = self._add(article, run)
        except TrackerError as error:
            _fail(result, article.id, str(error).removeprefix(f"{article.id}: "))
            return
        _tell(article, change)
        noted = article.notes if change.kind != "unchanged" else ()
        result.warnings += [(article.id, warning) for warning in (*noted, *change.reading.warnings)]
        result.take(change, new)

    def _add(self, article: Article, run: Run) -> Change:
        return Change("unchanged") if is_known(self._engine, article) else add_article(self._engine, article, _analyse(article), run)

    def events(self, **filters: Filter) -> pd.DataFrame:
        """The table, one row an event; columns as ``timeline.frame.COLUMNS`` says.

        Filters: ``imposer``, ``target``, ``instrument``, ``scope``, ``status``, ``action`` (one code or several), ``since`` and ``until``
        (EDTF, such as ``"2022-02"``; an event is in when it can lie in the span), ``text``, ``min_confidence``, ``new_since`` (a number of
        ``runs``). ``in_force_on`` (a day) leaves what holds then, ``effective_within`` (``"30d"``) with ``today`` what takes effect or
        expires in the days to come; both add the columns ``certainty`` (yes or uncertain) and ``certainty_reason``. Raises InputError
        for an unknown filter, code or date.
        """
        from timeline.frame import to_frame

        answered = self._answered(selection(**filters), deep=False)
        frame = to_frame(event for event, _ in answered)
        answers = {event.event_id: answer for event, answer in answered if answer}
        if not asks_when(filters):
            return frame
        known = [answers[name] for name in frame["event_id"]]
        return frame.assign(certainty=[one.certainty for one in known], certainty_reason=[one.reason for one in known])

    def event_list(self, *, deep: bool = True, **filters: Filter) -> list[Event]:
        """The events in the order of the table, unless ``deep`` is False with their evidence, links and conflicts; filters as for
        ``events``."""
        from timeline.frame import date_order

        return sorted(self._select(filters, deep=deep), key=date_order)

    def event(self, event_id: str) -> Event:
        """One event by its id, or by an id that it took in. Raises InputError where there is none."""
        with reading(self._engine) as connection:
            name = resolve_id(connection, event_id)
            if name is None:
                raise InputError(f"no event {event_id!r} in {self.name}; `timeline events` lists the ids")
            return select_events(connection, Selection(ids=(name,)), deep=True)[0]

    def knows(self, address: str) -> bool:
        """Whether an article with this id or from this address is in the timeline."""
        return is_told(self._engine, address)

    def articles(self, *, all_versions: bool = False) -> list[Article]:
        """The articles in order of arrival; with ``all_versions`` also those that a corrected version replaced."""
        with reading(self._engine) as connection:
            return select_articles(connection, all_versions=all_versions)

    def skipped(self) -> list[Skipped]:
        """Passages that speak of sanctions and gave no event, each with the reason."""
        with reading(self._engine) as connection:
            return select_skipped(connection)

    def summary(self) -> dict[str, int]:
        """How many articles, mentions, events, of these dated and undated, and skipped passages there are."""
        with reading(self._engine) as connection:
            return totals(connection)

    def reparse(self, *, progress: Callable[[str], object] | None = None) -> AppendResult:
        """Read all stored articles again with the parser of today; events that did not change keep their ids."""
        result, new, run = AppendResult(), dict[str, bool](), Run("reparse")
        for number, article in current_articles(self._engine):
            change = reread(self._engine, number, article, _analyse(article), run)
            _tell(article, change)
            result.take(change, new)
            if progress:
                progress(article.id)
        result.count_new(new)
        set_parser_version(self._engine)
        return result

    def report(self, path: str | os.PathLike[str], **options: Any) -> None:
        """Write the report on the events that the filters leave to one self-contained HTML page.

        Options: filters as for ``events``, and ``title``, ``figures``, ``plotlyjs`` as for ``timeline.report.write_report``.
        """
        from timeline.report import write_report
        from timeline.report.content import Look

        look = {name: options.pop(name) for name in Look.__annotations__ if name in options}
        write_report(self.event_list(**options), self.articles(), Path(path), **look)

    def _repr_html_(self) -> str:
        from timeline.notebook import timeline_html

        return timeline_html(self.name, self.event_list())

    def export(self, form: str, path: str | os.PathLike[str] | None = None, **filters: Filter) -> Written:
        """The events that the filters leave in a format of ``timeline.exports.EXPORTERS``, written to ``path`` (folders are made) if given.

        Returns the bytes, with how many events they hold and how many were left out for which reason. Raises InputError for an unknown
        format, and where its optional library is missing.
        """
        from timeline.exports import export, named

        articles = self.articles() if named(form).texts else ()
        answers = self.answers(**filters) if asks_when(filters) else None
        written = export(form, self.event_list(deep=True, **filters), articles, filters, answers)
        if path is not None:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            Path(path).write_bytes(written.data)
        return written


def _fail(result: AppendResult, name: str, error: str) -> None:
    result.failures.append((name, error))
    warn("input failed", input=name, error=error)


def _tell(article: Article, change: Change) -> None:
    """Note what became of an article, after its transaction: what is told is in the store."""
    outcome = change.outcome
    events = {"events_new": len(outcome.new), "events_updated": len(outcome.updated)}
    note("article read", article=article.id, digest=article.digest, kind=change.kind, mentions=len(change.reading.mentions), **events)


def _items(source: Any) -> Iterator[Article | Failure]:
    from parsers.readers import read_all

    return read_all(source)


def _analyse(article: Article) -> Reading:
    from parsers import analyse

    return analyse(article)
