"""Feeds: what they tell by themselves, and what is new in them with the pages that they link to."""

from pathlib import Path

import pytest

from parsers import Article, InputError
from parsers.readers import Document, Failure, Manners, read, read_all
from parsers.readers.watching import feeds_of, new_articles
from tests.parsers.readers.serving import PAGE, Server

TOLD = (
    "Japan banned imports of gold from Russia on Tuesday, the government said in a statement that followed similar steps by its partners."
)
ITEM = "<item><title>Gold &amp;amp; silver</title><link>{url}</link><pubDate>{date}</pubDate>{more}</item>"
RSS = '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>The Wire</title>'
MORE = f"<description>Short.</description><content:encoded><![CDATA[<p>{TOLD}</p><p>{TOLD} Again.</p>]]></content:encoded>"
LATE = "Tue, 05 Jul 2022 23:30:00 -0700"
ATOM = (
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Wire</title><entry><title>Gold</title>'
    '<link href="https://example.org/1"/><published>2022-07-05T23:30:00+09:00</published>'
    f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{TOLD}</p></div></content></entry></feed>'
)
QUICK = Manners(allow_private=True, pause=0, tries=1)


def rss(*items: str) -> str:
    return RSS + "".join(items) + "</channel></rss>"


def item(url: str = "https://example.org/1", date: str = LATE, more: str = MORE) -> str:
    return ITEM.format(url=url, date=date, more=more)


def described(article: Article) -> tuple[object, ...]:
    return (article.title, str(article.published), article.published_from, article.publisher, article.url)


def test_an_entry_is_an_article_with_what_the_feed_says_of_it(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss(item()))
    (article,) = read(path)
    # 23:30 in San Francisco is the next day in London; the day is the publisher's.
    assert described(article) == ("Gold & silver", "2022-07-05", "feed", "The Wire", "https://example.org/1")
    assert article.text == f"{TOLD}\n\n{TOLD} Again."


def test_an_atom_feed(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_text(ATOM)
    (article,) = read(path)
    assert described(article) == ("Gold", "2022-07-05", "feed", "The Wire", "https://example.org/1")
    assert (article.text, article.language) == (TOLD, "en")


@pytest.mark.parametrize("date", ["", "yesterday", "0", "31 Feb 2022"])
def test_a_date_that_cannot_be_read_is_left_out(tmp_path: Path, date: str) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss(item(date=date)))
    assert [article.published for article in read(path)] == [None]


def test_an_entry_without_text_is_named_and_stops_no_other(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(rss(item(more=""), item()))
    bad, good = read_all(path)
    assert "entry 1: has no text in the feed; `timeline watch` reads" in str(bad)
    assert isinstance(good, Article)


def watched(feeds: list[str], known: set[str] | None = None) -> list[Article | Failure]:
    return list(new_articles(feeds, QUICK, lambda address: address in (known or set())))


def test_the_page_of_an_entry_is_read_and_an_entry_that_is_known_is_not(server: Server) -> None:
    page = f"{server.url}/page"
    server.pages |= {"/feed": (200, {}, rss(item(url=page), item(url=f"{server.url}/other")).encode()), "/page": PAGE, "/other": PAGE}
    first, second = watched([f"{server.url}/feed"])
    assert isinstance(first, Article)
    assert "café" in first.text
    assert first.id == page
    # The page says itself when it was published; who published it and under which title, it leaves to the feed.
    assert described(first) == ("Gold & silver", "2022-07-05", "meta", "The Wire", page)
    server.asked.clear()
    assert watched([f"{server.url}/feed"], {page}) == [second]
    assert "/page" not in server.asked


def test_where_the_page_cannot_be_had_the_feed_has_to_do(server: Server) -> None:
    gone, empty = f"{server.url}/gone", f"{server.url}/empty"
    server.pages["/feed"] = (200, {}, rss(item(url=gone), item(url=empty, more=""), item(url="")).encode())
    found = watched([f"{server.url}/feed"])
    assert [type(one) for one in found] == [Article, Failure, Article]
    assert isinstance(found[0], Article)
    assert found[0].id == gone
    assert "only what the feed tells of it: the server answers 404" in found[0].notes[0]
    assert str(found[1]).startswith(f"{empty}: the server answers 404")


def test_a_list_of_feeds_is_followed_and_a_feed_that_is_away_stops_no_other(server: Server, tmp_path: Path) -> None:
    server.pages |= {"/feed": (200, {}, rss(item(url=f"{server.url}/page")).encode()), "/page": PAGE}
    outlines = "".join(f'<outline text="x" xmlUrl="{server.url}{path}"/>' for path in ("/none", "/feed", "/feed"))
    path = tmp_path / "feeds.opml"
    path.write_text(f'<?xml version="1.0"?><opml version="2.0"><body><outline text="a">{outlines}</outline></body></opml>')
    bad, good = watched([str(path)])
    assert str(bad).startswith(f"{server.url}/none: the server answers 404")
    assert isinstance(good, Article)


def test_a_list_of_feeds_does_not_lead_into_the_machine_or_to_another_list(server: Server, tmp_path: Path) -> None:
    path = tmp_path / "feeds.opml"
    path.write_text(
        f'<opml><outline xmlUrl="/etc/passwd"/><outline xmlUrl="file:///etc/passwd"/><outline xmlUrl="{server.url}/list"/></opml>'
    )
    server.pages["/list"] = (200, {}, f'<opml><outline xmlUrl="{server.url}/page"/></opml>'.encode())
    (failure,) = watched([str(path)])
    assert "is no feed" in str(failure)
    assert "/page" not in server.asked


ENTITY = '<!DOCTYPE opml [<!ENTITY x SYSTEM "file:///etc/passwd">]><opml><outline xmlUrl="https://&x;/"/></opml>'


@pytest.mark.parametrize("content", ["", "<opml/>", "<opml><outline/></opml>", "<opml", "no xml", ENTITY])
def test_a_list_without_feeds_says_so(content: str) -> None:
    with pytest.raises(InputError, match=r"no feed|no list of feeds"):
        print(feeds_of(Document("a.opml", content.encode())))


@pytest.mark.parametrize("content", ["<html><body><p>No feed</p></body></html>", "no feed", "{}", ""])
def test_what_is_no_feed_is_named(tmp_path: Path, content: str) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(content)
    (failure,) = watched([str(path)])
    assert "is no feed that can be read" in str(failure)
