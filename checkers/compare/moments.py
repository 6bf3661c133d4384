"""Two stretches of time: how far apart they are, and whether zones or midnight explain it."""

from __future__ import annotations

from datetime import datetime, timedelta

from checkers.model import Grain, When

# Two reports of one happening may fall on either side of midnight: local time against UTC, or
# "Thursday night" against "early Friday".
MIDNIGHT = timedelta(hours=6)
# From this difference on, one night is two dates.
_FAR_ZONES = timedelta(hours=3)


def overlap(a: When, b: When) -> bool:
    """Whether two times share a moment."""
    return gap(a, b) <= timedelta(0)


def gap(a: When, b: When) -> timedelta:
    """How far two times lie apart; negative where they share moments, zero where one is unknown."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return timedelta(0)
    return max(a.first - b.last, b.first - a.last)


def wall_gap(a: When, b: When) -> timedelta:
    """The gap between two times by the clocks on the wall, whatever their zones.

    An outlet far away tells the hour of the place, not its own.
    """
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return timedelta(0)
    first, last = a.first.replace(tzinfo=None), a.last.replace(tzinfo=None)
    return max(first - b.last.replace(tzinfo=None), b.first.replace(tzinfo=None) - last)


def other_reading(a: When, b: When) -> bool:
    """Whether some other reading of an ambiguous date agrees."""

    def spans(when: When) -> list[tuple[datetime, datetime]]:
        own = [(when.first, when.last)] if when.first and when.last else []
        return [*own, *when.others]

    return any(s[0] <= t[1] and t[0] <= s[1] for s in spans(a) for t in spans(b))


def near_midnight(fine: When, day: When) -> bool:
    """Whether a time finer than a day stands against a whole day, at whose edge it may lie."""
    return fine.grain in (Grain.PART, Grain.MINUTE) and day.grain is Grain.DAY


def days_apart(a: When, b: When) -> bool:
    """Whether two times share no calendar day, each in its own zone."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    return a.last.date() < b.first.date() or b.last.date() < a.first.date()


def offsets_apart(a: When, b: When) -> bool:
    """Whether two times are told in zones so far apart that one night is two dates."""
    one = a.first.utcoffset() if a.first else None
    other = b.first.utcoffset() if b.first else None
    return one is not None and other is not None and abs(one - other) >= _FAR_ZONES


def same_offset(a: When, b: When) -> bool:
    """Whether two times are told in zones of one offset."""
    if a.first is None or b.first is None:
        return False
    return a.first.utcoffset() == b.first.utcoffset()


def written(when: When) -> str:
    """A time for a reader: "Thursday 5 March 2026"."""
    if when.first is None or when.last is None:
        return "an unknown date"
    first, last = _day(when.first), _day(when.last)
    if when.grain is Grain.MINUTE:
        return f"{first}, {when.first:%H:%M}"
    if when.grain is Grain.PART:
        until = f"{when.last:%H:%M}" if first == last else f"{when.last:%A %H:%M}"
        return f"{first}, {when.first:%H:%M} to {until}"
    return first if first == last else f"{first} to {last}"


def _day(moment: datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B %Y}"
