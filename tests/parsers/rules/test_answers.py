"""What a measure answers: whose act the text itself calls its cause."""

from __future__ import annotations

import pytest
from sentences import only, told

ANSWERS = {
    "in response to": ("In response to the EU's sanctions, Russia banned imports of Polish apples.", ["EU"]),
    "in response": ("Japan froze the assets of Russian bankers. In response, Russia expelled eight Japanese diplomats.", ["JP"]),
    "in retaliation for": ("In retaliation for the Czech expulsions, Russia expelled twenty Czech diplomats.", ["CZ"]),
    "as a countermeasure": ("Russia expelled five Estonian diplomats as a countermeasure.", ["EE"]),
    "tit for tat": ("In a tit-for-tat move Russia expelled five Estonian diplomats.", ["EE"]),
    "retaliated by": ("Moscow retaliated by expelling five Estonian diplomats.", ["EE"]),
    "responded with": ("Beijing responded with sanctions on six Canadian lawmakers.", ["CA"]),
    "hit back": ("Beijing hit back at Washington with a ban on exports of gallium to the United States.", ["US"]),
    "reciprocal": ("On a reciprocal basis, Belarus closed its consulate in Lithuania.", ["LT"]),
    "to what two imposed": ("Russia banned imports of apples in response to sanctions that the EU and the US announced.", ["EU", "US"]),
    "to sanctions of the West": ("Russia banned imports of Polish apples in response to Western sanctions.", ["WEST"]),
    "to Washington": ("China banned exports of gallium to the United States in answer to Washington.", ["US"]),
    "to a decision": ("Russia expelled five Estonian diplomats in response to Tallinn's decision to expel five Russians.", ["EE"]),
    "struck back": ("Canada banned imports of Russian vodka. Moscow struck back by banning imports of Canadian pork.", ["CA"]),
    "against somebody": ("The Kremlin retaliated against Britain by expelling 23 British diplomats.", ["GB"]),
    "behind the act": ("Russia expelled five Estonian diplomats in response to Tallinn's decision.", ["EE"]),
}
NO_ANSWER = {
    "no word of an answer": "Russia expelled five Estonian diplomats.",
    "another clause": "Canada expelled two Iranian diplomats; Tehran retaliated with words.",
    "reciprocal tariff by name": "The US imposed reciprocal tariffs of 24% on Japan.",
    "to an attack": "The US banned imports of gold from Sudan in response to the army's attacks on hospitals.",
    "for a missile test": "Japan banned imports of coal from North Korea in retaliation for its missile test.",
    "to what it did elsewhere": "The EU banned imports of steel in response to Russia's actions destabilising the region.",
    "the move of the other side": "Russia's retaliatory step came a day after the US banned exports of chips to Russia.",
    "nobody calls it so": "Turkey banned imports of Russian wheat, though nobody there calls it retaliation.",
    "an answer by the other side": "Turkey restricted its exports of steel, and Israel's foreign minister promised a reply in kind.",
    "relief for a change of heart": "In response to the release of prisoners, the US lifted its ban on imports of Burmese jade.",
    "responded to a question": "The minister responded to questions. Canada expelled two Iranian diplomats.",
}
NEXT = {
    "it calls it": "Russia expelled five Estonian diplomats. The ministry called it a response to Estonia's expulsions.",
    "the move was": "Russia expelled five Estonian diplomats. The move was a response to Tallinn's decision.",
    "these steps reply to": "Russia expelled five Estonian diplomats. It stressed that these steps reply to Tallinn's expulsions.",
    "comes in response": "Russia expelled five Estonian diplomats. It follows talks in Moscow and comes in response to Estonia's step.",
    "it is an answer": "Russia expelled five Estonian diplomats. It is Vladimir Putin's answer to the Estonian expulsions.",
    "this was": "Russia expelled five Estonian diplomats. This was in retaliation for Estonia's decision.",
}


@pytest.mark.parametrize(("text", "codes"), ANSWERS.values(), ids=ANSWERS)
def test_whose_act_it_answers(text: str, codes: list[str]) -> None:
    assert list(told(text)[-1].response_to) == codes


@pytest.mark.parametrize("text", NO_ANSWER.values(), ids=NO_ANSWER)
def test_what_answers_nothing(text: str) -> None:
    assert only(text).response_to == ()


@pytest.mark.parametrize("text", NEXT.values(), ids=NEXT)
def test_the_next_sentence_says_what_it_answers(text: str) -> None:
    assert only(text).response_to == ("EE",)


def test_a_paragraph_goes_on_with_the_same_answer() -> None:
    text = (
        "Canada froze the assets of Russian bankers. Moscow retaliated by banning imports of Canadian pork. "
        "It also expelled two Canadian diplomats."
    )
    assert [m.response_to for m in told(text)] == [(), ("CA",), ("CA",)]


def test_the_next_sentence_about_something_else_answers_nothing() -> None:
    assert only("Russia expelled five Estonian diplomats. Prices rose in response to the harvest.").response_to == ()


def test_an_answer_does_not_lie_before_what_it_answers() -> None:
    text = "On April 22 Japan froze the assets of Russian bankers. In response, Russia expelled eight Japanese diplomats."
    answer = told(text)[-1]
    assert (str(answer.earliest), str(answer.latest)) == ("2024-04-22", "2024-05-02")


def test_a_threat_to_strike_back_is_spelled_out_by_the_next_sentence() -> None:
    text = "Ukraine threatened on Monday to strike back. If Warsaw does not withdraw, Kyiv will stop imports of Polish apples."
    assert only(text).response_to == ("PL",)


def test_an_answer_of_the_other_side_in_the_next_line_is_not_that_of_the_first() -> None:
    text = "- 3 May 2024: India closed its ports to Pakistani ships.\n- Late that night Pakistan retaliates in kind."
    assert told(text)[0].response_to == ()
