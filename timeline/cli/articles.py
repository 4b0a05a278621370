"""``timeline articles``: what the timeline was read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.cli.opening import existing
from timeline.cli.options import STORE, Rows, Store
from timeline.cli.output import write_rows

if TYPE_CHECKING:
    from parsers import Article

COLUMNS = ("id", "published", "published_from", "language", "publisher", "url", "title", "notes")


def articles(store: Store = STORE, form: Rows = "table") -> None:
    """List the articles with their description and where their date came from.

    json and jsonl hold the text as well, so that `timeline articles --format jsonl | timeline extract -` reads them again.
    """
    with existing(store) as timeline:
        found = timeline.articles()
    write_rows([_row(article, whole=form.startswith("json")) for article in found], form)


def _row(article: Article, *, whole: bool) -> dict[str, Any]:
    row = article.model_dump(mode="json")
    return row if whole else {name: row[name] for name in COLUMNS}
