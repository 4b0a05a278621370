"""Every rule of time reads its own examples and leaves its counter-examples alone."""

from __future__ import annotations

import re
from datetime import date

import pytest

from parsers.dates import Timex, tag
from parsers.dates.pattern import Rule
from parsers.dates.rules import all_rules

FRIDAY = date(2022, 4, 8)
EXAMPLE = re.compile(r"(?P<before>[^\[]*)\[(?P<words>[^\]]+)\](?P<after>.*?) => (?P<value>\S+)(?: / (?P<edtf>\S+))?\Z")
# Headings and entries take the name of their standing; an anchored span that of what it became.
RENAMED = {"heading_date", "entry_date", "dateline", "span_from_dated_event"}
RULES = all_rules()


def named(texts: str) -> list[tuple[Rule, str]]:
    return [(rule, text) for rule in RULES for text in getattr(rule, texts)]


def label(case: object) -> str:
    return case.name if isinstance(case, Rule) else str(case)


def rule_of(found: Timex) -> str:
    return found.rule


@pytest.mark.parametrize(("rule", "example"), named("examples"), ids=label)
def test_reads_its_example(rule: Rule, example: str) -> None:
    parts = EXAMPLE.match(example)
    assert parts, f"{rule.name}: write the example as 'text [expression] text => value', not {example!r}"
    text = parts["before"] + parts["words"] + parts["after"]
    start, end = len(parts["before"]), len(parts["before"]) + len(parts["words"])
    found = [each for each in tag(text, FRIDAY) if (each.start, each.end) == (start, end)]
    assert found, [(text[each.start : each.end], each.rule) for each in tag(text, FRIDAY)]
    assert found[0].rule == rule.name or found[0].rule in RENAMED
    assert found[0].value == parts["value"]
    if parts["edtf"]:
        assert found[0].edtf == parts["edtf"]


@pytest.mark.parametrize(("rule", "text"), named("never"), ids=label)
def test_leaves_its_counter_example_alone(rule: Rule, text: str) -> None:
    assert rule.name not in [each.rule for each in tag(text, FRIDAY)]


@pytest.mark.parametrize("rule", RULES, ids=label)
def test_has_examples_both_ways(rule: Rule) -> None:
    assert rule.examples
    assert rule.never


def test_rule_names_are_unique() -> None:
    names = [rule.name for rule in RULES]
    assert len(names) == len(set(names))
