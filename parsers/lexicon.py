"""The English lexicon: verb classes, objects, measures and cues as one scanner over folded text.

Every phrase carries all its senses; which one holds is decided by the rules that see its clause.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from parsers.errors import PackError
from parsers.inflect import plural, verb_forms
from parsers.scan import Scanner
from parsers.vocabulary import vocabulary

MEASURE_KEYS = {"name", "instrument", "acts", "nouns", "weak_nouns", "phrases", "adds", "examples", "counter"}


@dataclass(frozen=True, slots=True)
class Measure:
    """One kind of measure: the instrument that it is coded as, and the scope it implies where none is named."""

    name: str
    instrument: str
    adds: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb or the noun that names its doing; ``form`` is base, s, past, pp, ing, noun or modal ("may not")."""

    lemma: str
    form: str
    classes: frozenset[str]
    particle: str = ""


@dataclass(frozen=True, slots=True)
class Obj:
    """A thing that verbs act on, by its class."""

    cls: str
    verbal: bool = False


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun that names a measure by itself ("travel ban"); weak ones need a sign that a foreign target is meant."""

    measure: Measure
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that tell a measure whole, verb and object together ("persona non grata")."""

    measure: Measure


@dataclass(frozen=True, slots=True)
class Cue:
    """How firm the predicate is that the cue governs: proposed, announced, rejected, adopted, background."""

    status: str
    side: str


Sense = Verb | Obj | Noun | Phrase | Cue


@dataclass(frozen=True)
class Lexicon:
    """The scanners and tables of one language."""

    words: Scanner[tuple[Sense, ...]]
    cues: Scanner[tuple[Cue, ...]]
    acts: dict[tuple[str, str], Measure]
    by_object: dict[str, Measure]
    on_measure: dict[str, str]
    measures: tuple[Measure, ...]


def load(name: str) -> dict[str, Any]:
    """One TOML pack of the language; PackError names the file where it is not well formed."""
    try:
        return tomllib.loads(files("parsers").joinpath(f"packs/en/{name}.toml").read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"packs/en/{name}.toml: {error}") from error


@cache
def lexicon() -> Lexicon:
    """The English lexicon, made once."""
    verbs, objects, entries = load("verbs"), load("objects"), load("measures")["measure"]
    measures = [_measure(entry) for entry in entries]
    acts = _acts(entries, measures, set(verbs))
    by_object: dict[str, Measure] = {}
    for (_, cls), measure in acts.items():
        by_object.setdefault(cls, measure)
    senses: dict[str, dict[Sense, None]] = defaultdict(dict)
    for phrase, sense in [*_verbs(verbs), *_objects(objects), *_nouns(entries, measures)]:
        senses[phrase][sense] = None
    return Lexicon(
        words=Scanner((phrase, tuple(found)) for phrase, found in senses.items()),
        cues=_cues(load("cues")),
        acts=acts,
        by_object=by_object,
        on_measure={cls: entry["on_measure"] for cls, entry in verbs.items()},
        measures=tuple(measures),
    )


def _measure(entry: dict[str, Any]) -> Measure:
    where = f"packs/en/measures.toml: measure {entry.get('name')!r}"
    if unknown := set(entry) - MEASURE_KEYS:
        raise PackError(f"{where}: unknown key {sorted(unknown)[0]!r}")
    known = vocabulary()
    if entry["instrument"] not in known.instruments:
        raise PackError(f"{where}: unknown instrument {entry['instrument']!r}")
    for code in entry.get("adds", []):
        if code not in known.scopes:
            raise PackError(f"{where}: unknown scope {code!r}")
    return Measure(entry["name"], entry["instrument"], tuple(entry.get("adds", [])))


def _acts(entries: list[dict[str, Any]], measures: list[Measure], classes: set[str]) -> dict[tuple[str, str], Measure]:
    acts: dict[tuple[str, str], Measure] = {}
    for entry, measure in zip(entries, measures, strict=True):
        for act in entry.get("acts", []):
            verb, _, obj = act.partition(" ")
            if verb not in classes:
                raise PackError(f"packs/en/measures.toml: measure {measure.name!r}: unknown verb class {verb!r}")
            acts.setdefault((verb, obj), measure)
    return acts


def _verbs(classes: dict[str, Any]) -> Iterator[tuple[str, Verb]]:
    of_lemma: dict[str, set[str]] = defaultdict(set)
    of_noun: dict[str, set[str]] = defaultdict(set)
    for cls, entry in classes.items():
        for lemma in entry.get("verbs", []):
            of_lemma[lemma].add(cls)
        for noun in entry.get("nouns", []):
            of_noun[noun].add(cls)
        for modal in entry.get("modals", []):
            yield modal, Verb(modal, "modal", frozenset({cls}))
    for lemma, found in of_lemma.items():
        for form, text in verb_forms(lemma).items():
            yield text, Verb(lemma, form, frozenset(found))
        head, _, particle = lemma.partition(" ")
        if particle:
            # "cut Russian banks off from SWIFT": the particle stands behind the object.
            for form, text in verb_forms(head).items():
                yield text, Verb(lemma, form, frozenset(found), particle)
    for noun, found in of_noun.items():
        for text in {noun, plural(noun)}:
            yield text, Verb(noun, "noun", frozenset(found))


def _objects(classes: dict[str, list[str]]) -> Iterator[tuple[str, Obj]]:
    for cls, phrases in classes.items():
        for phrase in phrases:
            if phrase.startswith("~"):
                for text in set(verb_forms(phrase[1:]).values()):
                    yield text, Obj(cls, verbal=True)
            elif phrase.startswith("="):
                yield phrase[1:], Obj(cls)
            else:
                yield phrase, Obj(cls)
                yield plural(phrase), Obj(cls)


def _nouns(entries: list[dict[str, Any]], measures: list[Measure]) -> Iterator[tuple[str, Sense]]:
    for entry, measure in zip(entries, measures, strict=True):
        for noun in entry.get("nouns", []):
            yield noun, Noun(measure)
            yield plural(noun) if not noun.endswith("s") else noun, Noun(measure)
        for noun in entry.get("weak_nouns", []):
            yield noun, Noun(measure, weak=True)
        for phrase in entry.get("phrases", []):
            yield phrase, Phrase(measure)


def _cues(pack: dict[str, dict[str, list[str]]]) -> Scanner[tuple[Cue, ...]]:
    senses: dict[str, dict[Cue, None]] = defaultdict(dict)
    for status, sides in pack.items():
        for side, phrases in sides.items():
            for phrase in phrases:
                senses[phrase][Cue(status, side)] = None
    return Scanner((phrase, tuple(found)) for phrase, found in senses.items())
