"""Feasts of the Islamic year, by the reckoned calendar: the sight of the moon may shift them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from checkers.language.dates.stretch import Resolved, one_day, shifted
from checkers.language.dates.tense import Told
from checkers.language.dates.timeline import Timeline
from checkers.model import Anchor

# The 30-year cycle of the calendar as it has been reckoned since al-Battani: 11 years of it are a
# day longer. Its first day, 1 Muharram of the year 1, as a day of ``date.toordinal``.
_CYCLE, _LONGER, _YEAR = 30, 11, 354
_EPOCH = 227015
_ONE_DAY = timedelta(days=1)
# News of these days speaks of the feast just held, whatever is still to come in the sentence.
_JUST_HELD = timedelta(days=14)


def islamic_day(year: int, month: int, day: int) -> date:
    """The day of our calendar on which a reckoned Islamic day falls.

    Months have 30 and 29 days by turns; the day begins at the sunset before.
    """
    before = (year - 1) * _YEAR + (3 + _LONGER * year) // _CYCLE
    months = 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH + before + months + day - 1)


@dataclass(frozen=True, slots=True)
class LunarFeast:
    """A day of the Islamic year with a name.

    Attributes:
        month: 1 (Muharram) to 12.
        day: Of the month.
        year: The year of our calendar written beside it, or None.
    """

    month: int
    day: int
    year: int | None = None

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The feast of the year given, or the last one, or the next where the tense says so."""
        here = timeline.reference
        if self.year is not None:
            found = [day for day in self._around(self.year) if day.year == self.year]
            return self._on(found[0], Anchor.ABSOLUTE, stated=True) if found else _unknown()
        if here is None:
            return _unknown()
        days = self._around(here.year)
        past = [day for day in days if day <= here + _ONE_DAY]
        ahead = [day for day in days if day >= here - _ONE_DAY]
        coming = told == "future" and here - past[-1] > _JUST_HELD
        return self._on(ahead[0] if coming else past[-1], timeline.anchor)

    def _around(self, year: int) -> list[date]:
        """The feast in the years about a year of ours, in order."""
        about = round((year - 622) * 365.25 / 354.367)
        return [islamic_day(about + step, self.month, self.day) for step in range(-1, 4)]

    @staticmethod
    def _on(day: date, anchor: Anchor, *, stated: bool = False) -> Resolved:
        others = (shifted(day, -1), shifted(day, 1))
        return Resolved(one_day(day), anchor, others=others, year_stated=stated)


def _unknown() -> Resolved:
    return Resolved(None, Anchor.UNKNOWN)
