"""What a reader sees in the charts, read back from the figures."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from parsers.errors import InputError
from timeline.charts import CONFIG, FIGURES, chart
from timeline.charts.hover import tidy
from timeline.event import Event
from timeline.frame import to_frame

if TYPE_CHECKING:
    import pandas as pd


def points(figure: Any) -> dict[str, dict[str, Any]]:
    """The mark of each event on a timeline: where it stands and how it looks."""
    found: dict[str, dict[str, Any]] = {}
    for trace in figure.data:
        if trace.type == "scatter" and trace.meta["part"] == "marks":
            assert trace.hoverinfo != "skip"
            for place, name in enumerate(trace.customdata):
                look = {"x": trace.x[place], "y": trace.y[place], "symbol": trace.marker.symbol[place], "color": trace.marker.color}
                found[name] = look | {"hover": trace.hovertext[place]}
    return found


def counted(figure: Any) -> dict[tuple[str, str], int]:
    """Numbers of a chart of columns or lines: (trace name, label) to number."""
    return {(trace.name, label): value for trace in figure.data for label, value in zip(trace.x, trace.y, strict=True)}


@pytest.mark.parametrize("entry", FIGURES, ids=lambda entry: entry.name)
def test_each_chart_asks_a_question_and_uses_only_what_the_page_can_draw(entry: Any, frame: pd.DataFrame) -> None:
    figure = entry.draw(frame)
    assert figure.layout.title.text.endswith("?")
    assert {trace.type for trace in figure.data} <= {"scatter", "bar", "heatmap"}
    assert all(trace.meta["rule"] for trace in figure.data)


@pytest.mark.parametrize("entry", FIGURES, ids=lambda entry: entry.name)
def test_each_chart_of_the_same_events_is_the_same_whatever_their_order(entry: Any, events: list[Event], frame: pd.DataFrame) -> None:
    assert entry.draw(to_frame(reversed(events))).to_json() == entry.draw(frame).to_json()


@pytest.mark.parametrize("entry", FIGURES, ids=lambda entry: entry.name)
def test_each_chart_bears_an_empty_table(entry: Any) -> None:
    assert entry.draw(to_frame([])).to_json()


@pytest.mark.parametrize("entry", FIGURES, ids=lambda entry: entry.name)
def test_no_raw_code_is_shown(entry: Any, frame: pd.DataFrame) -> None:
    shown = json.dumps(_texts(json.loads(entry.draw(frame).to_json())))
    for code in ("import_restriction", "in_force", '"JP"', '"RU"', "dual_use", "reserves_freeze"):
        assert code not in shown


def _texts(value: Any, key: str = "") -> list[str]:
    if key in ("customdata", "meta"):
        return []
    if isinstance(value, dict):
        return [text for name, item in value.items() for text in _texts(item, name)]
    if isinstance(value, list):
        return [text for item in value for text in _texts(item, key)]
    return [value] if isinstance(value, str) else []


def test_a_measure_stands_on_the_day_it_takes_effect_joined_to_its_announcement(frame: pd.DataFrame) -> None:
    figure = chart("timeline", frame)
    assert points(figure)["eu-coal"]["x"] == "2022-08-10"
    join = next(trace for trace in figure.data if trace.name == "Announced to effective")
    assert list(join.x) == ["2022-04-08", "2022-08-10", None]
    assert {points(figure)["eu-coal"]["y"]} == {y for y in join.y if y is not None}


def test_sides_differ_in_shape_and_colour_and_status_in_shape(frame: pd.DataFrame) -> None:
    marks = points(chart("timeline", frame))
    assert marks["jp-expulsion"]["symbol"] == "circle"
    assert marks["ru-expulsion"]["symbol"] == "diamond"
    assert marks["jp-expulsion"]["color"] != marks["ru-expulsion"]["color"]
    assert marks["in-refusal"]["symbol"] == "circle-x-open"
    assert marks["ch-gas"]["symbol"].startswith("triangle-down")


def test_an_undated_measure_is_a_bar_over_its_bounds(frame: pd.DataFrame) -> None:
    figure = chart("timeline", frame)
    bars = next(trace for trace in figure.data if trace.type == "bar")
    pieces = [(bars.base[n], bars.x[n]) for n, name in enumerate(bars.customdata) if name == "us-reserves"]
    assert pieces[0][0] == "2022-02-24"
    assert sum(length for _, length in pieces) == pytest.approx(44 * 86_400_000, abs=10)
    assert "undated, between 24 February and 8 April 2022" in points(figure)["us-reserves"]["hover"]


def test_a_month_is_drawn_as_a_month_and_a_day_as_a_day(frame: pd.DataFrame) -> None:
    bars = next(trace for trace in chart("timeline", frame).data if trace.type == "bar")
    assert "ru-airspace" in bars.customdata
    assert "jp-expulsion" not in bars.customdata


def test_a_told_month_has_an_edge_and_bounds_have_soft_ends(frame: pd.DataFrame) -> None:
    bars = next(trace for trace in chart("timeline", frame).data if trace.type == "bar")
    edges = dict(zip(bars.customdata, bars.marker.line.width, strict=True))
    assert edges["ru-airspace"] > 0
    assert edges["us-reserves"] == 0


def test_more_lead_times_than_can_be_told_apart_are_counted(events: list[Event]) -> None:
    coal = next(event for event in events if event.event_id == "eu-coal")
    figure = chart("leads", to_frame([coal.model_copy(update={"event_id": str(n)}) for n in range(301)]))
    cells = dict(zip(figure.data[0].x, figure.data[0].z[0], strict=True))
    assert {label: count for label, count in cells.items() if count} == {"91–180 days": 301}


@pytest.mark.parametrize(
    ("quote", "shown"), [("Japan banned coal,", "Japan banned coal"), (" – it froze; ", "it froze"), ("Done.", "Done.")]
)
def test_a_quote_is_shown_without_loose_ends(quote: str, shown: str) -> None:
    assert tidy(quote) == shown


def test_an_event_without_any_bound_is_not_given_a_place(frame: pd.DataFrame) -> None:
    assert "gb-gold" not in points(chart("timeline", frame))


def test_no_mark_covers_another_on_the_same_line(frame: pd.DataFrame) -> None:
    crowd = to_frame([event.model_copy(update={"event_id": f"{event.event_id}-{n}"}) for n in range(4) for event in _events(frame)])
    places = [(mark["x"], mark["y"]) for mark in points(chart("timeline", crowd)).values()]
    assert len(places) == len(set(places)) > 30


def _events(frame: pd.DataFrame) -> list[Event]:
    from timeline.frame import from_frame

    return from_frame(frame)


def test_lanes_can_be_instruments(frame: pd.DataFrame) -> None:
    assert "Expulsion of diplomats" in chart("timeline", frame, lanes="instrument").layout.yaxis.ticktext
    assert "Japan" in chart("timeline", frame).layout.yaxis.ticktext


def test_markup_in_an_article_is_text_in_the_hover(frame: pd.DataFrame) -> None:
    hover = points(chart("timeline", frame))["nz-tariff"]["hover"]
    assert "<img" not in hover
    assert "&lt;img" in hover


def test_the_exchange_is_mirrored_by_month(frame: pd.DataFrame) -> None:
    numbers = counted(chart("exchange", frame))
    assert numbers["Measures (mostly against Russia)", "Apr 2022"] == 2
    assert numbers["Counter-measures (mostly by Russia)", "Apr 2022"] == -1
    assert numbers["Counter-measures (mostly by Russia)", "Mar 2022"] == -1


def test_proposals_refusals_and_relief_are_no_measures_taken(frame: pd.DataFrame) -> None:
    behind = {name for trace in chart("cumulative", frame).data for ids in trace.customdata for name in ids}
    assert behind == {"eu-coal", "jp-expulsion", "ru-expulsion", "ru-airspace", "nz-tariff"}


def test_the_matrix_says_who_acted_on_whom(frame: pd.DataFrame) -> None:
    grid = chart("matrix", frame).data[0]
    row, column = list(grid.y).index("Russia"), list(grid.x).index("Japan")
    assert grid.z[row][column] == 1
    assert list(grid.customdata[row][column]) == ["ru-expulsion"]


def test_lead_times_are_days_from_announcement_to_effect(frame: pd.DataFrame) -> None:
    marks = chart("leads", frame).data[0]
    assert dict(zip(marks.customdata, marks.text, strict=True)) == {"eu-coal": "124 days"}


def test_alignment_counts_from_the_first_mover_of_each_kind(events: list[Event]) -> None:
    by_id = {event.event_id: event for event in events}
    late = by_id["eu-coal"].model_copy(update={"event_id": "late", "imposer": "JP", "effective": None, "announced": "2022-08-17"})
    figure = chart("alignment", to_frame([*events, late]))
    told = {name: text for trace in figure.data for name, text in zip(trace.customdata, trace.text, strict=True)}
    assert told == {"eu-coal": "0 days", "late": "7 days"}
    assert [trace.name for trace in figure.data] == ["EU", "Japan"]


def test_what_runs_out_is_listed_by_its_last_day(events: list[Event]) -> None:
    ending = [event.model_copy(update={"action": "impose"}) if event.event_id == "ch-gas" else event for event in events]
    figure = chart("expiries", to_frame(ending))
    assert list(figure.data[1].x) == ["2022-12-31"]
    assert list(figure.layout.yaxis.ticktext) == ["Switzerland: Services ban"]


def test_families_of_measures_stand_under_each_other_on_one_axis(frame: pd.DataFrame) -> None:
    figure = chart("families", frame)
    assert list(figure.layout.yaxis.ticktext) == ["Trade  2", "Transport  1", "Diplomacy  2"]
    measures, counters = figure.data
    standing = {
        (line, side) for trace, side in ((measures, 1), (counters, -1)) for line, y in zip(trace.base, trace.y, strict=True) if y * side > 0
    }
    trade, transport, diplomacy = figure.layout.yaxis.tickvals
    assert standing == {(trade, 1), (transport, -1), (diplomacy, 1), (diplomacy, -1)}


def test_more_endings_than_lines_that_can_be_read_are_counted(events: list[Event]) -> None:
    coal = next(event for event in events if event.event_id == "eu-coal")
    ending = [coal.model_copy(update={"event_id": str(n), "expires": f"2023-{1 + n % 3:02}-15"}) for n in range(31)]
    figure = chart("expiries", to_frame(ending))
    assert counted(figure)["Measures", "Jan 2023"] == 11
    assert sum(counted(figure).values()) == 31
    assert len(chart("expiries", to_frame(ending[:30])).layout.yaxis.ticktext) == 30


def test_a_matrix_too_large_to_read_says_what_it_leaves_out(events: list[Event]) -> None:
    codes = ["AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT"]
    coal = next(event for event in events if event.event_id == "eu-coal")
    aimed = [coal.model_copy(update={"event_id": code, "targets": (code,)}) for code in codes]
    figure = chart("matrix", to_frame(aimed))
    assert len(figure.data[0].x) == 14
    assert figure.layout.title.subtitle.text == "Left out for room: 6 hit less."
    assert chart("matrix", to_frame(aimed[:14])).layout.title.subtitle.text is None


def test_lines_that_add_up_carry_their_names_and_totals_apart(events: list[Event]) -> None:
    coal = next(event for event in events if event.event_id == "eu-coal")
    moves = [coal.model_copy(update={"event_id": code, "imposer": code}) for code in ("EU", "JP", "US")]
    names = chart("cumulative", to_frame(moves)).data[-1]
    assert [text.strip() for text in names.text] == ["EU 1", "Japan 1", "United States 1"]
    assert len({round(y, 3) for y in names.y}) == 3


def test_a_few_far_off_dates_do_not_squeeze_the_rest(events: list[Event]) -> None:
    near = [event.model_copy(update={"event_id": f"{event.event_id}-{n}"}) for n in range(5) for event in events]
    far = events[1].model_copy(update={"event_id": "far", "announced": "1990-01-01"})
    axis = chart("exchange", to_frame([*near, far])).data[0].x
    assert list(axis[:2]) == ["earlier", "Mar 2022"]


def test_long_spans_are_counted_by_year(events: list[Event]) -> None:
    spread = [events[1].model_copy(update={"event_id": str(year), "announced": f"{year}-05-01"}) for year in range(1990, 2023)]
    assert "1990" in chart("exchange", to_frame(spread)).data[0].x


def test_the_charts_offer_to_send_nothing() -> None:
    assert CONFIG["showSendToCloud"] is False
    assert CONFIG["displaylogo"] is False


def test_an_unknown_chart_is_refused_with_the_known_ones(frame: pd.DataFrame) -> None:
    with pytest.raises(InputError, match="unknown chart 'pie'; known: timeline"):
        chart("pie", frame)
