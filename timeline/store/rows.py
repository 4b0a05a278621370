"""Rows of the tables to and from the objects that the rest of the house works with."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from sqlalchemy import RowMapping

from parsers.article import Article
from parsers.mention import Mention, Reason
from timeline.event import Event, Evidence, Judged, Step
from timeline.merge.act import Act, act_of, last_day
from timeline.merge.families import Source, host_of, plain_name
from timeline.merge.item import Item

Row = RowMapping
LISTS = ("targets", "target_names", "scope", "response_to")
DAYS = ("earliest", "latest")
ARTICLE_FIELDS = ("title", "published", "published_from", "publisher", "url", "language", "reader", "text")
MENTION_FIELDS = tuple(name for name in Mention.model_fields if name != "article")
PLAIN = tuple(name for name in MENTION_FIELDS if name not in (*LISTS, *DAYS, "reasons", "warnings"))
NESTED = ("aliases", "conflicts", "links", "mentions")
EVENT_FIELDS = tuple(name for name in Event.model_fields if name not in NESTED)


def packed(value: Any) -> str:
    """A list as JSON text, the same bytes for the same values."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def article_row(article: Article, source: Source) -> dict[str, Any]:
    """The article's row, without what the store decides (is it current, what replaces it)."""
    row = {name: getattr(article, name) for name in ARTICLE_FIELDS}
    return row | {
        "source_id": article.id,
        "digest": article.digest,
        "notes": packed(article.notes),
        "published": article.published.isoformat() if article.published else None,
        "speaks_for": source.speaks_for,
        "shingles": " ".join(f"{value:x}" for value in sorted(source.shingles)),
        "credits": packed(source.credits),
    }


def article_of(row: Row) -> Article:
    """The article as it came in."""
    return Article(id=row["source_id"], notes=tuple(json.loads(row["notes"])), **{name: row[name] for name in ARTICLE_FIELDS})


def mention_row(mention: Mention, targets: tuple[str, ...]) -> dict[str, Any]:
    """The mention's row; ``targets`` are those that it is compared by."""
    row = mention.model_dump(mode="json", exclude={"article"})
    row |= {name: packed(row[name]) for name in (*LISTS, "warnings")}
    reasons = [reason.model_dump(mode="json", exclude_defaults=True) for reason in mention.reasons]
    return row | {"reasons": packed(reasons), "merge_targets": packed(targets)}


def evidence_of(row: Row) -> Evidence:
    """A mention's row joined with its article's. It was checked when it came in, so it is not checked again."""
    return _evidence(row, reasons_of(row))


def reasons_of(row: Row) -> dict[str, Any]:
    """Why each field of a mention has its value, and what the parser warned of."""
    reasons = tuple(Reason(**reason) for reason in json.loads(row["reasons"]))
    return {"reasons": reasons, "warnings": tuple(json.loads(row["warnings"]))}


def _evidence(row: Row, reasons: dict[str, Any]) -> Evidence:
    values = {name: row[name] for name in PLAIN} | reasons
    values |= {name: tuple(json.loads(row[name])) for name in LISTS}
    values |= {name: _day(row[name]) for name in DAYS}
    about = {name: row[name] for name in ("digest", "title", "publisher", "url", "language")}
    return Evidence.model_construct(article=row["source_id"], published=_day(row["published"]), **about, **values)


def item_of(row: Row) -> Item:
    """A mention's row, joined with its article's, ready to be compared; without its reasons."""
    return Item(_evidence(row, {"reasons": (), "warnings": ()}), tuple(json.loads(row["merge_targets"])))


def source_of_row(row: Row) -> Source:
    """What the count of sources needs, from an article's row."""
    return Source(
        digest=row["digest"],
        article=row["source_id"],
        publisher=plain_name(row["publisher"] or ""),
        host=host_of(row["url"]),
        published=_day(row["published"]),
        shingles=frozenset(int(value, 16) for value in row["shingles"].split()),
        credits=tuple(json.loads(row["credits"])),
        speaks_for=row["speaks_for"],
    )


def event_row(event: Event) -> dict[str, Any]:
    """The event's row, with the derived columns that queries need."""
    act, (first, last) = act_of(event), event.interval
    row = {name: getattr(event, name) for name in EVENT_FIELDS}
    row |= {name: packed(row[name]) for name in (*LISTS, "merge_reasons")}
    row |= {name: _text(row[name]) for name in DAYS}
    row["history"] = packed([step.model_dump(mode="json") for step in event.history])
    row["judged"] = packed([one.model_dump(mode="json", exclude_defaults=True) for one in event.judged])
    row["is_rejected"] = int(event.is_rejected)
    derived = {"date": event.date, "date_from": _text(first), "date_to": _text(last), "act_day": _text(act.day)}
    return row | derived | {"words": " ".join(sorted(act.words)), "low": _text(act.low), "aligned": packed(act.aligned)}


def event_of_row(row: Row, **nested: Any) -> Event:
    """An event from its row; ``nested`` are its aliases, conflicts, links and mentions where they were asked for."""
    values = {name: row[name] for name in EVENT_FIELDS}
    values |= {name: tuple(json.loads(values[name])) for name in (*LISTS, "merge_reasons")}
    values |= {name: _day(values[name]) for name in DAYS}
    values["history"] = tuple(Step(**step) for step in json.loads(values["history"]))
    values["judged"] = tuple(Judged(**one) for one in json.loads(values["judged"]))
    return Event.model_construct(**values, **nested)


def act_of_row(row: Row, cue: str = "") -> Act:
    """What linking needs, from an event's row."""
    same = {name: row[name] for name in ("event_id", "imposer", "instrument", "action", "status")}
    return Act(
        **same,
        targets=tuple(json.loads(row["targets"])),
        scope=frozenset(json.loads(row["scope"])),
        response_to=tuple(json.loads(row["response_to"])),
        day=(day := _day(row["act_day"])),
        last=last_day(row["announced"], row["effective"], _day(row["latest"]), day),
        low=_day(row["low"]),
        high=_day(row["latest"]),
        is_settled=bool(row["announced"] or row["effective"] or '"field":"earliest"' in row["judged"]),
        aligned=json.loads(row["aligned"]),
        words=frozenset(row["words"].split()),
        place=(row["article"] or "", row["start"] or 0),
        cue=cue,
    )


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _text(value: date | None) -> str | None:
    return value.isoformat() if value else None
