"""The words of ``seeds/words/dates.toml`` as numbers, and as pieces of patterns.

Every pattern runs over lower-case text; the pieces here are lower case too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checkers.language.lexicon import mapped


def _numbered(table: str) -> dict[str, int]:
    """Word to the number that heads its list."""
    return {word: int(number) for number, group in mapped("dates", table).items() for word in group}


def _either(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


MONTHS = _numbered("months")
WEEKDAYS = _numbered("weekdays")
SEASONS: dict[str, int] = mapped("dates", "seasons")
PARTS: dict[str, list[int]] = mapped("dates", "parts")
NUMBERS: dict[str, int] = mapped("dates", "numbers")
VAGUE: dict[str, list[int]] = mapped("dates", "vague")
ZONES: dict[str, int] = mapped("dates", "zones")
REGIONAL_ZONES: dict[str, str] = mapped("dates", "regional_zones")
HOLIDAYS: dict[str, list[int]] = mapped("dates", "holidays")
EASTER: dict[str, int] = mapped("dates", "easter")
LUNAR_FEASTS: dict[str, list[int]] = mapped("dates", "lunar_feasts")
OTHER_MONTHS: dict[str, dict[str, int]] = {
    calendar: {word: int(number) for number, names in months.items() for word in names}
    for calendar, months in mapped("dates", "other_months").items()
}
OPENINGS: list[str] = mapped("dates", "words")["openings"]
TELLING: list[str] = mapped("dates", "words")["telling"]

_FULL_MONTHS = [word for word in MONTHS if len(word) > 4 or word in ("may", "june", "july")]
_SHORT_MONTHS = [word for word in MONTHS if word not in _FULL_MONTHS]

MONTH = rf"(?:{_either(_FULL_MONTHS)}|(?:{_either(_SHORT_MONTHS)})\b\.?)"
FULL_MONTH = rf"(?:{_either([*_FULL_MONTHS, 'sept'])})"
DAY = (
    r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\d%°]|[,.:/]\d|-(?:year|day|minute|hour|strong))"
)
YEAR = r"(?:1[0-9]|20)\d\d(?![\d%]|[,.:]\d|-year|s\b)"
ANY_YEAR = r"\d{4}(?![\d%]|[,.:]\d|s\b)"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
ANY_WEEKDAY = rf"(?:{WEEKDAY}|(?:mon|tues?|wed|thur?s?|fri|sat|sun)\b\.?)"
SEASON = rf"(?:{_either(SEASONS)})"
PART = r"(?:morning|afternoon|evening|night|lunchtime|teatime|nightfall)"
NUMBER = rf"(?:\d{{1,3}}|{_either(NUMBERS)})"
ZONE = (
    r"(?:(?:gmt|utc)(?: ?[+-] ?\d{1,2}(?::?\d\d)?)?"
    rf"|(?:{_either(ZONES)}|{_either(REGIONAL_ZONES)})\b"
    r"|(?:eastern|central|mountain|pacific) (?:standard|daylight) time"
    r"|local time|local\b)"
)


OTHER_MONTH = rf"(?:{_either({word for months in OTHER_MONTHS.values() for word in months})})"


def month_number(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return MONTHS[word.rstrip(".")]


def weekday_number(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation."""
    return WEEKDAYS[word.rstrip(".")]


def number(word: str) -> int:
    """The value of digits or of a number word."""
    return int(word) if word.isdigit() else NUMBERS[word]
