"""What speaks of sanctions and reports no act, each with the rule that left it out."""

from __future__ import annotations

import pytest
from sentences import acts, left_out, told

WHY = {
    "a state that lasts": ("The EU ban on imports of Russian coal is still in force.", "no act"),
    "remains barred": ("Russian ships remain barred from Bulgarian ports.", "lasting state"),
    "what followed the act": ("Following the lifting of EU sanctions on Syria, trade resumed.", "background"),
    "a licence that nobody grants": ("The US general licence for Syria returned to the news.", "licence"),
    "what lifting would do": ("Ending the US sanctions on Cuba would help farmers.", "hypothetical"),
    "a border closed for a storm": ("Canada closed its airspace to planes from Cuba because of a hurricane.", "no sanction"),
    "a border closed for a disease": ("Kenya closed its border with Uganda during the Ebola outbreak.", "no sanction"),
    "a sports body": ("FIFA imposed sanctions on the Russian football league.", "sport"),
    "wish of the one who is hit": ("President Putin urged the lifting of sanctions.", "a wish"),
    "nobody acts": ("Exports of trucks to Russia were banned.", "no imposer"),
    "a general word": ("The Japanese government took measures.", "weak word"),
    "no verb does it": ("The Swiss arms embargo on Sudan.", "no act"),
    "only spoken of": ("Germany praised the Swiss arms embargo on Sudan.", "background"),
    "sanctions that began to hurt": ("The EU sanctions on Belarus began to matter.", "no act"),
}
NOTHING_AT_ALL = {
    "company leaves": "The Swedish carmaker stopped selling cars in Russia.",
    "effects": "The rouble fell as sanctions bit.",
    "board sanctions a plan": "The board sanctioned the plan in March.",
    "smoking": "Ireland banned smoking in pubs.",
    "frozen food": "Norway exports frozen fish to Japan.",
    "prices frozen": "Hungary froze fuel prices in March.",
    "news embargo": "The embargo on the report was lifted at midnight.",
    "bus fare": "The city raised the tariff for buses by 10%.",
    "product recall": "Japan's carmaker recalled 20,000 trucks.",
    "reader's memory": "Critics recall that Japan was slow to act.",
    "stock listing": "The Chinese company was delisted from the New York stock exchange.",
    "school": "The school in Vienna expelled two pupils.",
    "suspended sentence": "A court in Oslo gave the Russian captain a suspended sentence.",
    "protest note": "Poland summoned the Russian ambassador and handed him a protest note.",
    "condemned": "Canada condemned the Iranian attack.",
    "aid to the other side": "Norway sent ten tanks to Ukraine.",
    "crime": "Two men were jailed in Boston for smuggling chips to Iran.",
    "fine": "The US Treasury fined a Swiss bank $2 million for breaching sanctions on Sudan.",
    "court": "The EU General Court upheld the sanctions on a Belarusian company.",
    "sanctions-hit": "The sanctions-hit bank opened a branch in Minsk.",
    "peace package": "The United States offered Iran a peace package.",
    "domestic ban": "Egypt banned the party ahead of the election.",
    "visit": "The Japanese foreign minister visited Moscow.",
    "guidance": "OFAC published guidance for shipping companies.",
}
TOLD = {
    "sanction of a state on athletes": ("Ukraine banned Russian athletes from its tournaments.", "UA impose participation_ban"),
    "noun with its imposer and day": (
        "The lifting of sanctions on Fiji by the EU in March 2017 cheered many.",
        "EU lift sanctions_package",
    ),
    "a programme ended": ("The US terminated the sanctions programme on Sudan.", "US lift sanctions_package"),
    "licence granted": ("The US issued a general licence for fuel shipments to Syria.", "US ease"),
    "general word with a target": ("Japan took new restrictive measures against Belarus.", "JP impose sanctions_package"),
    "item of a list": ("Norway announced these measures:\n\n- Ban on exports of drones to Iran", "NO impose export_restriction"),
}


@pytest.mark.parametrize(("text", "rule"), WHY.values(), ids=WHY)
def test_it_is_left_out_and_says_why(text: str, rule: str) -> None:
    skipped = left_out(text)
    assert [s.rule for s in skipped] == [rule]
    assert all(s.quote in text and s.reason for s in skipped)


@pytest.mark.parametrize("text", NOTHING_AT_ALL.values(), ids=NOTHING_AT_ALL)
def test_words_with_another_meaning_tell_nothing(text: str) -> None:
    assert acts(told(text)) == []


@pytest.mark.parametrize(("text", "act"), TOLD.values(), ids=TOLD)
def test_what_looks_like_it_and_is_an_act(text: str, act: str) -> None:
    assert [a[: len(act)] for a in acts(told(text))] == [act]


def test_a_caption_is_no_report() -> None:
    text = "Canada expelled three Iranian diplomats.\n\nPhoto: Canada's ban on exports of drones to Iran was signed in Ottawa / Reuters"
    assert acts(told(text)) == ["CA impose expulsion"]


@pytest.mark.parametrize(
    "text",
    [
        "More than 450 Iranians have so far been sanctioned by Britain.",
        "The UN resolution set a ceiling of 500,000 barrels a year.",
        "Trump voiced support for sanctions on Russia.",
    ],
)
def test_totals_quantities_and_opinions_are_no_acts(text: str) -> None:
    assert [m.instrument for m in told(text) if m.instrument in ("designation", "price_cap", "sanctions_package")] == []


@pytest.mark.parametrize(
    "text",
    [
        "Why does Britain impose sanctions on Cuba?",
        "If the EU imposes an embargo on Russian oil, prices will rise.",
        "Switzerland rarely imposes sanctions on Iran.",
        "OFAC published guidance on the price cap on Russian oil.",
        "The EU decided to maintain its sanctions on Syria.",
    ],
)
def test_what_is_asked_supposed_or_explained_is_no_act(text: str) -> None:
    assert told(text) == []
