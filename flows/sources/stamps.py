"""Times as machines write them: ISO 8601 and the date lines of mail, each with its origin."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from email.utils import parsedate_to_datetime

from checkers.model import Origin, Stamp

ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
ISO_TIME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)[Tt ]+(?P<time>\d\d[:.\d]*)(?P<zone>.*)", re.DOTALL)
# "+0200", "+02", "+02:00", "Z"; some systems put a space before the offset.
ISO_ZONE = re.compile(r"\s*(?:[Zz]|(?P<offset>[+-]\d\d)(?::?(?P<minutes>\d\d))?)")
# RFC 822 and its successors; the library's parser takes much else for a date, and misses "pm".
MAIL_TIME = re.compile(
    r"(?:[A-Z][a-z]{2,8},?\s+)?\d{1,2}[\s-][A-Z][a-z]{2,8}\.?[\s-]\d{2,4}\s+\d\d?:\d\d(?::\d\d)?"
    r"(?:\s*(?:[+-]\d{4}|GMT|UTC?|Z|[ECMP][SD]T))?"
)
# Beyond nanoseconds no system writes; a longer text is no time.
LONGEST_WRITTEN = 80

# What systems store for "no date": the first moments of their own calendars, in any zone.
NEVER = frozenset({date(1, 1, 1), date(1899, 12, 30), date(1900, 1, 1), date(1969, 12, 31)})
EPOCH = date(1970, 1, 1)


def stamp_of(moment: datetime, origin: Origin) -> Stamp:
    """``moment`` with its origin; where it has no zone, UTC is put there and said to be put.

    Midnight sharp without a zone is how systems write a day whose time they do not know.
    """
    if moment.tzinfo is None:
        if moment.time() == time.min:
            return stamp_of_day(moment.date(), origin)
        return Stamp(moment.replace(tzinfo=UTC), origin, zone_known=False)
    return Stamp(moment, origin)


def stamp_of_day(day: date, origin: Origin) -> Stamp:
    """``day`` without a time: midnight UTC stands in for it."""
    at = datetime.combine(day, time.min, tzinfo=UTC)
    return Stamp(at, origin, day_only=True, zone_known=False)


def read_stamp(written: str, origin: Origin) -> Stamp | None:
    """The moment that a machine wrote, in the zone it gave; None where it cannot be told.

    A default such as 1 January 1970, 00:00 is no date.
    """
    written = written.strip()
    if not written or len(written) > LONGEST_WRITTEN:
        return None
    stamp = _iso(written, origin) or _mail(written, origin)
    return None if stamp is None or _is_default(stamp) else stamp


def _iso(written: str, origin: Origin) -> Stamp | None:
    try:
        if ISO_DAY.fullmatch(written):
            return stamp_of_day(date.fromisoformat(written), origin)
        if match := ISO_TIME.fullmatch(written):
            zone = _zone(match["zone"])
            if zone is None:
                return None
            return stamp_of(datetime.fromisoformat(f"{match['day']}T{match['time']}{zone}"), origin)
    except ValueError:
        return None
    return None


def _zone(written: str) -> str | None:
    """The zone as ``fromisoformat`` reads it; None where ``written`` is something else."""
    if not written.strip():
        return ""
    match = ISO_ZONE.fullmatch(written.rstrip())
    if match is None:
        return None
    return f"{match['offset']}:{match['minutes'] or '00'}" if match["offset"] else "+00:00"


def _mail(written: str, origin: Origin) -> Stamp | None:
    """A date as mail and RSS write it: "Thu, 05 Mar 2026 18:30:00 +0200"."""
    if not MAIL_TIME.fullmatch(written):
        return None
    try:
        return stamp_of(parsedate_to_datetime(written), origin)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _is_default(stamp: Stamp) -> bool:
    if stamp.day == EPOCH:
        return stamp.day_only or stamp.at.time() == time.min
    return stamp.day in NEVER
