"""PDF files of our own making: columns, headers and footers, broken words, ligatures, and where nothing can be read."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from parsers import Article, InputError
from parsers.readers import read

Text = tuple[float, float, float, str]
MAP = (
    b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    b"2 beginbfchar <01> <FB01> <02> <00AD> endbfchar endcmap"
)


def pdf(pages: Sequence[Iterable[Text]], about: str = "") -> bytes:
    """A file with texts at (left, bottom, size); in them \\001 is the ligature fi and \\002 a soft hyphen."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(b"%d 0 R" % (6 + 2 * n) for n in range(len(pages))), len(pages)),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(MAP), MAP),
        f"<< {about} >>".encode(),
    ]
    for number, texts in enumerate(pages):
        drawn = "\n".join(f"BT /F {size} Tf {left} {bottom} Td ({words}) Tj ET" for left, bottom, size, words in texts).encode("latin-1")
        objects += [
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /Font << /F 3 0 R >> >> /Contents %d 0 R >>"
            % (7 + 2 * number),
            b"<< /Length %d >> stream\n%s\nendstream" % (len(drawn), drawn),
        ]
    body = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj %s endobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    head = b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table)
    return body + head + b"trailer << /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(body))


def lines(left: float, top: float, *texts: str) -> list[Text]:
    return [(left, top - 14 * number, 12, text) for number, text in enumerate(texts)]


def article(path: Path, content: bytes) -> Article:
    path.write_bytes(content)
    (found,) = read(path)
    return found


BODY = (
    "Japan froze the assets of four Russian banks on Tuesday,",
    "the ministry said in a statement that followed similar steps",
    "by its partners in Europe.",
)


def test_wrapped_lines_are_paragraphs_again(tmp_path: Path) -> None:
    content = pdf(
        [[*lines(50, 700, *BODY), *lines(50, 640, "The ban on gold holds from April, and the", "ports were told on the same day.")]]
    )
    assert (
        article(tmp_path / "a.pdf", content).text
        == " ".join(BODY) + "\n\nThe ban on gold holds from April, and the ports were told on the same day."
    )


def test_a_column_is_read_before_the_next(tmp_path: Path) -> None:
    left = lines(50, 700, "Japan froze the assets of", "four Russian banks and of", "their owners, who were not")
    right = lines(320, 700, "named by the ministry on", "that Tuesday. Russia sent", "home eight diplomats.")
    found = article(tmp_path / "a.pdf", pdf([[*left, *right]]))
    assert "who were not named by the ministry on that Tuesday. Russia sent home" in found.text


def test_what_every_page_repeats_is_left_out(tmp_path: Path) -> None:
    def page(number: int) -> list[Text]:
        edge = [(50, 770, 8, "Ministry of Finance - Press release 12"), (280, 20, 8, f"Page {number} of 3")]
        return [
            *edge[:1],
            *lines(50, 700, *(f"Sentence {number} number {line} of the statement goes on here." for line in "abcdef")),
            *edge[1:],
        ]

    text = article(tmp_path / "a.pdf", pdf([page(number) for number in (1, 2, 3)])).text
    assert "Press release" not in text
    assert "Page" not in text
    assert [text.count(f"Sentence {number} number f") for number in (1, 2, 3)] == [1, 1, 1]


def test_broken_words_and_ligatures_are_whole_again(tmp_path: Path) -> None:
    content = pdf(
        [
            lines(
                50,
                700,
                "The \001rst mea-",
                "sures against four com\002",
                "panies in the Far East\xad",
                "are in force. Anti-",
                "Russian acts follow.",
            )
        ]
    )
    assert article(tmp_path / "a.pdf", content).text.startswith("The first measures against four companies in")


def test_a_paragraph_goes_on_over_the_page(tmp_path: Path) -> None:
    found = article(tmp_path / "a.pdf", pdf([lines(50, 100, *BODY[:2]), lines(50, 700, BODY[2])]))
    assert found.text == " ".join(BODY)


def test_title_and_day_come_from_the_properties(tmp_path: Path) -> None:
    found = article(tmp_path / "a.pdf", pdf([lines(50, 700, *BODY)], "/Title (Tokyo acts) /CreationDate (D:20220705233000+09'00')"))
    assert (found.title, str(found.published), found.published_from) == ("Tokyo acts", "2022-07-05", "document properties")


def test_a_title_that_a_program_wrote_gives_way_to_the_first_line(tmp_path: Path) -> None:
    content = pdf([[(50, 740, 20, "Tokyo acts"), *lines(50, 700, *BODY)]], "/Title (Microsoft Word - final_v2.docx)")
    assert article(tmp_path / "2022-07-05-tokyo.pdf", content).title == "Tokyo acts"


@pytest.mark.parametrize(
    ("content", "words"),
    [(pdf([[]]), "text recognition"), (b"%PDF-1.4 nothing", "no PDF that can be opened"), (pdf([[]] * 1001), "1001 pages")],
)
def test_where_nothing_can_be_read(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(InputError, match=rf"a\.pdf: .*{words}"):
        article(tmp_path / "a.pdf", content)
