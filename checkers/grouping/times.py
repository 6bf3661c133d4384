"""How the times of two accounts go together."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from checkers.grouping.profile import DAY, Account
from checkers.language.mentions.times import WEEK, weekday_of
from checkers.model import Anchor, Grain, When

_HOURS = frozenset({Grain.MINUTE, Grain.PART})
_FINE = frozenset({Grain.DAY, Grain.PART, Grain.MINUTE})
# Two accounts of one happening may differ by a night: local time, "overnight", midnight.
_ONE_NIGHT = timedelta(hours=14)
# Clock times may differ by a time zone or by the first call against the first report.
_ONE_HOUR = timedelta(hours=3)
# "Around 5:30" may be of the morning or the afternoon, and off by so much.
_HALF_A_DAY, _ROUNDED_HOUR = timedelta(hours=12), timedelta(hours=1)
_A_PERIOD = timedelta(days=3)
# A follow-up may state the day of an arrest, weeks after the first report.
_FOLLOW_UP = timedelta(days=21)


class Days(Enum):
    """How two stated days stand to each other."""

    SAME = "same"
    NEAR = "near"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class TimeFit:
    """How the times of two accounts go together.

    Attributes:
        days: How the days they state stand to each other.
        hours: Why the hours of one day that they state cannot be one, or "".
        gap: Days between what they tell of, 0 where it may be one time; None where unknown.
        apart: Days between the two publications, None where one is unknown.
        reason: What joins them, in words, or "".
        against: What keeps them apart, in words, or "".
        sure: Whether both days were read where nothing else can be meant.
        periods: Whether both tell of a week, a month or a year, and these are others.
        unborn: Whether one was published before what the other tells of happened.
        redated: Whether both days were reckoned from weekdays, and these are one: a copy that bears
            the date of its copying has its days reckoned wrong, and its weekdays right.
    """

    days: Days
    hours: str = ""
    gap: float | None = None
    apart: float | None = None
    reason: str = ""
    against: str = ""
    sure: bool = False
    periods: bool = False
    unborn: bool = False
    redated: bool = False


def fit_times(a: Account, b: Account) -> TimeFit:
    """Compare two accounts' times, stated or, where none is, reckoned from publication."""
    apart = _between(a.published, b.published)
    mine, theirs = a.window, b.window
    if mine is None or theirs is None:
        return TimeFit(Days.UNKNOWN, apart=apart)
    gap = max(mine[0] - theirs[1], theirs[0] - mine[1], timedelta(0)) / DAY
    one, other = a.mention.when, b.mention.when
    if one is not None and other is not None and _other_periods(one, other):
        against = f"other periods: {_days(mine)} and {_days(theirs)}"
        return TimeFit(Days.OTHER, gap=gap, apart=apart, against=against, periods=True)
    if _unborn(a, b) or _unborn(b, a):
        return TimeFit(
            Days.OTHER,
            gap=gap,
            apart=apart,
            against=f"published before the other's day: {_days(mine)} and {_days(theirs)}",
            sure=_is_fine(one) and _is_fine(other),
            unborn=True,
            redated=_weekdays(one, other) == 0 and _is_reckoned(one, other),
        )
    if not (_is_fine(one) and _is_fine(other)):
        return TimeFit(Days.UNKNOWN, gap=gap, apart=apart)
    assert one is not None
    assert other is not None
    if hours := _other_hours(one, other):
        return TimeFit(Days.NEAR, hours, gap, apart)
    if gap * DAY > _ONE_NIGHT:
        against = f"other days: {_days(mine)} and {_days(theirs)}"
        sure = Anchor.UNKNOWN not in (one.anchor, other.anchor)
        return TimeFit(Days.OTHER, gap=gap, apart=apart, against=against, sure=sure)
    days = Days.SAME if gap == 0 else Days.NEAR
    return TimeFit(days, gap=gap, apart=apart, reason=f"same day: {_days(mine)}")


def _is_fine(when: When | None) -> bool:
    return when is not None and when.first is not None and when.grain in _FINE


def _unborn(told: Account, other: Account) -> bool:
    """Whether the other account was out before what this one tells of happened."""
    when = told.mention.when
    if other.published is None or when is None or when.first is None or when.told == "future":
        return False
    return when.grain in _FINE and when.first > other.published + _FOLLOW_UP


def weekdays_between(a: Account, b: Account, times: TimeFit) -> int | None:
    """Days from one weekday to the other, 0 to 3, where they say more than the dates can.

    That is where one day has no date, and where both were reckoned from publications weeks apart,
    of which one may be that of a copy. None elsewhere, and where one names no weekday.
    """
    if times.days in (Days.SAME, Days.NEAR):
        return None
    one, other = a.mention.when, b.mention.when
    if times.days is Days.OTHER:
        far = (times.gap or 0) * DAY > _FOLLOW_UP
        if not far or not _is_reckoned(one, other):
            return None
    return _weekdays(one, other)


def _is_reckoned(one: When | None, other: When | None) -> bool:
    """Whether both times were reckoned from the day of publication."""
    return all(when is not None and when.anchor is Anchor.PUBLICATION for when in (one, other))


def _weekdays(one: When | None, other: When | None) -> int | None:
    """Days from the weekday of one to that of the other, 0 to 3; None where one has none."""
    if one is None or other is None:
        return None
    mine, theirs = weekday_of(one), weekday_of(other)
    if mine not in WEEK or theirs not in WEEK:
        return None
    between = abs(WEEK.index(mine) - WEEK.index(theirs))
    return min(between, len(WEEK) - between)


def _other_periods(a: When, b: When) -> bool:
    """Whether both are longer than a few days, and they do not meet."""
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return False
    long = min(a.last - a.first, b.last - b.first) > _A_PERIOD
    return long and (a.first > b.last or b.first > a.last)


def _other_hours(a: When, b: When) -> str:
    """Why two times of one day cannot be one: clock times, or one and a part of the day."""
    if {a.grain, b.grain} - _HOURS or Grain.MINUTE not in (a.grain, b.grain):
        return ""
    if a.first is None or b.first is None or a.last is None or b.last is None:
        return ""
    between = max(a.first - b.last, b.first - a.last)
    if not _ONE_HOUR < between < DAY:
        return ""
    if (a.about or b.about) and (
        a.grain is not b.grain or abs(between - _HALF_A_DAY) <= _ROUNDED_HOUR
    ):
        return ""
    return f"other hours of the day: {a.first:%H:%M} and {b.first:%H:%M}"


def _between(a: datetime | None, b: datetime | None) -> float | None:
    return None if a is None or b is None else abs(a - b) / DAY


def _days(stretch: tuple[datetime, datetime]) -> str:
    first, last = (moment.date().isoformat() for moment in stretch)
    return first if first == last else f"{first} to {last}"
