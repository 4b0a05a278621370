"""Whom an act hits where its clause does not say, settled when all of the document is read.

In this order: whose measure it answers, whom the same imposer hit just before, the state of the heading, whom the acts around it hit,
whom the document's acts hit most.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from parsers.draft import Draft

GUESSED = "whom the document is about"
NEAR = 1  # paragraphs
FAR = 50  # acts looked back at; as many in two paragraphs are no prose


def settle_targets(drafts: Sequence[Draft]) -> None:
    """Give the drafts whose targets are a mere guess those of the acts beside them."""
    sure = [d.targets if d.targets and d.target_rule != GUESSED else () for d in drafts]
    often = Counter(code for targets in sure for code in targets)
    for index, draft in enumerate(drafts):
        if draft.target_rule != GUESSED or draft.instrument == "payment_rule":
            continue
        found = next((own for codes in _candidates(drafts, sure, index) if (own := _others(codes, draft))), ())
        found = found or _commonest(often + Counter(draft.targets), draft)
        if found and found != draft.targets:
            draft.response_to = found if draft.response_to and draft.response_to == draft.targets else draft.response_to
            draft.targets = found


def _commonest(often: Counter[str], draft: Draft) -> tuple[str, ...]:
    """The state that the acts of the document hit most; of two hit as often the one that it names more."""
    ranked = sorted(often, key=lambda code: (-often[code], code not in draft.targets))
    return _others(tuple(ranked), draft)[:1]


def _others(codes: tuple[str, ...], draft: Draft) -> tuple[str, ...]:
    return tuple(code for code in codes if code != draft.imposer)


def _candidates(drafts: Sequence[Draft], sure: list[tuple[str, ...]], index: int) -> Iterator[tuple[str, ...]]:
    draft = drafts[index]
    if draft.response_to != draft.targets:
        yield draft.response_to
    before = range(index - 1, max(-1, index - 1 - FAR), -1)
    near = [i for i in before if draft.block - drafts[i].block <= NEAR and drafts[i].heading == draft.heading]
    yield from [drafts[i].targets for i in near if drafts[i].imposer == draft.imposer][:1]
    yield draft.heading
    for i in near:
        if draft.block == drafts[i].block:
            yield sure[i]
            if draft.imposer in sure[i]:
                yield (drafts[i].imposer,)
