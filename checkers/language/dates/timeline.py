"""What the dates of one article are reckoned from, moved on by every date that is read."""

from __future__ import annotations

import re
from datetime import UTC, date, timedelta, tzinfo
from functools import cached_property

from checkers.language.dates.order import writes_day_first
from checkers.language.dates.stretch import Resolved, month_length
from checkers.language.dates.tense import Told
from checkers.language.document import Document
from checkers.model import Anchor, Grain

# News was published between these years.
_FIRST_YEAR, _LAST_YEAR = 1600, 2200
# A date without a year may lie this far ahead of a story told in the past tense and still be meant
# as this year's: then it is the story that has it wrong. Further ahead it is last year's.
_SLIP = timedelta(days=14)
# One told of as to come may lie this far back; further back it is next year's.
_LATE = timedelta(days=60)
# Up to here from publication the year of "Monday, 14 April" is sure, and so is a wrong weekday.
_SURE = timedelta(days=60)
# A text with so many years that lie back, and so few words of the day, is history, not news.
_MANY_YEARS = 6
# A year that far from the one being told of does not move a story by itself.
_FAR_YEARS = 8
# Each begins with a digit rather than with ``\b``, so that the search leaps from digit to digit.
_YEAR = re.compile(r"1(?<=\b1)[5-9]\d\d\b|2(?<=\b2)0\d\d\b")
_AFTERNOON_HOUR = re.compile(r"(?:1(?<=\b1)[3-9]|2(?<=\b2)[0-3])[:.h][0-5]\d\b(?!%)")
# From this hour on, a story from further east may already speak of the next day.
_LATE_HOUR = 17
_OF_THE_DAY = re.compile(r"\b(?:today|yesterday|tomorrow|tonight|[A-Z][a-z]{2,5}day)\b")


class Timeline:
    """The points of an article from which its dates are reckoned.

    Attributes:
        reference: The day from which weekdays and dates without a year are reckoned, or None.
        anchor: What ``reference`` is: publication, dateline or unknown.
        today: The day that "today" was written on: the dateline's where there is one.
        today_anchor: What ``today`` is.
        zone: The article's own time zone.
    """

    def __init__(self, document: Document) -> None:
        published = document.article.published
        self._document = document
        if published and not _FIRST_YEAR <= published.day.year <= _LAST_YEAR:
            published = None  # a system's empty date ("0001-01-01") is none
        self.published = published
        self.reference: date | None = published.day if published else None
        self.anchor = Anchor.PUBLICATION if published else Anchor.UNKNOWN
        self.today = self.reference
        self.today_anchor = self.anchor
        self.zone: tzinfo = (published.at.tzinfo if published else None) or UTC
        self.forget()

    def forget(self) -> None:
        """Start a new field: what another field spoke of last says nothing here."""
        self.latest_day: date | None = None
        self._past_day: date | None = None
        self._base: date | None = None
        self._past_base: date | None = None
        self.latest_month: tuple[int, int] | None = None
        self.latest_year: int | None = None

    def dateline(self, day: date) -> None:
        """Take the day of a dateline: the day on which the story was written."""
        if self.published is None:
            self.reference, self.anchor = day, Anchor.DATELINE
        elif not timedelta(0) <= self.published.day - day <= timedelta(days=3):
            return
        self.today, self.today_anchor = day, Anchor.DATELINE

    def note(self, resolved: Resolved) -> None:
        """Move on to a date that was read."""
        days = resolved.days
        if days is None or days.last.year - days.first.year > 1:
            return
        if self.narrative and self._leaves_story(resolved, days.last.year):
            return
        if days.grain is Grain.DAY:
            self.latest_day = self._base = days.last
            if self.reference is None or days.last <= self.reference:
                self._past_day = self._past_base = days.last
        elif self._base and not days.first <= self._base <= days.last:
            self._base = self._past_base = None
        if days.grain is not Grain.YEAR:
            self.latest_month = (days.last.year, days.last.month)
        elif self.latest_month and self.latest_month[0] != days.first.year:
            self.latest_month = None
        self.latest_year = days.last.year

    def _leaves_story(self, resolved: Resolved, year: int) -> bool:
        """Whether history only glances at another time: a far lone year moves nothing."""
        if resolved.anchor in (Anchor.PUBLICATION, Anchor.DATELINE):
            return True
        assert resolved.days is not None
        if self.latest_month is None:
            return False
        far = self.latest_year is not None and abs(year - self.latest_year) > _FAR_YEARS
        return far and resolved.days.grain is Grain.YEAR

    def day_spoken_of(self, told: Told) -> date | None:
        """The day on which a time of day without a date falls: never one to come, for the past."""
        return self._past_day if told == "past" else self.latest_day

    def base(self, told: Told) -> date | None:
        """The day from which "two days later" is counted; None after a glance at another year."""
        return self._past_base if told == "past" else self._base

    @property
    def late_in_day(self) -> bool:
        """Whether it was published when the next day had begun in much of the world."""
        published = self.published
        return published is not None and not published.day_only and published.at.hour >= _LATE_HOUR

    @property
    def story_day(self) -> date | None:
        """In history, a day in the month or year that is being told of."""
        if not self.narrative or self.latest_year is None:
            return None
        if self.latest_month is None:
            return date(self.latest_year, 6, 30)
        if self.latest_day and (self.latest_day.year, self.latest_day.month) == self.latest_month:
            return self.latest_day
        return date(*self.latest_month, 15)

    @cached_property
    def narrative(self) -> bool:
        """Whether the text tells history: its dates follow one another, not publication."""
        text = self._document.plain_text
        years = [int(year) for year in _YEAR.findall(text)]
        here = self.reference.year if self.reference else None
        old = sum(1 for year in years if here is None or year < here - 1)
        return old >= _MANY_YEARS and old > 3 * (len(_OF_THE_DAY.findall(text)) + len(years) - old)

    @cached_property
    def counts_to_24(self) -> bool:
        """Whether the text writes hours to 24, so that "9:30" is in the morning."""
        return _AFTERNOON_HOUR.search(self._document.plain_text) is not None

    @cached_property
    def day_first(self) -> bool | None:
        """Whether the outlet writes the day before the month; None when nothing tells."""
        return writes_day_first(self._document)

    def year_of(
        self, month: int, day: int | None, told: Told, step: int | None = None
    ) -> tuple[int | None, Anchor]:
        """The year that a date without one means, and what that rests on.

        ``step`` is -1, 0 or 1 where the words say "last", "this" or "next year".
        """
        if step is not None and self.reference is not None:
            return self.reference.year + step, self.anchor
        if self.narrative and self.latest_year is not None:
            return self._next_in_story(month), Anchor.CONTEXT
        if self.reference is None:
            return None, Anchor.UNKNOWN
        if day is None:
            return self._year_of_month(self.reference, month, told), self.anchor
        return self._year_of_day(self.reference, month, day, told), self.anchor

    def _next_in_story(self, month: int) -> int:
        """The year of a month in history: that of the date before, or the next past its winter."""
        assert self.latest_year is not None
        if self.latest_month is None:
            return self.latest_year
        year, last = self.latest_month
        return year + 1 if last - month > 8 else year

    @staticmethod
    def _year_of_month(here: date, month: int, told: Told) -> int:
        if told == "future":
            return here.year if month >= here.month else here.year + 1
        return here.year if month <= here.month else here.year - 1

    @staticmethod
    def _year_of_day(here: date, month: int, day: int, told: Told) -> int:
        this_year = _clipped(here.year, month, day)
        if told == "future":
            late = this_year < here - _LATE
            return here.year + 1 if late else here.year
        if told == "past":
            return here.year if this_year <= here + _SLIP else here.year - 1
        near = [_clipped(here.year + step, month, day) for step in (0, -1, 1)]
        return min(near, key=lambda candidate: _distance(candidate - here)).year

    def sure_of(self, day: date) -> bool:
        """Whether a year filled in for ``day`` cannot well be another."""
        return self.reference is not None and abs(day - self.reference) <= _SURE


def _distance(ahead: timedelta) -> timedelta:
    """How far off a date seems: news that shows no tense tells of the past, most often."""
    return 3 * ahead if ahead > timedelta(0) else -ahead


def _clipped(year: int, month: int, day: int) -> date:
    """That day, or the month's last where the month is too short for it."""
    return date(year, month, min(day, month_length(year, month)))
