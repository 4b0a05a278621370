"""The finding in words: what the table says, before any chart is looked at. Every number is counted, none is written by hand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from timeline.charts.days import day, say
from timeline.charts.names import full_name, instrument_in_text, scopes
from timeline.charts.sides import TAKEN_ACTIONS, TAKEN_STATUSES
from timeline.charts.spans import window
from timeline.charts.words import number, number_in, words
from timeline.event import Event, day_bounds
from timeline.force import UNCERTAIN, YES, followers_of, in_force


class Facts(NamedTuple):
    """What the finding is made from: the events, the side of each by id, the principal target and the day of the newest article."""

    events: list[Event]
    sides: dict[str, str]
    principal: str | None
    as_of: date | None

    @property
    def taken(self) -> list[Event]:
        """Measures imposed or expanded, in force or announced."""
        return [event for event in self.events if event.action in TAKEN_ACTIONS and event.status in TAKEN_STATUSES]

    def of_side(self, side: str) -> list[Event]:
        """Measures taken by one side."""
        return [event for event in self.taken if self.sides[event.event_id] == side]


def headline(facts: Facts) -> str:
    """A title made from the data: whom the measures are aimed at, and when."""
    say_it = _words()
    period = _period(facts)
    name = say_it["title_target"].format(target=full_name(facts.principal)) if facts.principal else say_it["title"]
    return str(say_it["period"]).format(name=name, period=period) if period else name


def sentences(facts: Facts) -> list[str]:
    """The finding, one sentence a line: who acted how often, the largest exchange, what was in force, what takes effect next."""
    if not facts.events:
        return [_sentence("empty")]
    found = [_who(facts), _busiest(facts), _exchange(facts), _firm(facts), _next(facts), _undated(facts)]
    return [sentence for sentence in found if sentence]


def tiles(facts: Facts) -> list[tuple[str, str]]:
    """The numbers at the top of the page, each with its label."""
    say_it = words()["tiles"]
    counts = {
        "measures": len(facts.of_side("sanction")),
        "counter": len(facts.of_side("counter")),
        "imposers": len({event.imposer for event in facts.taken}),
        "other": len(facts.events) - len(facts.taken),
        "undated": sum(not event.is_dated for event in facts.events),
        "articles": len({evidence.digest or evidence.article for event in facts.events for evidence in event.mentions}),
    }
    return [(f"{count:,}", number(count, say_it[name]).partition(" ")[2]) for name, count in counts.items()]


def _words() -> dict[str, Any]:
    section: dict[str, Any] = words()["finding"]
    return section


def _sentence(name: str, **parts: str) -> str:
    """A sentence of the finding, filled in; it begins with a capital whatever stands first."""
    text = str(_words()[name]).format(**parts)
    return text[:1].upper() + text[1:]


def _who(facts: Facts) -> str:
    say_it, taken = _words(), facts.of_side("sanction")
    against = [event for event in taken if facts.principal in event.targets]
    parts = {
        "imposers": number(len({event.imposer for event in taken}), say_it["imposers"]),
        "measures": number(len(taken), words()["nouns"]["measure"]),
        "target": full_name(facts.principal) if facts.principal else "",
        "against": f"{len(against):,}",
    }
    answers = [event for event in facts.of_side("counter") if event.imposer == facts.principal]
    if facts.principal and answers:
        return _sentence("who_answered", **parts, answers=f"{len(answers):,}")
    return _sentence("who_target" if facts.principal else "who", **parts)


def _busiest(facts: Facts) -> str:
    ranked = _ranked(event.imposer for event in facts.of_side("sanction"))[:3]
    kinds = _ranked(event.instrument for event in facts.of_side("sanction"))[:2]
    if not ranked or not kinds:
        return ""
    form = _words()["ranked"]
    listed = _listed([form.format(name=full_name(code), count=f"{count:,}") for code, count in ranked])
    used = _listed([form.format(name=instrument_in_text(code), count=f"{count:,}") for code, count in kinds])
    return _sentence("busiest", imposers=listed, kinds=used)


def _exchange(facts: Facts) -> str:
    pairs = Counter((event.imposer, target) for event in facts.taken for target in event.targets)
    both = sorted((-(n + pairs[b, a]), a, b) for (a, b), n in pairs.items() if pairs[b, a] and a < b)
    if not both:
        return _sentence("no_exchange")
    _, a, b = both[0]
    first, second = sorted((a, b), key=lambda code: (code == facts.principal, code))
    parts = {
        "first": full_name(first),
        "second": full_name(second),
        "there": number(pairs[first, second], words()["nouns"]["measure"]),
        "back": f"{pairs[second, first]:,}",
    }
    return _sentence("exchange", **parts)


def _firm(facts: Facts) -> str:
    """What was in force on the day of the newest article, as ``timeline.force`` answers it."""
    if not facts.as_of:
        return ""
    ends = followers_of(facts.events)
    answers = Counter(in_force(event, facts.as_of, ends.get(event.event_id, ())).certainty for event in facts.events)
    parts = {"as_of": day(facts.as_of), "held": number_in(answers[YES], _words()["held"]), "doubt": f"{answers[UNCERTAIN]:,}"}
    return _sentence("firm_doubt" if answers[UNCERTAIN] else "firm", **parts)


def _undated(facts: Facts) -> str:
    count = sum(not event.is_dated for event in facts.events)
    parts = {"events": number(len(facts.events), words()["nouns"]["event"]), "undated": f"{count:,}"}
    return str(_words()["undated"][count != 1]).format(**parts) if count else ""


def _next(facts: Facts) -> str:
    ahead = [(field, _soonest(facts, field)) for field in ("effective", "expires")]
    told = [str(_words()[field]).format(what=_what(event), when=say(getattr(event, field))) for field, event in ahead if event]
    return _sentence("next", told=_listed(told)) if told else ""


def _soonest(facts: Facts, field: str) -> Event | None:
    """The measure whose day of effect or end comes first after the newest article."""
    dated = [(found[0], event.event_id, event) for event in facts.events if (found := day_bounds(getattr(event, field))) and _live(event)]
    return min((entry for entry in dated if facts.as_of and entry[0] > facts.as_of), key=lambda entry: entry[:2], default=(None, "", None))[
        2
    ]


def _live(event: Event) -> bool:
    return event.status in TAKEN_STATUSES and event.action not in ("lift", "ease")


def _what(event: Event) -> str:
    goods = f" ({scopes(event.scope[:3])})" if event.scope else ""
    measure = instrument_in_text(event.instrument) + goods
    return str(_words()["what"]).format(measure=measure, imposer=full_name(event.imposer))


def _period(facts: Facts) -> str:
    days = sorted(found for event in facts.taken if event.is_dated and (found := event.interval[0]))
    inner = window(days)
    if not inner:
        return ""
    first, last = (say(found.isoformat()[:7]) for found in inner)
    period = first if first == last else str(_words()["span"]).format(first=first, last=last)
    return period if inner == (days[0], days[-1]) else str(_words()["mainly"]).format(period=period)


def _ranked(codes: Iterable[str]) -> list[tuple[str, int]]:
    return sorted(Counter(codes).items(), key=lambda pair: (-pair[1], pair[0]))


def _listed(parts: list[Any]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} {words()['nouns']['and']} {parts[-1]}"
