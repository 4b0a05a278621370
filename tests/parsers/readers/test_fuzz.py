"""Bent files: whatever is done to a good one, it gives articles or one line of complaint, and nothing else.

``TIMELINE_FUZZ=100000 .venv/bin/pytest tests/parsers/readers/test_fuzz.py`` is the long form: so many tries for each format.
"""

import bz2
import gzip
import io
import lzma
import os
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from parsers import Article
from parsers.readers import READERS, Document, Failure, Limits, Way, articles_in
from parsers.readers.confined import Confinement
from tests.parsers.readers.hostile import warc, zipped
from tests.parsers.readers.test_formats import BOTH, PAGE, PLAIN, SAVED, tarred
from tests.parsers.readers.test_pdf import lines, pdf
from tests.parsers.readers.test_watching import ATOM, item, rss

TRIES = int(os.environ.get("TIMELINE_FUZZ", "25"))
SHORT = "TIMELINE_FUZZ" not in os.environ
ENVELOPE = "From a@b.example Tue Jul  5 23:30:00 2022\n"
FRONT = "---\ntitle: Gold\npublished: 2022-07-05\n---\nJapan froze assets.\n"


def word() -> bytes:
    from docx import Document as Words

    words, out = Words(), io.BytesIO()
    words.add_paragraph("Japan froze assets.")
    words.add_table(1, 2).cell(0, 0).text = "Gold"
    words.save(out)
    return out.getvalue()


GOOD = {
    "text": [FRONT, "# Gold\n\nJapan froze assets.\n"],
    "html": [PAGE],
    "json": ['{"text": "Japan", "published": "2022-07-05"}', '[{"text": "a"}, {"text": "b", "title": null}]'],
    "json lines": ['{"text": "Japan"}\n{"text": "Russia", "language": "en"}\n'],
    "csv": ['title,published,text\nGold,2022-07-05,"Japan, it said"\n', "title;text\nGold;Japan\n"],
    "feed": [rss(item()), ATOM],
    "mail": [PLAIN, BOTH, SAVED],
    "mailbox": [f"{ENVELOPE}{PLAIN}\n{ENVELOPE}{BOTH}\n"],
    "pdf": [pdf([lines(50, 700, "Japan froze the assets of", "four banks."), lines(50, 700, "More.")])],
    "docx": [word()],
    "warc": [warc(None), warc(None) + warc(None, b"Japan")],
    "zip": [zipped(("a.txt", b"Japan froze assets."), ("b.json", b'{"text": "b"}'))],
    "tar": [tarred(a=b"Japan froze assets.", b=b"More.")],
    "packed": [pack(b"Japan froze assets.\n" * 20) for pack in (gzip.compress, bz2.compress, lzma.compress)],
}  # fmt: skip
SEEDS = {name: [seed if isinstance(seed, bytes) else seed.encode() for seed in seeds] for name, seeds in GOOD.items()}
SIGNS = st.sampled_from([b"\x00", b"\xff", b"\n", b"\r\n", b"9" * 20, b"\xe2\x80\xae", b"--", *(bytes([sign]) for sign in b'",<>&{[-0%')])
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), SIGNS | st.binary(max_size=6) | st.just(None)), min_size=1, max_size=8)


@pytest.fixture(scope="module")
def confinement() -> Iterator[Confinement]:
    with Confinement(Limits(seconds=20)) as shared:
        yield shared


def bent(seed: bytes, edits: list[tuple[float, int, bytes | None]]) -> bytes:
    """The seed with pieces cut out, others put in (None: the piece once more)."""
    for where, cut, piece in edits:
        place = int(where * len(seed))
        seed = seed[:place] + (seed[place : place + cut] * 2 if piece is None else piece) + seed[place + cut :]
    return seed


def test_every_format_is_bent() -> None:
    assert set(SEEDS) == {reader.name for reader in READERS}


@pytest.mark.parametrize("name", SEEDS)
def test_a_good_file_is_read(name: str, confinement: Confinement) -> None:
    reader = next(reader for reader in READERS if reader.name == name)
    for seed in SEEDS[name]:
        found = list(articles_in(Document("good", seed, suffix=reader.suffixes[0]), Way(confinement, None)))
        assert found
        assert all(isinstance(each, Article) for each in found), str(found)


@pytest.mark.parametrize("name", SEEDS)
def test_a_bent_file_gives_articles_or_one_line_of_complaint(name: str, confinement: Confinement) -> None:
    suffix = next(reader.suffixes[0] for reader in READERS if reader.name == name)

    @settings(max_examples=TRIES, deadline=None, derandomize=SHORT, suppress_health_check=list(HealthCheck), database=None)
    @given(st.sampled_from(SEEDS[name]), EDITS)
    def bend(seed: bytes, edits: list[tuple[float, int, bytes | None]]) -> None:
        for each in articles_in(Document("bent", bent(seed, edits), suffix=suffix), Way(confinement, None)):
            if isinstance(each, Failure):
                assert each.name.startswith("bent")
                assert "\n" not in each.error
                assert "stumbles" not in each.error or name in ("docx", "mail", "feed", "html", "pdf")
            else:
                assert each.text.strip()

    bend()


def test_noise_is_no_article(confinement: Confinement) -> None:
    @settings(max_examples=TRIES * 4, deadline=None, database=None, derandomize=True)
    @given(st.binary(max_size=400), st.sampled_from([reader.suffixes[0] for reader in READERS]))
    def noise(data: bytes, suffix: str) -> None:
        for each in articles_in(Document("noise", data, suffix=suffix), Way(confinement, None)):
            assert "\n" not in str(each.error) if isinstance(each, Failure) else each.text.strip()

    noise()
