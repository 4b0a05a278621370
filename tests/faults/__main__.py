"""``python -m tests.faults --times 500``: the long form. Prints one line a work, and every fault; exit code 1 where there is one."""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from pathlib import Path

from tests.faults.kills import WORKS, torment


def main() -> int:
    """Kill each work in turn, so many times in all."""
    parser = argparse.ArgumentParser(prog="python -m tests.faults", description="kill -9 at random moments, and what is left.")
    parser.add_argument("--times", type=int, default=500, help="kills in all (500)")
    parser.add_argument("--seed", type=int, default=1, help="which moments are drawn (1)")
    given = parser.parse_args()
    chance, wrong = random.Random(given.seed), 0  # noqa: S311 - moments, not secrets
    for work in WORKS:
        with tempfile.TemporaryDirectory() as folder:
            tally = torment(work, Path(folder), given.times // len(WORKS), chance)
        ended = f"killed {tally.killed}, done before the kill {tally.finished}, reported {tally.reported}"
        print(f"{work.name}: {ended}, wrong {len(tally.wrong)}", flush=True)
        for line in tally.wrong:
            print(f"  {line}", flush=True)
        wrong += len(tally.wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
