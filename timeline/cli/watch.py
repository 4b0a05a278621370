"""``timeline watch``: what is new in feeds goes into the timeline."""

from __future__ import annotations

import time
from typing import Annotated

import typer

from timeline.cli.append import code, told, total
from timeline.cli.opening import opened
from timeline.cli.options import STORE, Store, Web
from timeline.cli.output import complain, note
from timeline.cli.progress import follow

Feeds = Annotated[
    list[str],
    typer.Argument(metavar="FEED", help="Addresses or files of feeds (RSS, Atom), or of lists of feeds (OPML).", show_default=False),
]
Once = Annotated[bool, typer.Option("--once", help="Look once and end, as for cron.")]
Every = Annotated[int, typer.Option("--every", metavar="MINUTES", min=1, help="How long to wait before the next look.")]


def watch(feeds: Feeds, web: Web, store: Store = STORE, once: Once = False, every: Every = 30) -> None:
    """Read what is new in feeds into the timeline, again and again.

    Each entry that is not known yet is read from the page that it links to; where that cannot be had, what the feed gives is kept and said
    to be no more than that. Sites are asked as their robots.txt wishes. Ctrl-C ends it; what was read is kept.
    """
    ended = _look(feeds, web, store)
    while not once:
        time.sleep(60 * every)
        ended = _look(feeds, web, store)
    raise typer.Exit(ended)


def _look(feeds: list[str], web: Web, store: str) -> int:
    from parsers.readers.watching import new_articles

    with opened(store) as timeline:
        result = timeline.append(follow(new_articles(feeds, web.manners(), timeline.knows), "Reading feeds"))
        for line in (*told(result), total(store, timeline.summary())):
            note(line)
    for name, error in result.failures:
        complain(f"{name}: {error}")
    return code(result)
