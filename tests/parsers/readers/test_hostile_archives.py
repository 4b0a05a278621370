"""Archives made to do harm: each is refused or read within limits of time and memory, and the file is named."""

import gzip
import io
import lzma
import os
import struct
import tarfile
import zipfile
from pathlib import Path

import pytest

from parsers import Article
from parsers.readers import read_all
from tests.parsers.readers.hostile import failures, warc, written, zipped


def tarred(*members: tarfile.TarInfo, content: bytes = b"") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for member in members:
            archive.addfile(member, io.BytesIO(content) if member.isreg() else None)
    return out.getvalue()


def test_a_gzip_bomb(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(30_000_000))
    assert "larger than 20 MB" in failures(written(tmp_path / "a.txt.gz", bomb))[0]


def test_a_gzip_bomb_within_a_gzip_bomb(tmp_path: Path) -> None:
    bomb = gzip.compress(gzip.compress(bytes(500_000_000), 9), 9)
    assert len(bomb) < 10_000
    assert "larger than 20 MB" in failures(written(tmp_path / "a.jsonl.gz", bomb))[0]


def test_an_xz_file_that_wants_gigabytes_of_memory(tmp_path: Path) -> None:
    options = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29, "preset": 0}]
    (failure,) = failures(written(tmp_path / "a.txt.xz", lzma.compress(b"a", filters=options)))
    assert "damaged" in failure


def test_a_zip_bomb(tmp_path: Path) -> None:
    bomb = zipped(*((f"{number}.txt", bytes(19_000_000)) for number in range(12)))
    found = failures(written(tmp_path / "a.zip", bomb))
    assert any("unpacks to more than 200 times its size" in failure for failure in found)


def test_an_archive_that_holds_archives_without_end(tmp_path: Path) -> None:
    content = b"Japan froze assets."
    for _ in range(12):
        content = zipped(("a.zip", content))
    (failure,) = failures(written(tmp_path / "a.zip", content))
    assert "lies more than 5 files deep" in failure


def test_an_archive_whose_members_are_all_the_same_bytes(tmp_path: Path) -> None:
    # Each entry of the list leads to the one member: a small file that holds gigabytes.
    content = zipped(("a.txt", bytes(10_000_000)))
    first, end = content.rfind(b"PK\x01\x02"), content.rfind(b"PK\x05\x06")
    entry, count = content[first:end], 500
    tail = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, count, count, count * len(entry), first, 0)
    found = failures(written(tmp_path / "a.zip", content[:first] + entry * count + tail))
    assert any("unpacks to more than 200 times its size" in failure for failure in found)


def test_a_zip_file_with_a_list_that_lies(tmp_path: Path) -> None:
    content = bytearray(zipped(("a.txt", b"Japan froze assets.")))
    place = content.rfind(b"PK\x05\x06")
    content[place + 12 : place + 16] = (4_000_000_000).to_bytes(4, "little")
    assert "holds more files than" in failures(written(tmp_path / "a.zip", bytes(content)))[0]


@pytest.mark.parametrize("cut", [30, 60, 100])
def test_a_damaged_zip_file(tmp_path: Path, cut: int) -> None:
    content = zipped(("a.txt", b"Japan froze assets. " * 20))
    assert "damaged zip file" in failures(written(tmp_path / "a.zip", content[:cut]))[0]


@pytest.mark.parametrize(
    "name", ["../../outside.txt", "/outside.txt", "C:\\outside.txt", "a/../../outside.txt", "con", "a\nb.txt", "\x1b[2J.txt"]
)
def test_a_name_that_leads_out_of_the_archive_leads_nowhere(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    member = tarfile.TarInfo(name)
    member.size = 19
    written(folder / "a.zip", zipped((name, b"Japan froze assets.")))
    written(folder / "b.tar", tarred(member, content=b"Japan froze assets."))
    before = set(tmp_path.rglob("*"))
    found = list(read_all(folder))
    assert [item.text for item in found if isinstance(item, Article)] == ["Japan froze assets."] * 2
    assert set(tmp_path.rglob("*")) == before


def test_links_and_devices_in_an_archive_are_not_followed(tmp_path: Path) -> None:
    members = []
    for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
        members.append(tarfile.TarInfo("secret.txt"))
        members[-1].type, members[-1].linkname = kind, "/etc/passwd"
    found = failures(written(tmp_path / "a.tar", tarred(*members)))
    assert len(found) == 4
    assert all("not followed" in failure for failure in found)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        link = zipfile.ZipInfo("secret.txt")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    assert "links in archives are not followed" in failures(written(tmp_path / "a.zip", out.getvalue()))[0]


def test_links_in_a_folder_lead_no_further_than_the_folder(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    written(tmp_path / "secret.txt", b"Secret.")
    written(folder / "a.txt", b"Japan froze assets.")
    (folder / "b.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "c.txt").symlink_to(folder / "a.txt")
    (folder / "loop").symlink_to(folder)
    os.mkfifo(folder / "d.txt")
    found = [item.text if isinstance(item, Article) else item.error for item in read_all(folder)]
    assert found[0] == found[2] == "Japan froze assets."
    assert "leads out of the folder" in found[1]
    assert "device or a pipe" in found[3]
    assert len(found) == 4


def test_a_tar_file_whose_header_claims_a_name_of_gigabytes(tmp_path: Path) -> None:
    member = tarfile.TarInfo("././@LongLink")
    member.type, member.size = tarfile.GNUTYPE_LONGNAME, 8_000_000_000
    assert "name of more than 1 MB" in failures(written(tmp_path / "a.tar", member.tobuf(tarfile.GNU_FORMAT) + bytes(5_000)))[0]


def test_a_tar_file_of_which_most_is_nothing(tmp_path: Path) -> None:
    member = tarfile.TarInfo("a.jsonl")
    member.size = 10**12
    content = member.tobuf(tarfile.GNU_FORMAT) + b"Japan froze assets."
    assert "damaged" in failures(written(tmp_path / "a.tar", content))[0]


def test_a_word_document_that_is_a_bomb(tmp_path: Path) -> None:
    content = zipped(("[Content_Types].xml", bytes(200_000_000)), ("word/document.xml", bytes(200_000_000)))
    assert "unpacks to more than 300 MB" in failures(written(tmp_path / "a.docx", content))[0]


def test_a_page_in_a_warc_that_is_a_bomb(tmp_path: Path) -> None:
    page = gzip.compress(bytes(300_000_000))
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"
    whole = warc(len(head) + len(page), b"").replace(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n", head + page)
    assert "larger than 20 MB" in failures(written(tmp_path / "a.warc", whole))[0]
