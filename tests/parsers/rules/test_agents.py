"""Who imposes, in every place where a sentence names it, and who is named beside it and does not act."""

from __future__ import annotations

import pytest
from sentences import only, told

NAMED = {
    "state": ("Canada banned imports of Belarusian potash.", "CA"),
    "state in full": ("The Republic of Korea banned exports of lubricants to Russia.", "KR"),
    "capital": ("Ottawa banned imports of Belarusian potash.", "CA"),
    "seat of power": ("The Kremlin banned imports of Polish apples.", "RU"),
    "ministry of a state": ("Japan's trade ministry banned exports of machine tools to Russia.", "JP"),
    "agency": ("OFAC designated two Iranian shipping companies.", "US"),
    "office": ("The Norwegian foreign minister expelled three Russian diplomats.", "NO"),
    "head of government by name": ("Prime Minister Fumio Kishida banned exports of trucks to Russia.", "JP"),
    "authorities": ("Swiss authorities froze the assets of four Russian bankers.", "CH"),
    "parliament": ("Lithuania's parliament banned imports of Russian electricity.", "LT"),
    "bloc": ("The European Union banned imports of Belarusian timber.", "EU"),
    "bloc by its members": ("The 27-nation bloc banned imports of Russian caviar.", "EU"),
    "bloc by its capital": ("Brussels banned imports of Belarusian timber.", "EU"),
    "council of the UN": ("The UN Security Council imposed an arms embargo on Eritrea.", "UN"),
    "regional bloc": ("ECOWAS closed its borders with Niger.", "ECOWAS"),
    "headline": ("Germany to expel 40 Russian diplomats", "DE"),
    "headline in the present": ("Kuwait recalls its ambassador from Beirut", "KW"),
}
PLACED = {
    "after by": ("Imports of Russian steel were banned by Ukraine.", "UA"),
    "after by, far off": ("Two Syrian ministers were put on a sanctions list on Monday by the United Kingdom.", "GB"),
    "adjective before the noun": ("A Swedish ban on exports of drones to Belarus took effect on Monday.", "SE"),
    "initials before the noun": ("New US sanctions on Iran took effect on Monday.", "US"),
    "before the noun, with its verb told of it": ("Japan's ban on exports of trucks to Russia, adopted in May, entered into force.", "JP"),
    "behind that": ("The sanctions that the EU imposed on Belarus in March hit potash.", "EU"),
    "genitive before the noun": ("Finland's entry ban on Russian tourists took effect at midnight.", "FI"),
    "genitive of a decision": ("Tokyo's decision to freeze the assets of five Russian oligarchs angered Moscow.", "JP"),
    "before a relative": ("The step follows one of Australia, which banned exports of alumina to Russia.", "AU"),
    "behind the noun without a relative": ("The arms embargo the United Nations imposed on Eritrea took effect.", "UN"),
    "behind the report": ("Exports of drones to Iran are to be banned, the German government decided.", "DE"),
    "according to an office": ("Six Russian diplomats have been expelled, according to the Czech foreign ministry.", "CZ"),
    "people who may not": ("US persons may not export software to Iran.", "US"),
    "the market closed": ("Cotton from Uzbekistan may no longer be imported into the United States.", "US"),
    "the ports closed": ("Russian ships were barred from Bulgarian ports.", "BG"),
    "the list kept": ("Nine Chinese chip makers were added to the US entity list.", "US"),
    "the country left": ("Ten Belarusian diplomats have been told to leave Denmark.", "DK"),
    "the city left": ("The Belarusian ambassador was given 72 hours to get out of Bamako.", "ML"),
    "a paper of its own": ("Joe Biden's order blocks the property of ten generals of Myanmar.", "US"),
    "officials who say so": ("British officials said Iran will be hit with new sanctions.", "GB"),
    "officials who say so, behind": ("Iran will be hit with new sanctions, EU officials said.", "EU"),
    "its list for a state": ("Australia added nine banks to its Russia sanctions list.", "AU"),
    "the country entered": ("Twelve British lawmakers were barred from entering Russia.", "RU"),
    "the first cell of a row": ("21 February 2022 | White House | Ban on imports of Russian vodka", "US"),
    "the head of an item": ("- Norway: ban on exports of drones to Iran", "NO"),
    "behind an opening phrase": ("In a move against Moscow, Japan banned exports of trucks to Russia.", "JP"),
    "behind a relative clause": ("Estonia, which borders Russia, closed its ports to Russian ships.", "EE"),
    "after a conjunction": ("Prices rose after Kazakhstan banned exports of wheat to Kyrgyzstan.", "KZ"),
}
LISTS = {
    "two": ("Latvia and Estonia expelled fourteen Russian diplomats.", ["LV", "EE"]),
    "three": ("Britain, Canada and Australia banned imports of Russian gold.", ["GB", "CA", "AU"]),
    "serial comma": ("Britain, Canada, and Australia banned imports of Russian gold.", ["GB", "CA", "AU"]),
    "both": ("Both Norway and Iceland froze the assets of Russian bankers.", ["NO", "IS"]),
    "as well as": ("The US as well as Britain banned imports of Russian aluminium.", ["US", "GB"]),
    "after by": ("Six Russian bankers were sanctioned by the UK and Australia.", ["GB", "AU"]),
    "an acronym between": ("The US Treasury (OFAC) and the UK froze the assets of six Iranian firms.", ["US", "GB"]),
    "a list before who": ("It copied its allies, Norway, Iceland and Denmark, who expelled six Belarusian envoys.", ["NO", "IS", "DK"]),
    "along with": ("The EU, along with Britain and Norway, banned imports of Russian steel.", ["EU", "GB", "NO"]),
    "described members": ("The EU, neighbouring Norway and Iceland banned imports of Russian steel.", ["EU", "NO", "IS"]),
}
BESIDE = {
    "a bare name is the target": ("Russia sanctions were extended by the EU.", ["EU"]),
    "under pressure from": ("Under pressure from Washington, Turkey suspended exports of microchips to Russia.", ["TR"]),
    "at the request of": ("At the request of Kyiv, Moldova banned exports of fuel to Russia.", ["MD"]),
    "in coordination with": ("In coordination with the EU, Ukraine banned imports of Belarusian timber.", ["UA"]),
    "urged by": ("Urged by Poland, Germany banned imports of Belarusian potash.", ["DE"]),
    "place of a meeting": ("In Geneva, Russia suspended talks with the United States.", ["RU"]),
    "told by another": ("Moscow said Poland had expelled five Russian diplomats.", ["PL"]),
    "whose measures it adopts": ("Switzerland adopted the sanctions imposed by the EU on Belarus.", ["CH"]),
    "agent of another doing": ("Canada imposed sanctions on Minsk over elections held by Belarus.", ["CA"]),
    "in the name of a rising": ("The EU has accused Minsk of arming a pro-Moscow rising, and has frozen the assets of six firms.", ["EU"]),
    "a clause of its own": ("Sudan cut relations with Iran, and the Emirates downgraded ties with Iran.", ["SD", "AE"]),
    "a description of another's decision": ("Moscow describes Tokyo's decision to impose sanctions on Belarus as hostile.", ["JP"]),
    "an agreement of two": ("It was an agreement of American and European leaders to bar Russian banks from SWIFT.", ["US", "EU"]),
    "an envoy who is sent home": ("Hours after Oman urged Lebanon's envoy to leave, imports were banned by Oman.", ["OM"]),
    "a second verb behind after": ("It came a day after Riyadh expelled the Syrian envoy and banned all imports from Syria.", ["SA", "SA"]),
    "in brackets": ("The G7 (which includes Canada and Japan) banned imports of Russian diamonds.", ["G7"]),
    "in a relative clause": ("The EU, which accuses China of dumping, banned imports of Russian steel.", ["EU"]),
    "wish of an ally": ("Poland, a neighbour of Ukraine, banned imports of Russian coal.", ["PL"]),
}
CARRIED = {
    "it": "Latvia protested on Monday. It expelled two Belarusian diplomats.",
    "the country": "Latvia protested on Monday. The country expelled two Belarusian diplomats.",
    "the ministry": "Latvia protested on Monday. The foreign ministry expelled two Belarusian diplomats.",
    "nobody in a passive": "Latvia protested on Monday. Two Belarusian diplomats were expelled.",
}


@pytest.mark.parametrize(("text", "imposer"), NAMED.values(), ids=NAMED)
def test_whoever_acts_is_the_imposer_by_any_name(text: str, imposer: str) -> None:
    assert only(text).imposer == imposer


@pytest.mark.parametrize(("text", "imposer"), PLACED.values(), ids=PLACED)
def test_the_imposer_is_found_where_the_sentence_puts_it(text: str, imposer: str) -> None:
    assert only(text).imposer == imposer


@pytest.mark.parametrize(("text", "imposers"), LISTS.values(), ids=LISTS)
def test_each_of_a_list_acts(text: str, imposers: list[str]) -> None:
    assert sorted(m.imposer for m in told(text)) == sorted(imposers)


@pytest.mark.parametrize(("text", "imposers"), BESIDE.values(), ids=BESIDE)
def test_who_stands_beside_does_not_act(text: str, imposers: list[str]) -> None:
    assert [m.imposer for m in told(text)] == imposers


@pytest.mark.parametrize("text", CARRIED.values(), ids=CARRIED)
def test_the_one_spoken_of_before_goes_on_acting(text: str) -> None:
    assert only(text).imposer == "LV"


def test_we_are_those_who_publish() -> None:
    text = "We will ban exports of drones to Iran."
    assert only(text, publisher="Ministry of Foreign Affairs of Norway").imposer == "NO"
    assert only(text, title="Norwegian statement on Iran").imposer == "NO"


def test_the_title_names_who_acts_where_the_text_does_not() -> None:
    assert only("Exports of trucks to Russia have been banned.", title="Japan bans truck exports to Russia").imposer == "JP"


def test_nobody_is_invented() -> None:
    assert told("Exports of trucks to Russia have been banned.") == []
