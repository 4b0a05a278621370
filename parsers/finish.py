"""The last step: bounds and confidence, and a draft becomes a mention."""

from __future__ import annotations

from datetime import date

from parsers.article import Article
from parsers.confidence import confidence
from parsers.draft import Draft
from parsers.mention import Mention
from parsers.rules.bounds import last_day


def finish(draft: Draft, article: Article) -> Mention:
    """The mention of a draft, its quote cut from the article's own text."""
    settle_status(draft, article.published)
    sure = confidence(draft)
    times = draft.times
    return Mention.model_validate(
        {
            "article": article.id,
            "imposer": draft.imposer,
            "authority": draft.authority,
            "targets": draft.targets,
            "target_names": draft.target_names,
            "instrument": draft.instrument,
            "scope": draft.scope,
            "action": draft.action,
            "status": draft.status,
            "announced": times.announced,
            "effective": times.effective,
            "expires": times.expires,
            "earliest": draft.earliest,
            "latest": draft.latest,
            "date_basis": times.basis,
            "response_to": draft.response_to,
            "count": draft.count,
            "legal_ref": draft.legal_ref,
            "attribution": draft.attribution,
            "confidence": sure,
            "quote": article.text[draft.start : draft.end],
            "start": draft.start,
            "end": draft.end,
            "reasons": tuple(draft.reasons),
        }
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
