"""Which mentions are one act: the cases that a careful reader would decide without hesitation."""

from __future__ import annotations

import pytest
from stories import merged, told

FOOD = {"imposer": "RU", "targets": ("TR",), "instrument": "import_restriction", "scope": ("food",)}


def test_two_articles_about_one_act_make_one_event_with_both_as_evidence() -> None:
    (event,) = merged(told("a", {"announced": "2022-02-25"}), told("b", {"announced": "2022-02-25", "scope": ("business",)}))
    assert (event.n_articles, event.n_sources) == (2, 2)
    assert {one.article for one in event.mentions} == {"a", "b"}
    assert event.scope == ("business",)
    assert any("announced on the same date (2022-02-25)" in reason for reason in event.merge_reasons)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"scope": ("oil",)}, {"scope": ("coal",)}),
        ({"targets": ("RU",)}, {"targets": ("BY",)}),
        ({"imposer": "JP"}, {"imposer": "US"}),
        ({"instrument": "export_restriction"}, {"instrument": "tariff"}),
        ({"action": "impose"}, {"action": "lift"}),
        ({"status": "in_force"}, {"status": "rejected"}),
        ({"announced": "2022-02-25"}, {"announced": "2022-04-08"}),
    ],
    ids=["goods", "target", "imposer", "instrument", "action", "refusal", "round"],
)
def test_acts_that_differ_in_what_makes_an_act_stay_apart(one: dict[str, object], other: dict[str, object]) -> None:
    base = {"instrument": "import_restriction", "announced": "2022-02-25"}
    assert len(merged(told("a", base | one), told("b", base | other))) == 2


def test_two_acts_that_one_article_lists_are_two_acts() -> None:
    assert len(merged(told("a", {"announced": "2022-02-25"}, {"announced": "2022-02-25"}))) == 2


def test_an_undated_mention_joins_the_one_act_that_fits_and_says_so() -> None:
    (event,) = merged(told("a", {"announced": "2022-02-25"}), told("b", {"status": "in_force"}, published="2022-03-10"))
    assert event.announced == "2022-02-25"
    assert any("leaves the date open" in reason for reason in event.merge_reasons)


def test_an_undated_mention_that_fits_two_acts_joins_neither() -> None:
    dated = told("a", {"announced": "2022-02-25"}, {"announced": "2022-04-08"}, published="2022-05-01")
    assert len(merged(dated, told("b", {}, published="2022-05-02"))) == 3


def test_what_was_reported_as_done_is_not_an_act_of_a_later_day() -> None:
    assert len(merged(told("a", {"announced": "2022-04-08"}, published="2022-04-08"), told("b", {"latest": "2022-03-01"}))) == 2


def test_a_coarse_date_joins_the_day_that_lies_in_it_and_the_day_wins() -> None:
    (event,) = merged(told("a", FOOD | {"announced": "2015-11-28"}), told("b", FOOD | {"announced": "2015-11"}))
    assert (event.announced, event.conflicts) == ("2015-11-28", ())


def test_a_day_without_its_year_joins_the_same_day_with_it() -> None:
    (event,) = merged(told("a", {"announced": "2022-02-25"}), told("b", {"announced": "XXXX-02-25"}, published=None))
    assert event.announced == "2022-02-25"
    apart = merged(told("a", {"announced": "2022-02-25"}), told("b", {"announced": "XXXX-03-01"}, published=None))
    assert len(apart) == 2


def test_a_proposal_that_was_adopted_is_one_event_with_its_history() -> None:
    ban = {"imposer": "EU", "instrument": "import_restriction", "scope": ("oil",)}
    proposed = told("a", ban | {"status": "proposed", "announced": "2022-05-04"}, published="2022-05-04")
    adopted = told("b", ban | {"status": "in_force", "announced": "2022-06-03"}, published="2022-06-03")
    (event,) = merged(proposed, adopted)
    assert (event.status, event.announced, event.conflicts) == ("in_force", "2022-06-03", ())
    assert [(step.status, step.date) for step in event.history] == [("proposed", "2022-05-04"), ("in_force", "2022-06-03")]


def test_the_day_of_a_promise_comes_before_its_adoption_and_is_no_conflict() -> None:
    status = {"imposer": "US", "instrument": "mfn_revocation"}
    promised = told("a", status | {"status": "announced", "announced": "2022-03-11"}, published="2022-03-11")
    signed = told("b", status | {"announced": "2022-04-08", "effective": "2022-04-09"}, published="2022-04-09")
    (event,) = merged(promised, signed)
    assert (event.status, event.announced, event.effective, event.conflicts) == ("in_force", "2022-03-11", "2022-04-09", ())


def test_the_day_of_announcement_and_the_day_of_effect_meet_in_one_event() -> None:
    (event,) = merged(told("a", FOOD | {"announced": "2015-11-28"}), told("b", FOOD | {"effective": "2016-01-01"}))
    assert (event.announced, event.effective, event.date) == ("2015-11-28", "2016-01-01", "2016-01-01")


def test_a_designation_is_the_freeze_of_the_article_that_tells_more() -> None:
    split = told("a", {"announced": "2022-02-25"}, {"announced": "2022-02-25", "instrument": "travel_ban"})
    label = told("b", {"announced": "2022-02-25", "instrument": "designation"})
    events = {event.instrument: event for event in merged(split, label)}
    assert set(events) == {"asset_freeze", "travel_ban"}
    assert events["asset_freeze"].n_articles == 2


def test_a_mention_without_target_takes_the_one_its_article_is_about() -> None:
    one = told("a", {"announced": "2021-03-22", "targets": ("MM",)})
    other = told(
        "b", {"announced": "2021-03-22", "targets": ()}, {"announced": "2021-03-22", "targets": ("MM",), "instrument": "travel_ban"}
    )
    events = {event.instrument: event for event in merged(one, other)}
    assert events["asset_freeze"].n_articles == 2
    assert len(merged(one, told("c", {"announced": "2021-03-22", "targets": ()}))) == 2


def test_the_west_and_one_of_its_states_can_be_the_same_side() -> None:
    ban = {"imposer": "RU", "instrument": "import_restriction", "scope": ("food",), "announced": "2014-08-06"}
    (event,) = merged(told("a", ban | {"targets": ("WEST",)}), told("b", ban | {"targets": ("US", "EU")}))
    assert set(event.targets) == {"WEST", "US", "EU"}


def test_two_lists_within_days_stay_apart_without_a_shared_name() -> None:
    first, second = {"announced": "2022-02-22"}, {"announced": "2022-02-24"}
    assert len(merged(told("a", first, published="2022-02-28"), told("b", second, published="2022-03-28"))) == 2
    named = {"target_names": ("Bank Rossiya",)}
    assert len(merged(told("a", first | named, published="2022-02-28"), told("b", second | named, published="2022-03-28"))) == 1


def test_news_of_the_day_joins_the_act_that_another_article_dates_by_its_effect_days_later() -> None:
    cap = {"instrument": "price_cap", "scope": ("oil",)}
    news = told("a", cap | {"latest": "2022-12-03"}, published="2022-12-03")
    assert len(merged(news, told("b", cap | {"announced": "2022-12-05"}, published="2022-12-28"))) == 1
    assert len(merged(news, told("b", cap | {"announced": "2022-12-27"}, published="2022-12-28"))) == 2


def test_a_state_named_as_companion_is_not_taken_for_the_target() -> None:
    ban = {"instrument": "import_restriction", "scope": ("food",), "announced": "2023-04-15"}
    poland, hungary = ban | {"imposer": "PL", "targets": ("UA",)}, ban | {"imposer": "HU"}
    misread = told("a", hungary | {"targets": ("PL",)}, poland, published="2023-04-17")
    events = {
        event.imposer: event
        for event in merged(misread, told("b", hungary | {"targets": ("UA",)}), told("c", hungary | {"targets": ("UA",)}))
    }
    assert (events["HU"].n_articles, events["HU"].targets) == (3, ("UA",))


def test_two_who_strike_each_other_are_targets_and_no_companions() -> None:
    blow = {"instrument": "expulsion", "announced": "2018-03-30"}
    story = told("a", blow | {"imposer": "RU", "targets": ("GB",)}, blow | {"imposer": "GB", "targets": ("RU",)})
    other = told("b", blow | {"imposer": "RU", "targets": ("US",)})
    assert len(merged(story, other)) == 3


def test_a_reprint_a_day_later_tells_no_second_act() -> None:
    words = "Tokyo froze the assets of three banks"
    first = told("a", {"announced": "2022-03-11", "quote": words}, published="2022-03-11")
    assert len(merged(first, told("b", {"announced": "2022-03-12", "quote": words}, published="2022-03-12"))) == 1
    assert len(merged(first, told("b", {"announced": "2022-03-12", "quote": "Tokyo struck two shipyards"}, published="2022-03-12"))) == 2


def test_a_threat_told_long_after_is_the_threat_that_was_dated_then() -> None:
    threat = {"imposer": "UA", "targets": ("PL",), "instrument": "import_restriction", "scope": ("food",)}
    then = told("a", threat | {"status": "announced", "announced": "2023-09-18"}, published="2023-09-18")
    assert len(merged(then, told("b", threat | {"status": "proposed"}, published="2024-01-08"))) == 1
    done = told("c", threat | {"announced": "2023-09-18"}, published="2023-09-18")
    assert len(merged(done, told("b", threat | {"status": "proposed"}, published="2024-01-08"))) == 2
