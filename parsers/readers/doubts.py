"""Whether a day of publication can be believed: not one in the future, and not one long before the days that the text tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from parsers.article import Article

MONTHS = "january february march april may june july august september october november december".split()
MONTH = r"(Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]{0,6}\.?"
FULL_DAY = re.compile(
    rf"\b(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? {MONTH},? (?P<y1>(?:19|20)\d\d)\b"
    rf"|\b{MONTH} (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>(?:19|20)\d\d)\b"
    r"|\b(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
    r"|\b(?P<d4>\d{1,2})\.(?P<m4>\d{1,2})\.(?P<y4>(?:19|20)\d\d)\b"
)
YEAR = re.compile(r"(?<![\d.,/$€£-])(?:19|20)\d\d(?![\d%]|[.,/-]\d)")
LONG = timedelta(days=2 * 365)
A_DAY_ELSEWHERE = timedelta(days=1)


def doubts(article: Article, today: date | None = None) -> tuple[str, ...]:
    """What makes the day of publication doubtful, in the words of a warning; without ``today`` no day lies in the future."""
    if not article.published:
        return ()
    if today and article.published > today + A_DAY_ELSEWHERE:
        return (f"published {article.published}, which lies in the future ({article.published_from})",)
    if _told_later(article.published, article.text):
        return (f"published {article.published}, long before the days that its text tells of ({article.published_from})",)
    return ()


def _told_later(published: date, text: str) -> bool:
    days = list(_days(text))
    if days:
        return 2 * sum(day > published + LONG for day in days) > len(days)
    years = [int(year) for year in YEAR.findall(text)]
    return len(years) > 1 and min(years) - published.year > 1


def _days(text: str) -> Iterator[date]:
    for found in FULL_DAY.finditer(text):
        parts = {name[0]: value for name, value in found.groupdict().items() if value}
        word = found[2] or found[4]
        month = int(parts["m"]) if "m" in parts else 1 + next(i for i, name in enumerate(MONTHS) if name.startswith(word[:3].lower()))
        try:
            yield date(int(parts["y"]), month, int(parts["d"]))
        except ValueError:
            continue
