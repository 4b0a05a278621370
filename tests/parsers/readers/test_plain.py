"""Text and Markdown: front matter, titles, and what is refused with which words."""

from datetime import date
from pathlib import Path

import pytest

from parsers import Article, InputError
from parsers.readers import read

FULL = """---
title: "Tokyo: new measures"
published: 2022-02-25
publisher: Example Wire
url: https://example.org/a
language: EN
# a remark
---

Japan froze assets.

It also banned exports.
"""


def one(path: Path, content: str) -> Article:
    path.write_text(content, encoding="utf-8", newline="")
    (article,) = read(path)
    return article


def complaint(path: Path, content: str) -> str:
    with pytest.raises(InputError) as caught:
        one(path, content)
    message = str(caught.value)
    assert message.startswith(str(path))
    assert "\n" not in message
    return message


def test_front_matter_describes_the_article(tmp_path: Path) -> None:
    article = one(tmp_path / "a.txt", FULL)
    assert article.title == "Tokyo: new measures"
    assert article.published == date(2022, 2, 25)
    assert article.published_from == "front matter"
    assert (article.publisher, article.url, article.language) == ("Example Wire", "https://example.org/a", "en")
    assert article.text == "Japan froze assets.\n\nIt also banned exports."


def test_windows_line_ends_give_the_same_article(tmp_path: Path) -> None:
    assert one(tmp_path / "a.txt", FULL) == one(tmp_path / "b.txt", FULL.replace("\n", "\r\n"))


def test_text_without_front_matter_has_no_date(tmp_path: Path) -> None:
    article = one(tmp_path / "a.txt", "Japan froze assets on February 25.\n")
    assert article.published is None
    assert article.published_from is None


def test_a_rule_above_the_text_is_no_front_matter(tmp_path: Path) -> None:
    text = "---\nJapan froze assets today.\n---\nMore."
    assert one(tmp_path / "a.md", text).text == text


def test_markdown_takes_its_first_heading_as_title(tmp_path: Path) -> None:
    article = one(tmp_path / "a.md", "# Tokyo acts #\n\nJapan froze assets.\n")
    assert article.title == "Tokyo acts"
    assert article.text.startswith("# Tokyo acts")


def test_a_title_in_the_front_matter_wins(tmp_path: Path) -> None:
    assert one(tmp_path / "a.md", "---\ntitle: Given\n---\n# Heading\n\nText.").title == "Given"


@pytest.mark.parametrize("value", ["2022-13-45", "2022-02-30", "soon", "2022", "2022-02", "25.02.2022", "1645747200"])
def test_a_wrong_date_names_line_value_and_form(tmp_path: Path, value: str) -> None:
    message = complaint(tmp_path / "a.txt", f"---\ntitle: T\npublished: {value}\n---\nText.\n")
    assert "line 3" in message
    assert repr(value) in message
    assert "YYYY-MM-DD" in message


def test_a_time_behind_the_day_is_accepted(tmp_path: Path) -> None:
    assert one(tmp_path / "a.txt", "---\npublished: 2022-02-25T09:30:00+09:00\n---\nText.").published == date(2022, 2, 25)


def test_an_unknown_key_names_line_and_the_nearest_key(tmp_path: Path) -> None:
    message = complaint(tmp_path / "a.txt", "---\ntitle: T\npublishd: 2022-02-25\n---\nText.\n")
    assert "line 3" in message
    assert "'publishd'" in message
    assert "did you mean 'published'" in message


def test_a_repeated_key_names_both_lines(tmp_path: Path) -> None:
    message = complaint(tmp_path / "a.txt", "---\ntitle: A\ntitle: B\n---\nText.\n")
    assert "line 3" in message
    assert "line 2" in message


def test_an_entry_without_colon_names_its_line(tmp_path: Path) -> None:
    assert "line 3" in complaint(tmp_path / "a.txt", "---\ntitle: A\npublished 2022-02-25\n---\nText.\n")


def test_front_matter_without_end_is_refused(tmp_path: Path) -> None:
    assert "not closed" in complaint(tmp_path / "a.txt", "---\ntitle: A\n\nText.\n")


def test_a_language_that_is_no_code_is_refused(tmp_path: Path) -> None:
    assert "'English'" in complaint(tmp_path / "a.txt", "---\nlanguage: English\n---\nText.\n")


@pytest.mark.parametrize("content", ["", "  \n\n", "---\ntitle: T\n---\n", "---\ntitle: T\n---\n \n"])
def test_an_empty_article_is_refused(tmp_path: Path, content: str) -> None:
    assert "no text" in complaint(tmp_path / "a.txt", content)


def test_a_feed_is_not_taken_for_an_article(tmp_path: Path) -> None:
    assert "no entries" in complaint(tmp_path / "a.txt", '<?xml version="1.0"?><rss><channel></channel></rss>')
    assert "XML" in complaint(tmp_path / "b.txt", '<?xml version="1.0"?><urlset></urlset>')
