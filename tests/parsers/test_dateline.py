"""The place in a dateline acts on nobody; a state at the head of a text does."""

from __future__ import annotations

import pytest
from sentences import told

HEADS = {
    "shouted": "MOSCOW, March 17 - Japan banned exports of trucks to Belarus.",
    "with an agency": "LONDON (AFP) - Japan banned exports of trucks to Belarus.",
    "a stroke": "London | Japan banned exports of trucks to Belarus.",
    "a dash": "Moscow — Japan banned exports of trucks to Belarus.",
    "a colon": "BEIJING: Japan banned exports of trucks to Belarus.",
    "behind a headline": "New curbs on Minsk\n\nParis – Japan banned exports of trucks to Belarus.",
    "the United Nations": "UNITED NATIONS (AP) - Japan banned exports of trucks to Belarus.",
    "the state itself": "JAPAN: exports of trucks to Belarus banned.",
}
INITIALS = {
    "initials": "U.S. sanctions on Iran took effect on Monday.",
    "an article and initials": "A U.S. order prohibits new investment in Iran.",
}


@pytest.mark.parametrize("text", HEADS.values(), ids=HEADS)
def test_city_of_the_dateline_does_not_act(text: str) -> None:
    assert [(m.imposer, m.targets) for m in told(text)] == [("JP", ("BY",))]


@pytest.mark.parametrize("text", INITIALS.values(), ids=INITIALS)
def test_initials_at_the_head_of_a_text_are_no_dateline(text: str) -> None:
    assert [(m.imposer, m.targets) for m in told(text)] == [("US", ("IR",))]
