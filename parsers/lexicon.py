"""The English lexicon: verb classes, objects, measures and cues as one scanner over folded text.

Every phrase carries all its senses; which one holds is decided by the rules that see its clause.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from parsers.errors import PackError
from parsers.inflect import plural, verb_forms
from parsers.pack import check_keys, load_pack, spell_all
from parsers.scan import Scanner
from parsers.vocabulary import vocabulary

FAMILIES = ("finance", "trade", "travel", "transport", "listing", "diplomatic", "information", "enforcement", "relief")
MEASURE_KEYS = {"name", "instrument", "acts", "nouns", "weak_nouns", "phrases", "adds", "relief", "one_way", "examples", "counter"}


@dataclass(frozen=True, slots=True)
class Measure:
    """One kind of measure: the instrument that it is coded as, and the scope it implies where none is named."""

    name: str
    instrument: str
    adds: tuple[str, ...]
    relief: bool = False  # a licence or a waiver: granting it eases, taking it away imposes
    one_way: bool = False  # its goods flow one way only, whatever stands around it


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


Sense = Verb | Obj | Noun | Phrase


class Senses(tuple[Sense, ...]):
    """All senses of one phrase, with what is asked of every hit worked out once."""

    verbs: tuple[Verb, ...]
    things: tuple[str, ...]  # the classes of its objects
    measure: bool  # it names a measure
    sign: Any  # what it brings to a predicate, kept here by the clause rules

    def __new__(cls, senses: Iterable[Sense] = ()) -> Senses:
        made = super().__new__(cls, senses)
        made.verbs = tuple(s for s in made if isinstance(s, Verb))
        made.things = tuple(s.cls for s in made if isinstance(s, Obj))
        made.measure = any(isinstance(s, Noun) for s in made)
        made.sign = None
        return made


@dataclass(frozen=True)
class Lexicon:
    """The scanners and tables of one language."""

    words: Scanner[Senses]
    cues: Scanner[tuple[Cue, ...]]
    acts: dict[tuple[str, str], Measure]
    by_object: dict[str, Measure]
    on_measure: dict[str, str]
    measures: tuple[Measure, ...]


@cache
def lexicon() -> Lexicon:
    """The English lexicon, made once from ``packs/en``."""
    verbs, families = load_pack("en/verbs"), {family: _family(family) for family in FAMILIES}
    measures, acts = _measures(families, set(verbs))
    by_object: dict[str, Measure] = {}
    for (_, cls), measure in acts.items():
        by_object.setdefault(cls, measure)
    return Lexicon(
        words=_scanner(verbs, families, measures),
        cues=_cues(load_pack("en/cues")),
        acts=acts,
        by_object=by_object,
        on_measure={cls: entry["on_measure"] for cls, entry in verbs.items()},
        measures=tuple(measures.values()),
    )


def entries(family: str) -> list[dict[str, Any]]:
    """The measure entries of one family as they stand in its pack, examples and counter-examples included."""
    found: list[dict[str, Any]] = load_pack(f"en/measures/{family}")["measure"]
    return found


def _family(family: str) -> dict[str, Any]:
    pack = load_pack(f"en/measures/{family}")
    check_keys(f"packs/en/measures/{family}.toml", pack, {"objects", "measure"})
    for entry in pack["measure"]:
        check_keys(f"packs/en/measures/{family}.toml: measure {entry.get('name')!r}", entry, MEASURE_KEYS)
    return pack


def _measures(families: dict[str, Any], classes: set[str]) -> tuple[dict[str, Measure], dict[tuple[str, str], Measure]]:
    """The measures by name and the acts; PackError where two entries share a name or an act."""
    measures: dict[str, Measure] = {}
    acts: dict[tuple[str, str], Measure] = {}
    for family, pack in families.items():
        for entry in pack["measure"]:
            where = f"packs/en/measures/{family}.toml: measure {entry['name']!r}"
            if entry["name"] in measures:
                raise PackError(f"{where}: the name is given twice")
            measures[entry["name"]] = _measure(where, entry)
            for act in entry.get("acts", []):
                verb, _, obj = act.partition(" ")
                if verb not in classes:
                    raise PackError(f"{where}: unknown verb class {verb!r}")
                if (verb, obj) in acts:
                    raise PackError(f"{where}: the act {act!r} stands in {acts[verb, obj].name!r} too")
                acts[verb, obj] = measures[entry["name"]]
    return measures, acts


def _measure(where: str, entry: dict[str, Any]) -> Measure:
    known = vocabulary()
    if entry["instrument"] not in known.instruments:
        raise PackError(f"{where}: unknown instrument {entry['instrument']!r}")
    for code in entry.get("adds", []):
        if code not in known.scopes:
            raise PackError(f"{where}: unknown scope {code!r}")
    return Measure(entry["name"], entry["instrument"], tuple(entry.get("adds", [])), bool(entry.get("relief")), bool(entry.get("one_way")))


def _scanner(verbs: dict[str, Any], families: dict[str, Any], measures: dict[str, Measure]) -> Scanner[Senses]:
    senses: dict[str, dict[Sense, None]] = defaultdict(dict)
    for phrase, _ in _objects({"": load_pack("en/lookalikes")["words"]}):
        senses[phrase] = {}
    for pack in families.values():
        for phrase, sense in [*_objects(pack["objects"]), *_nouns(pack["measure"], measures)]:
            senses[phrase][sense] = None
    for phrase, verb in _verbs(verbs):
        senses[phrase][verb] = None
    return Scanner((phrase, Senses(found)) for phrase, found in senses.items())


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
        yield from _verb_phrases(lemma, frozenset(found))
    for noun, found in of_noun.items():
        for text in (noun, plural(noun)):
            yield text, Verb(noun, "noun", frozenset(found))


def _verb_phrases(lemma: str, classes: frozenset[str]) -> Iterator[tuple[str, Verb]]:
    for form, text in verb_forms(lemma).items():
        yield text, Verb(lemma, form, classes)
        if "celled" in text or "celling" in text:  # American: "canceled"
            yield text.replace("cell", "cel"), Verb(lemma, form, classes)
    head, _, particle = lemma.partition(" ")
    # "cut Russian banks off from SWIFT": the particle stands behind the object.
    for form, text in verb_forms(head).items() if particle else ():
        yield text, Verb(lemma, form, classes, particle)


def _objects(classes: dict[str, list[str]]) -> Iterator[tuple[str, Obj]]:
    for cls, phrases in classes.items():
        for phrase in spell_all(phrases):
            if phrase.startswith("~"):
                for text in dict.fromkeys(verb_forms(phrase[1:]).values()):
                    yield text, Obj(cls, verbal=True)
            elif phrase.startswith("="):
                yield phrase[1:], Obj(cls)
            else:
                yield phrase, Obj(cls)
                yield plural(phrase), Obj(cls)


def _nouns(found: list[dict[str, Any]], measures: dict[str, Measure]) -> Iterator[tuple[str, Sense]]:
    for entry in found:
        measure = measures[entry["name"]]
        for noun in entry.get("nouns", []):
            yield noun, Noun(measure)
            yield plural(noun) if not noun.endswith("s") else noun, Noun(measure)
        for noun in entry.get("weak_nouns", []):
            yield noun, Noun(measure, weak=True)
        for phrase in spell_all(entry.get("phrases", [])):
            yield phrase, Phrase(measure)


def _cues(pack: dict[str, dict[str, list[str]]]) -> Scanner[tuple[Cue, ...]]:
    senses: dict[str, dict[Cue, None]] = defaultdict(dict)
    for status, sides in pack.items():
        for side, phrases in sides.items():
            for phrase in spell_all(phrases):
                senses[phrase][Cue(status, side)] = None
    return Scanner((phrase, tuple(found)) for phrase, found in senses.items())
