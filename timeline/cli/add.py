"""``timeline add``: an event that no article told, or none that was read."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Annotated, Any

import typer

from timeline.cli.judging import Word, tell
from timeline.cli.options import STORE, Store, codes

Imposer = Annotated[str, typer.Argument(metavar="IMPOSER", help="Who takes the measure, such as JP or EU.", show_default=False)]
Instrument = Annotated[
    str,
    typer.Argument(metavar="INSTRUMENT", help="Kind of measure.", autocompletion=codes("instrument"), show_default=False),
]


def _many(option: str, metavar: str, words: str) -> Any:
    return typer.Option(option, metavar=metavar, help=f"{words} May be repeated.")


def _one(option: str, metavar: str, words: str) -> Any:
    return typer.Option(option, metavar=metavar, help=words, show_default=False)


@dataclass(frozen=True)
class ByHand:
    """What is known of the event, each under the name of its field."""

    targets: Annotated[list[str], _many("--target", "CODE", "Whom it is aimed at.")] = field(default_factory=list)
    scope: Annotated[list[str], _many("--scope", "CODE", "Goods, sector or group covered.")] = field(default_factory=list)
    target_names: Annotated[list[str], _many("--name", "NAME", "A person, company, bank or vessel hit.")] = field(default_factory=list)
    response_to: Annotated[list[str], _many("--response-to", "CODE", "Whose measure it answers.")] = field(default_factory=list)
    action: Annotated[str | None, _one("--action", "CODE", "impose if left out.")] = None
    status: Annotated[str | None, _one("--status", "CODE", "in_force if left out.")] = None
    announced: Annotated[str | None, _one("--announced", "DATE", "When it was announced or decided, EDTF.")] = None
    effective: Annotated[str | None, _one("--effective", "DATE", "When it takes effect, EDTF.")] = None
    expires: Annotated[str | None, _one("--expires", "DATE", "Until when it holds, EDTF.")] = None
    count: Annotated[int | None, _one("--count", "NUMBER", "How many are hit.")] = None
    authority: Annotated[str | None, _one("--authority", "NAME", "Body or person who acted.")] = None
    legal_ref: Annotated[str | None, _one("--legal-ref", "TEXT", "The act that carries it.")] = None
    quote: Annotated[str | None, _one("--quote", "TEXT", "Evidence: the words that tell it.")] = None
    url: Annotated[str | None, _one("--url", "URL", "Evidence: where they stand.")] = None
    title: Annotated[str | None, _one("--title", "TEXT", "Evidence: what that page is called.")] = None
    publisher: Annotated[str | None, _one("--publisher", "NAME", "Evidence: who published it.")] = None

    def given(self) -> dict[str, Any]:
        """What was given, by name."""
        return {each.name: value for each in fields(self) if (value := getattr(self, each.name)) not in (None, [])}


def add(imposer: Imposer, instrument: Instrument, known: ByHand, word: Word, store: Store = STORE) -> None:
    """Add an event by hand. Articles that tell the same act join it, and its values go before theirs."""
    with word.desk(store) as desk:
        tell(desk.add({"imposer": imposer, "instrument": instrument} | known.given(), word.why))
