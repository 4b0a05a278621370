"""What an article's reader would understand: years, headings, logs, landmarks, tense."""

from __future__ import annotations

from datetime import date

import pytest

from parsers import edtf
from parsers.dates import Timex, tag

FRIDAY = date(2022, 4, 8)


def read(text: str, published: date | None = FRIDAY, title: str | None = None) -> dict[str, Timex]:
    """The expressions of a text by their words."""
    return {text[each.start : each.end]: each for each in tag(text, published, title)}


def dates(text: str, published: date | None = FRIDAY) -> dict[str, str | None]:
    return {words: each.edtf for words, each in read(text, published).items()}


# ---- the year of a day without one


@pytest.mark.parametrize(
    ("published", "text", "day"),
    [
        (date(2022, 12, 24), "On February 25, Kishida announced a freeze.", "2022-02-25"),
        (date(2023, 1, 10), "The ban was announced on 27 December.", "2022-12-27"),
        (date(2022, 11, 20), "The cap will apply from 5 February.", "2023-02-05"),
        (date(2022, 4, 8), "The coal ban was agreed; it ends on 10 August.", "2022-08-10"),
        (date(2024, 2, 27), "The decision was published back on December 26.", "2023-12-26"),
        (date(2024, 2, 27), "Exports closed on February 29.", "2024-02-29"),
    ],
)
def test_the_year_is_nearest_to_publication_unless_tense_says_otherwise(published: date, text: str, day: str) -> None:
    found = [each for each in tag(text, published) if each.basis == "inferred_year"]
    assert [each.edtf for each in found] == [day]
    assert str(published) in found[0].note


def test_without_publication_the_year_comes_from_the_landmark() -> None:
    text = "Since the beginning of the special military operation in Ukraine Tokyo has acted. "
    text += "On February 25 it froze assets. A ban applies from April 5."
    assert dates(text, None) == {"February 25": "2022-02-25", "April 5": "2022-04-05"}


def test_without_publication_and_landmark_the_year_stays_unknown() -> None:
    found = read("On February 25 it froze assets.", None)["February 25"]
    assert (found.edtf, found.basis) == ("XXXX-02-25", "inferred_year")
    assert edtf.valid("XXXX-02-25")


def test_without_publication_a_full_date_nearby_or_in_the_title_gives_the_year() -> None:
    assert dates("It acted on 2 August 1990. On 25 September it went further.", None)["25 September"] == "1990-09-25"
    assert read("On 25 September it went further.", None, "Kuwait after 2 August 1990")["25 September"].edtf == "1990-09-25"


def test_a_story_of_long_ago_keeps_its_year() -> None:
    text = "In April 2020 Canberra called for an inquiry. On 12 May Beijing stopped beef. "
    text += "A week later it taxed barley; wine followed in the autumn."
    assert list(dates(text, date(2024, 4, 2)).values()) == ["2020-04", "2020-05-12", "2020-05-19", "2020-09/2020-11"]


# ---- weekdays and relative days


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ministry said on Thursday it had acted.", "2022-04-07"),
        ("The ban was signed on Friday.", "2022-04-08"),
        ("Ministers will meet on Monday.", "2022-04-11"),
        ("Exports were stopped last Monday.", "2022-04-04"),
        ("The list was adopted a week ago.", "2022-04-01"),
        ("The list was adopted last week.", "2022-03-28/2022-04-03"),
        ("Imports stop from next week.", "2022-04-11/2022-04-17"),
        ("It was agreed over the weekend.", "2022-04-02/2022-04-03"),
        ("It runs until the end of the year.", "2022-12-31"),
        ("It was adopted in early March 2022.", "2022-03"),
        ("It falls in the second half of 2022.", "2022-07/2022-12"),
        ("Hauliers are kept out from 6 pm on Thursday.", "2022-04-07"),
        ("They left late on Thursday.", "2022-04-07"),
        ("They met this morning.", "2022-04-08"),
        ("Insurers will be barred six months from now.", "2022-10"),
        ("Seoul froze assets in March of last year.", "2021-03"),
    ],
)
def test_relative_words_count_from_publication(text: str, day: str) -> None:
    assert [each.edtf for each in tag(text, FRIDAY)] == [day]


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("On March 7 Canberra acted, and Seoul followed five days later.", "five days later", "2022-03-12"),
        ("On March 7 Canberra acted. The following day Seoul did.", "The following day", "2022-03-08"),
        ("On March 7 Canberra acted, and the same day Seoul did.", "the same day", "2022-03-07"),
        ("On March 7 Canberra acted. Seoul had moved the day before.", "the day before", "2022-03-06"),
        ("On March 25 Bern acted; Oslo followed on the 28th.", "the 28th", "2022-03-28"),
        ("In May 1997 imports stopped, and six years later exports.", "six years later", "2003"),
        ("In March 2011 it was put out and in November of that year let in.", "November of that year", "2011-11"),
    ],
)
def test_what_points_back_counts_from_the_date_last_spoken_of(text: str, words: str, day: str) -> None:
    assert dates(text)[words] == day


def test_a_day_named_with_the_event_dates_the_span_before_it() -> None:
    found = read("Four days after troops rolled into Kuwait on 2 August 1990, the Council acted.", None)["Four days"]
    assert (found.type, found.edtf, found.rule) == ("DATE", "1990-08-06", "span_from_dated_event")


def test_a_span_behind_a_dated_act_tells_when_the_earlier_event_was() -> None:
    found = read("The embargo was decided on September 2, 2011, a fortnight after Obama froze the assets.")["a fortnight"]
    assert (found.type, found.edtf, found.other) == ("DURATION", None, "2011-08-19")


# ---- headings, entries, cells, datelines

CHRONOLOGY = """2014

17 March - the EU listed 21 people, until 17 September.
31 July: sectoral measures.

2015
• 29 June: prolonged until 31 January. Same day: Oslo followed.

9 June 2016
The next day Bern agreed.
"""


def test_headings_and_entries_give_their_year_to_what_stands_under_them() -> None:
    found = read(CHRONOLOGY)
    assert {words: each.edtf for words, each in found.items()} == {
        "2014": "2014", "17 March": "2014-03-17", "17 September": "2014-09-17", "31 July": "2014-07-31",
        "2015": "2015", "29 June": "2015-06-29", "31 January": "2016-01-31", "Same day": "2015-06-29",
        "9 June 2016": "2016-06-09", "The next day": "2016-06-10",
    }  # fmt: skip
    assert [found[words].rule for words in ("2014", "17 March", "31 July", "29 June", "9 June 2016")] == [
        "heading_date", "entry_date", "entry_date", "entry_date", "heading_date",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("9 June 2010\nIt acted.", "9 June 2010", "heading_date"),
        ("March 2022\nIt acted.", "March 2022", "heading_date"),
        ("16 January 2016 - Implementation Day\nBrussels ended its sanctions.", "16 January 2016", "heading_date"),
        ("Week of July 10, 2023\nIt acted.", "July 10, 2023", "heading_date"),
        ("Measures by day\n3 May: It acted.", "3 May", "entry_date"),
        ("[10 Feb] It acted.", "10 Feb", "entry_date"),
        ("3 May: It acted.", "3 May", "entry_date"),
        ("2019-06-21 - Regulations were implemented", "2019-06-21", "entry_date"),
        ("Japan | 21 Feb 2022 | export ban", "21 Feb 2022", "entry_date"),
        ("MOSCOW, March 17. /TASS/. It acted.", "March 17", "dateline"),
        ("TOKYO, April 8 (Xinhua) -- It acted.", "April 8", "dateline"),
        ("On 3 May it acted.", "3 May", "day_and_month"),
        ("It acted on\n3 May, and it was right to do so as everybody said afterwards.", "3 May", "day_and_month"),
    ],
)
def test_where_a_date_stands_is_told_by_its_rule(text: str, words: str, rule: str) -> None:
    assert read(text)[words].rule == rule


def test_a_stamp_of_a_live_blog_is_a_time_with_its_day() -> None:
    found = read("13:10 GMT 25.10.2021\nThe minister spoke.", date(2021, 10, 26))["13:10 GMT 25.10.2021"]
    assert (found.type, found.value, found.edtf) == ("TIME", "2021-10-25T13:10Z", "2021-10-25")


def test_today_in_a_reprint_is_the_day_of_its_dateline() -> None:
    assert dates("MOSCOW, March 17. /TASS/. The ministry banned entry today.")["today"] == "2022-03-17"


# ---- landmarks


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        (
            "In Ukraine it began. Four days after the start of the special operation Bern acted.",
            "Four days after the start of the special operation",
            "2022-02-28",
        ),
        ("Kyiv was shelled. Three days after the invasion the EU closed its skies.", "Three days after the invasion", "2022-02-27"),
        ("Tbilisi refused on the second day of the war in Ukraine.", "the second day of the war in Ukraine", "2022-02-25"),
        ("Kyiv saw it in the first week of the war.", "the first week of the war", "2022-02-24/2022-03-02"),
        ("It was listed two days after the annexation of Crimea.", "two days after the annexation of Crimea", "2014-03-20"),
    ],
)
def test_spans_count_from_events_that_the_world_knows(text: str, words: str, day: str) -> None:
    assert dates(text)[words] == day


def test_a_generic_word_needs_its_context() -> None:
    assert read("Three days after the invasion of privacy he left.")["Three days"].edtf is None


def test_no_landmark_after_publication_is_meant() -> None:
    found = read("Tbilisi was shelled. Three days after the invasion Paris mediated.", date(2008, 8, 20))
    assert found["Three days after the invasion"].edtf == "2008-08-11"


# ---- what is no date


@pytest.mark.parametrize(
    "text",
    [
        "Regulation (EU) 2022/328 and Decision (CFSP) 2022/265", "Executive Order 14024", "SOR/2019-232", "17 diplomats and 2,000 people",
        "it may march on the second of them", "the sun sat down", "section 212(a)(3)(C)", "OJ L 89, p. 4", "1500 tonnes at $2000 each",
        "resolution 1929", "a six-year-old boy", "seen on Russia Today", "shares of Sun Microsystems", "a score of 3:1 in group 25",
    ],
)  # fmt: skip
def test_numbers_and_words_that_only_look_like_dates(text: str) -> None:
    assert tag(text, FRIDAY) == []


@pytest.mark.parametrize(
    "text",
    ["the Indus Waters Treaty of 1960", "resolution 661 (1990)", "the 1972 Simla accord",
     "agreements on visa-free exchanges between the islands and Japan of 1991", "CAATSA of 2017", "the Sanctions Act 2018",
     "the 18 October 2011 agreement"],
)  # fmt: skip
def test_dates_in_names_of_laws_are_told_apart(text: str) -> None:
    assert {each.rule for each in tag(text, FRIDAY)} == {"year_in_name"}


# ---- every reading


def test_every_edtf_is_a_date_of_the_table_and_every_basis_a_code() -> None:
    text = CHRONOLOGY + "Last week, in the spring of 2021, over the weekend, in Q1 2024, in the 1990s, at noon on Friday, in 1999-2003."
    for each in tag(text, FRIDAY):
        assert each.edtf is None or edtf.valid(each.edtf)
        assert each.basis in ("explicit", "inferred_year", "relative")
        assert each.edtf is None or each.note


def test_the_same_text_gives_the_same_answer_in_any_order() -> None:
    texts = [CHRONOLOGY, "On 3 May it acted.", "Three days after the invasion of Ukraine"]
    first = [tag(text, FRIDAY) for text in texts]
    assert [tag(text, FRIDAY) for text in reversed(texts)] == first[::-1]
