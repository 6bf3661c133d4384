"""Days of other calendars whose months have names of their own: "28 Aban 1405", "11 Hidar 2019"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from checkers.language.dates.lunar import islamic_day
from checkers.language.dates.stretch import Resolved, one_day, shifted
from checkers.language.dates.tense import Told
from checkers.language.dates.timeline import Timeline
from checkers.language.dates.vocabulary import OTHER_MONTHS
from checkers.model import Anchor

# First day of a year from which the others are counted: of the Iranian year 1404, and of the first
# Ethiopian year by our calendar carried back. Iran's leap years as they fall in a cycle of 33.
_NOWRUZ_YEAR, _NOWRUZ = 1404, date(2025, 3, 21)
_IRAN_CYCLE, _IRAN_LEAP = 33, frozenset({1, 5, 9, 13, 17, 22, 26, 30})
_ETHIOPIAN_EPOCH = date(8, 8, 27).toordinal()
# Years of each calendar that news can speak of as the present or the recent past.
_YEARS = {"islamic": (1300, 1500), "iranian": (1300, 1480), "ethiopian": (1900, 2100)}


@dataclass(frozen=True, slots=True)
class OtherDay:
    """A day of another calendar.

    Attributes:
        calendar: ``islamic``, ``iranian`` or ``ethiopian``.
        year: Of that calendar.
        month: 1 to 12, or 13 for the short last month of the Ethiopian year.
        day: Of the month.
    """

    calendar: str
    year: int
    month: int
    day: int

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The day of ours; the sight of the moon may shift an Islamic one by a day."""
        day = _ours(self)
        others = (shifted(day, -1), shifted(day, 1)) if self.calendar == "islamic" else ()
        return Resolved(one_day(day), Anchor.ABSOLUTE, others=others, year_stated=True)


def other_day(name: str, year: int, day: int) -> OtherDay | None:
    """The day, if a month of that name belongs to a calendar in which that year is of our time."""
    for calendar, (first, last) in _YEARS.items():
        month = OTHER_MONTHS[calendar].get(name)
        if month is not None and first <= year <= last:
            return OtherDay(calendar, year, month, day)
    return None


def _ours(day: OtherDay) -> date:
    match day.calendar:
        case "islamic":
            return islamic_day(day.year, day.month, day.day)
        case "iranian":
            return _nowruz(day.year) + timedelta(days=_iranian_months(day.month) + day.day - 1)
        case _:
            before = 365 * (day.year - 1) + day.year // 4 + 30 * (day.month - 1)
            return date.fromordinal(_ETHIOPIAN_EPOCH + before + day.day - 1)


def _iranian_months(month: int) -> int:
    """Days of the months before: six of 31, then of 30."""
    return 31 * min(month - 1, 6) + 30 * max(month - 7, 0)


def _nowruz(year: int) -> date:
    """The first day of an Iranian year."""
    step = 1 if year > _NOWRUZ_YEAR else -1
    passed = range(_NOWRUZ_YEAR, year) if step > 0 else range(year, _NOWRUZ_YEAR)
    days = sum(365 + (one % _IRAN_CYCLE in _IRAN_LEAP) for one in passed)
    return _NOWRUZ + timedelta(days=step * days)
