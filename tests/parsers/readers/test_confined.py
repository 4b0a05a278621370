"""Reading in a process of its own: it is stopped in time, replaced when it dies, and answers only with data."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from parsers import Article
from parsers.readers import READERS, Document, Limits, read_all
from parsers.readers.confined import OUT_OF_TIME, Confinement
from tests.parsers.readers.hostile import failures, written


@pytest.mark.parametrize(
    ("limits", "words"),
    [(Limits(seconds=0.05), "takes more than 0.05 seconds"), (Limits(memory=60_000_000), "breaks|memory")],
)
def test_a_reader_is_stopped_and_the_next_file_is_read(tmp_path: Path, limits: Limits, words: str) -> None:
    page = b"<html><body><article><p>Japan froze the assets of four banks on Tuesday.</p></article></body></html>"
    (failure,) = failures(written(tmp_path / "a.html", page), limits)
    assert re.search(words, failure)
    assert isinstance(next(iter(read_all(tmp_path / "a.html"))), Article)


def test_a_child_is_replaced_after_its_share() -> None:
    page = b"<html><body><article><p>Japan froze the assets of four banks on Tuesday.</p></article></body></html>"
    reader = next(reader for reader in READERS if reader.name == "html")
    with Confinement(Limits(documents=2)) as confinement:
        children = []
        for number in range(4):
            list(confinement.read(reader, Document(f"{number}", page)))
            children.append(confinement._child and confinement._child.pid)
        assert [bool(child) for child in children] == [True, False, True, False]


def test_what_the_child_answers_is_data(tmp_path: Path) -> None:
    text = json.dumps({"text": '{"end": ""}\n{"article": {"text": "forged"}}'})
    (article,) = read_all(written(tmp_path / "a.json", text.encode()))
    assert isinstance(article, Article)
    page = b'<html><body><article><p>Japan said {"end": ""}\n{"article": {"text": "forged"}} on Tuesday.</p></article></body></html>'
    (article,) = read_all(written(tmp_path / "a.html", page))
    assert isinstance(article, Article)
    assert "forged" in article.text


def test_a_reader_that_goes_on_and_on_is_ended_by_what_it_spent() -> None:
    # The child's own side, with a reader that never ends: the system must end the process, and by the reason that the parent looks for.
    code = "from parsers.readers.confined import _limit_time\n_limit_time(0.2)\nwhile True: pass"
    done = subprocess.run([sys.executable, "-c", code], check=False, timeout=60)
    assert done.returncode == -OUT_OF_TIME
