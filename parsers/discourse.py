"""What a document carries along: who was acting, who was hit, the day being told, the answer being given."""

from __future__ import annotations

from dataclasses import dataclass, field

from parsers.actors import Actor
from parsers.draft import Draft
from parsers.rules.columns import Columns
from parsers.text import Unit

OFFICES = frozenset(
    {"ministry", "minister", "spokesman", "government", "parliament", "president", "prime_minister", "regulator", "embassy"}
)
BLOCS = frozenset({"EU", "G7", "UN", "NATO", "WEST"})


@dataclass(slots=True)
class Memory:
    """The state of the telling at one point of the document."""

    imposers: tuple[str, ...] = ()
    home: tuple[str, ...] = ()  # whose publication it is: a ministry's release speaks for its state
    lead: tuple[str, ...] = ()  # the imposers of the first act told, or of the first under a heading
    told_block: int = -1
    subject: tuple[str, ...] = ()  # who the last sentence was about
    subject_block: int = -1
    heading: tuple[str, ...] = ()  # the jurisdictions that the heading above names
    section: tuple[str, ...] = ()  # those of a heading that is their name alone: what stands under it is theirs
    intro: tuple[str, ...] = ()  # who acts in the list that the last sentence introduced
    authority: str | None = None
    targets: tuple[str, ...] = ()
    told: Draft | None = None  # the last draft of the document
    told_by: dict[str, Draft] = field(default_factory=dict)  # the last draft of each imposer
    last_state: str | None = None
    last_bloc: str | None = None
    ranking: tuple[str, ...] = ()  # the jurisdictions that the document is about, first those at which it shows measures aimed
    recent: list[str] = field(default_factory=list)
    title_imposers: tuple[str, ...] = ()
    announced: str | None = None
    announced_basis: str = "undated"
    announced_block: int = -1
    announced_by: tuple[str, ...] = ()
    announced_line: int = -1  # the line of the bullet that told the day
    announced_scope: str = "block"  # block, line or heading: how far the day carries
    spoken: tuple[str, str, int] | None = None  # the day last spoken of, its basis and its block
    columns: Columns | None = None  # of the table that is being told
    news: str | None = None  # the day of the news that the article opens with
    news_basis: str = "undated"
    news_by: tuple[str, ...] = ()
    answer_block: int = -1
    answer_to: tuple[str, ...] = ()
    answer_by: tuple[str, ...] = ()

    def see(self, actors: list[Actor]) -> None:
        """Remember the jurisdictions of a unit for the references that follow."""
        for actor in actors:
            code = actor.code
            if code is None:
                continue
            if code == "EU" or (len(code) > 2 and "-" not in code and code not in BLOCS):
                self.last_bloc = code
            elif code not in BLOCS and actor.form != "people" and actor.kind != "region":
                self.last_state = code
            if code in self.recent:
                self.recent.remove(code)
            self.recent.append(code)

    def resolve(self, actor: Actor) -> tuple[str, ...]:
        """The codes that an actor stands for; a reference is looked up in what was told before."""
        if actor.code is not None:
            return (actor.code,)
        if actor.count and actor.refers in ("countries", "sides", "states", "neighbour"):
            return tuple(self.recent[-actor.count :])
        if actor.refers in ("bloc", "council", "commission"):
            return (self.last_bloc or "EU",)
        if actor.refers == "alliance":
            return ("NATO",)
        if actor.refers == "world_body":
            return ("UN",)
        if actor.refers in OFFICES and (whose := self._whose_office()):
            return whose
        return self.imposers[:1] or ((self.last_state,) if self.last_state else ()) or self.home or self.title_imposers[:1]

    def _whose_office(self) -> tuple[str, ...]:
        """Whose "the foreign ministry" is, where several have acted: of the state in the title, else of the one just spoken of."""
        if len(self.told_by) > 1 and set(self.title_imposers[:1]) & set(self.told_by):
            return self.title_imposers[:1]
        return () if set(self.subject) & {*self.targets, *self.ranking[:1]} else self.subject[:1]

    def likely_target(self, imposer: str, unit: Unit) -> tuple[str, ...]:
        """Whom a measure of ``imposer`` hits where its clause does not say: whom it hit just before, else whom the document is about."""
        earlier = self.told_by.get(imposer)
        near = earlier is not None and unit.kind == "sentence" and unit.block - earlier.block <= 1
        ranked = tuple(code for code in self.ranking if code != imposer)[:1]
        if earlier is not None and earlier.target_rule not in ("", "whom the document is about") and (near or not ranked):
            return earlier.targets
        return ranked
