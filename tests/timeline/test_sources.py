"""Which articles are one source."""

from __future__ import annotations

from parsers import Article
from timeline.merge.families import Source, families, source_of

STORY = (
    "The ministry said on Friday that it would freeze the assets of three banks and bar their managers from entering the country. "
    "Exports of semiconductors will need a licence from April, and sales of luxury cars end at once. The opposition called the step late. "
    "Analysts at two brokers expected little effect on growth this year, since trade between the two states had already fallen by half."
)


def article(name: str, text: str = "", published: str = "2022-03-01", **about: str) -> Source:
    return source_of(Article(id=name, text=text or f"A text of its own, about {name} and nothing else.", published=published, **about))


def number(*sources: Source) -> int:
    return len(set(families(sources).values()))


def test_a_reprint_that_was_cut_counts_once_with_its_original() -> None:
    original = article("a", STORY, publisher="Meridian Wire")
    reprint = article("b", "(Evening edition) " + STORY[:-100], "2022-03-02", publisher="Harbour Post")
    assert number(original, reprint) == 1


def test_a_paper_that_reprints_one_story_and_writes_another_is_a_source_of_its_own_for_the_other() -> None:
    original = article("a", STORY, publisher="Meridian Wire")
    reprint = article("b", STORY + " More on page 4.", "2022-03-02", publisher="Harbour Post")
    own = article("c", publisher="Harbour Post")
    assert number(original, reprint, own) == 2


def test_a_translation_belongs_to_the_publisher_that_it_credits() -> None:
    original = article("a", STORY, publisher="Vestnik Line")
    translated = article(
        "b", "(Vestnik Line, automatic translation)\n\nOn Friday the ministry has said to freeze.", publisher="Adria Portal"
    )
    assert number(original, translated) == 1
    assert number(original, article("c", "(Translated automatically)\n\nOn Friday the ministry has said.", publisher="Adria Portal")) == 2


def test_one_publisher_is_one_source_under_two_spellings_of_its_name() -> None:
    english = article("a", publisher="Vestnik Line", url="https://vestnik.example.org/en/1")
    russian = article("b", publisher="Вестник", url="https://www.vestnik.example.org/2")
    assert number(english, russian) == 1


def test_articles_without_a_publisher_are_sources_of_their_own() -> None:
    assert number(article("a"), article("b"), article("c")) == 3


def test_two_short_texts_are_not_taken_for_reprints() -> None:
    assert number(article("a", "Japan froze assets.", publisher="P"), article("b", "Japan froze assets!", publisher="Q")) == 2
