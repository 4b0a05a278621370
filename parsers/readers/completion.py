"""What an article does not say of itself: taken from what brought it here, from the name of its file, and from its language."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from parsers.article import Article
from parsers.errors import InputError
from parsers.readers.document import Document
from parsers.readers.doubts import doubts
from parsers.readers.fields import DESCRIPTION, checked
from parsers.readers.language import language_of

FILE_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_.]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)")


def complete(article: Article, document: Document, today: date | None = None) -> Article:
    """The article with its gaps filled, its language held against its text, and what is doubtful about it noted."""
    about = {"url": document.url} | _valid(document.about)
    gaps = {name: about[name] for name in DESCRIPTION if about.get(name) and not getattr(article, name)}
    if "published" in gaps:
        gaps["published_from"] = document.about.get("published_from")
    elif not article.published:
        gaps |= _from_name(document)
    language, notes = language_of(gaps.get("language") or article.language, article.text)
    filled = article.model_copy(update=gaps | {"language": language})
    return filled.model_copy(update={"notes": (*article.notes, *notes, *doubts(filled, today))})


def _valid(about: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for name in DESCRIPTION:
        try:
            found[name] = checked(name, about.get(name))
        except InputError:
            continue  # a feed or a mail that gives nonsense here is no reason to lose the article
    return found


def _from_name(document: Document) -> dict[str, Any]:
    """The day that the name of a file shows, as in 2022-04-08-japan.txt; a folder's name and an address say too many things."""
    found = None if document.url else FILE_DAY.search(re.split(r"[/\\]", document.name)[-1])
    try:
        return {"published": date(int(found[1]), int(found[3]), int(found[4])), "published_from": "file name"} if found else {}
    except ValueError:
        return {}
