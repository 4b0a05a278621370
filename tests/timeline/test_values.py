"""Best values and contradictions: which value is taken, by which rule, and what is shown of the others."""

from __future__ import annotations

from stories import merged, told

DECREE = {"imposer": "RU", "targets": ("WEST",), "instrument": "export_restriction", "scope": ("oil",), "effective": "2023-02-01"}


def test_a_day_that_was_in_print_before_refutes_the_later_one() -> None:
    (event,) = merged(
        told("flash", DECREE | {"announced": "2022-12-27"}, published="2022-12-27"),
        told("later", DECREE | {"announced": "2022-12-28"}, published="2022-12-30"),
    )
    (conflict,) = event.conflicts
    assert event.announced == "2022-12-27"
    assert (conflict.field, conflict.values, conflict.chosen) == ("announced", ("2022-12-27", "2022-12-28"), "2022-12-27")
    assert conflict.articles == {"2022-12-27": ("flash",), "2022-12-28": ("later",)}
    assert conflict.rule == "an earlier publication refutes the others"


def test_the_imposers_own_release_is_believed_first() -> None:
    status = {"imposer": "CA", "instrument": "mfn_revocation"}
    (event,) = merged(
        told("news-1", status | {"effective": "2022-03-03"}, published="2022-04-09"),
        told("news-2", status | {"effective": "2022-03-03"}, published="2022-04-10"),
        told("own", status | {"effective": "2022-03-02"}, publisher="Canadian trade ministry newsroom", published="2022-03-03"),
    )
    assert event.effective == "2022-03-02"
    assert event.article == "own"
    assert event.conflicts[0].rule == "the imposer's own release says so"


def test_most_sources_decide_where_nothing_else_does_and_reprints_are_no_majority() -> None:
    ease = {"imposer": "RU", "targets": ("TR",), "instrument": "import_restriction", "scope": ("food",), "action": "ease"}
    late = [told(f"wire-{i}", ease | {"announced": "2016-10-11"}, published="2016-10-12", publisher="Wire") for i in (1, 2, 3)]
    early = [told(f"paper-{i}", ease | {"announced": "2016-10-09"}, published="2017-01-01") for i in (1, 2)]
    (event,) = merged(*late, *early)
    assert event.announced == "2016-10-09"
    assert event.n_articles == 5
    assert event.n_sources == 3


def test_numbers_of_people_that_differ_are_shown() -> None:
    out = {"imposer": "US", "instrument": "expulsion", "announced": "2018-03-26"}
    (event,) = merged(told("a", out | {"count": 60}), told("b", out | {"count": 48}), told("c", out | {"count": 60}))
    assert event.count == 60
    assert [(conflict.field, conflict.values) for conflict in event.conflicts] == [("count", ("48", "60"))]


def test_a_proposals_day_does_not_count_once_there_is_a_deed() -> None:
    ban = {"imposer": "EU", "instrument": "import_restriction", "scope": ("coal",)}
    proposed = told("a", ban | {"status": "proposed", "announced": "2022-04-05"}, published="2022-04-05")
    (alone,) = merged(proposed)
    assert alone.announced == "2022-04-05"
    (event,) = merged(proposed, told("b", ban | {"effective": "2022-04-08"}, published="2022-04-09"))
    assert (event.status, event.announced, event.effective) == ("in_force", None, "2022-04-08")


def test_bounds_narrow_each_other_and_open_up_again_where_they_cross() -> None:
    (event,) = merged(
        told("a", {"earliest": "2022-02-24", "latest": "2022-04-01"}), told("b", {"earliest": "2022-03-01", "latest": "2022-05-01"})
    )
    assert (str(event.earliest), str(event.latest), event.date) == ("2022-03-01", "2022-04-01", "2022-03-01/2022-04-01")


def test_names_in_several_spellings_are_one_name() -> None:
    act = {"announced": "2022-02-25"}
    (event,) = merged(
        told("a", act | {"target_names": ("VEB.RF", "Bank Rossiya")}),
        told("b", act | {"target_names": ("BANK ROSSIYA",)}),
        told("c", act | {"target_names": ("Bank Rossiya",)}),
    )
    assert event.target_names == ("Bank Rossiya", "VEB.RF")


def test_more_sources_make_an_event_surer_but_never_certain() -> None:
    act = {"announced": "2022-02-25", "confidence": 0.7}
    one = merged(told("a", act))[0].confidence
    three = merged(told("a", act), told("b", act), told("c", act))[0].confidence
    reprint = merged(told("a", act, publisher="P"), told("b", act, publisher="P"))[0].confidence
    assert one == reprint == 0.7
    assert 0.7 < three < 1


def test_a_day_of_effect_told_as_the_day_of_the_act_is_no_contradiction() -> None:
    tariff = {"instrument": "tariff", "scope": ("food",)}
    decided = told("a", tariff | {"announced": "2020-05-18", "effective": "2020-05-19"}, published="2020-05-18")
    (event,) = merged(decided, told("b", tariff | {"announced": "2020-05-19"}, published="2021-03-29"))
    assert (event.announced, event.effective, event.conflicts) == ("2020-05-18", "2020-05-19", ())
