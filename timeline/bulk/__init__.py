"""Many articles into one timeline: read by many processes, merged at the end; stopped and started again, it ends in the same state."""

from timeline.bulk.run import Plan, Result, bulk

__all__ = ["Plan", "Result", "bulk"]
