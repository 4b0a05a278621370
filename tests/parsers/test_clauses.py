"""Who does what: verbs with their objects, nouns with the verbs that govern them, and where a clause ends."""

from __future__ import annotations

import pytest
from sentences import acts, told

# "suspend exports" imposes, "suspend the embargo" eases: the object decides what a verb does.
OBJECT_DECIDES = {
    "suspend exports": ("Japan suspended exports of trucks to Russia.", ["JP impose export_restriction"]),
    "suspend an embargo": ("Japan suspended its arms embargo on Sudan.", ["JP ease arms_embargo"]),
    "lift a ban": ("Japan lifted its ban on exports of trucks to Sudan.", ["JP lift export_restriction"]),
    "revoke a status": ("Japan revoked Russia's most-favoured-nation status.", ["JP impose mfn_revocation"]),
    "extend sanctions": ("The EU extended its sanctions on Belarus for a year.", ["EU extend sanctions_package"]),
    "restore sanctions": ("The US restored its sanctions on Sudan.", ["US impose sanctions_package"]),
    "restore ties": ("Sudan restored diplomatic relations with Iran.", ["SD lift diplomatic_downgrade"]),
    "resume imports": ("Russia resumed imports of Georgian wine.", ["RU lift import_restriction"]),
    "block assets": ("Japan blocked the assets of Russian bankers.", ["JP impose asset_freeze"]),
    "close a border": ("Benin closed its border with Niger.", ["BJ impose transport_ban"]),
    "recall one's own envoy": ("Kuwait recalled its ambassador from Iran.", ["KW impose diplomatic_downgrade"]),
    "tighten controls": ("Japan tightened its export controls on Russia.", ["JP expand export_restriction"]),
    "reopen airspace": ("Qatar reopened its airspace to Saudi planes.", ["QA lift airspace_closure"]),
    "allow exports": ("Japan allowed exports of trucks to Sudan again.", ["JP ease export_restriction"]),
    "announce a resumption": ("Russia announced the resumption of imports of Georgian wine.", ["RU lift import_restriction"]),
    "no longer prohibited": ("Exports of trucks to Sudan are no longer prohibited, Japan said.", ["JP lift export_restriction"]),
    "waive an act": ("Biden waived the Caesar Act for 180 days.", ["US ease sanctions_package"]),
    "bar another from exporting": ("The UN barred North Korea from exporting coal.", ["UN impose import_restriction"]),
    "bar one's own from exporting": ("Japan barred Japanese firms from exporting coal to North Korea.", ["JP impose export_restriction"]),
    "cut off from": ("The EU cut three Belarusian banks off from SWIFT.", ["EU impose swift_exclusion"]),
}
SHAPES = {
    "passive": ("Exports of trucks to Russia were banned by Japan.", ["JP impose export_restriction"]),
    "noun of doing": ("Japan ordered the closure of the Russian consulate in Osaka.", ["JP impose diplomatic_downgrade"]),
    "gerund": ("Japan answered by banning exports of trucks to Russia.", ["JP impose export_restriction"]),
    "relative with its object in front": ("The trucks, exports of which Japan banned, went to Russia.", []),
    "the list brings a freeze": (
        "Japan expanded the list of Russian bankers subject to an asset freeze.",
        ["JP expand asset_freeze"],
    ),
    "arms sales are an embargo": ("Japan banned sales of weapons to Sudan.", ["JP impose arms_embargo"]),
    "two objects of one verb": (
        "Japan banned exports of trucks to Russia and imports of Russian coal.",
        ["JP impose import_restriction", "JP impose export_restriction"],
    ),
    "two verbs": (
        "Japan froze the assets of Russian bankers and suspended visas for Russian officials.",
        ["JP impose asset_freeze", "JP impose travel_ban"],
    ),
}
NO_CLAUSE = {
    "described, not done": "The sanctioned Russian banker flew to Japan.",
    "a compound": "The Japan-sanctioned banker flew to Sudan.",
    "the reliance, not the goods": "Japan ended its reliance on Russian gas.",
    "behind a barrier": "Japan closed the file after Russian ships left port.",
    "who is not said to act": "It is not useful for Japan to ban exports of trucks.",
}


@pytest.mark.parametrize(("text", "expected"), OBJECT_DECIDES.values(), ids=OBJECT_DECIDES)
def test_the_object_decides_what_the_verb_does(text: str, expected: list[str]) -> None:
    assert acts(told(text)) == expected


@pytest.mark.parametrize(("text", "expected"), SHAPES.values(), ids=SHAPES)
def test_the_act_is_read_in_every_shape_of_clause(text: str, expected: list[str]) -> None:
    assert sorted(acts(told(text))) == sorted(expected)


@pytest.mark.parametrize("text", NO_CLAUSE.values(), ids=NO_CLAUSE)
def test_words_that_do_not_belong_together_make_no_act(text: str) -> None:
    assert acts(told(text)) == []
