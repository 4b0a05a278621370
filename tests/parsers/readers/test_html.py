"""Pages: the article's text alone, its description, where its date came from, and pages made to hurt."""

from datetime import date
from pathlib import Path

import pytest

from parsers import Article, InputError
from parsers.readers import read

LD = '<script type="application/ld+json">%s</script>'
PARAGRAPHS = (
    "Japan banned imports of gold from Russia on Tuesday, the government said in a statement that followed similar steps by its partners.",
    "The ban covers gold that left Russia after that day, and the ministry said that it would be enforced at every port of the country.",
)
BODY = (
    '<nav><a href="/">Home page</a> <a href="/sport">Sport and weather</a></nav><article><h1>Japan bans gold</h1>'
    + "".join(f"<p>{text.replace('ministry', 'min&shy;istry')}</p>" for text in PARAGRAPHS)
    + "</article><footer>Copyright 2024 Example</footer>"
)


def page(head: str = "", body: str = BODY, lang: str = "en-GB") -> str:
    return f'<!DOCTYPE html><html lang="{lang}"><head><title>Japan bans gold | Example</title>{head}</head><body>{body}</body></html>'


def article(path: Path, content: str | bytes) -> Article:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (found,) = read(path)
    return found


def test_the_text_is_the_article_and_nothing_around_it(tmp_path: Path) -> None:
    found = article(tmp_path / "a.html", page())
    assert found.text == "\n\n".join(("Japan bans gold", *PARAGRAPHS))


def test_the_page_describes_itself(tmp_path: Path) -> None:
    head = '<meta property="og:site_name" content="Example Daily"><link rel="canonical" href="https://example.org/gold">'
    found = article(tmp_path / "a.html", page(head))
    assert (found.title, found.publisher, found.url, found.language) == (
        "Japan bans gold",
        "Example Daily",
        "https://example.org/gold",
        "en",
    )


MODIFIED = '<meta property="article:modified_time" content="2023-05-05T10:00:00Z">'
META = '<meta property="article:published_time" content="2022-07-06T10:00:00Z">'
ARTICLE = '{"@type": "NewsArticle", "dateModified": "2023-01-01", "datePublished": "2022-07-05T08:00:00+09:00"}'
GRAPH = f'{{"@graph": [{{"@type": "WebPage"}}, {ARTICLE}]}}'


@pytest.mark.parametrize(
    ("head", "day", "origin"),
    [
        (MODIFIED + META + LD % GRAPH, date(2022, 7, 5), "json-ld"),
        (META + LD % '[{"@type": "Organization"}, {"datePublished": "2022-07-04"}]', date(2022, 7, 4), "json-ld"),
        (MODIFIED + META, date(2022, 7, 6), "meta"),
        (META + LD % "{broken", date(2022, 7, 6), "meta"),
        (META + LD % '{"datePublished": "last week"}', date(2022, 7, 6), "meta"),
        ('<meta name="pubdate" content="July 7, 2022">', date(2022, 7, 7), "htmldate"),
        ("", None, None),
    ],
)
def test_the_day_of_publication_and_where_it_came_from(tmp_path: Path, head: str, day: date | None, origin: str | None) -> None:
    found = article(tmp_path / "a.html", page(head))
    assert (found.published, found.published_from) == (day, origin)


def test_a_page_on_one_line_keeps_its_date(tmp_path: Path) -> None:
    body = BODY.replace("<article>", f'<div>{"word " * 4000}</div><article><time datetime="2021-03-22" pubdate>March 22</time>')
    assert article(tmp_path / "a.html", page(body=body).replace("\n", "")).published == date(2021, 3, 22)


def test_a_year_in_the_footer_is_no_date_of_publication(tmp_path: Path) -> None:
    assert article(tmp_path / "a.html", page()).published is None


def test_the_declared_encoding_is_used(tmp_path: Path) -> None:
    text = "Vláda schválila zákaz dovozu zlata z Ruska, uvedl úřad ve středu. Zákaz platí ode dneška pro všechny přístavy v zemi."
    content = page('<meta charset="windows-1250">', f"<article><p>{text}</p></article>", "cs")
    assert article(tmp_path / "a.html", content.encode("cp1250")).text == text


@pytest.mark.parametrize("content", [page(body=""), "<!doctype html>"])
def test_a_page_without_article_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(InputError, match=r"a\.html: .*(no article|empty)"):
        article(tmp_path / "a.html", content)


@pytest.mark.parametrize(
    "body",
    ["<div>" * 20_000 + "Japan banned gold." + "</div>" * 20_000, "<p>Japan banned gold.</p>" * 60_000],
    ids=["too deep", "too many"],
)
def test_a_page_made_to_hurt_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(InputError, match="more than an article has"):
        article(tmp_path / "a.html", page(body=body))


def test_a_page_that_is_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="larger than 5 MB"):
        article(tmp_path / "a.html", page(body="<p>" + "Japan banned gold. " * 300_000 + "</p>"))


def test_scripts_count_for_nothing(tmp_path: Path) -> None:
    body = BODY + "<svg>" + "<path/>" * 60_000 + "</svg><script>" + "var a;" * 1000 + "</script>"
    assert article(tmp_path / "a.html", page(body=body)).text.endswith(PARAGRAPHS[-1])
