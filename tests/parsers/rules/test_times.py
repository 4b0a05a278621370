"""Which day fills which field. The paper appears on Thursday, 2 May 2024."""

from __future__ import annotations

import pytest
from sentences import Days, days, only, told

ANNOUNCED = {
    "weekday": ("On Tuesday Japan banned exports of trucks to Russia.", "2024-04-30"),
    "weekday behind": ("Japan banned exports of trucks to Russia on Tuesday.", "2024-04-30"),
    "weekday before the verb": ("Japan on Tuesday banned exports of trucks to Russia.", "2024-04-30"),
    "yesterday": ("Japan yesterday banned exports of trucks to Russia.", "2024-05-01"),
    "today": ("Japan today banned exports of trucks to Russia.", "2024-05-02"),
    "day in full": ("On 12 March 2024, Japan banned exports of trucks to Russia.", "2024-03-12"),
    "American order": ("On March 12, 2024, Japan banned exports of trucks to Russia.", "2024-03-12"),
    "day without a year": ("On March 12 Japan banned exports of trucks to Russia.", "2024-03-12"),
    "ISO": ("2024-03-12: Japan banned exports of trucks to Russia.", "2024-03-12"),
    "dotted": ("On 12.03.2024 Japan banned exports of trucks to Russia.", "2024-03-12"),
    "month": ("In March 2024 Japan banned exports of trucks to Russia.", "2024-03"),
    "year": ("In 2019 Japan banned exports of trucks to Russia.", "2019"),
    "year in front": ("In 2019, Japan banned exports of trucks to Russia.", "2019"),
    "part of a year": ("Japan banned exports of trucks to Russia in early 2019.", "2019"),
    "by decree of": ("By a decree of 12 March 2024 Russia banned exports of timber to Japan.", "2024-03-12"),
}
EFFECTIVE = {
    "from": ("Japan will ban exports of trucks to Russia from 1 June.", "2024-06-01"),
    "as of": ("Japan will ban exports of trucks to Russia as of 1 June.", "2024-06-01"),
    "as from": ("Japan will ban exports of trucks to Russia as from June 1.", "2024-06-01"),
    "with effect from": ("Japan has banned exports of trucks to Russia with effect from 1 June.", "2024-06-01"),
    "starting": ("Japan will ban exports of trucks to Russia starting June 1.", "2024-06-01"),
    "effective": ("Japan has banned exports of trucks to Russia, effective 1 June.", "2024-06-01"),
    "takes effect": ("Japan's ban on exports of trucks to Russia takes effect on 1 June.", "2024-06-01"),
    "will enter into force": ("Japan's ban on exports of trucks to Russia will enter into force on 1 June.", "2024-06-01"),
    "came into force": ("Japan's ban on exports of trucks to Russia came into force on Monday.", "2024-04-29"),
    "with immediate effect": ("On Tuesday Japan banned exports of trucks to Russia with immediate effect.", "2024-04-30"),
    "since": ("Exports of trucks to Russia have been banned by Japan since March.", "2024-03"),
    "a day ahead without a word": ("Japan will ban exports of trucks to Russia on 1 June.", "2024-06-01"),
    "closed by": ("The Russian consulate is to be closed by 1 June, Japan said.", "2024-06-01"),
}
EXPIRES = {
    "until": ("Japan extended its ban on exports of trucks to Russia until 1 May 2025.", "2025-05-01"),
    "through": ("Japan banned exports of trucks to Russia through 31 December 2024.", "2024-12-31"),
    "to": ("Japan prolonged its ban on exports of trucks to Russia to 1 May 2025.", "2025-05-01"),
    "will expire on": ("Japan's ban on exports of trucks to Russia, which will expire on 1 June, was extended.", "2024-06-01"),
    "for a year from its day": ("On 30 April Japan banned exports of trucks to Russia for one year.", "2025-04"),
    "for six months": ("On 30 April Japan banned exports of trucks to Russia for six months.", "2024-10"),
    "for another year": ("On 30 April Japan extended its ban on exports of trucks to Russia for another year.", "2025-04"),
}
NO_DAY = {
    "year of a treaty": "Russia suspended the 1997 fisheries agreement with Japan.",
    "signed in": "Russia suspended a fisheries agreement with Japan signed in 1998.",
    "year of a law": "Japan banned exports of trucks to Russia under the Trade Act of 1949.",
    "age of the measure": "Japan lifted its 23-year-old arms embargo on Libya.",
    "day for which a summit is planned": "Russia banned imports of Polish apples ahead of the summit planned for June.",
    "number of a resolution": "The UN Security Council imposed an arms embargo on Libya by resolution 1970 (2011).",
    "for an unknown time": "Japan banned exports of trucks to Russia for months.",
    "day of an attack": "Japan banned exports of trucks to Russia after an attack on a hospital in March.",
    "weekday of an attack": "Japan banned exports of trucks to Russia over Tuesday's attack on a hospital.",
    "day of an accord": "Japan banned exports of trucks to Russia citing the accord of 30 May 2019.",
    "day that somebody else directs": "As directed by the president last week, Japan banned exports of trucks to Russia.",
    "its measures of then": "China agreed to ease its October export controls on gallium.",
    "day on which a law is to be adopted": "A law that Japan is expected to adopt in the autumn bans exports of trucks to Russia.",
    "a condition": "Japan banned exports of trucks to Russia until further notice.",
}
SEVERAL = {
    "announced and effective": (
        "On Tuesday Japan announced that it would ban exports of trucks to Russia from 1 June.",
        Days("2024-04-30", "2024-06-01"),
    ),
    "announced and until": ("On Tuesday Japan banned exports of trucks to Russia until 1 June.", Days("2024-04-30", None, "2024-06-01")),
    "from and until": (
        "Japan will ban exports of trucks to Russia from 1 June until 31 December.",
        Days(None, "2024-06-01", "2024-12-31"),
    ),
    "three days later": (
        "On 12 March Japan banned exports of trucks to Russia, and three days later the ban took effect.",
        Days("2024-03-12", "2024-03-15"),
    ),
    "in brackets in a log": ("12 March 2024 - Japan bans exports of trucks to Russia [15 March].", Days("2024-03-12", "2024-03-15")),
    "lifted what began long ago": ("On 12 March Japan lifted the arms embargo on Libya in place since 1986.", Days("2024-03-12")),
    "and will meet": ("On 12 March Japan banned exports of trucks to Russia and will meet its allies in June.", Days("2024-03-12")),
    "until, told in the past": (
        "On Tuesday Japan had banned exports of trucks to Russia until September 30.",
        Days("2024-04-30", None, "2024-09-30"),
    ),
    "hit some since, hit more": (
        "Japan, which since March has been hard on Moscow, on Tuesday banned exports of trucks to Russia.",
        Days("2024-04-30"),
    ),
    "a term in front": (
        "For six months, exports of trucks to Russia are banned, Japan announced on 30 April.",
        Days("2024-04-30", None, "2024-10"),
    ),
    "adopted and in force": (
        "The ban on exports of trucks to Russia that Japan adopted on 12 March entered into force on 25 April.",
        Days("2024-03-12", "2024-04-25"),
    ),
}


@pytest.mark.parametrize(("text", "day"), ANNOUNCED.values(), ids=ANNOUNCED)
def test_the_day_on_which_it_was_announced(text: str, day: str) -> None:
    assert days(only(text)) == Days(announced=day)


@pytest.mark.parametrize(("text", "day"), EFFECTIVE.values(), ids=EFFECTIVE)
def test_the_day_from_which_it_applies(text: str, day: str) -> None:
    assert only(text).effective == day


@pytest.mark.parametrize(("text", "day"), EXPIRES.values(), ids=EXPIRES)
def test_the_day_until_which_it_applies(text: str, day: str) -> None:
    assert only(text).expires == day


@pytest.mark.parametrize("text", NO_DAY.values(), ids=NO_DAY)
def test_what_is_not_the_day_of_the_act(text: str) -> None:
    assert days(only(text)) == Days()


@pytest.mark.parametrize(("text", "expected"), SEVERAL.values(), ids=SEVERAL)
def test_each_day_of_a_sentence_in_its_field(text: str, expected: Days) -> None:
    assert days(only(text)) == expected


def test_each_act_of_a_sentence_keeps_its_own_day() -> None:
    first, second = told("Japan banned exports of trucks to Russia on Monday and on Tuesday froze the assets of five Russian bankers.")
    assert (first.announced, second.announced) == ("2024-04-29", "2024-04-30")


def test_acts_that_share_a_clause_share_its_day() -> None:
    first, second = told("On Tuesday Japan banned exports of trucks to Russia and froze the assets of five Russian bankers.")
    assert (first.announced, second.announced) == ("2024-04-30", "2024-04-30")


def test_people_told_to_leave_by_a_day_are_expelled_before_it() -> None:
    assert days(only("Albania expelled two Iranian diplomats, who must leave by 10 May.")) == Days()


def test_goods_phased_out_by_a_day_are_not_banned_on_it() -> None:
    assert only("The EU will phase out imports of Russian gas by 2027.").effective is None


def test_a_day_without_publication_stays_without_a_year() -> None:
    assert only("On March 12 Japan banned exports of trucks to Russia.", published=None).announced == "XXXX-03-12"


def test_a_term_without_a_day_has_no_end() -> None:
    assert only("Japan banned exports of trucks to Russia for six months.", published=None).expires is None


def test_what_an_act_came_after_has_a_day_of_its_own() -> None:
    first, second = told("On April 23 Japan froze Syrian state assets, a fortnight after the EU banned imports of Syrian oil.")
    assert (first.announced, second.announced) == ("2024-04-23", "2024-04-09")


def test_the_nearer_day_beats_the_one_that_opens_the_sentence() -> None:
    first, second = told("In May 1997 Japan banned exports of trucks to Burma, and six years later Japan closed its consulate in Burma.")
    assert (first.announced, second.announced) == ("1997-05", "2003")


def test_a_day_on_which_something_began_is_that_of_the_act_told_with_it() -> None:
    assert days(only("It all began on March 14, when Britain expelled 23 Russian diplomats.")) == Days("2024-03-14")


def test_a_number_of_a_release_is_no_year() -> None:
    assert days(only("JS-1932\n\nJapan banned exports of trucks to Russia.")) == Days()


def test_the_day_of_one_bullet_is_not_that_of_the_next() -> None:
    text = "The US did the following:\n- On April 23 it banned exports of trucks to Russia.\n- It expelled three Russian diplomats."
    assert [m.announced for m in told(text)] == ["2024-04-23", None]
