"""Which language a text is in: what it declares, held against what it reads like."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

ENOUGH = 200
"""Letters that tell the language of a text; of a shorter one the declaration is believed."""
SAMPLE = 1_000
SURE = 0.9
WORD = re.compile(r"[^\W\d_]+")
ENGLISH = frozenset("the of to and in a that is on for was with by it as at from its has have be were an said will not are".split())
SHARE = 0.18
"""Of the words of an English text; of other languages less than a tenth look like these."""


def language_of(declared: str | None, text: str) -> tuple[str | None, tuple[str, ...]]:
    """The language of a text and what is to be noted: the declared one, unless the text is long enough and clearly in another."""
    sample = text[:SAMPLE]
    if sum(map(str.isalpha, sample)) < ENOUGH:
        return declared, ()
    found = _read_as(sample)
    if found is None or declared in (found, *OTHER_NAMES.get(found, ())):
        return declared, ()
    return found, ((f"declared as {declared!r}, reads as {found!r}",) if declared else ())


# What the model calls by another name than some pages do: the written forms of Norwegian, of Serbo-Croatian, the three-letter codes.
OTHER_NAMES = {
    "en": ("eng",), "no": ("nb", "nn"), "nb": ("no", "nn"), "nn": ("no", "nb"), "da": ("no", "nb"), "sr": ("hr", "bs", "sh", "me", "cnr"),
    "hr": ("sr", "bs", "sh"), "bs": ("hr", "sr", "sh"), "id": ("ms", "in"), "ms": ("id",), "gl": ("pt", "es"), "fa": ("prs",),
    "tl": ("fil",), "he": ("iw",), "zh": ("yue",), "uk": ("ua",),
}  # fmt: skip


def _read_as(sample: str) -> str | None:
    words = WORD.findall(sample.lower())
    if sum(word in ENGLISH for word in words) >= SHARE * len(words):
        return "en"  # told at once, without the tables of all languages
    found, probability = _all_languages().classify(sample)
    return str(found) if probability >= SURE else None


@cache
def _all_languages() -> Any:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
