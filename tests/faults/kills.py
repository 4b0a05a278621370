"""``kill -9`` at random moments: the store opens, is whole, holds all that was reported, and the same work again ends as if undisturbed."""

from __future__ import annotations

import json
import logging
import lzma
import os
import random
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from timeline.query import Timeline

ROOT = Path(__file__).parent.parent.parent
CORPUS = sorted((ROOT / "data" / "articles").glob("2022-0[3-5]*.txt"))  # a dozen, so that a hundred trials take minutes
OLD = ROOT / "tests" / "timeline" / "stores" / "0001.db.xz"
DAY = date(2024, 5, 1)
EDITS = 8


@dataclass(frozen=True)
class Work:
    """A piece of work on the store in a folder: what has to be there before, the work itself, and what of it was reported as done."""

    name: str
    prepare: Callable[[Path], None]
    run: Callable[[Path], None]
    kept: Callable[[Path], set[str]]


@dataclass
class Tally:
    """How often a work was killed, how often it ended before the kill came, how much was reported as done, and what went wrong."""

    killed: int = 0
    finished: int = 0
    reported: int = 0
    wrong: list[str] = field(default_factory=list)


def store_in(folder: Path) -> Path:
    """Where a work keeps its store."""
    return folder / "timeline.db"


def _empty(folder: Path) -> None:
    Timeline.open(store_in(folder)).close()


def _filled(folder: Path) -> None:
    with Timeline.open(store_in(folder)) as timeline:
        timeline.append(CORPUS)


def _old(folder: Path) -> None:
    store_in(folder).write_bytes(lzma.decompress(OLD.read_bytes()))


def _append(folder: Path) -> None:
    with Timeline.open(store_in(folder)) as timeline:
        timeline.append(CORPUS)


def _reparse(folder: Path) -> None:
    with Timeline.open(store_in(folder)) as timeline:
        timeline.reparse()


def _migrate(folder: Path) -> None:
    Timeline.open(store_in(folder)).close()


def _review(folder: Path) -> None:
    with Timeline.open(store_in(folder)) as timeline:
        desk = timeline.desk("A. Analyst", DAY)
        for number, event in enumerate(timeline.event_list()[:EDITS]):
            desk.edit(event.event_id, "authority", f"Order {number}", "as the order says")


def _back_up(folder: Path) -> None:
    with Timeline.open(store_in(folder)) as timeline, suppress(FileExistsError):
        if not (folder / "kept.backup").exists():
            timeline.backup(folder / "kept.backup")
    with Timeline.open(folder / "kept.backup") as copy:
        if copy.check():
            raise RuntimeError("the backup is not whole")


def _articles(folder: Path) -> set[str]:
    with Timeline.open(store_in(folder)) as timeline:
        return {one.digest for one in timeline.articles()}


def _judgements(folder: Path) -> set[str]:
    path = Path(f"{store_in(folder)}.judgements.jsonl")
    with Timeline.open(store_in(folder)) as timeline:
        laid = {one.id for event in timeline.event_list() for one in event.judged}
    return laid & {json.loads(line)["id"] for line in path.read_text("utf-8").splitlines()} if path.exists() else set()


WORKS = (
    Work("append", _empty, _append, _articles),
    Work("reparse", _filled, _reparse, _articles),
    Work("migrate", _old, _migrate, _articles),
    Work("review", _filled, _review, _judgements),
    Work("backup", _filled, _back_up, _articles),
)


def told(folder: Path) -> str:
    """All that a store says: events with their evidence and ids, articles, skipped passages."""
    with Timeline.open(store_in(folder)) as timeline:
        parts = [[event.as_json() for event in timeline.event_list()]]
        parts += [[one.model_dump(mode="json") for one in found] for found in (timeline.articles(), timeline.skipped())]
    return json.dumps(parts, ensure_ascii=False)


def torment(work: Work, folder: Path, times: int, chance: random.Random) -> Tally:
    """Kill a work so many times, each on a store of its own under ``folder``, and look at what is left."""
    (folder / "prepared").mkdir()
    work.prepare(folder / "prepared")
    tally, wanted, seconds = Tally(), *_undisturbed(work, folder)
    for number in range(times):
        place = Path(shutil.copytree(folder / "prepared", folder / str(number)))
        moment = chance.uniform(0, seconds)
        is_killed = _kill(work, place, moment)
        tally.killed += is_killed
        tally.finished += not is_killed
        for fault in _look(work, place, wanted, tally):
            tally.wrong.append(f"{work.name} killed after {moment:.4f} s: {fault}")
        shutil.rmtree(place)
    return tally


def _undisturbed(work: Work, folder: Path) -> tuple[str, float]:
    """What the work leads to, and how long it takes the second time, when all that is loaded once is loaded."""
    for name in ("first", "second"):
        place = Path(shutil.copytree(folder / "prepared", folder / name))
        start = time.perf_counter()
        work.run(place)
        seconds = time.perf_counter() - start
    return told(place), seconds


def _kill(work: Work, place: Path, moment: float) -> bool:
    """Do the work in a process of its own, kill it after so many seconds, and say whether it was still at it."""
    child = os.fork()
    if not child:
        _report_to(place / "reported")
        with suppress(BaseException):
            work.run(place)
            os._exit(0)
        os._exit(1)
    time.sleep(moment)
    with suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status)


class _Reported(logging.Handler):
    """Writes what is reported as done, one name a line, past every buffer of the process that will be killed."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o666)

    def emit(self, record: logging.LogRecord) -> None:
        about = getattr(record, "about", {})
        if name := about.get("digest") or about.get("judgement"):
            os.write(self.descriptor, f"{name}\n".encode())


def _report_to(path: Path) -> None:
    logger = logging.getLogger("timeline")
    logger.handlers, logger.propagate = [_Reported(path)], False
    logger.setLevel(logging.INFO)


def _look(work: Work, place: Path, wanted: str, tally: Tally) -> list[str]:
    """What is wrong after a kill, in words."""
    path = place / "reported"
    reported = set(path.read_text().split()) if path.exists() else set()
    tally.reported += len(reported)
    with Timeline.open(store_in(place)) as timeline:
        wrong = [f"{one.place} {one.fault}" for one in timeline.check()]
    if lost := reported - work.kept(place):
        wrong.append(f"reported as done and lost: {sorted(lost)}")
    work.run(place)
    if told(place) != wanted:
        wrong.append("the same work once more ends in another state than undisturbed")
    return wrong
