"""Whole days of the calendar: what a date without a time of day stands for."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from checkers.model import Anchor, Grain


@dataclass(frozen=True, slots=True)
class Days:
    """Whole days, both ends included."""

    first: date
    last: date
    grain: Grain = Grain.DAY


@dataclass(frozen=True, slots=True)
class Resolved:
    """What a date in words comes to.

    Attributes:
        days: The days, or None where they are unknown or do not exist.
        anchor: What they were reckoned from.
        weekday: The weekday as written, or None.
        fits: False when the weekday is not that date's.
        exists: False for a date that no calendar has.
        others: Further readings of the same words.
        year_stated: True when the year is in the words.
    """

    days: Days | None
    anchor: Anchor
    weekday: str | None = None
    fits: bool = True
    exists: bool = True
    others: tuple[Days, ...] = ()
    year_stated: bool = False


def one_day(day: date) -> Days:
    """A single day."""
    return Days(day, day)


def shifted(day: date, days: int) -> Days:
    """The day that many days on (or back)."""
    return one_day(day + timedelta(days=days))


def month_length(year: int, month: int) -> int:
    """Number of days of a month."""
    return calendar.monthrange(year, month)[1]


def whole_month(year: int, month: int, edge: str = "") -> Days:
    """A month, or its ``early`` (to the 10th), ``mid`` (to the 20th) or ``late`` third."""
    length = month_length(year, month)
    start, end = {"early": (1, 10), "mid": (11, 20), "late": (21, length)}.get(edge, (1, length))
    grain = Grain.WEEK if edge else Grain.MONTH
    return Days(date(year, month, start), date(year, month, end), grain)


def month_on(year: int, month: int, months: int) -> tuple[int, int]:
    """(year, month) so many months later."""
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def whole_year(year: int, edge: str = "") -> Days:
    """A year, or the part that ``early``, ``mid`` or ``late`` is used for (parts overlap)."""
    start, end = {"early": (1, 6), "mid": (4, 9), "late": (7, 12)}.get(edge, (1, 12))
    grain = Grain.MONTH if edge else Grain.YEAR
    return Days(date(year, start, 1), date(year, end, month_length(year, end)), grain)


def whole_season(year: int, first_month: int) -> Days:
    """Three months from the first of ``first_month``; winter runs into the next year."""
    last_year, last_month = month_on(year, first_month, 2)
    end = month_length(last_year, last_month)
    return Days(date(year, first_month, 1), date(last_year, last_month, end), Grain.MONTH)


def whole_week(day: date, edge: str = "") -> Days:
    """Monday to Sunday around a day, or the ``early``, ``mid``, ``late`` part of those days."""
    monday = day - timedelta(days=day.weekday())
    start, end = {"early": (0, 2), "mid": (1, 3), "late": (3, 6)}.get(edge, (0, 6))
    return Days(monday + timedelta(days=start), monday + timedelta(days=end), Grain.WEEK)


def around(day: date, days: int, grain: Grain) -> Days:
    """A day with some on either side, for words that are vague by that much."""
    return Days(day - timedelta(days=days), day + timedelta(days=days), grain)
