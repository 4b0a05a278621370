"""The benchmarks: ``python -m tests.benchmarks`` runs all, ``--short`` in a small form, ``--pin`` writes the scores of now down.

Prints figures and asserts none: what a time means depends on the machine. Names after the command choose among them: scores, speed,
pages, memory, growth, startup, exports, bulk, asking.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator

from tests.benchmarks import asking, bulk, calibration, exports, growth, memory, pages, pinned, speed, startup
from tests.benchmarks.score import joined, results


def scores(short: bool) -> Iterator[str]:
    """Detection, strict and date figures of both halves, gains and losses against the pinned run, and how far confidence can be trusted."""
    del short
    now, before = pinned.scores(), pinned.pinned()
    yield f"{'':16}{'all':>8}{'pinned':>8}{'half A':>8}{'half B':>8}{'A - B':>8}"
    for name, value in now["figures"]["all"].items():
        a, b = now["figures"]["A"][name], now["figures"]["B"][name]
        yield f"{name:16}{value:8.3f}{before['figures']['all'][name]:8.3f}{a:8.3f}{b:8.3f}{a - b:+8.3f}"
    if now["gold"] != before["gold"]:
        yield "the annotated documents changed since the scores were pinned: what follows compares different things"
    yield from pinned.changes(now, before)
    bins = calibration.table(calibration.judged(joined(results().values())))
    yield "confidence  mentions  given  right"
    yield from (f"{each.low:.1f} - {each.low + 0.1:.1f}{each.count:11}{each.given:7.2f}{each.right:7.2f}" for each in bins)
    yield f"expected calibration error {calibration.expected_error(bins):.3f}"


def rates(short: bool) -> Iterator[str]:
    """Articles a second, ours and others', on the same articles."""
    found = speed.rates(*(20, 1, 1) if short else (300, 12, 5))
    ours = found[0].per_second
    for rate in found:
        yield f"{rate.name:42}{rate.per_second:10.1f} articles/s{rate.megabytes:8.2f} MB/s   we are at {ours / rate.per_second:.2f} of it"
    if len(found) == 4:
        yield "spaCy is not installed and was left out; `pip install spacy` brings it into the comparison"


def page_rates(short: bool) -> Iterator[str]:
    """Web pages a second, beside the extractor that reads them."""
    found = pages.rates(*(3, 1) if short else (100, 3))
    for rate in found:
        yield f"{rate.name:42}{rate.per_second:10.1f} pages/s   we are at {found[0].per_second / rate.per_second:.2f} of it"
    yield f"{'as files, in a process of its own, by the clock':48}{pages.through_the_door(3 if short else 100):4.1f} pages/s"


def memory_used(short: bool) -> Iterator[str]:
    """Peak memory after few and after many articles."""
    counts = (20, 100) if short else (1_000, 20_000)
    low, high = memory.peaks(*counts)
    yield f"{counts[0]:,} articles {low:.1f} MB, {counts[1]:,} articles {high:.1f} MB, growth {high - low:.1f} MB"


def grown(short: bool) -> Iterator[str]:
    """What twice as much of a hostile text costs, those first that grow most; 2 is linear."""
    found = sorted(growth.growth(*(1_000, 1) if short else (20_000, 3)), key=lambda one: -one.ratio)
    for one in found[: 5 if short else 15]:
        yield f"{one.piece!r:50}{one.once:8.3f} s{one.twice:8.3f} s   growth {one.ratio:5.2f}"


def starts(short: bool) -> Iterator[str]:
    """Seconds from start to end of a command."""
    yield from (f"{name:20}{seconds:6.2f} s" for name, seconds in startup.seconds(1 if short else 5).items())


def exported(short: bool) -> Iterator[str]:
    """Seconds for a thousand events in each format, in a small and in a large table; where the growth is 1, size costs nothing extra."""
    counts = (40, 160) if short else (1_000, 10_000)
    found = list(exports.costs(*counts))
    for one in found:
        beside = one.seconds[-1] / found[0].seconds[-1]
        cost = f"{one.seconds[0]:9.3f}{one.seconds[-1]:9.3f} s/1,000"
        yield f"{one.name:16}{cost}   growth {one.growth:5.2f}   {beside:6.1f} of {exports.RIVAL}"


def in_bulk(short: bool) -> Iterator[str]:
    """Two reading processes beside one, by the clock; a whole run over more and more short articles, in processor time and memory."""
    one, two = bulk.rates(50 if short else 2_000)
    yield f"one process {one:.1f} articles/s, two {two:.1f}: {two / one:.2f} of the ideal 2.00"
    counts = (20, 40) if short else (1_000, 10_000)
    costs = [(count, *bulk.cost(count)) for count in counts]
    for count, seconds, megabytes, events in costs:
        growth = seconds / count / (costs[0][1] / costs[0][0])
        told = f"{seconds:9.1f} s of the processor, {1000 * seconds / count:6.2f} ms an article, {growth:.2f} of the first"
        yield f"{count:9,} articles, {events:9,} events {told}, peak {megabytes:.0f} MB"


def asked(short: bool) -> Iterator[str]:
    """``events()`` by imposer, instrument and period, beside DuckDB over the same table in Parquet, both to a DataFrame."""
    for size in (500,) if short else (10_000, 100_000):
        rows, ours, theirs = asking.times(size, 2 if short else 7)
        yield f"{size:9,} events: {rows:,} rows in {ours:.1f} ms, DuckDB in {theirs:.1f} ms: {theirs / ours:.2f} of our time"


BENCHMARKS: dict[str, Callable[[bool], Iterator[str]]] = {
    "scores": scores,
    "speed": rates,
    "pages": page_rates,
    "memory": memory_used,
    "growth": grown,
    "startup": starts,
    "exports": exported,
    "bulk": in_bulk,
    "asking": asked,
}


def main(arguments: list[str] | None = None) -> None:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=", ".join(BENCHMARKS))
    parser.add_argument("--short", action="store_true", help="a small form that shows that each of them runs")
    parser.add_argument("--pin", action="store_true", help="write the scores of now to scores.json")
    chosen = parser.parse_args(arguments)
    if unknown := [name for name in chosen.names if name not in BENCHMARKS]:
        parser.error(f"no benchmark {unknown[0]!r}; known: {', '.join(BENCHMARKS)}")
    if chosen.pin:
        pinned.pin()
    for name in chosen.names or BENCHMARKS:
        print(f"\n{name}: {BENCHMARKS[name].__doc__}")
        for line in BENCHMARKS[name](chosen.short):
            print(line, flush=True)


if __name__ == "__main__":
    main()
