"""``timeline watch`` and ``timeline append`` on the web: what is new comes in once, and what is doubtful is said."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.parsers.readers.serving import PAGE, Server, serving
from tests.parsers.readers.test_watching import item, rss


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    with serving() as running:
        yield running


def test_a_feed_is_looked_at_once_and_its_articles_come_in_once(server: Server, command: Run) -> None:
    server.pages |= {"/feed": (200, {}, rss(item(url=f"{server.url}/page")).encode()), "/page": PAGE}
    first = command("watch", f"{server.url}/feed", "--once", "--allow-private")
    assert first.returncode == 0, first.stderr
    assert "articles: 1 added" in first.stderr
    again = command("watch", f"{server.url}/feed", "--once", "--allow-private")
    assert (again.returncode, server.asked.count("/page")) == (0, 1)
    assert "nothing read" in again.stderr
    assert f"{server.url}/page" in command("articles").stdout


def test_the_local_network_is_refused(server: Server, command: Run) -> None:
    done = command("watch", f"{server.url}/feed", "--once")
    assert (done.returncode, server.asked) == (2, [])
    assert "private network" in done.stderr


def test_a_page_is_kept_for_the_day_unless_that_is_not_wanted(server: Server, command: Run) -> None:
    server.pages["/page"] = PAGE
    for options in ((), (), ("--no-cache",)):
        assert command("append", f"{server.url}/page", "--allow-private", *options).returncode == 0
    assert server.asked.count("/page") == 2


def test_what_is_doubtful_is_said_counted_and_kept(command: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("---\npublished: 2051-01-01\n---\nJapan froze assets.")
    done = command("append", "a.txt")
    assert "published 2051-01-01, which lies in the future (front matter) (1 article)" in done.stderr
    assert "lies in the future" in command("articles", "--format", "json").stdout


FRENCH = (
    "Le Conseil de l’Union européenne a décidé vendredi de geler les avoirs de plusieurs banques russes et d’interdire l’accès de leurs "
    "avions à l’espace aérien des États membres, a annoncé son président au terme d’une réunion extraordinaire à Bruxelles."
)


def test_a_language_without_a_pack_is_kept_as_it_is_and_counted(command: Run, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FRENCH, encoding="utf-8")
    done = command("append", "a.txt")
    assert done.returncode == 0
    assert "no pack for language 'fr'" in done.stderr
    assert "(1 article)" in done.stderr
    assert FRENCH in command("articles", "--format", "json").stdout
