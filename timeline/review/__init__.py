"""A human's word: judgements on events, the file that they live in, and how they are laid over what the machine found."""

from __future__ import annotations

from timeline.review.book import Book
from timeline.review.judgement import Anchor, Judgement
from timeline.review.ledger import Ledger, beside

__all__ = ["Anchor", "Book", "Judgement", "Ledger", "beside"]
