"""Which articles are one source: reprints, credited translations and all that one publisher writes count once."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit

from parsers.article import Article
from parsers.mention import Mention

SHINGLE = 5  # words in a shingle
SAMPLE = 4  # one shingle in four is kept, chosen by its hash, so that two texts keep the same ones
NEAR = 0.5  # share of the shorter text's shingles that makes a reprint
LEAST = 6  # kept shingles without which a text is too short to judge
CREDIT_ZONE = 200  # characters at either end where a reprint names its source
CREDIT = re.compile(r"[(/\[]\s*([^()/\[\]\n]{3,60}?)\s*[,)/\]]|^\s*([^\n(]{3,40}?)\s+[-–—]\s")
WORDS = re.compile(r"\w+")
# Words that the publisher's name of a state's own release carries, in the languages that are read.
OFFICIAL = frozenset(
    "ministry ministerium ministère министерство міністерство ministerio government regierung gouvernement правительство уряд gobierno "
    "council commission kremlin кремль treasury department parliament president presidency office cabinet chancellery embassy spokesperson "
    "spokesperson's notices gazette newsroom bundesregierung auswärtiges élysée".split()
)
OFFICIAL_HOST = re.compile(r"(^|\.)(gov|gob|gouv|europa|mil)\.|\.(gov|mil)$|(^|\.)(kremlin|mid|bund)\.")


@dataclass(frozen=True)
class Source:
    """What the count of sources needs to know of an article. ``speaks_for`` is the imposer whose own release it is, if it is one."""

    digest: str
    article: str
    publisher: str
    host: str
    published: date | None
    shingles: frozenset[int]
    credits: tuple[str, ...]
    speaks_for: str | None


def source_of(article: Article, mentions: Sequence[Mention] = ()) -> Source:
    """Facts of one article, from its text and its publisher alone."""
    host = host_of(article.url)
    return Source(
        digest=article.digest,
        article=article.id,
        publisher=plain_name(article.publisher or ""),
        host=host,
        published=article.published,
        shingles=shingles(article.text),
        credits=_credits(article.text),
        speaks_for=_speaks_for(article.publisher or "", host, mentions),
    )


def host_of(url: str | None) -> str:
    """The host of an address; empty where there is none."""
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.") if url else ""
    except ValueError:
        return ""


def plain_name(name: str) -> str:
    """A publisher's name without case and punctuation."""
    return " ".join(WORDS.findall(name.casefold()))


def shingles(text: str) -> frozenset[int]:
    """A sample of the text's runs of five words, as 48-bit hashes; two texts that share a passage share its sampled runs."""
    words = WORDS.findall(text.casefold())
    runs = (" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))
    hashes = (int.from_bytes(hashlib.blake2b(run.encode("utf-8", "surrogatepass"), digest_size=6).digest()) for run in runs)
    return frozenset(value for value in hashes if value % SAMPLE == 0)


def _credits(text: str) -> tuple[str, ...]:
    """Names in brackets, between slashes or before a dash at either end of the text: among them the source of a reprint."""
    zone = text[:CREDIT_ZONE] + "\n" + text[-CREDIT_ZONE:]
    names = (plain_name(found[1] or found[2]) for found in CREDIT.finditer(zone))
    return tuple(sorted({name for name in names if name}))


def _speaks_for(publisher: str, host: str, mentions: Sequence[Mention]) -> str | None:
    official = (
        OFFICIAL & set(re.findall(r"[\w']+", publisher.casefold())) or publisher.casefold() == "white house" or OFFICIAL_HOST.search(host)
    )
    if not official or not mentions:
        return None
    votes = Counter(mention.imposer for mention in mentions)
    return min(votes, key=lambda code: (-votes[code], code))


def families(sources: Iterable[Source]) -> dict[str, int]:
    """The family of each article, by digest. Families are numbered in the order of their first article's digest.

    A reprint - near-identical to an earlier text, or crediting another publisher by name - goes with its original and not with its own
    publisher; all others go with their publisher's.
    """
    ordered = sorted(sources, key=_age)
    group = {one.digest: one.digest for one in ordered}
    borrowed = {one.digest for i, one in enumerate(ordered) if _join_original(one, ordered, i, group)}
    own: dict[str, str] = {}
    for one in (one for one in ordered if one.digest not in borrowed):
        for name in filter(None, (one.publisher, one.host)):
            _union(group, own.setdefault(name, one.digest), one.digest)
    for one in (one for one in ordered if one.digest in borrowed):
        _join_credit(one, own, group)
    return _numbered(group)


def _age(one: Source) -> tuple[date, bool, str]:
    return (one.published or date.max, bool(one.credits), one.digest)


def _join_original(one: Source, ordered: list[Source], i: int, group: dict[str, str]) -> bool:
    originals = [other for other in ordered[:i] if is_reprint(one, other)]
    for other in originals:
        _union(group, other.digest, one.digest)
    return bool(originals) or any(_credited(one, other) for other in ordered)


def is_reprint(one: Source, other: Source) -> bool:
    """Whether two texts are near-identical, one cut or retouched from the other."""
    shorter = min(len(one.shingles), len(other.shingles))
    return shorter >= LEAST and len(one.shingles & other.shingles) >= NEAR * shorter


def _credited(one: Source, other: Source) -> bool:
    return bool(other.publisher) and other.publisher in one.credits and other.publisher != one.publisher


def _join_credit(one: Source, own: dict[str, str], group: dict[str, str]) -> None:
    for name in one.credits:
        if name in own and name != one.publisher:
            _union(group, own[name], one.digest)


def _find(group: dict[str, str], digest: str) -> str:
    while group[digest] != digest:
        digest = group[digest]
    return digest


def _union(group: dict[str, str], one: str, other: str) -> None:
    a, b = sorted((_find(group, one), _find(group, other)))
    group[b] = a


def _numbered(group: dict[str, str]) -> dict[str, int]:
    roots = sorted({_find(group, digest) for digest in group})
    return {digest: roots.index(_find(group, digest)) for digest in sorted(group)}
