"""How long commands take from start to end, beside an interpreter that does nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]


def seconds(rounds: int) -> dict[str, float]:
    """The best of several starts of each command, in seconds of the wall clock."""
    with tempfile.TemporaryDirectory() as folder:
        store = str(Path(folder) / "timeline.db")
        run("-m", "timeline", "append", "data/articles", "--store", store)
        commands = {
            "python -c pass": ("-c", "pass"),
            "timeline --help": ("-m", "timeline", "--help"),
            "timeline events": ("-m", "timeline", "events", "--store", store),
        }
        return {name: min(run(*command) for _ in range(rounds)) for name, command in commands.items()}


def run(*arguments: str) -> float:
    # Python keeps what it compiled, as it does for everybody, unless the environment forbids it; the first start fills that store.
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, capture_output=True, cwd=ROOT, env=environment)
    return time.perf_counter() - began
