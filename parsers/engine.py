"""From an article to its mentions: the order in which the parts of the parser are asked."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache

from parsers.actors import Actor, actors_of
from parsers.actors.lexicon import lexicon as actor_lexicon
from parsers.article import Article
from parsers.clauses import Predicate, find_predicates
from parsers.clauses.promise import promises
from parsers.clauses.stretch import stretch
from parsers.dateline import without_dateline
from parsers.dates import tag
from parsers.discourse import Memory
from parsers.draft import Draft
from parsers.finish import finish
from parsers.fold import fold
from parsers.legal import find_legal
from parsers.lexicon import Senses, lexicon
from parsers.mention import Reading, Skipped
from parsers.names import names_of
from parsers.names import scanner as name_scanner
from parsers.rules.agents import Agent, find_agents, unit_subject
from parsers.rules.answers import answer_back, answers, note_answer
from parsers.rules.attribution import fill_attribution
from parsers.rules.bounds import first_acts, lower_cue, set_bounds
from parsers.rules.carry import carried, carry_day, note_news, note_said, note_spoken, place_of, remember
from parsers.rules.details import fill_count, fill_details
from parsers.rules.direction import set_direction
from parsers.rules.firmness import Firmness, firmness
from parsers.rules.follow_up import date_back, tell_more
from parsers.rules.gapping import gapped
from parsers.rules.imitation import imitated
from parsers.rules.merge_told import merge_told
from parsers.rules.proof import show_reasons, subject_start, trim_quote
from parsers.rules.reference import settle_reference
from parsers.rules.refine import refine
from parsers.rules.sections import take_heading
from parsers.rules.settled_targets import settle_targets
from parsers.rules.skip import why_skip
from parsers.rules.targets import find_targets, ranking
from parsers.rules.times import Times, read_times, settle_terms
from parsers.scan import Hit, Together
from parsers.scopes import scanner as scope_scanner
from parsers.scopes import scopes_of
from parsers.text import units, unwrap
from parsers.view import View, by_unit

RECENT = 50  # acts that later sentences may still add to, so that a text of nothing but acts takes no longer for each further one
ENGLISH = (None, "en", "eng")


def read(article: Article) -> Reading:
    """All mentions and skipped passages of one article."""
    if article.language not in ENGLISH:
        return Reading(warnings=(f"no pack for language {article.language!r}: the text is kept and not parsed",))
    reader = _Reader(article)
    told = list(reader.drafts())
    settle_targets(told)
    drafts = merge_told(told)
    acts = first_acts(drafts)
    for draft in drafts:
        set_bounds(draft, acts, article.published)
    mentions = [finish(draft, article) for draft in drafts]
    mentions.sort(key=lambda m: (m.start, m.end, m.imposer, m.instrument))
    return Reading.model_construct(mentions=tuple(mentions), skipped=tuple(reader.skipped))  # each was checked when it was made


def views(article: Article) -> list[View]:
    """The units of an article with all that the scanners find in them, as the rules get to see them."""
    return list(_Reader(article)._views())


@cache
def scanners() -> Together:
    """What is looked for in every text, all in one pass: measures, cues, actors, goods, names."""
    known = lexicon()
    return Together([known.words, known.cues, actor_lexicon().scanner, scope_scanner(), name_scanner()])


def _actors(line: str) -> list[Actor]:
    """The actors of a title or of a publisher's name."""
    folded = fold(line)
    return actors_of(line, folded, scanners().scan(folded)[2]) if line else []


class _Reader:
    """One pass over one article."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.lexicon = lexicon()
        self.plain = unwrap(article.text)
        self.folded = fold(self.plain)
        self.memory = Memory()
        self.skipped: list[Skipped] = []
        self.actors: list[Actor] = []
        self.starts: list[int] = []
        self.told: list[Draft] = []  # the acts of this paragraph and the two before
        self._title()

    def _title(self) -> None:
        title = self.article.title or ""
        actors = _actors(title)
        nouns = [a for a in actors if a.code and a.form == "noun"]
        verbal = [a for a in nouns if TITLE_VERB.match(title, a.end)]
        owners = [a for a in nouns if TITLE_OWNER.match(title, a.end)]
        answering = [a for a in actors if a.code and a.form == "adjective" and TITLE_ANSWER.match(title, a.end)]
        acting = [a.code for a in verbal or owners or answering if a.code]
        self.memory.title_imposers = tuple(dict.fromkeys(acting[:1]))
        self.title_codes = [a.code for a in actors if a.code]
        publisher = self.article.publisher or ""
        speaking = [*_actors(publisher), *(a for a in actors if SPEAKS.match(title, a.end) or SPOKEN_BY.search(title, 0, a.start))]
        self.memory.home = tuple(dict.fromkeys(a.code for a in speaking if a.code))[:1]

    def drafts(self) -> Iterator[Draft]:
        """The drafts in text order."""
        for view in self._views():
            carry_day(view, self.memory)
            found = list(self._read(view)) if promises(view) and self._narrowed(view) else []
            date_back(view, self.told)
            answer_back(view, self.told, self.memory, own=bool(found))
            if not found or all(d.predicate.kind == "measure" and d.instrument == "sanctions_package" for d in found):
                tell_more(view, self.told, self.article.published)
            if not found:
                note_answer(view, self.memory)
                note_said(view, self.memory, unit_subject(view, self.memory))
            self.told = [d for d in self.told[-RECENT:] if view.unit.block - d.block <= 2] + found
            note_spoken(view, self.memory)
            yield from found
            self.memory.see(view.actors)
            if not take_heading(view, self.memory) and (subject := unit_subject(view, self.memory)):
                self.memory.subject, self.memory.subject_block = subject, view.unit.block

    def _views(self) -> Iterator[View]:
        text, folded = self.plain, self.folded
        hits, cues, actor_hits, scope_hits, name_hits = scanners().scan(folded)
        actors, scopes, names = actors_of(text, folded, actor_hits), scopes_of(scope_hits), names_of(text, folded, name_hits)
        timexes, legal = tag(text, self.article.published, self.article.title), find_legal(text)
        actors = [a for a in without_dateline(text, actors) if folded[a.start : a.end] not in VAGUE]
        self.memory.ranking = ranking(actors, folded, self.title_codes)
        self.memory.home = self.memory.home or _agencies(actors)
        self.actors, self.starts = actors, [a.start for a in actors]
        cut = units(text)
        for unit, *found in zip(cut, *(by_unit(kind, cut) for kind in (hits, cues, actors, scopes, names, timexes, legal)), strict=True):
            yield View(self.article.text, folded, unit, *found)

    def _narrowed(self, view: View) -> bool:
        """Whether a unit still tells a measure without the words that are part of names."""
        kept = [h for h in view.hits if not _covered(self.actors, self.starts, h) and not _in_name(self.plain, h)]
        unchanged = len(kept) == len(view.hits)
        view.hits = kept
        return unchanged or promises(view)

    def _read(self, view: View) -> Iterator[Draft]:
        predicates = find_predicates(view, self.lexicon)
        times = read_times(view, predicates, place_of(view, self.memory, self.article.published))
        floor, before = view.unit.start, None
        for index, predicate in enumerate(predicates):
            firm = firmness(view, predicate, floor, before)
            agents = find_agents(view, predicate, view.unit.start, self.memory)
            reason = why_skip(view, predicate, firm, agents, self.memory)
            if reason is not None:
                self._skip(view, *reason)
                continue
            yield from self._drafts(view, predicates, index, (firm, agents, times[index]))
            floor, before = predicate.end, firm

    def _drafts(self, view: View, predicates: list[Predicate], index: int, found: tuple[Firmness, list[Agent], Times]) -> Iterator[Draft]:
        firm, agents, shared = found
        predicate, span = predicates[index], stretch(view, predicates, index)
        for agent in agents:
            draft = _draft(view, predicate, agent, (firm, shared.copy(), span))
            draft.heading = self.memory.heading
            draft.targets, draft.target_rule = find_targets(view, predicate, span, agent.code, self.memory)
            if not draft.targets:
                wide = (predicates[index - 1].start if index else view.unit.start, view.unit.end)
                draft.targets, draft.target_rule = find_targets(view, predicate, wide, agent.code, self.memory)
            if not draft.targets:
                draft.targets, draft.target_rule = self.memory.likely_target(agent.code, view.unit), "whom the document is about"
            together = {a.code for a in agents}
            draft.targets = tuple(code for code in draft.targets if code not in together) or draft.targets
            if draft.agent_rule == "who decided" and draft.action == "extend":
                draft.status = "in_force"
            draft.response_to, phrase = answers(view, predicate, agent.code, draft.targets, self.memory)
            if draft.response_to:
                draft.because("response_to", "told as an answer", phrase)
            fill_details(view, draft, span)
            fill_count(view, draft, span)
            fill_attribution(view, draft)
            lower_cue(view, draft)
            set_direction(view, draft, span, self.memory)
            refine(view, draft, span)
            show_reasons(view, draft, span)
            if (reason := settle_reference(draft, self.memory)) is not None:
                self._skip(view, "reference", reason)
                return
            if carried_day := carried(view, draft, self.memory):
                draft.times.carry(*carried_day)
                draft.because("announced", "day told before", note=carried_day[0])
            settle_terms(view, draft.times, predicate, span, self.article.published)
            note_news(view, self.memory, draft, self.article.published)
            yield draft
            yield from imitated(view, draft, self.memory) if agent is agents[0] else ()
            yield from gapped(view, draft, self.memory) if agent is agents[0] else ()
        remember(view, self.memory, [a.code for a in agents], draft)

    def _skip(self, view: View, rule: str, reason: str) -> None:
        unit = view.unit
        if any(s.start == unit.start and s.rule == rule for s in self.skipped[-3:]):
            return
        quote = view.text[unit.start : unit.end]
        self.skipped.append(Skipped(article=self.article.id, start=unit.start, end=unit.end, quote=quote, rule=rule, reason=reason))


def _draft(view: View, p: Predicate, agent: Agent, found: tuple[Firmness, Times, tuple[int, int]]) -> Draft:
    firm, times, span = found
    start = p.start
    if agent.actor is not None and view.unit.start <= agent.actor.start < p.start and p.start - agent.actor.start < 160:
        start = agent.actor.start
    elif p.kind == "phrase" or (p.verb is not None and (p.verb.passive or p.verb.form == "modal")):
        start = subject_start(view.text, span[0], p.start)
    end = trim_quote(view.text, start, max(p.end, span[1]), p.end)
    draft = Draft(agent.code, p.measure.instrument, p.action, firm.status, start, end, p, view.unit.block, view.unit.start)
    draft.authority = agent.actor.authority if agent.actor is not None else None
    draft.times, draft.agent_rule = times, agent.rule
    draft.because("instrument", p.measure.name, view.text[p.start : p.end], p.start)
    words = view.text[agent.actor.start : agent.actor.end] if agent.actor else ""
    draft.because("imposer", agent.rule, words, agent.actor.start if agent.actor else None)
    draft.because("status", firm.rule, firm.phrase, firm.start)
    for role, timex in times.sources.items():
        draft.because(role, timex.rule, view.text[timex.start : timex.end], timex.start, timex.note)
    return draft


def _covered(actors: Sequence[Actor], starts: list[int], hit: Hit[Senses]) -> bool:
    """Whether a word is part of an actor's name ("trade ministry"); a mission or an envoy stays an object all the same."""
    if not SENT.isdisjoint(hit.payload.things):
        return False
    index = bisect_left(starts, hit.start + 1)
    actor = actors[index - 1] if index else None
    return actor is not None and actor.start <= hit.start and hit.end <= actor.end and hit.end - hit.start < actor.end - actor.start


def _agencies(actors: list[Actor]) -> tuple[str, ...]:
    """The state whose agencies an article names most: in a release of the Treasury it is the one that acts."""
    counted = Counter(a.code for a in actors if a.code and a.kind in ("agency", "seat"))
    return tuple(code for code, _ in counted.most_common(1))


SENT = frozenset({"missions", "ambassador", "diplomats", "central_bank"})
WHOLE = frozenset({"treaty", "membership", "dialogue", "lists"})
VAGUE = frozenset({"allies", "our allies", "its allies", "partners", "allies and partners", "the allies"})  # nobody in particular
SPEAKS = re.compile(r"(?:['’]s?)? (?:[Ll]eaders['’]? )?(?:[Ss]tatement|[Cc]ommuniqu)")
SPOKEN_BY = re.compile(
    r"(?:[Ss]tatement|[Dd]eclaration|[Cc]ommuniqu\w+|[Rr]elease|[Rr]emarks|[Ss]peech|[Aa]ddress) (?:by|of|from) (?:the )?\Z"
)
TITLE_OWNER = re.compile(
    r"['’]s (?:\w+ )?(?:sanctions|measures|bans?|response|answer|counter-?measures|decision|retaliation|embargo|tariffs)\b"
)
TITLE_ANSWER = re.compile(r" (?:counter-?measures|counter-?sanctions|measures|response|answer|reply|retaliation|tariffs)\b")
TITLE_VERB = re.compile(r" (?!(?:and|under|after|over|in|at|on|with|without|for|from|or|as|of|the)\b)[a-z]")
ADDRESS = re.compile(r"\A[\w/.-]*\.(?:pdf|html?|aspx|php)\b")
INSIDE_NAME = re.compile(r"(?:[a-z,] (?:[A-Z]\w+ )?[A-Z]\w+|[A-Z]\w+ (?:and|of)) \Z")
NAMED = re.compile(
    r"(?: [A-Z][\w-]+)* (?:Treaty|Accords?|Agreement|Act|Pact|Convention|Protocol|Times|Post|Party|League|Cup|Street|University)\b"
)


def _in_name(text: str, hit: Hit[Senses]) -> bool:
    """Whether a word is part of a proper name: the waters of the "Indus Waters Treaty"; the treaty itself stays an object."""
    if text[hit.start - 1 : hit.start] == "/" or text[hit.end : hit.end + 1] in ("/", "_") and ADDRESS.search(text, hit.end, hit.end + 60):
        return True  # part of an address of the web
    if not text[hit.start].isupper():
        return False
    if NAMED.match(text, hit.end):
        return True
    whole = not (WHOLE | SENT).isdisjoint(hit.payload.things)  # "the Indian High Commissioner"
    return not whole and INSIDE_NAME.search(text, max(0, hit.start - 24), hit.start) is not None
