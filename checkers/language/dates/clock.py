"""Times of day: "7.40 a.m.", "0430 GMT", "half past eight", "noon", "between 9 and 10 p.m."."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from checkers.language.dates.vocabulary import NUMBERS, REGIONAL_ZONES, ZONES

_OFFSET = re.compile(r"(?:gmt|utc|z)? ?([+-]) ?(\d{1,2})(?::?(\d\d))?$")
_HALF_DAY = 12 * 60  # minutes

Moments = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, or a stretch between two.

    Attributes:
        start: Minutes from midnight; 24:00 is the midnight that ends a day.
        end: The same, for the last minute that belongs to it.
        zone: The zone in the words, or None.
        about: True when it is given as approximate.
        twelve_hours: True when nothing says whether it is before or after noon.
        firm: False for "10:57" alone, which is a time only beside a date.
    """

    start: int
    end: int
    zone: tzinfo | None = None
    about: bool = False
    twelve_hours: bool = False
    firm: bool = True

    def on(self, day: date, local: tzinfo, part: str = "") -> tuple[Moments, tuple[Moments, ...]]:
        """First and last moment on that day, and the reading half a day later where open."""
        zone = self.zone or local
        shift = self._half_day(part)
        chosen = self._moments(day, zone, shift)
        if self.twelve_hours and not part:
            return chosen, (self._moments(day, zone, _HALF_DAY),)
        if self.start == self.end == 24 * 60:
            return chosen, (self._moments(day, zone, -24 * 60),)
        return chosen, ()

    def _half_day(self, part: str) -> int:
        """Minutes that "in the afternoon" adds to "three o'clock"."""
        if not self.twelve_hours:
            return 0
        late = part in ("afternoon", "evening", "teatime", "dusk", "late") or (
            part in ("night", "late night") and self.start >= 5 * 60
        )
        return _HALF_DAY if late else 0

    def _moments(self, day: date, zone: tzinfo, shift: int) -> Moments:
        midnight = datetime.combine(day, time(0), zone)
        first = midnight + timedelta(minutes=self.start + shift)
        end = self.end if self.end >= self.start else self.end + 24 * 60
        return first, midnight + timedelta(minutes=end + shift, seconds=59)


def moments(first: date, last: date, local: tzinfo, hours: tuple[int, int] = (0, 24)) -> Moments:
    """From the first to the last second of those hours of the days."""
    start = datetime.combine(first, time(0), local) + timedelta(hours=hours[0])
    end = datetime.combine(last, time(0), local) + timedelta(hours=hours[1], seconds=-1)
    return start, end


def read_clock(match: re.Match[str], nearness: str, *, about: bool, firm: bool) -> Clock | None:
    """The clock of a match of one of the clock forms; None where there is no such time.

    ``nearness`` is what stands before it: "after midnight" is another day's than "midnight".
    """
    groups = match.groupdict()
    zone = read_zone(groups.get("zone") or groups.get("zone_"))
    if groups.get("named"):
        return replace(_named(groups["named"], nearness, zone), about=about, firm=firm)
    end = _minutes(groups.get("hour2"), groups.get("minute2"), groups.get("half2"))
    start = _minutes(
        groups["hour"],
        groups.get("minute"),
        groups.get("half") or (groups.get("half2") if end is not None else None),
    )
    if start is None:
        return None
    start += _words_minutes(groups)
    if end is not None and start > end and not groups.get("half"):
        start = _minutes(groups["hour"], groups.get("minute"), "am") or 0  # "11 to 1 p.m."
    halves = groups.get("half") or groups.get("half2")
    written_24 = zone is not None or groups["hour"].startswith("0") or bool(groups.get("military"))
    open_half = not halves and not written_24 and 60 <= start < _HALF_DAY
    return Clock(start, start if end is None else end, zone, about, open_half, firm)


def _named(word: str, hedge: str, zone: tzinfo | None) -> Clock:
    """Noon and midnight. Plain "midnight" ends the day, "after midnight" begins it."""
    minutes = 12 * 60
    if word == "midnight":
        minutes = 0 if "after" in hedge or "past" in hedge else 24 * 60
        if "before" in hedge:
            minutes -= 1
    return Clock(minutes, minutes, zone)


def _minutes(hour: str | None, minute: str | None, half: str | None) -> int | None:
    """Minutes from midnight, or None where no hour is given or it does not exist."""
    if not hour:
        return None
    value = int(hour) if hour.isdigit() else NUMBERS[hour]
    if half:
        if not 1 <= value <= 12:
            return None
        value = value % 12 + (12 if half.startswith("p") else 0)
    return value * 60 + int(minute or 0) if value < 24 else None


def _words_minutes(groups: dict[str, str | None]) -> int:
    """The minutes of "half past", "quarter to", "ten minutes past"."""
    fraction = groups.get("fraction")
    if not fraction:
        return 0
    side = -1 if (groups.get("side") or "past") == "to" else 1
    if fraction == "half":
        return 30
    if fraction.endswith("quarter"):
        return 15 * side
    return side * (int(fraction) if fraction.isdigit() else NUMBERS[fraction])


def read_zone(words: str | None) -> tzinfo | None:
    """The zone that words name; None for none, for local time, and for one not known here."""
    if not words or words.startswith("local"):
        return None
    offset = _OFFSET.match(words)
    if offset:
        minutes = int(offset[2]) * 60 + int(offset[3] or 0)
        return _fixed(-minutes if offset[1] == "-" else minutes)
    if words in ZONES:
        return _fixed(ZONES[words])
    name = REGIONAL_ZONES.get(words) or REGIONAL_ZONES.get(f"{words.split()[0]} time")
    try:
        return ZoneInfo(name) if name else None
    except ZoneInfoNotFoundError:
        return None


def _fixed(minutes: int) -> timezone | None:
    """A fixed offset, or None for one that no place on earth has."""
    return timezone(timedelta(minutes=minutes)) if abs(minutes) <= 14 * 60 else None
