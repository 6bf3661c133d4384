"""What the forms of days near the reader, or near the date before them, mean."""

from __future__ import annotations

import re

from checkers.language.dates import lookalikes
from checkers.language.dates.calendar_forms import edge_of
from checkers.language.dates.pieces import Line, Piece, Term, weekday_in
from checkers.language.dates.relative import (
    Ago,
    DayOfMonth,
    NearDay,
    NearUnit,
    Same,
    Shift,
    Weekday,
    WeekdayRange,
)
from checkers.language.dates.vocabulary import PARTS, VAGUE, number, weekday_number

_ABOUT_COUNT = re.compile(
    r"\b(?:nearly|almost|about|around|roughly|more than|over|at least|just over|just under"
    r"|less than) $"
)
_ON_DAY = re.compile(r"\b(?:on|until|by|since|before|after|from|to) $")
_OVER_WEEKEND = re.compile(r"\b(?:over|at|during|on) $")
_RANGE_LEAD = re.compile(r"\b(?:from|between) $")
_ON_BOTH = re.compile(r"\bon (?:both )?$")
_RELATIONS = {
    "this past": "past",
    "this coming": "coming",
    "the next": "following",
    "the very next": "following",
    "the following": "following",
    "the previous": "previous",
    "the preceding": "previous",
    "that same": "that",
    "the same": "that",
    "the very same": "that",
}
_STEPS = {"last": -1, "past": -1, "this": 0, "coming": 1, "next": 1}


def _ago(match: re.Match[str], line: Line) -> list[Piece]:
    count, unit, side = match["count"], match["unit"], match["side"]
    unit = "century" if unit == "centurie" else unit
    fewest, most = VAGUE[count] if count in VAGUE else (number(count),) * 2
    if unit == "fortnight":
        fewest, most, unit = fewest * 2, most * 2, "week"
    about = line.before(_ABOUT_COUNT, match.start())
    start, end = about.start() if about else match.start(), match.end("side")
    if side != "ago":
        if fewest != most or about:
            return []
        return [Piece(start, end, Shift(fewest if side == "later" else -fewest, unit))]
    weekday = weekday_in(match, line)
    if weekday and unit == "week" and fewest == most:
        return [Piece(start, match.end(), Weekday(weekday, weeks=-fewest))]
    return [Piece(start, end, Ago(fewest, most, unit, bool(about)))]


def _beyond(match: re.Match[str], line: Line) -> list[Piece]:
    return [Piece(match.start(), match.end(), NearDay(-2 if "before" in match["name"] else 2))]


def _today(match: re.Match[str], line: Line) -> list[Piece]:
    if lookalikes.is_name_of_today(line.text, line.raw, *match.span("name"), title=line.title):
        return []
    offset = {"today": 0, "yesterday": -1, "tomorrow": 1}[match["name"]]
    return [Piece(match.start(), match.end(), NearDay(offset), part=_part_of_day(match))]


def _part_of_day(match: re.Match[str]) -> str:
    """The part in "early yesterday evening"; "earlier" and "later" narrow nothing."""
    edge = match["edge"] if match["edge"] in ("early", "late") else ""
    both = f"{edge} {match['part'] or ''}".strip()
    return both if both in PARTS else match["part"] or ""


def _tonight(match: re.Match[str], line: Line) -> list[Piece]:
    name = match["name"]
    start, end = match.span("name")
    if name == "overnight":
        return [Piece(start, end, part="overnight")]
    if lookalikes.is_name_of_today(line.text, line.raw, start, end, title=line.title):
        return []
    return [Piece(match.start(), end, NearDay(0 if name == "tonight" else -1), part="night")]


def _this_part(match: re.Match[str], line: Line) -> list[Piece]:
    named = line.raw[match.start("relation")].isupper() and line.raw[match.start("part")].isupper()
    if named and not line.title and not line.raw.isupper():  # the programme "This Morning"
        return []
    return [Piece(*match.span(), _story_day(match["relation"]), part=_part_of_day(match))]


def _story_day(relation: str) -> Term:
    """The day of "this morning", "that night", "the next morning"."""
    match _RELATIONS.get(relation, relation):
        case "this":
            return NearDay(0)
        case "following":
            return Shift(1, "day")
        case "previous":
            return Shift(-1, "day")
        case _:
            return Same("day")


def _weekday_range(match: re.Match[str], line: Line) -> list[Piece]:
    first, last = (line.raw[slice(*match.span(group))] for group in ("first", "last"))
    if line.before(_RANGE_LEAD, match.start()) or (
        line.text.endswith("night of ", 0, match.start()) and _follow(first, last)
    ):
        return [Piece(*match.span(), WeekdayRange(first, last))]
    if match["joint"] != "and" or not line.before(_ON_BOTH, match.start()):
        return [Piece(*match.span())]  # hours of business: "Monday to Friday"
    if _follow(first, last):
        return [Piece(*match.span(), WeekdayRange(first, last))]
    return [
        Piece(*match.span(group), Weekday(line.raw[slice(*match.span(group))]))
        for group in ("first", "last")
    ]


def _follow(first: str, last: str) -> bool:
    """Whether one weekday is the day after another."""
    return (weekday_number(last.lower()) - weekday_number(first.lower())) % 7 == 1


def _weekday(match: re.Match[str], line: Line) -> list[Piece]:
    span = match.span("weekday")
    if lookalikes.is_weekday_name(line.text, line.raw, *span):
        return []
    start, relation = match.start(), match["relation"] or ""
    if relation == "that" and not line.before(_ON_DAY, start):
        start, relation = span[0], ""  # "said that Sunday's vote"
    name = line.raw[slice(*span)]
    term = Weekday(name, _RELATIONS.get(relation, relation), _STEPS.get(match["week"] or ""))
    return [Piece(start, match.end(), term, part=match["part"] or "")]


def _weekday_short(match: re.Match[str], line: Line) -> list[Piece]:
    name = weekday_in(match, line)
    if not name or not name[0].isupper():
        return []
    return [Piece(match.start(), match.end(), Weekday(name), bound=True)]


def _near_unit(match: re.Match[str], line: Line) -> list[Piece]:
    relation, unit = _RELATIONS.get(match["relation"], match["relation"]), match["unit"]
    edge = edge_of(match) or match["edge2"] or ""
    start, end = match.span()
    if relation == "the":
        weekend = unit == "weekend" and line.before(_OVER_WEEKEND, start)
        if not weekend and edge not in ("early", "mid", "late"):
            return []
        return [Piece(start, end, NearUnit(unit, 0, edge))]
    if line.text.endswith("the ", 0, start):
        return [Piece(start, end)]  # "the last week of December", "the last year": no near one
    if relation in _STEPS:
        return [Piece(start, end, NearUnit(unit, _STEPS[relation], edge))]
    if unit == "weekend":
        return []
    if relation == "that":
        return [Piece(start, end, Same(unit))]
    return [Piece(start, end, Shift(1 if relation == "following" else -1, unit))]


def _next_day(match: re.Match[str], line: Line) -> list[Piece]:
    return [Piece(match.start(), match.end(), _story_day(match["relation"]))]


def _day_after(match: re.Match[str], line: Line) -> list[Piece]:
    count = -1 if match["side"] == "before" else 1
    return [Piece(match.start(), match.end(), Shift(count, match["unit"]))]


def _of_month(match: re.Match[str], line: Line) -> list[Piece]:
    day = int(match["day"])
    if not 1 <= day <= 31 or not line.before(_ON_DAY, match.start()):
        return []
    return [Piece(match.start(), match.end(), DayOfMonth(day))]


READERS = {
    "ago": _ago,
    "beyond": _beyond,
    "today": _today,
    "tonight": _tonight,
    "this_part": _this_part,
    "weekday_range": _weekday_range,
    "weekday": _weekday,
    "weekday_short": _weekday_short,
    "near_unit": _near_unit,
    "next_day": _next_day,
    "day_after": _day_after,
    "of_month": _of_month,
}
