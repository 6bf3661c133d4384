"""Dates by where the reader stands: weekdays, "yesterday", "two weeks ago", "the next day"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from checkers.language.dates.stretch import (
    Days,
    Resolved,
    around,
    month_length,
    month_on,
    one_day,
    shifted,
    whole_month,
    whole_season,
    whole_week,
    whole_year,
)
from checkers.language.dates.tense import Told
from checkers.language.dates.timeline import Timeline
from checkers.language.dates.vocabulary import SEASONS, weekday_number
from checkers.model import Anchor, Grain

_WEEK = timedelta(days=7)
_UNKNOWN = Resolved(None, Anchor.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday: "Friday", "last Friday", "Friday next week".

    Attributes:
        name: As written.
        relation: ``last``, ``next``, ``this``, ``past`` ("this past Friday"), ``coming``,
            ``following``, ``previous``, or "".
        weeks: Weeks from this one, where a week is named: -1 for "last week"; else None.
    """

    name: str
    relation: str = ""
    weeks: int | None = None

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The day of that name; "last Friday" keeps both of its readings."""
        number = weekday_number(self.name.lower())
        if self.relation in ("following", "previous", "that"):
            return self._in_story(number, timeline.base(told))
        if timeline.story_day is not None and self.weeks is None:
            told_of = _nearest(timeline.story_day, number)
            return Resolved(one_day(told_of), Anchor.CONTEXT, self.name)
        here = timeline.reference
        if here is None:
            return Resolved(None, Anchor.UNKNOWN, self.name)
        day, other = self._near(number, here, told)
        if self.weeks is None and not self.relation and timeline.late_in_day:
            other = here + timedelta(days=1) if day == here - timedelta(days=6) else other
        others = (one_day(other),) if other not in (None, day) else ()
        return Resolved(one_day(day), timeline.anchor, self.name, others=others)

    def _in_story(self, number: int, base: date | None) -> Resolved:
        if base is None:
            return Resolved(None, Anchor.UNKNOWN, self.name)
        if self.relation == "following":
            day = _on_or_after(base + timedelta(days=1), number)
        elif self.relation == "previous":
            day = _on_or_before(base - timedelta(days=1), number)
        else:
            day = min(
                _on_or_before(base, number), _on_or_after(base, number), key=lambda d: abs(d - base)
            )
        return Resolved(one_day(day), Anchor.CONTEXT, self.name)

    def _near(self, number: int, here: date, told: Told) -> tuple[date, date | None]:
        """The day meant, and the other one that the same words may mean."""
        in_this_week = here + timedelta(days=number - here.weekday())
        before = _on_or_before(here - timedelta(days=1), number)
        after = _on_or_after(here + timedelta(days=1), number)
        if self.weeks is not None:
            return in_this_week + self.weeks * _WEEK, None
        match self.relation:
            case "last":
                return before, in_this_week - _WEEK
            case "next":
                return in_this_week + _WEEK, after
            case "past":
                return before, None
            case "coming":
                return after, None
            case "this":
                day = in_this_week if told == "past" else _on_or_after(here, number)
                return day, None
        if told == "future":
            day = _on_or_after(here, number)
            return day, day + _WEEK if day == here else None
        return _on_or_before(here, number), None


def _on_or_before(day: date, number: int) -> date:
    return day - timedelta(days=(day.weekday() - number) % 7)


def _on_or_after(day: date, number: int) -> date:
    return day + timedelta(days=(number - day.weekday()) % 7)


def _nearest(day: date, number: int) -> date:
    near = (_on_or_before(day, number), _on_or_after(day, number))
    return min(near, key=lambda candidate: abs(candidate - day))


@dataclass(frozen=True, slots=True)
class WeekdayRange:
    """Several days by their weekdays: "from Monday to Wednesday"."""

    first: str
    last: str

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The latest such days, or the next where they are to come."""
        if timeline.reference is None:
            return Resolved(None, Anchor.UNKNOWN, self.last)
        number = weekday_number(self.first.lower())
        if told == "future":
            start = _on_or_after(timeline.reference, number)
            end = _on_or_after(start, weekday_number(self.last.lower()))
        else:
            end = _on_or_before(timeline.reference, weekday_number(self.last.lower()))
            start = _on_or_before(end, number)
        return Resolved(Days(start, end), timeline.anchor, self.last)


@dataclass(frozen=True, slots=True)
class NearDay:
    """So many days from today: "today", "yesterday", "the day before yesterday"."""

    offset: int

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The day, counted from the one on which the words were written."""
        if timeline.today is None:
            return _UNKNOWN
        return Resolved(shifted(timeline.today, self.offset), timeline.today_anchor)


@dataclass(frozen=True, slots=True)
class Ago:
    """So long ago: "two days ago", "a few weeks ago", "a fortnight ago" (two weeks)."""

    fewest: int
    most: int
    unit: str
    about: bool = False

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """Days exactly, weeks give or take three days, months and years as a whole."""
        here = timeline.today
        if here is None:
            return _UNKNOWN
        near, far = self._counted(here, self.fewest), self._counted(here, self.most)
        grain = near.grain
        if self.fewest != self.most and grain is Grain.DAY:
            grain = Grain.WEEK
        return Resolved(Days(far.first, near.last, grain), timeline.today_anchor)

    def _counted(self, here: date, count: int) -> Days:
        match self.unit:
            case "day":
                day = here - timedelta(days=count)
                return around(day, max(1, count // 10), Grain.WEEK) if self.about else one_day(day)
            case "week":
                return around(here - count * _WEEK, 3, Grain.WEEK)
            case "month":
                return whole_month(*month_on(here.year, here.month, -count))
            case _:
                return whole_year(max(1, here.year - count * _years(self.unit)))


def _years(unit: str) -> int:
    return {"decade": 10, "century": 100}.get(unit, 1)


@dataclass(frozen=True, slots=True)
class NearUnit:
    """A unit near the reader: "last week", "earlier this month", "the end of the month".

    Attributes:
        unit: ``week``, ``weekend``, ``month`` or ``year``.
        step: -1 for last, 0 for this, 1 for next.
        edge: ``early``, ``mid``, ``late`` (of the whole), ``earlier``, ``later`` (than now), or "".
    """

    unit: str
    step: int
    edge: str = ""

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The unit that many from today's, or the part of it that is meant."""
        here, anchor = timeline.reference, timeline.anchor
        if timeline.story_day is not None:
            here, anchor = timeline.story_day, Anchor.CONTEXT
        if here is None:
            return _UNKNOWN
        if self.unit == "weekend":
            return Resolved(_weekend(here, self.step, told), anchor)
        days = _unit_of(here, self.unit, self.step, self.edge)
        if self.edge == "earlier":
            days = Days(min(days.first, here - timedelta(days=1)), min(days.last, here), days.grain)
        elif self.edge == "later":
            days = Days(here, max(days.last, here), days.grain)
        return Resolved(days, anchor)


def _unit_of(here: date, unit: str, step: int, edge: str = "") -> Days:
    """The calendar week, month or year so many from the one that holds ``here``."""
    if edge not in ("early", "mid", "late"):
        edge = ""
    if unit == "week":
        return whole_week(here + step * _WEEK, edge)
    if unit == "month":
        return whole_month(*month_on(here.year, here.month, step), edge)
    return whole_year(here.year + step, edge)


def _weekend(here: date, step: int, told: Told) -> Days:
    """Saturday and Sunday; from Monday on "the weekend" of a report is the one that has passed."""
    saturday = here + timedelta(days=5 - here.weekday())
    passed = here.weekday() < (5 if told == "past" else 4)
    behind = step < 0 or (step == 0 and told != "future" and passed)
    if behind:
        saturday -= _WEEK
    elif step > 0:
        saturday += _WEEK
    return Days(saturday, saturday + timedelta(days=1), Grain.WEEK)


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """A day of the month spoken of: "on the 15th"."""

    day: int

    def resolve(self, timeline: Timeline, told: Told) -> Resolved | None:
        """That day of the month spoken of, or the nearest that the tense leaves."""
        if timeline.narrative and timeline.latest_month:
            return self._of(*timeline.latest_month, Anchor.CONTEXT)
        here = timeline.reference
        if here is None:
            return _UNKNOWN
        step = 0
        if told == "future" and self.day < here.day:
            step = 1
        elif told != "future" and self.day > here.day:
            step = -1
        return self._of(*month_on(here.year, here.month, step), timeline.anchor)

    def _of(self, year: int, month: int, anchor: Anchor) -> Resolved | None:
        if self.day > month_length(year, month):
            return None
        return Resolved(one_day(date(year, month, self.day)), anchor)


@dataclass(frozen=True, slots=True)
class Shift:
    """So far from the date before it: "two days later", "the next day", "the previous year"."""

    count: int
    unit: str

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """Days and weeks to the day; months and years as a whole."""
        base = timeline.base(told) if self.unit in ("day", "week") else None
        if base is not None:
            days = self.count * (7 if self.unit == "week" else 1)
            return Resolved(shifted(base, days), Anchor.CONTEXT)
        if self.unit == "month" and timeline.latest_month:
            return Resolved(
                whole_month(*month_on(*timeline.latest_month, self.count)), Anchor.CONTEXT
            )
        if self.unit in ("year", "decade", "century") and timeline.latest_year:
            year = timeline.latest_year + self.count * _years(self.unit)
            return Resolved(whole_year(year), Anchor.CONTEXT) if 1 <= year < 3000 else _UNKNOWN
        return _UNKNOWN


@dataclass(frozen=True, slots=True)
class Same:
    """The unit in which the date before it lies: "that day", "later that year"."""

    unit: str

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The unit in which the date before it lies."""
        if self.unit in SEASONS:
            month = SEASONS[self.unit]
            return (
                Resolved(whole_season(timeline.latest_year, month), Anchor.CONTEXT)
                if timeline.latest_year
                else _UNKNOWN
            )
        if self.unit == "month" and timeline.latest_month:
            return Resolved(whole_month(*timeline.latest_month), Anchor.CONTEXT)
        if self.unit == "year" and timeline.latest_year:
            return Resolved(whole_year(timeline.latest_year), Anchor.CONTEXT)
        base = timeline.base(told)
        if self.unit in ("day", "week") and base:
            whole = one_day if self.unit == "day" else whole_week
            return Resolved(whole(base), Anchor.CONTEXT)
        return _UNKNOWN
