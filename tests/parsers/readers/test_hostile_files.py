"""Files made to do harm: each is refused or read within limits of time and memory, and the file is named."""

import os
from pathlib import Path

import pytest

from parsers import Article
from parsers.readers import Failure, read_all
from tests.parsers.readers.hostile import QUICK, failures, warc, written, zipped


def test_a_line_of_a_gigabyte(tmp_path: Path) -> None:
    # A file with a hole: a gigabyte to its readers, nothing on the disk.
    for name, words in (("a.txt", "larger than 20 MB"), ("a.jsonl", "longer than 20 MB"), ("a.csv", "longer than 20 MB")):
        path = tmp_path / name
        start = {"a.txt": b"Japan ", "a.jsonl": b'{"text": "one"}\n{"text": "', "a.csv": b"title,text\na,"}[name]
        written(path, start)
        os.truncate(path, 1_000_000_000)
        found = [str(item) for item in read_all(path) if isinstance(item, Failure)]
        assert len(found) == 1, "one line, one complaint"
        assert words in found[0]


def test_ten_million_commas(tmp_path: Path) -> None:
    commas = b"," * 10_000_000
    found = list(read_all(written(tmp_path / "a.csv", b"title,text\n" + commas + b"\nGold,Japan froze assets.\n")))
    assert "row 2: has 10,000,001 values under 2 columns" in str(found[0])
    assert isinstance(found[1], Article)
    assert "no column named text" in failures(written(tmp_path / "b.csv", commas))[0]
    assert "is no JSON" in failures(written(tmp_path / "c.json", b"[" + commas + b"]"))[0]
    told = failures(written(tmp_path / "d.json", b"[0" + b",0" * 1_000_000 + b"]"))
    assert len(told) == 101
    assert "999,901 more items" in told[-1].replace("999901", "999,901")


def test_a_quote_that_never_ends(tmp_path: Path) -> None:
    rows = b'title,text\na,"' + b"Japan froze assets.\n" * 1_200_000
    assert "is no CSV" in failures(written(tmp_path / "a.csv", rows))[0]


LAUGHS = "".join(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">' for level in range(1, 12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{LAUGHS}]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a11 SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("head", [BOMB, OUTSIDE], ids=["laughs", "file"])
def test_entities_of_xml_are_not_followed(tmp_path: Path, head: str) -> None:
    feed = f"{head}<rss version='2.0'><channel><item><description>Japan froze &a11; assets.</description></item></channel></rss>"
    page = f"{head}<html><body><article><p>Japan froze &a11; assets of banks on Tuesday.</p></article></body></html>"
    for name, content in (("a.xml", feed), ("a.html", page)):
        for item in read_all(written(tmp_path / name, content.encode()), limits=QUICK):
            text = item.text if isinstance(item, Article) else item.error
            assert "root:" not in text
            assert "haha" not in text
            assert len(text) < 10_000


def docx(document: str) -> bytes:
    kinds = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
        'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    space = "http://schemas.openxmlformats.org/package/2006/relationships"
    link = f'<Relationship Id="a" Type="{office}" Target="word/document.xml"/>'
    links = f'<Relationships xmlns="{space}">{link}</Relationships>'
    return zipped(("[Content_Types].xml", kinds.encode()), ("_rels/.rels", links.encode()), ("word/document.xml", document.encode()))


@pytest.mark.parametrize("head", [BOMB, OUTSIDE], ids=["laughs", "file"])
def test_entities_in_a_word_document(tmp_path: Path, head: str) -> None:
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    content = docx(f'{head}<w:document xmlns:w="{space}"><w:body><w:p><w:r><w:t>Japan &a11;.</w:t></w:r></w:p></w:body></w:document>')
    for item in read_all(written(tmp_path / "a.docx", content), limits=QUICK):
        text = item.text if isinstance(item, Article) else item.error
        assert "root:" not in text
        assert "haha" not in text


def test_a_hundred_thousand_nested_tags(tmp_path: Path) -> None:
    page = f"<html><body>{'<div>' * 100_000}Japan froze assets.{'</div>' * 100_000}</body></html>"
    assert "more than an article has" in failures(written(tmp_path / "a.html", page.encode()))[0]
    nested = f'<rss version="2.0"><channel>{"<a>" * 100_000}{"</a>" * 100_000}</channel></rss>'
    assert len(failures(written(tmp_path / "a.xml", nested.encode()))) == 1
    assert "nesting" in failures(written(tmp_path / "a.json", b"[" * 100_000))[0]


def test_a_mail_of_parts_within_parts(tmp_path: Path) -> None:
    parts = b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (number, number) for number in range(5_000))
    content = b"From: a@b\nSubject: x\nTo: c@d\nMIME-Version: 1.0\n" + parts
    assert len(failures(written(tmp_path / "a.eml", content))) == 1


def pdf(*objects: bytes) -> bytes:
    body = b"%PDF-1.4\n" + b"".join(b"%d 0 obj %s endobj\n" % (number, content) for number, content in enumerate(objects, start=1))
    return body + b"trailer << /Root 1 0 R /Size %d >>\n%%%%EOF" % (len(objects) + 1)


LOOPS = {
    "pages that are their own children": pdf(b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 100000 >>"),
    "a length that is itself": pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R >>",
        b"<< /Length 4 0 R >> stream\nBT ET\nendstream",
    ),
    "a form that draws itself": pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 5 0 R /Resources << /XObject << /F 4 0 R >> >> >>",
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >> /Length 6 >> stream\n/F Do \nendstream",
        b"<< /Length 12 >> stream\n/F Do /F Do \nendstream",
    ),
    "a table of objects that leads to itself": b"%PDF-1.4\nxref\n0 1\ntrailer << /Prev 9 /Size 1 >>\nstartxref\n9\n%%EOF",
    "nested arrays": pdf(b"[" * 100_000),
}  # fmt: skip


@pytest.mark.parametrize("name", LOOPS)
def test_a_pdf_file_made_to_loop(tmp_path: Path, name: str) -> None:
    assert len(failures(written(tmp_path / "a.pdf", LOOPS[name]))) == 1


@pytest.mark.parametrize("length", [-5, 0, 10, 10**9, 10**15, 10**40, "x", ""])
def test_a_warc_record_that_lies_about_its_length(tmp_path: Path, length: object) -> None:
    found = list(read_all(written(tmp_path / "a.warc", warc(None) + warc(length) + warc(None)), limits=QUICK))
    assert isinstance(found[0], Article), "what stands before the lie is read"
    assert len(found) <= 3


def test_a_warc_header_without_end(tmp_path: Path) -> None:
    assert "no WARC any more" in failures(written(tmp_path / "a.warc", b"WARC/1.0\r\nX: " + b"a" * 5_000_000))[0]
