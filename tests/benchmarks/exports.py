"""How the exports grow with the table: seconds of the processor for a thousand events, beside pandas' ``to_csv`` of the same table.

``python -m tests.benchmarks.exports 10000 100000`` measures them at other sizes than ``make bench`` does.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

RIVAL = "pandas to_csv"


class Cost(NamedTuple):
    """What a format takes at each number of events: seconds of the processor for a thousand of them."""

    name: str
    seconds: tuple[float, ...]

    @property
    def growth(self) -> float:
        """A thousand events of the largest table beside a thousand of the smallest: 1 where an export grows as its table does."""
        return self.seconds[-1] / self.seconds[0]


def costs(*counts: int) -> Iterator[Cost]:
    """The rival first, then every format, on the same events."""
    sys.path.insert(0, str(Path(__file__).parent))
    from crowd import crowd

    from timeline.exports import EXPORTERS, export
    from timeline.frame import to_frame

    events, articles = crowd(max(counts))
    to_frame(events[:10]).to_csv()  # imports what it needs
    yield Cost(RIVAL, tuple(cost(count, lambda some: to_frame(some).to_csv(), events) for count in counts))
    for name in (exporter.name for exporter in EXPORTERS):
        export(name, events[:10], articles)
        yield Cost(name, tuple(cost(count, lambda some, name=name: export(name, some, articles), events) for count in counts))


def cost(count: int, call: Callable[[list[Any]], object], events: list[Any]) -> float:
    """Seconds of the processor for a thousand of ``count`` events."""
    start = time.process_time()
    call(events[:count])
    return (time.process_time() - start) / count * 1000


if __name__ == "__main__":
    for line in costs(*map(int, sys.argv[1:])):
        print(f"{line.name:16}" + "".join(f"{value:9.3f} s/1,000" for value in line.seconds) + f"   growth {line.growth:.2f}", flush=True)
