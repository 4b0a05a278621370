"""Text in, mentions out: ``parse(article)`` gives the measures that an article reports, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from parsers.article import Article
from parsers.errors import InputError, PackError, TrackerError
from parsers.mention import Mention, Reading, Reason, Skipped

__version__ = "0.1.0"
__all__ = ["Article", "InputError", "Mention", "PackError", "Reading", "Reason", "Skipped", "TrackerError", "analyse", "parse", "read"]


def analyse(article: Article) -> Reading:
    """Read one article: its mentions, and the passages that speak of sanctions and gave none, with reasons.

    Raises InputError, and no other error, where the parser itself fails, so that one article stops no other.
    """
    from parsers.engine import read

    try:
        return read(article)
    except TrackerError:
        raise
    except Exception as error:
        name = article.title or article.id
        raise InputError(
            f"{name}: the parser failed ({type(error).__name__}: {error}); the article is left out, please report it"
        ) from error


def parse(article: Article) -> list[Mention]:
    """The mentions of one article, in the order of its text."""
    return list(analyse(article).mentions)


def read(source: Any) -> Iterator[Article]:
    """The articles of a file, a folder, a glob, ``-`` (standard input), a web address or an iterable; see ``parsers.readers``."""
    from parsers.readers import read as read_source

    return read_source(source)
