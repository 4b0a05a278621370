"""Bytes to text: the encodings that news arrive in, and what is refused."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers import InputError
from parsers.readers import read
from parsers.readers.encoding import decode

FRENCH = "Le Conseil a décidé le 25 février d’interdire l’accès à l’espace aérien européen."
RUSSIAN = "Россия ввела запрет на въезд для 287 членов палаты общин."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_needs_no_declaration(encoding: str) -> None:
    assert decode(RUSSIAN.encode(encoding)) == RUSSIAN


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (FRENCH, "cp1252"),
        ("Der Rat beschloss Maßnahmen für die Überwachung russischer Schiffe.", "cp1252"),
        ("El Consejo aprobó ayer la prohibición de importación del oro ruso, según anunció.", "cp1252"),
        (RUSSIAN, "cp1251"),
        (RUSSIAN, "koi8_r"),
        ("Уряд України запровадив санкції проти компаній із Росії, їхніх власників.", "koi8_u"),
        ("日本は二月二十五日、資産凍結を発表した。", "shift_jis"),
    ],
)
def test_older_encodings_are_told_by_their_text(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding)) == text


def test_a_declaration_decides_before_any_guess() -> None:
    assert decode("Vláda schválila sankce.".encode("cp1250"), "windows-1250") == "Vláda schválila sankce."


def test_latin_1_means_the_windows_code_page_as_in_browsers() -> None:
    assert decode(b"\x93Never\x94", "iso-8859-1") == "“Never”"


def test_a_wrong_declaration_does_not_spoil_utf_8() -> None:
    assert decode(RUSSIAN.encode(), "x-unknown") == RUSSIAN
    assert decode(RUSSIAN.encode(), "ascii") == RUSSIAN


def test_an_unknown_declared_encoding_is_named() -> None:
    with pytest.raises(InputError, match=r"unknown encoding 'x-klingon'.*save it as UTF-8"):
        decode(FRENCH.encode("cp1252"), "x-klingon")


def test_damaged_utf_8_is_refused_not_misread() -> None:
    data = f"First line.\n{RUSSIAN}".encode()
    with pytest.raises(InputError, match=r"line 2: .*damaged"):
        decode(data[:60] + data[61:])


def test_a_false_byte_order_mark_is_named() -> None:
    with pytest.raises(InputError, match="byte order mark"):
        decode(b"\xef\xbb\xbfJapan \xff froze assets")


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "no PDF that can be opened"),
        (b"PK\x03\x04\x14\x00", "damaged zip file"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"text\x00with\x00zeros", "binary"),
        (bytes(range(1, 32)) * 3, "binary"),
    ],
)
def test_what_is_no_text_is_refused_and_named(tmp_path: Path, data: bytes, kind: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=kind) as caught:
        list(read(path))
    assert str(path) in str(caught.value)


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff")))
def test_every_utf_8_text_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode()) == text
