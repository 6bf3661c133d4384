"""How two times in one article stand to each other."""

from __future__ import annotations

from datetime import datetime, timedelta

from checkers.model import Grain, Stamp, When

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
DAYS = frozenset({Grain.DAY, Grain.PART, Grain.MINUTE})
MONTHS = frozenset({Grain.MONTH, Grain.YEAR})
LONG = frozenset({Grain.WEEK, Grain.MONTH, Grain.YEAR})
SAME_TIME = timedelta(hours=18)  # two accounts of one happening may differ by a night


def moment_like(stamp: Stamp, like: datetime) -> datetime:
    """The publication, aware or naive as ``like`` is."""
    return stamp.at if like.tzinfo else stamp.at.replace(tzinfo=None)


def meet(a: When, b: When, slack: timedelta = SAME_TIME) -> bool:
    """Whether two times can be one, give or take ``slack``."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return weekday_of(a) == weekday_of(b) or None in (weekday_of(a), weekday_of(b))
    if a.grain is Grain.MINUTE and b.grain is Grain.MINUTE:
        slack = timedelta(hours=3)
    elif {a.grain, b.grain} & LONG:
        slack = timedelta(0)
    elif Grain.DAY in (a.grain, b.grain) and slack:
        slack = timedelta(hours=6)
    return a.first - slack <= b.last and b.first - slack <= a.last


def weekday_of(when: When) -> str | None:
    """The weekday as written ("Sunday", "Sun."), or of the date where it is one day."""
    if when.weekday is not None:
        written = when.weekday.lower().rstrip(".")
        return next((day for day in WEEK if day.startswith(written)), written)
    if when.first is not None and when.grain in (Grain.DAY, Grain.PART, Grain.MINUTE):
        return when.first.strftime("%A").lower()
    return None


def inside(a: When, b: When) -> bool:
    """Whether the first lies within the second."""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return False
    return b.first <= a.first and a.last <= b.last
