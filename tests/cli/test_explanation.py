"""An explanation says all that is known of an event: why each field, what was marked, what disagrees and what it is tied to."""

from __future__ import annotations

from datetime import date

from parsers.mention import Reason
from timeline.cli.explanation import explain_event, marked, passage
from timeline.event import Conflict, Event, Evidence, Link, Step

TEXT = "A first sentence. Japan froze\nthe assets of banks. A last one."
MENTION = Evidence(
    article="a-1",
    digest="d",
    title="Tokyo\x1b[31m answers",
    published=date(2022, 3, 2),
    imposer="JP",
    targets=("RU",),
    instrument="asset_freeze",
    confidence=0.9,
    quote="froze\nthe assets",
    start=24,
    end=40,
    reasons=(
        Reason(field="instrument", rule="freeze", phrase="froze the assets", start=24, end=40),
        Reason(field="imposer", rule="subject", phrase="Japan", start=18, end=23, note="acts"),
        Reason(field="carried", rule="paragraph", phrase="", note="the day of the heading"),
    ),
    warnings=("the year is unknown",),
)
EVENT = Event(
    event_id="JP-1",
    imposer="JP",
    instrument="asset_freeze",
    latest=date(2022, 3, 2),
    mentions=(MENTION,),
    conflicts=(Conflict(field="announced", values=("2022-02-25", "2022-02-26"), chosen="2022-02-25", rule="the imposer's own release"),),
    links=(Link(type="response_to", to="US-1", cue="in response", basis="the only one before"),),
    history=(Step(status="announced", date="2022-02-25", article="a-1"), Step(status="in_force", article="a-2")),
    merge_reasons=("same imposer, instrument and day",),
)


def explained(texts: dict[str, str]) -> list[str]:
    return list(explain_event(EVENT, texts, lambda words: f"[{words}]"))


def test_the_whole_sentence_is_shown_with_its_phrases_marked() -> None:
    assert "   [Japan] [froze the assets] of banks." in explained({"d": TEXT})


def test_without_the_article_the_quote_is_shown() -> None:
    assert passage(MENTION, "", str.upper) == "FROZE THE ASSETS"


def test_phrases_that_overlap_are_marked_once() -> None:
    reasons = [
        Reason(field="a", rule="r", start=0, end=5),
        Reason(field="b", rule="r", start=0, end=5),
        Reason(field="c", rule="r", start=3, end=8),
    ]
    assert marked("0123456789", 0, reasons, lambda words: f"<{words}>") == "<01234>56789"


def test_every_reason_is_told_and_a_field_without_one_as_well() -> None:
    rows = [line.split() for line in explained({}) if line.startswith("   ")]
    assert ["imposer", "JP", "subject", "Japan", "acts"] in rows
    assert ["targets", "RU"] in rows
    assert ["carried", "paragraph", "the", "day", "of", "the", "heading"] in rows
    assert ["warning:", "the", "year", "is", "unknown"] in rows


def test_conflicts_links_stages_and_merging_are_told() -> None:
    lines = explained({})
    assert "bounds: not before ?, not after 2022-03-02" in lines
    assert "conflict on announced: 2022-02-25, 2022-02-26; chosen: 2022-02-25 (the imposer's own release)" in lines
    assert "response_to: US-1 (the only one before: in response)" in lines
    assert "  undated: in_force (article a-2)" in lines
    assert "  same imposer, instrument and day" in lines


def test_nothing_in_it_is_obeyed_by_a_terminal() -> None:
    assert not any("\x1b" in line or "\n" in line for line in explained({"d": TEXT}))
