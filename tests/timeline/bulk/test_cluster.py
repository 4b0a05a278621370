"""Bulk on dask's workers: the same bytes as here, also when a worker dies in mid-run or an article kills whoever reads it."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from spoilers import hostile

from parsers import Article
from timeline.bulk import Plan, bulk


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two workers on this machine, each in a process of its own."""
    from distributed import LocalCluster

    where = {"host": "127.0.0.1", "dashboard_address": None}
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, **where) as found:
        yield found


def test_a_worker_that_is_killed_in_mid_run_loses_nothing_and_doubles_nothing(
    many: list[Article], cluster: Any, tmp_path: Path, content: Callable[[Path], dict[str, bytes]]
) -> None:
    killed: list[int] = []

    def kill(step: str, *_: Any) -> None:
        if step == "reading" and not killed:
            killed.append(next(iter(cluster.workers.values())).process.pid)
            subprocess.run(["kill", "-9", str(killed[0])], check=True)

    stories = [one.model_copy(update={"id": f"{one.id}-{n}", "text": f"{one.text} {n}."}) for n in range(3) for one in many]
    result = bulk(stories, tmp_path / "cluster", Plan(scheduler=cluster.scheduler_address), kill)
    assert killed
    assert (result.added, result.failures) == (330, [])
    bulk(stories, tmp_path / "here", Plan(processes=2))
    assert content(tmp_path / "cluster") == content(tmp_path / "here")


def test_an_article_that_kills_every_worker_costs_itself_alone(many: list[Article], cluster: Any, tmp_path: Path) -> None:
    result = bulk([*many[:20], hostile("deadly"), *many[20:60]], tmp_path / "x.db", Plan(scheduler=cluster.scheduler_address))
    assert [name for name, _ in result.failures] == ["deadly"]
    assert "broke the worker that read it" in result.failures[0][1]
    assert result.added == 60
