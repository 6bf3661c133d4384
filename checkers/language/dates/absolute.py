"""Dates by the calendar: days, months, years, seasons, feasts; the year may be left out."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from dateutil.easter import easter

from checkers.language.dates.stretch import (
    Days,
    Resolved,
    month_length,
    one_day,
    whole_month,
    whole_season,
    whole_year,
)
from checkers.language.dates.tense import Told
from checkers.language.dates.timeline import Timeline
from checkers.language.dates.vocabulary import weekday_number
from checkers.model import Anchor, Grain

# Days from publication within which one reading of 03/04/2026 is the likelier for being news.
_NEWS = (timedelta(days=-1), timedelta(days=21))


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day: "5 March 2026", "Thursday, November 20", "5 May last year" (a ``step`` of -1)."""

    day: int
    month: int
    year: int | None = None
    weekday: str | None = None
    step: int | None = None

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The day; without a year, the one that the tense and the weekday leave."""
        year, anchor = self.year, Anchor.ABSOLUTE
        exists = self.day <= month_length(year or 2000, self.month)
        if year is None:
            year, anchor = timeline.year_of(self.month, self.day, told, self.step)
        if not exists:
            return Resolved(None, anchor, self.weekday, exists=False)
        if year is None:
            return Resolved(None, Anchor.UNKNOWN, self.weekday)
        if self.day > month_length(year, self.month):  # 29 February without a year
            return Resolved(None, anchor, self.weekday, exists=self.year is None)
        day = date(year, self.month, self.day)
        stated = self.year is not None
        if self.weekday is None:
            return Resolved(one_day(day), anchor, year_stated=stated)
        if not stated and self.step is None:
            day = self._year_of_weekday(day, timeline)
        fits = day.weekday() == weekday_number(self.weekday.lower())
        return Resolved(one_day(day), anchor, self.weekday, fits, year_stated=stated)

    def _year_of_weekday(self, day: date, timeline: Timeline) -> date:
        """The same day of a year before or after, if only there the weekday fits."""
        assert self.weekday is not None
        if timeline.sure_of(day):
            return day
        for step in (0, -1, 1, -2):
            if self.day <= month_length(day.year + step, self.month):
                other = day.replace(year=day.year + step)
                if other.weekday() == weekday_number(self.weekday.lower()):
                    return other
        return day

    def with_year(self, year: int | None) -> CalendarDay:
        """The same day with the year of the words around it."""
        return replace(self, year=self.year or year)


@dataclass(frozen=True, slots=True)
class NumericDay:
    """A day in numbers, "5/3/2026": which is the month has to be found out."""

    first: int
    second: int
    year: int
    dotted: bool = False
    weekday: str | None = None

    def resolve(self, timeline: Timeline, told: Told) -> Resolved | None:
        """The day in the outlet's order; the other order stays as a further reading."""
        readings = [
            CalendarDay(day, month, self.year, self.weekday)
            for day, month in ((self.first, self.second), (self.second, self.first))
            if month <= 12 and day <= 31
        ]
        if not readings:
            return None
        if self.dotted or len(readings) == 1 or self.first == self.second:
            return readings[0].resolve(timeline, told)
        day_first, month_first = (reading.resolve(timeline, told) for reading in readings)
        chosen, other = day_first, month_first
        if self._month_first(timeline, day_first, month_first, told):
            chosen, other = month_first, day_first
        return replace(chosen, others=(other.days,) if other.days else ())

    def _month_first(
        self, timeline: Timeline, day_first: Resolved, month_first: Resolved, told: Told
    ) -> bool:
        if day_first.fits != month_first.fits:
            return month_first.fits
        if told == "past" and _is_ahead(day_first, timeline) != _is_ahead(month_first, timeline):
            return _is_ahead(day_first, timeline)  # what has happened was not in a month to come
        if timeline.day_first is not None:
            return not timeline.day_first
        return not _recent(day_first, timeline) and _recent(month_first, timeline)


def _is_ahead(resolved: Resolved, timeline: Timeline) -> bool:
    """Whether a reading puts the date after publication."""
    if resolved.days is None or timeline.reference is None:
        return False
    return resolved.days.first > timeline.reference


def _recent(resolved: Resolved, timeline: Timeline) -> bool:
    """Whether a reading makes the date one of the days before publication."""
    if resolved.days is None or timeline.reference is None:
        return False
    return _NEWS[0] <= timeline.reference - resolved.days.first <= _NEWS[1]


@dataclass(frozen=True, slots=True)
class DayRange:
    """Several days: "12 to 15 November", "between 28 May and 2 June"."""

    first: CalendarDay
    last: CalendarDay

    def resolve(self, timeline: Timeline, told: Told) -> Resolved | None:
        """All days from the first to the last; the year is the last one's."""
        end = self.last.resolve(timeline, told)
        if end.days is None:
            return end
        year = end.days.last.year
        if self.first.year is None and self.first.month > self.last.month:
            year -= 1
        start = self.first.with_year(year).resolve(timeline, told)
        if start.days is None or start.days.first > end.days.last:
            return replace(end, days=None, exists=start.exists) if not start.exists else None
        days = Days(start.days.first, end.days.last)
        fits = start.fits and end.fits
        return replace(end, days=days, weekday=self.last.weekday or self.first.weekday, fits=fits)


@dataclass(frozen=True, slots=True)
class CalendarMonth:
    """A month: "March 2019", "early October", "in June", "May last year" (a ``step`` of -1)."""

    month: int
    year: int | None = None
    edge: str = ""
    step: int | None = None

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The month, or the part of it that is meant."""
        year, anchor = self.year, Anchor.ABSOLUTE
        if year is None:
            year, anchor = timeline.year_of(self.month, None, told, self.step)
        if year is None:
            return Resolved(None, anchor)
        return Resolved(
            whole_month(year, self.month, self.edge), anchor, year_stated=self.year is not None
        )


@dataclass(frozen=True, slots=True)
class NearMonth:
    """A month near the reader, "last March", or near the date before it, "the previous June".

    Attributes:
        month: 1 to 12.
        relation: ``last``, ``next``, ``this``; ``previous``, ``following``.
    """

    month: int
    relation: str

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The nearest such month; "last March" may also be that of last year."""
        if self.relation in ("previous", "following"):
            return self._in_story(timeline)
        here = timeline.story_day or timeline.reference
        if here is None:
            return Resolved(None, Anchor.UNKNOWN)
        past = here.year if self.month < here.month else here.year - 1
        coming = here.year if self.month > here.month else here.year + 1
        year = {"last": past, "next": coming}.get(self.relation, here.year)
        other = {"last": here.year - 1, "next": here.year + 1}.get(self.relation, year)
        others = (whole_month(other, self.month),) if other != year else ()
        anchor = Anchor.CONTEXT if timeline.story_day else timeline.anchor
        return Resolved(whole_month(year, self.month), anchor, others=others)

    def _in_story(self, timeline: Timeline) -> Resolved:
        if timeline.latest_month is None:
            return Resolved(None, Anchor.UNKNOWN)
        year, month = timeline.latest_month
        if self.relation == "previous" and self.month >= month:
            year -= 1
        elif self.relation == "following" and self.month <= month:
            year += 1
        return Resolved(whole_month(year, self.month), Anchor.CONTEXT)


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A year or several: "2019", "2012-13", "the 1990s", "late 2023"."""

    first: int
    last: int
    edge: str = ""

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The year or years."""
        if self.first == self.last:
            days = whole_year(self.first, self.edge)
        else:
            days = Days(date(self.first, 1, 1), date(self.last, 12, 31), Grain.YEAR)
        return Resolved(days, Anchor.ABSOLUTE, year_stated=True)


@dataclass(frozen=True, slots=True)
class YearPart:
    """A part of a year: "the first quarter of 2024", "the second half of 2023"."""

    year: int
    number: int
    months: int

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The months of that part."""
        start = (self.number - 1) * self.months + 1
        end = start + self.months - 1
        days = Days(
            date(self.year, start, 1),
            date(self.year, end, month_length(self.year, end)),
            Grain.MONTH,
        )
        return Resolved(days, Anchor.ABSOLUTE, year_stated=True)


@dataclass(frozen=True, slots=True)
class Season:
    """A season, "spring 2024", "last summer", "that autumn"; ``month`` is its first."""

    month: int
    year: int | None = None
    relation: str = ""

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The season's three months; the winter of a year may be either of two."""
        if self.year is not None:
            other = (whole_season(self.year - 1, self.month),) if self.month == 12 else ()
            days = whole_season(self.year, self.month)
            return Resolved(days, Anchor.ABSOLUTE, others=other, year_stated=True)
        if self.relation == "that" or timeline.narrative:
            if timeline.latest_year is None:
                return Resolved(None, Anchor.UNKNOWN)
            return Resolved(whole_season(timeline.latest_year, self.month), Anchor.CONTEXT)
        if timeline.reference is None:
            return Resolved(None, Anchor.UNKNOWN)
        return Resolved(self._near(timeline.reference, told), timeline.anchor)

    def _near(self, here: date, told: Told) -> Days:
        seasons = [whole_season(here.year + step, self.month) for step in (-2, -1, 0, 1)]
        past = [season for season in seasons if season.last < here]
        current = [season for season in seasons if season.first <= here <= season.last]
        coming = [season for season in seasons if season.first > here]
        if self.relation == "last":
            return past[-1]
        if self.relation == "next" or (told == "future" and not current):
            return coming[0]
        if current:
            return current[0]
        if self.relation == "this" and past[-1].first.year < here.year:
            return coming[0]
        return past[-1]


@dataclass(frozen=True, slots=True)
class Feast:
    """A day with a name: a fixed date, or so many days from Easter."""

    month: int = 0
    day: int = 0
    from_easter: int | None = None
    year: int | None = None

    def resolve(self, timeline: Timeline, told: Told) -> Resolved:
        """The feast of the year given, or the one the tense leaves."""
        if self.year is not None:
            return Resolved(one_day(self._in(self.year)), Anchor.ABSOLUTE, year_stated=True)
        year, anchor = timeline.year_of(self.month or 4, self.day or 5, told)
        if year is None:
            return Resolved(None, Anchor.UNKNOWN)
        return Resolved(one_day(self._in(year)), anchor)

    def _in(self, year: int) -> date:
        if self.from_easter is None:
            return date(year, self.month, self.day)
        return easter(year) + timedelta(days=self.from_easter)
