"""Web pages to articles: our reader beside the extractor that it stands on, on the same pages in the same run.

A page holds one of the benchmark's articles and, around it, what news sites have: 150 links, teasers, scripts, a description of itself.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from parsers import Article
from parsers.readers import Document, html, read_all
from tests.benchmarks.articles import articles

CALL = "window.site = window.site || []; window.site.push({ 'slot': 'top', 'sizes': [[300, 250], [970, 90]] });"
SCRIPT = f"<script>{CALL * 300}</script>"
LINKS = "".join(f'<li class="menu-item"><a href="/section/{number}">Section {number}</a></li>' for number in range(150))
TEASERS = "".join(
    f'<div class="teaser card"><a href="/news/{number}"><img src="/{number}.jpg" alt=""><h3>Headline {number} of the day</h3></a></div>'
    for number in range(60)
)


class Rate(NamedTuple):
    """How many pages a second of the processor something reads."""

    name: str
    per_second: float


def page(article: Article) -> str:
    """The article as a news site would show it, about 80 kB."""
    about = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": article.title, "datePublished": str(article.published)}
    paragraphs = "".join(f"<p>{text}</p>" for text in article.text.split("\n") if text.strip())
    return (
        f'<!doctype html><html lang="en"><head><title>{article.title} | The Daily</title><meta property="og:site_name" content="The Daily">'
        f'<link rel="canonical" href="https://example.org/{article.id}">'
        f'<script type="application/ld+json">{json.dumps(about)}</script>{SCRIPT}'
        f"</head><body><header><nav><ul>{LINKS}</ul></nav></header><main><article><h1>{article.title}</h1>{paragraphs}</article>"
        f"<aside>{TEASERS}</aside></main><footer><ul>{LINKS}</ul><p>Copyright The Daily</p></footer></body></html>"
    )


def rates(count: int, rounds: int) -> list[Rate]:
    """Ours first: the reader alone; then the extractor with the same answers, and with the text alone."""
    from trafilatura import bare_extraction, extract

    pages = [page(article) for article in articles(count)]
    ways: dict[str, Callable[[str], object]] = {
        "ours": lambda text: list(html.read(Document("page", text.encode()))),
        "trafilatura, text, title and date": lambda text: bare_extraction(text, with_metadata=True, include_comments=False),
        "trafilatura, text alone": lambda text: extract(text, include_comments=False),
    }
    best = dict.fromkeys(ways, 0.0)
    for _ in range(rounds):
        for name, way in ways.items():
            best[name] = max(best[name], count / _seconds(way, pages))
    return [Rate(*each) for each in best.items()]


def through_the_door(count: int) -> float:
    """Files a second by the clock, as ``timeline append`` reads them: in a process of its own, the start of it left out."""
    with tempfile.TemporaryDirectory() as folder:
        for number, article in enumerate(articles(count)):
            Path(folder, f"{number:05}.html").write_text(page(article), encoding="utf-8")
        items = read_all(folder)
        next(items)
        began = time.perf_counter()
        read = len(list(items))
        return read / (time.perf_counter() - began)


def _seconds(way: Callable[[str], object], pages: Iterable[str]) -> float:
    began = time.process_time()
    for each in pages:
        way(each)
    return time.process_time() - began
