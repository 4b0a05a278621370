"""JSON and JSON Lines: fields, places of errors, streaming, and a bad item among good ones."""

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import Article, InputError
from parsers.readers import Document, Failure, read, read_all, reader_for
from parsers.readers.json_object import one

GOOD = {
    "id": "a-1",
    "published": "2022-02-25",
    "language": "en",
    "title": "Tokyo acts",
    "publisher": "Wire",
    "url": "https://example.org/a",
    "text": "Japan froze assets.",
}


def written(path: Path, content: str) -> Path:
    path.write_text(content, encoding="utf-8")
    return path


def test_a_line_becomes_an_article_with_its_id(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path / "a.jsonl", json.dumps(GOOD) + "\n"))
    assert article == Article(**GOOD | {"published": date(2022, 2, 25), "published_from": "json", "reader": "json lines"})


def test_nulls_and_missing_fields_are_the_same(tmp_path: Path) -> None:
    bare = {"id": None, "published": None, "language": None, "title": None, "text": "Japan froze assets."}
    first, second = read(written(tmp_path / "a.jsonl", json.dumps(bare) + "\n" + json.dumps({"text": bare["text"]})))
    assert first == second
    assert first.id == first.digest[:16]


def test_text_of_json_is_kept_to_the_character(tmp_path: Path) -> None:
    text = "  Japan\r\nfroze\u00ad assets. \n"
    (article,) = read(written(tmp_path / "a.json", json.dumps({"text": text})))
    assert article.text == text


def test_bad_lines_are_named_and_the_others_go_on(tmp_path: Path) -> None:
    lines = [
        json.dumps(GOOD),
        "{broken",
        json.dumps(GOOD | {"published": "2022-13-45"}),
        json.dumps(GOOD | {"text": " "}),
        json.dumps(GOOD | {"lang": "en"}),
        "",
        "[1]",
        json.dumps(GOOD | {"title": 7}),
        '{"text": "a\\u0000b"}',
        '{"text": "\\ud800"}',
        '{"text": "a", "text": "b"}',
        json.dumps(GOOD | {"id": 8}),
    ]
    items = list(read_all(written(tmp_path / "a.jsonl", "\n".join(lines))))
    failures = [str(item) for item in items if isinstance(item, Failure)]
    assert [item.id for item in items if isinstance(item, Article)] == ["a-1", "8"]
    for failure, line, words in zip(
        failures,
        (2, 3, 4, 5, 7, 8, 9, 10, 11),
        (
            "column 2",
            "'2022-13-45'",
            "no text",
            "did you mean 'language'",
            "list",
            "title is int",
            "NUL",
            "surrogate",
            "'text' is given twice",
        ),
        strict=True,
    ):
        assert failure.startswith(f"{tmp_path / 'a.jsonl'}: line {line}: ")
        assert words in failure


def test_read_stops_at_the_first_bad_line(tmp_path: Path) -> None:
    path = written(tmp_path / "a.jsonl", json.dumps(GOOD) + "\n{broken\n" + json.dumps(GOOD))
    articles = read(path)
    assert next(articles).id == "a-1"
    with pytest.raises(InputError, match="line 2"):
        next(articles)


def test_a_line_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(json.dumps(GOOD).encode() + b'\n{"text": "caf\xe9"}\n')
    good, bad = read_all(path)
    assert isinstance(good, Article)
    assert "line 2: is not UTF-8 (byte 0xe9 at 14)" in str(bad)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_lines_with_a_byte_order_mark(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes((json.dumps(GOOD) + "\n" + json.dumps(GOOD | {"id": "ä"}, ensure_ascii=False)).encode(encoding))
    assert [article.id for article in read(path)] == ["a-1", "ä"]


def test_a_list_gives_its_articles_and_names_its_bad_items(tmp_path: Path) -> None:
    items = list(read_all(written(tmp_path / "a.json", json.dumps([GOOD, {"text": ""}, 3, GOOD], indent=1))))
    assert [type(item) for item in items] == [Article, Failure, Failure, Article]
    assert "item 2: " in str(items[1])
    assert "item 3: " in str(items[2])


@pytest.mark.parametrize("content", ["[]", "7", "null", '"text"', "plain prose", "[" * 100_000, '{"text": ' + "9" * 5000 + "}"])
def test_json_that_is_no_article_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError, match=r"a\.json: "):
        list(read(written(tmp_path / "a.json", content)))


def test_broken_json_names_line_and_column(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="line 2: is no JSON at column 9"):
        list(read(written(tmp_path / "a.json", '{\n"text": nope}')))


@pytest.mark.parametrize(
    ("name", "content", "reader"),
    [
        ("a.txt", json.dumps(GOOD) + "\n" + json.dumps(GOOD), "json lines"),
        ("a.json", json.dumps(GOOD) + "\n" + json.dumps(GOOD), "json lines"),
        ("a.txt", json.dumps(GOOD, indent=1), "json"),
        ("a.jsonl", json.dumps([GOOD]), "json"),
        ("a.txt", "[Tokyo] Japan froze assets.", "text"),
        ("a.txt", "{{ Japan }} froze assets.", "text"),
        ("a.md", "<!doctype html><p>Japan</p>", "html"),
        ("a.txt", "\n <html><body>Japan</body></html>", "html"),
        ("a.html", "Japan froze assets.", "text"),
        ("a.html", "<div>Japan froze assets.</div>", "html"),
        ("a.md", "<b>Japan</b> froze assets.", "text"),
        ("a.jsonl", 'broken\n{"text": "one"}', "json lines"),
        ("a", "Japan froze assets.", "text"),
    ],
)
def test_content_decides_over_suffix(name: str, content: str, reader: str) -> None:
    assert reader_for(Document(name, content.encode(), suffix=Path(name).suffix)).name == reader


@given(st.dictionaries(st.sampled_from(list(GOOD)), st.none() | st.booleans() | st.integers() | st.text() | st.lists(st.text())))
def test_any_object_gives_an_article_or_one_line_of_complaint(fields: dict[str, object]) -> None:
    result = one(fields, "line 1")
    assert isinstance(result, Article) or "\n" not in str(result)
