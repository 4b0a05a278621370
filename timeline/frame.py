"""The table as a pandas DataFrame, with one contract: ``COLUMNS`` says name, dtype and meaning of each column.

One row is one event. Rows are sorted by ``date_from`` (undated last), then ``date_to``, then ``event_id``. Closed lists are ordered
categoricals that carry the whole vocabulary; ``imposer`` carries the codes that occur, sorted. Missing text is NaN, a missing day NaT.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from parsers.vocabulary import vocabulary
from timeline.event import Event, day_bounds

if TYPE_CHECKING:
    import pandas as pd

DAY = "datetime64[us]"


class Column(NamedTuple):
    """A column of the table: its name, its dtype (``category``, ``str``, ``tuple``, a day, a number), and what stands in it."""

    name: str
    dtype: str
    description: str


COLUMNS: tuple[Column, ...] = (
    Column("event_id", "str", "Stable id of the event; never renamed."),
    Column("imposer", "category", "Who takes the measure: ISO 3166 code or bloc."),
    Column("authority", "str", "Body or person who acted for the imposer."),
    Column("targets", "tuple", "Jurisdictions that it is aimed at."),
    Column("target_names", "tuple", "People, companies, banks and vessels named as hit."),
    Column("category", "category", "Family of the instrument."),
    Column("instrument", "category", "Kind of measure."),
    Column("scope", "tuple", "Goods, sectors and groups covered."),
    Column("action", "category", "Imposed, expanded, extended, eased or lifted."),
    Column("status", "category", "Firmest stage reached."),
    Column("date", "str", "Date on the timeline, EDTF: effective, else announced, else the interval of the bounds."),
    Column("date_from", DAY, "First day that the date can mean."),
    Column("date_to", DAY, "Last day that the date can mean."),
    Column("date_basis", "category", "How the date was reached."),
    Column("announced", "str", "When it was announced or decided, EDTF."),
    Column("announced_from", DAY, "First day of `announced`."),
    Column("announced_to", DAY, "Last day of `announced`."),
    Column("effective", "str", "When it takes effect, EDTF."),
    Column("effective_from", DAY, "First day of `effective`."),
    Column("effective_to", DAY, "Last day of `effective`."),
    Column("expires", "str", "Until when it holds, EDTF."),
    Column("expires_from", DAY, "First day of `expires`."),
    Column("expires_to", DAY, "Last day of `expires`."),
    Column("earliest", DAY, "The act does not lie before this day."),
    Column("latest", DAY, "The act does not lie after this day."),
    Column("response_to", "tuple", "Jurisdictions whose measure this answers."),
    Column("count", "Int64", "How many people, companies, vessels or diplomats are hit."),
    Column("legal_ref", "str", "The act that carries it."),
    Column("attribution", "str", "Who says so, where the article reports a statement."),
    Column("confidence", "float64", "0 to 1."),
    Column("n_articles", "int64", "Articles that tell it."),
    Column("n_sources", "int64", "Independent sources among them; reprints and translations count once."),
    Column("judgement", "str", "A human's word on it, such as `accept` or `edit announced`; missing where nobody judged it."),
    Column("quote", "str", "Words of the best mention."),
    Column("article", "str", "Id of the best mention's article."),
    Column("article_title", "str", "Title of the best mention's article."),
    Column("publisher", "str", "Publisher of the best mention's article."),
    Column("url", "str", "Address of the best mention's article."),
)
CLOSED = ("category", "instrument", "action", "status", "date_basis")
EDTF_FIELDS = ("announced", "effective", "expires")
DERIVED = {"date", "date_from", "date_to", "judgement"} | {f"{name}_{side}" for name in EDTF_FIELDS for side in ("from", "to")}
# Columns that are fields of the event or follow from them; the others are days that these can mean.
TOLD = [column.name for column in COLUMNS if column.dtype != DAY or column.name in ("earliest", "latest")]


def to_frame(events: Iterable[Event]) -> pd.DataFrame:
    """The table of these events: one row each, the columns of ``COLUMNS`` in that order, sorted by date then id."""
    import pandas as pd

    rows = [row_of(event) for event in sorted(events, key=date_order)]
    return pd.DataFrame({column.name: _series(column, [row[column.name] for row in rows]) for column in COLUMNS})


def from_frame(frame: pd.DataFrame) -> list[Event]:
    """The events of a table. Mentions, links, conflicts, history and judgements are not in a table, so they come back empty."""
    import pandas as pd

    names = [column.name for column in COLUMNS if column.name not in DERIVED]
    return [
        Event(**{name: _plain(value, pd) for name, value in zip(names, row, strict=True)}) for row in frame[names].itertuples(index=False)
    ]


def date_order(event: Event) -> tuple[date, date, str]:
    """Where an event stands in the table: by the first day it can mean, then the last, then its id; unknown days at the end."""
    first, last = event.interval
    return (first or last or date.max, last or date.max, event.event_id)


def row_of(event: Event) -> dict[str, Any]:
    """The columns of one event; days as days, what is missing as None."""
    row: dict[str, Any] = {name: getattr(event, name) for name in TOLD}
    row["date_from"], row["date_to"] = event.interval
    for name in EDTF_FIELDS:
        row[f"{name}_from"], row[f"{name}_to"] = day_bounds(row[name]) or (None, None)
    return row


def _series(column: Column, values: list[Any]) -> pd.Series[Any]:
    import pandas as pd

    if column.dtype == "category":
        known = vocabulary().codes(column.name) if column.name in CLOSED else sorted(set(values))
        return pd.Series(pd.Categorical(values, categories=list(known), ordered=column.name in CLOSED))
    return pd.Series(values, dtype="object" if column.dtype == "tuple" else column.dtype)


def _plain(value: Any, pd: Any) -> Any:
    if isinstance(value, tuple):
        return value
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value
