"""What may be named as a source, in which order articles come, and what happens to the rest when one fails."""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import parsers
from parsers import Article, InputError
from parsers.readers import READERS, Failure, read, read_all


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "sub/c.text", "sub/.hidden.txt", ".git/d.txt", "picture.png", "a.b/e.TXT"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(f"This is {name}.")
    return tmp_path


def texts(source: object) -> list[str]:
    return [article.text for article in read(source)]


def test_a_folder_is_read_in_order_without_hidden_and_foreign_files(folder: Path) -> None:
    expected = ["This is a.b/e.TXT.", "This is a.md.", "This is b.txt.", "This is sub/c.text."]
    assert texts(folder) == texts(f"{folder}/") == expected


def test_a_glob_is_sorted_and_reaches_down(folder: Path) -> None:
    assert texts(str(folder / "*.txt")) == ["This is b.txt."]
    assert texts(str(folder / "**/*.t*xt")) == ["This is b.txt.", "This is sub/c.text."]


def test_a_file_whose_name_looks_like_a_glob_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text("One.")
    assert texts(str(tmp_path / "a[1].txt")) == ["One."]


def test_an_article_and_an_iterable_of_mixed_sources(folder: Path) -> None:
    article = Article(text="Given.", published_from="given", published="2022-02-25")

    def mixed() -> Iterator[object]:
        yield article
        yield folder / "b.txt"
        yield [str(folder / "a.md")]

    assert list(read(article)) == [article]
    assert texts(mixed()) == ["Given.", "This is b.txt.", "This is a.md."]


def test_the_door_of_the_package(folder: Path) -> None:
    assert [article.text for article in parsers.read(folder / "b.txt")] == ["This is b.txt."]


def test_a_batch_goes_on_past_what_fails(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"\x89PNG")
    items = list(read_all([folder, folder / "missing.txt", folder / "a.md"]))
    assert [type(item) for item in items] == [Article, Article, Failure, Article, Failure, Article]
    assert str(items[2]) == f"{folder / 'b.txt'}: is a picture, not text; save the article as text or HTML first"


def test_a_failure_in_a_batch_is_handed_through() -> None:
    failure = Failure("a feed", "is away")
    assert list(read_all([failure])) == [failure]
    with pytest.raises(InputError, match="a feed: is away"):
        list(read(failure))


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("missing.txt", "no such file"),
        ("", "no such file"),
        ("*.nothing", "no file matches"),
        ("empty", "no articles in this folder"),
        ("ftp://example.org/a.txt", "http"),
        ("b\x00.txt", "no such file"),
        ("x" * 5000, "no such file"),
    ],
)
def test_what_is_not_there_is_named_in_one_line(folder: Path, name: str, words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    Path("empty").mkdir()
    with pytest.raises(InputError, match=words) as caught:
        list(read(name))
    assert str(caught.value).startswith(name or "''")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("source", [7, None, b"bytes", {"text": "a"}])
def test_what_is_no_source_is_refused(source: object) -> None:
    with pytest.raises(InputError, match="is no source"):
        list(read(source))


def test_a_broken_link_is_a_failure(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(InputError, match=r"a\.txt: cannot be read: No such file"):
        list(read(tmp_path / "a.txt"))


class Pipe(io.BufferedIOBase):
    """Standard input that says how far it was read."""

    def __init__(self, lines: list[bytes]) -> None:
        self.waiting = lines

    def readline(self, _limit: int | None = -1, /) -> bytes:
        return self.waiting.pop(0) if self.waiting else b""


def standard_input(monkeypatch: pytest.MonkeyPatch, stream: io.BufferedIOBase) -> None:
    class Wrapper:
        buffer = stream

    monkeypatch.setattr(sys, "stdin", Wrapper())


def test_standard_input_is_read_line_by_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = Pipe([b'{"text": "one"}\n', b'{"text": "two"}\n', b'{"text": "three"}\n'])
    standard_input(monkeypatch, pipe)
    articles = read("-")
    assert next(articles).text == "one"
    assert len(pipe.waiting) == 2


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"Japan froze assets.\nMore.", ["Japan froze assets.\nMore."]),
        (b'{\n "text": "one"\n}', ["one"]),
        (b'\n{"text": "one"}\n{"text": "two"}', ["one", "two"]),
        (b"---\ntitle: T\n---\nOne.", ["One."]),
    ],
)
def test_standard_input_may_be_any_format(monkeypatch: pytest.MonkeyPatch, data: bytes, expected: list[str]) -> None:
    standard_input(monkeypatch, io.BytesIO(data))
    assert texts("-") == expected


def test_empty_standard_input_is_no_articles_and_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, io.BytesIO(b""))
    assert texts("-") == []


def test_noise_on_standard_input_is_one_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    noise = b"".join(bytes([byte, byte ^ 0xFF, 0]) for byte in range(256)) + b"\n{\n" * 9
    standard_input(monkeypatch, io.BytesIO(noise))
    with pytest.raises(InputError, match=r"standard input: is no text \(binary data\)"):
        list(read("-"))


def test_every_reader_has_a_name_and_suffixes_of_its_own() -> None:
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert len({reader.name for reader in READERS}) == len(READERS)
