"""What one worker does with one chunk of articles, and the bytes in which it says what it found."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from parsers.article import Article
from parsers.errors import TrackerError
from parsers.mention import Reading


class Told(NamedTuple):
    """An article and what was read in it; ``failure`` says in one line why nothing could be."""

    article: Article
    reading: Reading
    failure: str = ""


def read_chunk(articles: Sequence[Article]) -> bytes:
    """Read each article; the same articles give the same bytes in whatever process. An article that fails stops no other."""
    return packed(told(article) for article in articles)


def told(article: Article) -> Told:
    """One article read, or the reason why it could not be."""
    from parsers import analyse

    try:
        return Told(article, analyse(article))
    except TrackerError as error:
        return Told(article, Reading(), str(error).removeprefix(f"{article.id}: "))


def packed(found: Iterator[Told]) -> bytes:
    """One line of JSON an article, compressed. Packed chunks put end to end are a packed chunk."""
    lines = (json.dumps(_plain(one), ensure_ascii=True, separators=(",", ":")) + "\n" for one in found)
    return gzip.compress("".join(lines).encode(), compresslevel=1, mtime=0)


def unpacked(data: bytes) -> Iterator[Told]:
    """What ``packed`` packed."""
    for line in gzip.decompress(data).splitlines():
        values = json.loads(line)
        yield Told(Article(**values["article"]), Reading(**values["reading"]), values["failure"])


def _plain(one: Told) -> dict[str, Any]:
    reading = one.reading.model_dump(mode="json", exclude_defaults=True)
    return {"article": one.article.model_dump(mode="json", exclude_defaults=True), "reading": reading, "failure": one.failure}
