"""Imposers told by what is theirs: their ports, their market, the people whom their ban binds."""

from __future__ import annotations

import re

from parsers.actors import Actor
from parsers.clauses import Predicate
from parsers.rules.actors_in_place import genitive
from parsers.view import View
from parsers.words import wordset

OWN_PEOPLE = re.compile(
    r"(?:persons?|operators?|companies|company|firms?|citizens|banks?|institutions?|nationals|businesses|insurers|lawyers|financial"
    r"|exporters|importers|investors|entities|residents|organi[sz]ations?|individuals|employers|carriers|traders)\b"
)
OUTWARD = frozenset(
    {
        "services_ban",
        "investment_ban",
        "transaction_ban",
        "capital_market_ban",
        "export_restriction",
        "reserves_freeze",
        "asset_freeze",
        "import_restriction",
    }
)


def own_people(view: View, p: Predicate) -> list[Actor]:
    """ "US persons may not invest": who is bound by a ban is a subject of the one that laid it."""
    if p.measure.instrument not in OUTWARD or (p.verb is not None and p.verb.passive):
        return []
    for actor in [a for a in view.actors if a.end <= p.start]:
        follows = OWN_PEOPLE.match(view.folded, min(actor.end + 1, len(view.folded)))
        if follows or (actor.form == "people" and view.before(actor.start, 2)[-1:] not in (["of"], ["to"], ["with"])):
            return [actor]
    return []


def market(view: View, p: Predicate) -> list[Actor]:
    """ "May not be imported into the United Kingdom", "blocked in Turkey": the market that is closed is the imposer's."""
    if p.measure.instrument in ("broadcast_ban", "tariff", "mfn_revocation") and p.verb is not None and p.verb.passive:
        return [
            a for a in view.actors if a.start >= p.end and view.before(a.start)[-1:] == ["in"] and len(view.between(p.end, a.start)) <= 4
        ][:1]
    if p.measure.instrument != "import_restriction" or p.verb is None or not (p.verb.passive or p.verb.nominal or p.verb.form == "modal"):
        return []
    into = [
        a
        for a in view.actors
        if a.start >= p.start and [w for w in view.before(a.start, 3) if w not in wordset("modifiers")][-1:] == ["into"]
    ]
    from_elsewhere = any(view.before(a.start)[-1:] == ["from"] or a.form == "adjective" for a in view.actors if a not in into)
    return into[:1] if from_elsewhere else []


OWN = re.compile(
    r"\.?(?:'s|')?\s+(?:new |own |internal |land |sea |consolidated )?(?:airspace|skies|sky|ports?|waters|borders?|territory|soil|markets?"
    r"|capital markets|tenders|harbours|airports?|roads|crossings?"
    r"|list|sanctions list|blacklist|entity list|stop list|sanctions blacklist)\b"
)


def owner(view: View, p: Predicate) -> list[Actor]:
    """The state whose ports, airspace or list it is: "barred from Canadian ports"."""
    low, high = max(view.unit.start, p.start - 40), p.end + 40
    for actor in view.actors:
        if low <= actor.start < high and actor.form != "people" and OWN.match(view.folded, actor.end) and not _theme(view, actor):
            return [actor]
    return []


def _theme(view: View, actor: Actor) -> bool:
    """ "Its Russia sanctions list": a bare name between an owner and the list says whom the list is for."""
    plain = actor.form == "noun" and not genitive(view, actor)
    return plain and bool({"its", "their", "'s", "our"} & set(view.before(actor.start, 2)))
