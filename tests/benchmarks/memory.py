"""Whether memory stays flat over many articles: ``python -m tests.benchmarks.memory 1000 20000`` prints the peak after each count."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

from parsers import analyse
from tests.benchmarks.articles import article

ROOT = Path(__file__).parents[2]


def peaks(*counts: int) -> list[float]:
    """The peak of resident memory, in MB, after so many articles, each count on top of the one before; in a process of its own."""
    command = [sys.executable, "-m", "tests.benchmarks.memory", *map(str, counts)]
    out = subprocess.run(command, check=True, capture_output=True, text=True, cwd=ROOT).stdout
    return [float(line) for line in out.split()]


def main(counts: list[int]) -> None:
    read = 0
    for count in counts:
        while read < count:
            analyse(article(read))
            read += 1
        print(peak())


def peak() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main([int(count) for count in sys.argv[1:]])
