"""The sample corpus and the annotations: documented, readable, the same text in both places, and what the first article has to tell."""

from __future__ import annotations

import json
import re
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import pytest

from parsers import read

DATA = Path(__file__).parents[2] / "data"
GOLD = sorted((DATA / "gold").glob("*/*-*.json"))
ARTICLES = sorted((DATA / "articles").iterdir())
TABLE_ROW = re.compile(r"^\| `([^`]+)` \|(?: `([^`]+)` \|)?", re.MULTILINE)


def listed() -> list[tuple[str, str]]:
    """What data/README.md lists: the file or pattern, and the annotated document that has the same text."""
    return TABLE_ROW.findall((DATA / "README.md").read_text(encoding="utf-8"))


def annotated() -> dict[str, dict[str, Any]]:
    documents = (json.loads(path.read_text(encoding="utf-8")) for path in GOLD)
    return {document["doc"]: document for document in documents}


def test_every_file_is_listed_and_everything_listed_is_there() -> None:
    files = [str(path.relative_to(DATA)) for path in sorted(DATA.rglob("*")) if path.is_file() and path != DATA / "README.md"]
    patterns = [pattern for pattern, _ in listed()]
    assert [file for file in files if not any(fnmatch(file, pattern) for pattern in patterns)] == []
    assert [pattern for pattern in patterns if not any(fnmatch(file, pattern) for file in files)] == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_article_is_read_as_it_was_annotated(path: Path) -> None:
    [article] = read(path)
    document = annotated()[dict(listed())[f"articles/{path.name}"]]
    assert article.text == document["text"]
    assert article.title == document["title"]
    assert str(article.published) == document["published"]
    assert article.language == document["lang"]
    assert (article.publisher, article.url) == (document.get("publisher"), document.get("url"))
    assert path.name.startswith(document["published"]), "the name begins with the day of publication"


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_a_quote_stands_once_in_the_text(path: Path) -> None:
    document = json.loads(path.read_text(encoding="utf-8"))
    for event in document["events"]:
        assert document["text"].count(event["quote"]) == 1, event["quote"]


def test_the_corpus_holds_nothing_that_was_made_wrong_on_purpose() -> None:
    used = {document for name, document in listed() if name.startswith("articles/")}
    events = {event["event_id"]: event for event in json.loads((DATA / "gold" / "merge" / "events.json").read_text(encoding="utf-8"))}
    for doc in sorted(used):
        for mention in annotated()[doc]["events"]:
            for conflict in events.get(mention.get("event_id", ""), {}).get("conflicts", ()):
                assert str(mention.get(conflict["field"])) in ("None", str(events[mention["event_id"]][conflict["field"]])), doc


def test_the_retelling_tells_what_it_has_to_tell() -> None:
    document = annotated()["retold-japan"]
    required = [event for event in document["events"] if not event["optional"]]
    assert len(required) == 13
    assert [event["instrument"] for event in required if event["announced"] == "2022-02-25"] == ["asset_freeze", "visa_restriction"]
    assert [event["scope"] for event in required if event["effective"] == "2022-04-05"] == [["luxury_goods"]]
    assert len([event for event in required if event["response_to"] == ["JP"]]) == 4
    years = set(re.findall(r"\b(?:19|20)\d\d\b", document["text"]))
    assert years == {"1991", "2004"}, "no year may stand beside a measure"
