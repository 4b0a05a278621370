"""Acts that carry a measure ("Executive Order 14024") and how many it hits ("36 oligarchs")."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

NUMBER = r"(?:Nos?\.? ?|№ ?|n° ?)?\d[\w/.()-]*\w|(?:Nos?\.? ?|№ ?|n° ?)?\d"
ACT = re.compile(
    r"\b(?:"
    rf"(?:Executive Orders?|E\.?O\.?|Presidential Proclamation|Proclamation) (?:{NUMBER})"
    rf"|(?:Council )?(?:Implementing |Delegated )?(?:Regulation|Decision|Directive|Joint Action|Common Position) \((?:EU|EC|CFSP|EEC|Euratom)\) (?:{NUMBER})"
    r"|(?:Council )?(?:Implementing )?(?:Regulation|Decision|Directive|Common Position) \d{2,4}/\d+(?:/(?:CFSP|EC|EU|EEC))?"
    rf"|(?:[Pp]residential |[Gg]overnment )?(?:[Dd]ecree|[Oo]rder|[Rr]esolution|[Aa]nnouncement|[Nn]otice|[Oo]rdinance|[Nn]otification|[Dd]ecision) (?:Nos?\.? ?|№ ?|n° ?)\d[\w/-]*"
    rf"|[Rr]esolutions? \d{{3,4}}(?: \(\d{{4}}\))?"
    r"|SOR/\d{4}-\d+|S\.?I\.? \d{4}/\d+"
    r"|(?:Federal [Ll]aw )?(?:No\. )?\d{2,3}-FZ"
    rf"|(?:General [Ll]icen[cs]es?|GL) (?:Nos?\.? ?)?\d+[A-Z]?"
    rf"|Directive \d[A-Z]?\b"
    r"|(?:[Nn]otice|[Dd]ecree|[Aa]nnouncement) \d{1,4}\b"
    r"|(?:(?:[A-Z][\w'’-]+ ){1,6}(?:Act|Regulations|Ordinance|Sanctions Law|Amendment)(?: (?:of )?\d{4})?)"
    r"|CAATSA|IEEPA|PEESA|CISADA|UFLPA"
    r")"
)
NOUNS = (
    "individuals people persons person individual oligarchs oligarch companies company firms firm entities entity banks bank vessels vessel ships ship "
    "tankers tanker diplomats diplomat officials official lawmakers lawmaker mps names organisations organizations citizens nationals politicians "
    "businessmen businesspeople executives employees officers members generals journalists outlets channels subsidiaries institutions aircraft planes "
    "enterprises businesses groups associates relatives envoys spies judges ministers senators legislators americans russians britons canadians "
    "belarusians iranians zimbabweans chinese japanese staff affiliates refiners airlines commanders settlers leaders men women websites institutes importers"
)
UNITS = {w: n for n, w in enumerate("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())}
TENS = {w: 10 * n for n, w in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)}
CUMULATIVE = re.compile(r"(?:total (?:number )?(?:of |to )?|to (?:almost |nearly |over |more than )?|so far |now apply to |already )(?:over |more than |about |some )?\Z")


class Legal(NamedTuple):
    """``text[start:end]`` cites an act; ``ref`` is the citation on one line."""

    start: int
    end: int
    ref: str


class Count(NamedTuple):
    """``text[start:end]`` counts ``n`` of those that a measure hits; ``noun`` is the counted word, folded."""

    start: int
    end: int
    n: int
    noun: str


def find_legal(text: str) -> list[Legal]:
    """Citations of acts in text order, without overlap."""
    return [Legal(m.start(), m.end(), " ".join(m[0].split())) for m in ACT.finditer(text)]


def find_counts(text: str, folded: str) -> list[Count]:
    """How many people, companies, vessels, diplomats; cumulative totals ("bringing the total to 1,200") are left out."""
    del text
    found = (_count(m) for m in _counts().finditer(folded) if not CUMULATIVE.search(folded, max(0, m.start() - 30), m.start()))
    return [count for count in found if count]


@cache
def _counts() -> re.Pattern[str]:
    words = "|".join((*TENS, *UNITS))
    number = rf"\d{{1,3}}(?:,\d{{3}})+|\d{{1,6}}|(?:{words})(?:[ -](?:{'|'.join(UNITS)}))?(?: hundred)?|a dozen|two dozen"
    return re.compile(rf"(?<![\w.,$/-])({number}) (?:(?!and |or )[a-z'-]+ ){{0,3}}?({'|'.join(NOUNS.split())})\b")


def _count(match: re.Match[str]) -> Count | None:
    n = number_of(match[1])
    return Count(match.start(), match.end(), n, match[2]) if n else None


def number_of(words: str) -> int | None:
    """The value of folded digits or number words ("1,200", "twenty-three"), None if they are none."""
    if words[0].isdigit():
        return int(words.replace(",", ""))
    if words.endswith("dozen"):
        return 24 if words.startswith("two") else 12
    parts = re.split("[ -]", words)
    small = sum(TENS.get(p, UNITS.get(p, 0)) for p in parts)
    return small * 100 if parts[-1] == "hundred" else small
