"""From an article to its mentions: the order in which the parts of the parser are asked."""

from __future__ import annotations

from parsers.article import Article
from parsers.mention import Reading


def read(article: Article) -> Reading:
    """All mentions and skipped passages of one article."""
    return Reading(warnings=() if article.language in (None, "en") else (f"no pack for language {article.language!r}",))
