"""What an article costs to append, by how much the timeline holds: ``python tests/benchmarks/append_bench.py --events 100000``.

The crowd of ``crowd.py`` is told article by article without the parser, all mentions of an article (six, by as many imposers) or, with
``--single``, one; every step prints the median and the 95th percentile of the last articles, in processor time. The store is a file, as
users have it. Nothing is asserted: a machine is no specification.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from parsers.article import Article
from parsers.mention import Mention, Reading
from timeline import Timeline
from timeline.event import Event, Evidence
from timeline.store.runs import Run
from timeline.store.writing import add_article

sys.path.insert(0, str(Path(__file__).parent))
from crowd import crowd

LAST = 300  # articles that a step is measured over


def stories(size: int, *, single: bool = False) -> Iterator[tuple[Article, Reading]]:
    """The articles of a crowd of ``size`` events, each with the mentions that stand in it; ``single``: one article a mention."""
    events, articles = crowd(size)
    told: dict[str, dict[tuple[int, int], Mention]] = defaultdict(dict)
    for event in events:
        for one in event.mentions:
            told[one.digest].setdefault((one.start, one.end), mention(event, one))
    for article in articles:
        mentions = tuple(told[article.digest].values())
        if not single:
            yield article, Reading(mentions=mentions)
        for number, one in enumerate(mentions if single else ()):
            part = article.model_copy(update={"id": f"{article.id}-{number}", "url": None, "text": f"{article.text} {number}"})
            yield Article(**part.model_dump(exclude={"digest"})), Reading(mentions=(one,))


def mention(event: Event, one: Evidence) -> Mention:
    """What the event's evidence says, with the event's sides and days where the evidence gave some."""
    values = {name: getattr(one, name) for name in Mention.model_fields}
    dates = {name: getattr(event, name) if getattr(one, name) else None for name in ("announced", "effective")}
    bounds = {"earliest": None, "latest": one.published}
    return Mention(**values | {"imposer": event.imposer, "targets": event.targets} | dates | bounds)


def main() -> None:
    """Append and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--step", type=int, default=10_000, help="print after this many events")
    parser.add_argument("--single", action="store_true", help="one mention an article")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, Timeline.open(Path(folder) / "bench.db") as timeline:
        run, costs, due = Run(), list[float](), asked.step
        for article, reading in stories(asked.events, single=asked.single):
            began = time.process_time()
            add_article(timeline._engine, article, reading, run)
            costs.append((time.process_time() - began) * 1000)
            if len(costs) % 100 == 0 and (held := timeline.summary()["events"]) >= due:
                due = held + asked.step
                report(held, costs[-LAST:])
        report(timeline.summary()["events"], costs[-LAST:])


def report(held: int, costs: list[float]) -> None:
    """One line on what the last articles cost, in milliseconds."""
    print(f"{held:7d} events stored: median {median(costs):6.1f} ms, 95 % within {quantiles(costs, n=20)[-1]:6.1f} ms", flush=True)


if __name__ == "__main__":
    main()
