"""Bulk: two processes beside one, and what ten times as many articles cost in processor time and in memory.

Articles are short (about 110 characters, one act each, ``short``), so that storing and merging weigh as much as they can; the two processes
are compared on the articles of ``articles.py``.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from parsers import Article
from tests.benchmarks.articles import articles
from tests.benchmarks.memory import peak
from timeline.bulk import Plan, bulk
from timeline.bulk.chunks import chunks
from timeline.bulk.workers import read_all, workers

ROOT = Path(__file__).parents[2]
COUNTRIES = "Japan Canada Norway Switzerland Australia Ukraine Poland Lithuania Latvia Estonia Germany France Italy Spain Sweden".split()
ACTS = ("froze the assets of {}", "banned imports of coal by {}", "expelled diplomats named by {}", "closed its airspace to {}")
TARGETS = "Russia Belarus Iran Syria Venezuela Myanmar China Cuba".split()
MONTHS = "January February March April May June July August September October November December".split()


def short(count: int) -> Iterator[Article]:
    """``count`` short articles, each with an act of its own; number ``n`` is the same whatever the count."""
    for number in range(count):
        country, target = COUNTRIES[number % 15], TARGETS[number // 15 % 8]
        day = f"{number // 13 % 28 + 1} {MONTHS[number // 7 % 12]} {2000 + number // 11 % 24}"
        text = f"{country} {ACTS[number % 4].format(f'{target} ({number})')} on {day}. {target} said that this was number {number}."
        yield Article(id=f"short-{number}", text=text, language="en")


def rates(count: int) -> list[float]:
    """Articles a second, by the clock, that one process and then two read; the processes are up before the clock starts."""
    found = []
    for processes in (1, 2):
        with workers(None, processes, 60) as team:
            list(read_all(team, chunks(short(50 * processes))))
            began = time.perf_counter()
            list(read_all(team, chunks(articles(count))))
            found.append(count / (time.perf_counter() - began))
    return found


def cost(count: int) -> tuple[float, float, int]:
    """Seconds of processor time, MB at the peak and events of a whole run over short articles, in a process of its own."""
    out = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.bulk", str(count)], check=True, capture_output=True, text=True, cwd=ROOT
    ).stdout.split()
    return float(out[0]), float(out[1]), int(out[2])


def main(count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        events = bulk(short(count), Path(folder) / "out", Plan(processes=1)).events
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    print(sum(each.ru_utime + each.ru_stime for each in used), peak(), events)


if __name__ == "__main__":
    main(int(sys.argv[1]))
