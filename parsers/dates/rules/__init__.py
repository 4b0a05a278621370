"""The rules by family; a rule defined in a module of FAMILIES is in use."""

from __future__ import annotations

from importlib import import_module

from parsers.dates.pattern import Rule

# Of two rules that match the same words the one of the earlier family reads them, and within a family the one that stands first.
FAMILIES = (
    "names", "numeric", "clocks", "absolute", "partial", "weekdays", "deictic", "units", "counted", "landmarks",
    "quarters", "seasons", "years", "durations", "repeated", "vague",
)  # fmt: skip


def all_rules() -> tuple[Rule, ...]:
    """Every rule, in order of priority."""
    modules = [import_module(f"{__name__}.{family}") for family in FAMILIES]
    return tuple(value for module in modules for value in vars(module).values() if isinstance(value, Rule))
