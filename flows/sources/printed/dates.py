"""Dates and times of day as pages print them for people: "25/July/2021 - 05:38 PM".

What a line of them means is told in ``date_lines``.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from checkers.model import Origin, Stamp
from flows.sources.stamps import read_stamp, stamp_of, stamp_of_day
from seeds import words

MONTHS = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|" + "|".join(MONTHS) + r")\b\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th)?"
DATE = re.compile(
    rf"""(?<![\w/.-])(?:
        (?P<iso>\d{{4}}-\d\d-\d\d[T\ ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:\ ?(?:Z\b|[+-]\d\d:?\d\d))?)
      | (?P<year1>\d{{4}})(?P<sep1>[-/.])(?P<month1>\d{{1,2}})(?P=sep1)(?P<day1>\d{{1,2}})
      | (?P<first>\d{{1,2}})(?P<sep2>[-/.])(?P<second>\d{{1,2}})(?P=sep2)(?P<year2>\d{{4}})
      | (?P<day3>{_DAY})(?:\ of)?[\ /.-]*(?P<month3>{MONTH})[\ ,/.-]*(?P<year3>\d{{4}})
      | (?P<month4>{MONTH})[\ -]*(?P<day4>{_DAY}),?[\ -]+(?P<year4>\d{{4}})
    )(?![\w/-])""",
    re.IGNORECASE | re.VERBOSE,
)
WEEKDAY = re.compile(
    r"\b(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?", re.IGNORECASE
)
TIME = re.compile(
    r"""(?<![\w.:])(?:
        (?P<hour>\d{1,2})[:.h](?P<minute>\d\d)(?::\d\d)?(?:\s?(?P<half>[ap]\.?m\b\.?))?
      | (?P<hour2>\d{1,2})\s?(?P<half2>[ap]\.?m\b\.?)
      | (?P<military>[012]\d[0-5]\d)(?=\s?(?:hrs|hours|GMT|UTC)\b)
    )(?![\w:]|[.]\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_OFFSET = re.compile(
    r"(?:\b(?:GMT|UTC)\s?)?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?"
)
_ZONE_NAME = re.compile(r"\b[A-Z]{1,5}\b")


def named_days(text: str) -> frozenset[date]:
    """Every day that ``text`` gives with the month by name or the year first."""
    days = (_plain_day(match) for match in DATE.finditer(text))
    return frozenset(day for day in days if day)


def printed_stamp(
    match: re.Match[str], before: str, after: str, named: frozenset[date] = frozenset()
) -> Stamp | None:
    """The moment of one date, its time of day and weekday looked for beside it; None if unclear.

    Args:
        match: A match of ``DATE``.
        before: What stands before it.
        after: What stands behind it.
        named: Days that the page names elsewhere; "05/03/2026" is read as the one of them.
    """
    if match["iso"]:
        return read_stamp(match["iso"], Origin.PAGE_TEXT)
    day = _plain_day(match) or _numeric_day(match, WEEKDAY.search(f"{before} {after}"), named)
    if day is None:
        return None
    # "5 March 2026, 18:30" is the common order; "18:30, 5 March 2026" is met where nothing follows.
    where = after if TIME.search(after) else before
    clock = TIME.search(where)
    at = _clock(clock) if clock else None
    if clock is None or at is None:
        return stamp_of_day(day, Origin.PAGE_TEXT)
    moment = datetime.combine(day, at)
    zone = _zone(where[clock.end() :])
    if zone is None:
        # Not `stamp_of` alone: midnight printed as a time is meant as one.
        return Stamp(moment.replace(tzinfo=UTC), Origin.PAGE_TEXT, zone_known=False)
    return stamp_of(moment.replace(tzinfo=zone), Origin.PAGE_TEXT)


def _plain_day(match: re.Match[str]) -> date | None:
    """The day of a date that can be read in one way only; None for others, and for no day."""
    if match["iso"]:
        return _date(*match["iso"][:10].split("-"))
    if match["year1"]:
        return _date(match["year1"], match["month1"], match["day1"])
    if match["year3"]:
        return _date(match["year3"], match["month3"], match["day3"])
    if match["year4"]:
        return _date(match["year4"], match["month4"], match["day4"])
    return None


def _numeric_day(
    match: re.Match[str], weekday: re.Match[str] | None, named: frozenset[date]
) -> date | None:
    """The day of "05/03/2026": where both readings exist, the weekday or a named day decides."""
    year, first, second = match["year2"], match["first"], match["second"]
    if year is None:
        return None
    day_first = _date(year, second, first)
    if match["sep2"] == ".":
        return day_first  # no country writes the month first with full stops
    readings = {day for day in (day_first, _date(year, first, second)) if day}
    if len(readings) > 1 and weekday:
        begins = weekday[1][:3].lower()
        readings = {day for day in readings if WEEKDAYS[day.weekday()].startswith(begins)}
    if len(readings) > 1:
        readings &= named
    return readings.pop() if len(readings) == 1 else None


def _date(year: str, month: str, day: str) -> date | None:
    number = int(month) if month.isdigit() else _month_number(month)
    try:
        return date(int(year), number, int(re.sub(r"\D", "", day)))
    except ValueError:
        return None


def _month_number(name: str) -> int:
    return [month[:3] for month in MONTHS].index(name[:3].lower()) + 1


def _clock(match: re.Match[str]) -> time | None:
    """A time of day, None where no clock shows it."""
    if match["military"]:
        hour, minute = int(match["military"][:2]), int(match["military"][2:])
    else:
        hour, minute = int(match["hour"] or match["hour2"]), int(match["minute"] or 0)
    half = (match["half"] or match["half2"] or "")[:1].lower()
    # Some systems print "18:30 PM": what the hour says leads.
    if half and hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    try:
        return time(hour, minute)
    except ValueError:
        return None


def _zone(after: str) -> tzinfo | None:
    """The zone printed right behind a time, None where there is none that is surely one."""
    zones = words("clock_zones")
    near = after.lstrip(" ,(")
    if offset := _OFFSET.match(near):
        minutes = int(offset["hours"]) * 60 + int(offset["minutes"] or 0)
        if minutes >= timedelta(days=1) // timedelta(minutes=1):
            return None
        return timezone(timedelta(minutes=minutes if offset["sign"] == "+" else -minutes))
    name = _ZONE_NAME.match(near)
    if name is None:
        return None
    if name[0] in zones["fixed"]:
        return timezone(timedelta(minutes=zones["fixed"][name[0]]))
    return ZoneInfo(zones["moving"][name[0]]) if name[0] in zones["moving"] else None


def without_times(text: str) -> str:
    """``text`` without weekdays and times of day."""
    return WEEKDAY.sub(" ", TIME.sub(" ", text))


def without_dates(text: str) -> str:
    """``text`` with a bar for every date, time and zone, so that a name beside one ends there."""
    zones = words("clock_zones")
    for pattern in (DATE, TIME, _OFFSET, WEEKDAY):
        text = pattern.sub("|", text)
    known = {*zones["fixed"], *zones["moving"]}
    return _ZONE_NAME.sub(lambda match: "|" if match[0] in known else match[0], text)
