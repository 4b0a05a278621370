"""Fuzzing: ``python -m tests.fuzz [TARGET...] [--seconds N]`` feeds each target texts until one breaks it or the time is up.

With atheris (``pip install atheris``) the texts are led by the lines of code that they reach; without it hypothesis makes them up. What
breaks a target ends the run with the text that did it: make it an example of a test.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, WORDS

BATCH = 200
TEXTS = st.one_of(st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=50).map(" ".join), st.text(max_size=300))


def made_up(target: Callable[[str], None], seconds: float) -> None:
    """Texts of hypothesis, in batches until the time is up; at least one batch."""
    checked = settings(max_examples=BATCH, deadline=None, database=None, suppress_health_check=list(HealthCheck))(given(TEXTS)(target))
    until = time.monotonic() + seconds
    checked()
    while time.monotonic() < until:
        checked()


def led(name: str, seconds: int) -> None:
    """Texts of atheris, in a process of its own since it never returns; raises CalledProcessError where a text broke the target."""
    with tempfile.TemporaryDirectory() as folder:
        seeds = Path(folder, "seeds")
        seeds.mkdir()
        for number, word in enumerate(WORDS):
            (seeds / str(number)).write_text(f"{word} {WORDS[number * 7 % len(WORDS)]}", encoding="utf-8", errors="replace")
        words = Path(folder, "words")
        words.write_text("".join(f'"{_escaped(word)}"\n' for word in WORDS), encoding="ascii")
        options = [f"-max_total_time={seconds}", f"-dict={words}", "-max_len=600", "-timeout=20", f"-artifact_prefix={os.getcwd()}/"]
        subprocess.run([sys.executable, "-m", "tests.fuzz.coverage_guided", name, *options, str(seeds)], check=True)


def _escaped(word: str) -> str:
    return "".join(f"\\x{byte:02x}" for byte in word.encode("utf-8", "replace"))


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=60, help="how long each target is fed (60)")
    chosen = parser.parse_args(arguments)
    if unknown := [name for name in chosen.targets if name not in TARGETS]:
        parser.error(f"no target {unknown[0]!r}; known: {', '.join(TARGETS)}")
    by_coverage = find_spec("atheris") is not None
    for name in chosen.targets or TARGETS:
        print(f"{name}: {chosen.seconds} s of {'atheris' if by_coverage else 'hypothesis (atheris is not installed)'}", flush=True)
        if by_coverage:
            led(name, chosen.seconds)
        else:
            made_up(TARGETS[name], chosen.seconds)
        print(f"{name}: nothing broke it", flush=True)


if __name__ == "__main__":
    main()
