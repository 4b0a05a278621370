"""Mail, mailboxes, Word, CSV, archives and WARC: small files of our own making, each read by what is in it."""

import bz2
import gzip
import io
import lzma
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from parsers import Article, InputError
from parsers.readers import Failure, read, read_all
from tests.parsers.readers.hostile import warc, zipped

TOLD = (
    "Japan banned imports of gold from Russia on Tuesday, the government said in a statement that followed similar steps by its partners."
)
PAGE = f"<!doctype html><html lang='en'><head><title>Gold</title></head><body><article><p>{TOLD}</p></article></body></html>"
HEAD = (
    "From: Example Wire <news@wire.example>\nTo: a@b.example\nSubject: =?utf-8?q?Tokyo_b=C3=A2nt?=\nDate: Tue, 05 Jul 2022 23:30:00 +0900\n"
)
PLAIN = f"{HEAD}Content-Type: text/plain; charset=utf-8\n\n{TOLD}\n"
BOTH = (
    f"{HEAD}MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=M\n\n--M\nContent-Type: multipart/alternative; boundary=A\n\n"
    f"--A\nContent-Type: text/plain\n\nOpen this mail in a browser.\n--A\nContent-Type: text/html; charset=utf-8\n\n{PAGE}\n--A--\n"
    "--M\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n"
    "Content-Disposition: attachment; filename=note.txt\n\nThe caf=E9 note.\n--M--\n"
)
SAVED = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org/gold\nSubject: Gold\nDate: Tue, 5 Jul 2022 10:00:00 -0000\n"
    f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="B"\n\n--B\nContent-Type: text/html\n\n{PAGE}\n--B--\n'
)


def written(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def described(article: Article) -> tuple[str | None, str, str | None, str | None]:
    return (article.title, str(article.published), article.published_from, article.publisher)


def test_a_mail_says_who_wrote_it_and_when_by_the_writer_s_clock(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path / "a.eml", PLAIN))
    assert described(article) == ("Tokyo bânt", "2022-07-05", "mail header", "Example Wire")
    assert article.text == TOLD


def test_a_mail_is_read_as_the_page_that_it_is_and_what_is_attached_after_it(tmp_path: Path) -> None:
    body, note = read(written(tmp_path / "a.txt", BOTH))
    assert (body.text, note.text) == (TOLD, "The café note.")
    assert (str(note.published), note.published_from, note.publisher) == ("2022-07-05", "mail header", None)


def test_a_mailbox_gives_each_of_its_mails(tmp_path: Path) -> None:
    line = "From a@b.example Tue Jul  5 23:30:00 2022\n"
    third = PLAIN.replace(TOLD, f"{TOLD}\n\n>From here on the ports were closed.")
    items = list(read_all(written(tmp_path / "a", f"{line}{PLAIN}\n{line}Subject: x\nFrom: a@b\nDate: x\n\n\n{line}{third}")))
    assert isinstance(items[1], Failure)
    assert items[1].name.endswith("a: mail 2")
    assert [item.text for item in items if isinstance(item, Article)] == [TOLD, f"{TOLD}\n\nFrom here on the ports were closed."]


def test_a_page_that_a_browser_saved_as_one_file(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path / "a.mhtml", SAVED))
    assert (article.text, article.url, article.published) == (TOLD, "https://example.org/gold", None)
    embedded = PAGE.replace("<article>", f"<img src='data:image/png;base64,{'A' * 6_000_000}'><article>")
    comment = "<!--\n Page saved with SingleFile\n url: https://example.org/gold\n saved date: Tue Jul 05 2022\n-->"
    (article,) = read(written(tmp_path / "b.html", embedded.replace("<head>", f"{comment}<head>")))
    assert (article.text, article.url) == (TOLD, "https://example.org/gold")


def test_the_folder_of_a_saved_page_is_part_of_it(tmp_path: Path) -> None:
    written(tmp_path / "gold.html", PAGE)
    (tmp_path / "gold_files").mkdir()
    written(tmp_path / "gold_files" / "frame.html", PAGE)
    assert len(list(read_all(tmp_path))) == 1


def test_a_word_document_is_read_with_its_tables_and_changes(tmp_path: Path) -> None:
    from docx import Document
    from docx.oxml import parse_xml

    words = Document()
    words.core_properties.title = "Tokyo acts"
    words.add_paragraph("Japan froze assets.")
    table = words.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "July 5", "Gold"
    last = words.add_paragraph("The ban ")
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for kind, text in (("ins", '<w:t xml:space="preserve">on gold </w:t>'), ("del", "<w:delText>on coal</w:delText>")):
        last._p.append(parse_xml(f"<w:{kind} {space}><w:r>{text}</w:r></w:{kind}>"))
    last.add_run("holds.")
    words.save(str(tmp_path / "a.docx"))
    (article,) = read(tmp_path / "a.docx")
    assert article.text == "Japan froze assets.\n\n| July 5 | Gold |\n\nThe ban on gold holds."
    assert (article.title, article.published_from) == ("Tokyo acts", "document properties")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_with_named_columns(tmp_path: Path, delimiter: str) -> None:
    rows = [
        ["Title", "Date", "Body", "Author"],
        ["Gold", "2022-07-05", '"Japan, it said;\nfroze\tassets."', "x"],
        ["Bad", "5 July", "Text", ""],
    ]
    good, bad = read_all(written(tmp_path / "a.txt", "\ufeff" + "\r\n".join(delimiter.join(row) for row in rows)))
    assert isinstance(good, Article)
    assert described(good) == ("Gold", "2022-07-05", "csv", None)
    assert good.text == "Japan, it said;\nfroze\tassets."
    assert "row 3: published '5 July' is no day" in str(bad)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("title,publishd,text\nGold,2022-07-05,Japan\n", "did you mean 'published'"),
        ("title,author\nGold,x\n", "no column named text"),
        ("title,text\nGold,Japan,froze\n", "row 2: has 3 values under 2 columns"),
        ('title,text\nGold,"Japan" froze\n', "is no CSV"),
        (b"title,text\nGold," + b"x" * 70_000 + b"\nGold,caf\xe9\n", r"line 3: is not UTF-8 \(byte 0xe9\)"),
    ],
)
def test_what_is_wrong_with_a_table_is_named(tmp_path: Path, content: str | bytes, words: str) -> None:
    with pytest.raises(InputError, match=words):
        list(read(written(tmp_path / "a.csv", content)))


def test_a_table_in_an_older_encoding(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path / "a.csv", "title,text\nCafé,Le Conseil a décidé d’interdire l’accès.\n".encode("cp1252")))
    assert article.title == "Café"


def tarred(**members: bytes) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in members.items():
            member = tarfile.TarInfo(f"{name}.txt")
            member.size = len(content)
            archive.addfile(member, io.BytesIO(content))
    return out.getvalue()


def test_archives_within_archives_are_read_by_what_is_in_them(tmp_path: Path) -> None:
    inner = zipped(
        ("2022-07-05-tokyo.txt", b"One."), ("a/page.dat", PAGE.encode()), ("__MACOSX/x.txt", b"no"), (".hidden", b"no"), ("bad.json", b"{")
    )
    content = gzip.compress(tarred(first=b"Zero.", second=inner))
    *good, bad = read_all(written(tmp_path / "a.tgz", content))
    assert [item.text for item in good if isinstance(item, Article)] == ["Zero.", "One.", TOLD]
    assert str(bad).startswith(f"{tmp_path / 'a.tgz'}: second.txt: bad.json: line 1: is no JSON")
    assert isinstance(good[1], Article)
    assert (str(good[1].published), good[1].published_from) == ("2022-07-05", "file name")


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_a_packed_file_is_read_as_the_file_that_it_is(tmp_path: Path, pack: object) -> None:
    assert callable(pack)
    content = pack(b'{"text": "one"}\n{"text": "two"}\n')
    assert [article.text for article in read(written(tmp_path / "a.jsonl.packed", content))] == ["one", "two"]
    with pytest.raises(InputError, match=r"a\.packed: .*damaged"):
        list(read(written(tmp_path / "a.packed", content[:-12])))


@pytest.mark.parametrize("packed", [False, True])
def test_a_crawl_gives_its_pages_and_passes_over_the_rest(tmp_path: Path, packed: bool) -> None:
    page, other = warc(None, PAGE.encode()), warc(None, b"x").replace(b"text/html", b"image/png")
    gone = warc(None, PAGE.encode()).replace(b"200 OK", b"404 No")
    records = [page, other, gone, page]
    content = b"".join(map(gzip.compress, records)) if packed else b"".join(records)
    found = list(read(written(tmp_path / "a.warc", content)))
    assert [(article.text, article.url) for article in found] == [(TOLD, "https://example.org/")] * 2


@pytest.mark.parametrize(
    ("name", "module", "content"),
    [("pdf", "pypdfium2", b"%PDF-1.4"), ("docx", "docx", zipped(("word/a", b""))), ("warc", "fastwarc", warc(None))],
)
def test_a_format_whose_library_is_missing_says_what_to_install(tmp_path: Path, name: str, module: str, content: bytes) -> None:
    path = written(tmp_path / "a.bin", content)
    code = (
        f"import sys; sys.modules[{module!r}] = None\n"
        "from parsers.readers import READERS, Document\n"
        f"reader = next(reader for reader in READERS if reader.name == {name!r})\n"
        f"list(reader.read(Document('a', open({str(path)!r}, 'rb').read())))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert f"needs a library that is not installed: pip install 'sanctions-timeline[{name}]'" in done.stderr


def test_a_zip_file_that_is_locked_or_empty(tmp_path: Path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", "Japan froze assets.")
    content = bytearray(out.getvalue())
    content[content.rfind(b"PK\x01\x02") + 8] |= 1
    (failure,) = read_all(written(tmp_path / "a.zip", bytes(content)))
    assert "a.txt: is encrypted" in str(failure)
