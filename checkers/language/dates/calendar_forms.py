"""What the forms of days, months, years and seasons mean."""

from __future__ import annotations

import re
from dataclasses import replace

from checkers.language.dates import lookalikes
from checkers.language.dates.absolute import (
    CalendarDay,
    CalendarMonth,
    CalendarYear,
    DayRange,
    Feast,
    NearMonth,
    NumericDay,
    Season,
    YearPart,
)
from checkers.language.dates.calendars import other_day
from checkers.language.dates.clock import read_clock
from checkers.language.dates.lunar import LunarFeast
from checkers.language.dates.pieces import (
    Line,
    Piece,
    Term,
    day_in,
    is_foreign,
    weekday_in,
    year_in,
)
from checkers.language.dates.vocabulary import (
    EASTER,
    HOLIDAYS,
    LUNAR_FEASTS,
    SEASONS,
    month_number,
)

_STEPS = {"last": -1, "this": 0, "next": 1}
_NEAR = {"this past": "last", "this coming": "next", "the": ""}
_EDGES = {
    "beginning": "early",
    "start": "early",
    "first days": "early",
    "middle": "mid",
    "end": "late",
    "close": "late",
    "last days": "late",
}
_BETWEEN = re.compile(r"\bbetween (?:the )?$")
_IN_SEASON = re.compile(r"\b(?:in|since|during|until|by|throughout|over|before) $")
# Thailand counts its years from the death of the Buddha; these are those that news speaks of.
_BUDDHIST_ERA, _BUDDHIST_YEARS = 543, range(2450, 2650)
_LAST_OF_RANGE = 2149
_LONGEST_RANGE = 120  # years; "1914-2019" is more likely two numbers


def edge_of(match: re.Match[str]) -> str:
    """The part of a unit that is meant: ``early``, ``mid``, ``late`` or ""."""
    return match["edge"] or _EDGES.get(match["edge_noun"] or "", "")


def _iso(match: re.Match[str], line: Line) -> list[Piece]:
    if is_foreign(int(match["year"]), match):
        return []
    day = CalendarDay(int(match["day"]), int(match["month"]), int(match["year"]))
    clock = read_clock(match, "", about=False, firm=True) if match["hour"] else None
    return [Piece(match.start(), match.end(), day, clock)]


def _numeric(match: re.Match[str], line: Line) -> list[Piece]:
    year = year_in(match["year"])
    if year is None or is_foreign(year, match) or lookalikes.is_numbered(line.text, match.start()):
        return []
    if len(match["year"]) == 2 and match["sep"] != "/":
        return []
    first, month = int(match["day"]), match["month"]
    if not 1 <= first <= 31 or (month.isdigit() and not 1 <= int(month) <= 31):
        return []
    term: Term = (
        NumericDay(first, int(month), year, match["sep"] == ".")
        if month.isdigit()
        else CalendarDay(first, month_number(month), year)
    )
    return [Piece(match.start(), match.end(), term)]


def _day(match: re.Match[str], line: Line) -> list[Piece]:
    month, start, end = match.span("month"), match.start(), match.end()
    core = match.start("after") if match["after"] else end
    if not lookalikes.is_month(line.text, line.raw, *month):
        return []
    if match["year"] is None and (
        lookalikes.is_verb_may(line.text, *month)
        or lookalikes.is_counted_month(line.text, start, core)
        or lookalikes.is_known_by_date(line.text, start, core)
        or lookalikes.names_something(line.text, line.raw, start, core)
    ):
        return []
    year = year_in(match["year"])
    if year is not None and year in _BUDDHIST_YEARS:
        year -= _BUDDHIST_ERA
    elif is_foreign(year, match):
        return []
    if lookalikes.is_numbered(line.text, start):
        return []
    weekday = re.search(r"\w+day", line.raw[core:end]) if match["after"] else None
    day = CalendarDay(
        day_in(match["day"]),
        month_number(match["month"]),
        year,
        weekday[0] if weekday else None,
        _STEPS.get(match["near"] or ""),
    )
    return [Piece(start, end, day)]


def _other_day(match: re.Match[str], line: Line) -> list[Piece]:
    day = other_day(match["month"], int(match["year"]), day_in(match["day"]))
    return [Piece(*match.span(), day)] if day else []


def _days(match: re.Match[str], line: Line) -> list[Piece]:
    """A range of days, or two days that only share a month's name."""
    groups = match.groupdict()
    month, month2 = match["month"], groups.get("month2") or match["month"]
    year2 = year_in(groups.get("year2") or (match["year"] if "month2" not in groups else None))
    year = year_in(match["year"]) or (year2 if month == month2 else None)
    is_month = lookalikes.is_month(line.text, line.raw, *match.span("month"))
    if not is_month or is_foreign(year2, match) or lookalikes.is_numbered(line.text, match.start()):
        return []
    weekday2 = weekday_in(match, line, "weekday2") if "weekday2" in groups else None
    first = CalendarDay(day_in(match["day"]), month_number(month), year)
    last = CalendarDay(day_in(match["day2"]), month_number(month2), year2, weekday2)
    backwards = first.month == last.month and first.day >= last.day and first.year == last.year
    follow = first.month == last.month and last.day - first.day == 1
    between = match["to"] != "and" or follow or line.before(_BETWEEN, match.start())
    if between and not backwards:
        return [Piece(match.start(), match.end(), DayRange(first, last))]
    end = match.start() + len(line.text[match.start() : match.start("to")].rstrip())
    if "month2" in groups:  # two whole dates: the second is met again by itself
        return [Piece(match.start(), end, replace(first, year=year_in(match["year"])))]
    if backwards:
        return []
    return [
        Piece(match.start(), end, first.with_year(year2)),
        Piece(match.end("to") + 1, match.end(), last),
    ]


def _feast(match: re.Match[str], line: Line) -> list[Piece]:
    name, year = match["name"], year_in(match["year"])
    if lookalikes.is_feast_thing(line.text, *match.span()):
        return []
    if name in EASTER:
        return [Piece(match.start(), match.end(), Feast(from_easter=EASTER[name], year=year))]
    if name in LUNAR_FEASTS:
        month, day = LUNAR_FEASTS[name]
        return [Piece(match.start(), match.end(), LunarFeast(month, day, year))]
    month, day = HOLIDAYS[name]
    return [Piece(match.start(), match.end(), Feast(month, day, year=year))]


def _month(match: re.Match[str], line: Line) -> list[Piece]:
    start, end = match.span()
    month, span, year = month_number(match["month"]), match.span("month"), year_in(match["year"])
    if year is not None and lookalikes.is_month(line.text, line.raw, *span):
        if is_foreign(year, match):
            return []
        if lookalikes.is_year(line.text, *match.span("year"), alone=True):
            return [Piece(start, end, CalendarMonth(month, year, edge_of(match)))]
    if not lookalikes.is_lone_month(line.text, line.raw, start, *span):
        return []
    if match["relation"]:
        relation = _NEAR.get(match["relation"], match["relation"]).removeprefix("the ")
        return [Piece(start, span[1], NearMonth(month, relation))]
    step = _STEPS.get(match["near"] or "")
    term = CalendarMonth(month, None, edge_of(match), step)
    return [Piece(start, span[1] if step is None else end, term)]


def _season(match: re.Match[str], line: Line) -> list[Piece]:
    year, relation = year_in(match["year"]), match["relation"] or ""
    month = SEASONS[match["season"]]
    if year is not None:
        return [] if is_foreign(year, match) else [Piece(*match.span(), Season(month, year))]
    if relation == "the" and (
        match["season"] == "fall" or not line.before(_IN_SEASON, match.start())
    ):
        return []
    if not relation or lookalikes.is_season_thing(line.text, match.end()):
        return []
    relation = "that" if "same" in relation else _NEAR.get(relation, relation)
    return [Piece(*match.span(), Season(month, None, relation))]


def _decade(match: re.Match[str], line: Line) -> list[Piece]:
    year = int(match["year"])
    if is_foreign(year, match):
        return []
    last = year + (99 if year % 100 == 0 and year < 2000 else 9)
    return [Piece(*match.span(), CalendarYear(year, last))]


def _years(match: re.Match[str], line: Line) -> list[Piece]:
    first, last = int(match["year"]), int(match["last"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= min(first + _LONGEST_RANGE, _LAST_OF_RANGE) or is_foreign(first, match):
        return []
    if lookalikes.is_numbered(line.text, match.start()):
        return []
    return [Piece(*match.span(), CalendarYear(first, last))]


def _year_part(match: re.Match[str], line: Line) -> list[Piece]:
    months = 3 if match["what"] == "quarter" else 6
    count = 12 // months
    place = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": count}[match["which"]]
    if place > count:
        return []
    return [Piece(*match.span(), YearPart(int(match["year"]), place, months))]


def _lone_year(match: re.Match[str], line: Line) -> list[Piece]:
    span = match.span()
    alone = len(line.text.strip(" .:()")) == len(match["year"])
    if not lookalikes.is_year(line.text, *span, alone=alone):
        return []
    if lookalikes.is_numbered(line.text, match.start()) or is_foreign(int(match["year"]), match):
        return []
    return [Piece(*span, CalendarYear(int(match["year"]), int(match["year"])))]


def _edge_year(match: re.Match[str], line: Line) -> list[Piece]:
    year = int(match["year"])
    if is_foreign(year, match) or not lookalikes.is_year(
        line.text, *match.span("year"), alone=True
    ):
        return []
    return [Piece(*match.span(), CalendarYear(year, year, edge_of(match)))]


READERS = {
    "iso": _iso,
    "numeric": _numeric,
    "days_of_month": _days,
    "month_and_days": _days,
    "day_to_day": _days,
    "month_to_month": _days,
    "other_day": _other_day,
    "day_month": _day,
    "month_day": _day,
    "feast": _feast,
    "month": _month,
    "season": _season,
    "decade": _decade,
    "edge_decade": _decade,
    "years": _years,
    "year_part": _year_part,
    "edge_year": _edge_year,
    "year": _lone_year,
}
