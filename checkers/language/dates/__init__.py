"""Time expressions of an article, each resolved to a stretch of calendar time."""

from checkers.language.dates.reader import read_dates

__all__ = ["read_dates"]
