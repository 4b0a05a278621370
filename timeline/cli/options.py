"""Options that several verbs share, and the filters as one value."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from functools import wraps
from typing import TYPE_CHECKING, Annotated, Any, Literal, get_type_hints

import typer

if TYPE_CHECKING:
    from parsers.readers import Manners


def codes(name: str) -> Callable[[str], list[str]]:
    """A shell completion that offers the codes of a field of the vocabulary."""

    def complete(incomplete: str) -> list[str]:
        from parsers.vocabulary import vocabulary

        return [code for code in vocabulary().codes(name) if code.startswith(incomplete)]

    return complete


def _many(option: str, words: str, field_name: str | None = None) -> Any:
    return typer.Option(option, metavar="CODE", help=f"{words} May be repeated.", autocompletion=codes(field_name) if field_name else None)


Sources = Annotated[
    list[str],
    typer.Argument(metavar="SOURCE", help="Files, folders, globs, web addresses, or - for standard input.", show_default=False),
]
Store = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="STORE",
        envvar="TIMELINE_STORE",
        help="The timeline's place: a path or an SQLAlchemy URL.",
    ),
]
Rows = Annotated[Literal["table", "csv", "json", "jsonl"], typer.Option("--format", help="How rows are written.")]
STORE = "timeline.db"


@dataclass(frozen=True)
class Web:
    """How the web is asked, where a source lies there."""

    allow_private: Annotated[bool, typer.Option("--allow-private", help="Let web addresses point into the local network.")] = False
    cache: Annotated[bool, typer.Option("--cache/--no-cache", help="Keep fetched pages, and ask for none twice a day.")] = True

    def manners(self) -> Manners:
        """The manners of a visit today; the one place where readers get to know which day it is."""
        from datetime import datetime

        from platformdirs import user_cache_path

        from parsers.readers import Manners

        folder = user_cache_path("sanctions-timeline", appauthor=False) / "pages" if self.cache else None
        return Manners(allow_private=self.allow_private, cache=folder, today=datetime.now().astimezone().date())


@dataclass(frozen=True)
class Choice:
    """Which events are meant; empty means all. Every given filter must hold, any of its values suffices."""

    imposer: Annotated[list[str], _many("--imposer", "Who takes the measure, such as JP or EU.")] = field(default_factory=list)
    target: Annotated[list[str], _many("--target", "Whom it is aimed at, such as RU.")] = field(default_factory=list)
    instrument: Annotated[list[str], _many("--instrument", "Kind of measure.", "instrument")] = field(default_factory=list)
    scope: Annotated[list[str], _many("--scope", "Goods, sector or group.", "scope")] = field(default_factory=list)
    action: Annotated[list[str], _many("--action", "Imposed, expanded, extended, eased or lifted.", "action")] = field(default_factory=list)
    since: Annotated[str | None, typer.Option(help="Not before this day, month or year.", metavar="DATE")] = None
    until: Annotated[str | None, typer.Option(help="Not after this day, month or year.", metavar="DATE")] = None
    text: Annotated[str | None, typer.Option(help="Words that the evidence must hold.", metavar="WORDS")] = None
    min_confidence: Annotated[float | None, typer.Option(help="Least confidence, 0 to 1.", metavar="NUMBER", min=0, max=1)] = None

    def given(self) -> dict[str, Any]:
        """The filters that were given, by name."""
        return {each.name: getattr(self, each.name) for each in fields(self) if getattr(self, each.name) not in (None, [])}


@dataclass(frozen=True)
class Filters(Choice):
    """The same, and how firm they are."""

    status: Annotated[list[str], _many("--status", "How firm it is.", "status")] = field(default_factory=list)


@dataclass(frozen=True)
class When:
    """What is asked of an event about days and runs; nothing asks nothing."""

    in_force_on: Annotated[str | None, typer.Option(help="What holds on this day, and what may hold.", metavar="DAY")] = None
    effective_within: Annotated[
        str | None, typer.Option(help="What takes effect or expires from --today on, within 30d or 4w.", metavar="TIME")
    ] = None
    today: Annotated[
        str | None, typer.Option(help="The day that --effective-within counts from; the computer's date unless told.", metavar="DAY")
    ] = None
    new_since: Annotated[
        int | None, typer.Option(help="What was first seen after this run; `timeline runs` lists them.", metavar="RUN", min=0)
    ] = None

    def given(self) -> dict[str, Any]:
        """The questions that were asked, by name; the one place where a missing ``today`` is taken from the clock."""
        asked = {each.name: getattr(self, each.name) for each in fields(self) if getattr(self, each.name) is not None}
        if "effective_within" in asked and "today" not in asked:
            from datetime import datetime

            asked["today"] = datetime.now().astimezone().date()
        return asked


def spread(verb: Callable[..., None]) -> Callable[..., None]:
    """The verb with each dataclass among its parameters replaced by that dataclass's fields, which become options of their own."""
    hints = get_type_hints(verb, include_extras=True)
    groups = {name: kind for name, kind in hints.items() if is_dataclass(kind)}

    @wraps(verb)
    def run(**values: Any) -> None:
        for name, kind in groups.items():
            values[name] = kind(**{each.name: values.pop(each.name) for each in fields(kind)})  # type: ignore[operator]
        verb(**values)

    parameters = [each for name, one in inspect.signature(verb).parameters.items() for each in _expanded(one, hints[name])]
    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run


def _expanded(parameter: inspect.Parameter, kind: Any) -> list[inspect.Parameter]:
    if not is_dataclass(kind):
        return [parameter.replace(annotation=kind, kind=inspect.Parameter.KEYWORD_ONLY)]
    hints = get_type_hints(kind, include_extras=True)
    only = inspect.Parameter.KEYWORD_ONLY
    return [inspect.Parameter(each.name, only, annotation=hints[each.name], default=_default(each)) for each in fields(kind)]


def _default(each: Any) -> Any:
    return each.default if each.default_factory is MISSING else each.default_factory()
