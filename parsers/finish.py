"""The last step: bounds and confidence, and a draft becomes a mention."""

from __future__ import annotations

from datetime import date

from parsers.article import Article
from parsers.draft import Draft
from parsers.mention import Mention
from parsers.rules.bounds import last_day


def finish(draft: Draft, article: Article) -> Mention:
    """The mention of a draft, its quote cut from the article's own text."""
    settle_status(draft, article.published)
    times = draft.times
    return Mention(
        article=article.id,
        imposer=draft.imposer,
        authority=draft.authority,
        targets=draft.targets,
        target_names=draft.target_names,
        instrument=draft.instrument,
        scope=draft.scope,
        action=draft.action,
        status=draft.status,
        announced=times.announced,
        effective=times.effective,
        expires=times.expires,
        earliest=draft.earliest,
        latest=draft.latest,
        date_basis=times.basis,
        response_to=draft.response_to,
        count=draft.count,
        legal_ref=draft.legal_ref,
        attribution=draft.attribution,
        confidence=confidence(draft),
        quote=article.text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
        reasons=tuple(draft.reasons),
    )


def settle_status(draft: Draft, published: date | None) -> None:
    """What was promised for a day that has passed when the article appears, or for one told in the past, is in force."""
    day = draft.times.effective
    if draft.status != "announced" or day is None or draft.predicate.kind == "verbal":
        return
    end = last_day(day)
    if draft.times.begun or (published is not None and end is not None and end <= published):
        draft.status = "in_force"
        draft.because("status", "has begun", note=f"applies from {day}")


def confidence(draft: Draft) -> float:
    """How likely the mention is right, from how it was found."""
    score = 0.75
    score += {"subject": 0.08, "agent after by": 0.08, "before the noun": 0.05, "its own cell": 0.08}.get(draft.agent_rule, -0.15)
    score += -0.1 if draft.target_rule == "whom the document is about" else 0.05
    score += {"verbal": 0.04, "nominal": 0.0, "measure": -0.02, "phrase": 0.0}[draft.predicate.kind]
    score -= 0.15 if draft.predicate.bare else 0.0
    score -= 0.15 if draft.predicate.weak else 0.0
    return round(min(max(score, 0.05), 0.95), 2)
