"""What is noted about an article on its way in: dates that cannot be, languages that are not what they say, stubs and live blogs."""

from datetime import date
from pathlib import Path

import pytest

from parsers import Article
from parsers.readers import Manners, read, read_all
from parsers.readers.doubts import doubts
from parsers.readers.language import language_of
from tests.parsers.readers.test_html import LD, article, page

TODAY = date(2024, 5, 1)


def noted(published: str, text: str) -> tuple[str, ...]:
    return doubts(Article(text=text, published=published, published_from="htmldate"), TODAY)


@pytest.mark.parametrize(
    ("published", "text"),
    [
        ("2022-07-05", "Japan banned imports on July 5, 2022."),
        ("2022-07-05", "The ban of 1991 was lifted in 2014. It may return in 2030."),
        ("2022-07-05", "The measures hold until 31 July 2023."),
        ("2022-12-30", "The ban takes effect in 2023."),
        ("2022-07-05", "The pipeline is to be closed by 2030."),
        ("2022-07-05", "It cost 2,024 dollars, or 2030 percent more."),
        ("2024-05-02", "In Tokyo it is tomorrow already."),
    ],
)
def test_a_day_that_can_be_believed(published: str, text: str) -> None:
    assert noted(published, text) == ()


@pytest.mark.parametrize(
    ("published", "text", "words"),
    [
        ("2024-06-01", "Japan banned imports.", "lies in the future (htmldate)"),
        ("2009-01-01", "Japan banned imports on July 5, 2022.", "long before the days that its text tells of (htmldate)"),
        ("2009-01-01", "Japan banned imports on 5 July 2022 and 2022-07-06.", "long before"),
        ("2009-01-01", "Der Rat beschloss am 25.02.2022 Maßnahmen.", "long before"),
        ("2009-01-01", "Since 2022 the ban has held, and in 2023 it grew.", "long before"),
    ],
)
def test_a_day_that_cannot_be(published: str, text: str, words: str) -> None:
    (note,) = noted(published, text)
    assert words in note


def test_without_a_clock_no_day_lies_in_the_future(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("---\npublished: 2051-01-01\n---\nJapan froze assets.")
    assert next(read(path)).notes == ()
    (found,) = read_all(path, Manners(today=TODAY))
    assert isinstance(found, Article)
    assert found.notes == ("published 2051-01-01, which lies in the future (front matter)",)


TEXTS = {
    "en": "The government said that it had banned imports of gold from Russia, and that it would hold until the end of the year. ",
    "de": "Der Rat beschloss am Freitag, die Vermögen mehrerer Banken einzufrieren und ihren Flugzeugen den Luftraum zu schließen. ",
    "fr": "Le Conseil a décidé vendredi de geler les avoirs de plusieurs banques et d’interdire à leurs avions l’espace aérien. ",
    "ru": "Правительство сообщило во вторник, что ввело запрет на ввоз золота и что запрет будет действовать до конца этого года. ",
    "uk": "Уряд повідомив у вівторок, що запровадив заборону на ввезення золота і що заборона діятиме до кінця цього року. ",
    "ja": "政府は火曜日、ロシアからの金の輸入を禁止し、この禁止措置は年末まで続くと発表した。" * 3,
}


@pytest.mark.parametrize("language", TEXTS)
def test_the_language_of_a_text_is_told(language: str) -> None:
    text = TEXTS[language] * 3
    assert language_of(None, text) == (language, ())
    assert language_of(language, text) == (language, ())
    other = "de" if language == "en" else "en"
    assert language_of(other, text) == (language, (f"declared as {other!r}, reads as {language!r}",))


def test_a_short_text_is_what_it_declares() -> None:
    assert language_of("ru", TEXTS["en"][:60]) == ("ru", ())
    assert language_of(None, TEXTS["en"][:60]) == (None, ())


@pytest.mark.parametrize(("declared", "text"), [("nb", "no"), ("sh", "sr")])
def test_names_of_one_language_are_one(declared: str, text: str) -> None:
    from parsers.readers.language import OTHER_NAMES

    assert declared in OTHER_NAMES[text]


@pytest.mark.parametrize(
    ("about", "words"),
    [
        ('{"@type": "LiveBlogPosting", "headline": "x"}', "a live blog"),
        ('{"@type": "NewsArticle", "isAccessibleForFree": "False"}', "behind a paywall"),
        ('{"@type": "NewsArticle", "isAccessibleForFree": false}', "behind a paywall"),
    ],
)
def test_a_page_that_is_no_plain_article_is_noted(tmp_path: Path, about: str, words: str) -> None:
    (note,) = article(tmp_path / "a.html", page(LD % about)).notes
    assert words in note


def test_a_text_for_machines_fills_in_what_the_markup_hides(tmp_path: Path) -> None:
    whole = "Japan banned imports of gold. " * 60
    found = article(tmp_path / "a.html", page(LD % f'{{"@type": "NewsArticle", "articleBody": "{whole}"}}'))
    assert found.text == whole.strip()


def test_publisher_and_title_come_from_the_description(tmp_path: Path) -> None:
    about = '{"@graph": [{"@type": "Organization", "@id": "#o", "name": "Example"}, {"@type": "NewsArticle", "publisher": {"@id": "#o"}}]}'
    found = article(tmp_path / "a.html", page(LD % about + '<meta property="og:title" content="Japan bans gold &amp;amp; coal | Example">'))
    assert (found.title, found.publisher) == ("Japan bans gold & coal", "Example")
