"""Whole time expressions: pieces that stand together ("late on Thursday, at 11:30 p.m.") as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from checkers.language.dates.absolute import (
    CalendarDay,
    CalendarMonth,
    CalendarYear,
    DayRange,
    NearMonth,
    NumericDay,
    Season,
    YearPart,
)
from checkers.language.dates.clock import Clock
from checkers.language.dates.pieces import Line, Piece, Term
from checkers.language.dates.relative import NearUnit, Weekday
from checkers.language.dates.scan import find_pieces

# What may stand between a date and its time of day.
_JOIN = re.compile(
    r",? ?(?:(?:at|on|of|in|during|from|between)(?: the)?|the|into|to)? ?| ?[-–|] ?| \("
)
_INTO = re.compile(r" (?:in)?to ")
# "The night from Friday to Saturday": only a night stands before the days it joins.
_FROM = re.compile(r" (?:from|between)(?: the)? ")
_NIGHTS = ("overnight", "night")
# Between a weekday and the date it belongs to.
_DAY_GAP = re.compile(r",? (?:the )?|,? on (?:the )?| \(")
# Between two dates of which the second gives the year of both.
_COORDINATED = re.compile(
    r",? ?(?:(?:and|to|or|through|until|till|-|–|/) ?)?(?:from |in |by |the )*"
)
# Between two dates of which the first gives the year of both.
_CONTINUED = re.compile(
    r"[^,.;:()]{0,50}? (?:and|to|until|till|before|then|through) [^,.;:()]{0,30}"
)
# Between a year and a month or day of it: "in 2015, when a blast in May".
_WHEN = re.compile(r", (?:when|in which|during which)\b[^.;:()]{0,40}")
# Dates too wide to have a time of day.
_COARSE = (CalendarMonth, CalendarYear, NearMonth, NearUnit, Season, YearPart)
_EDGES = ("early", "late")
_SMALL_HOURS = "small hours"
_ALONE = ("overnight", _SMALL_HOURS)


@dataclass(frozen=True, slots=True)
class Expression:
    """One time expression of a sentence.

    Attributes:
        start: First character in the sentence.
        end: One past the last.
        term: The date, or None where only a time of day is given.
        clock: The time of day, or None.
        part: Key of the table ``parts``, or "".
        into: True for "overnight into Saturday": the day is the one on which it ends.
    """

    start: int
    end: int
    term: Term | None
    clock: Clock | None
    part: str
    into: bool = False


def find_expressions(line: Line) -> list[Expression]:
    """All time expressions of a sentence, in order."""
    groups = _grouped(find_pieces(line), line.text)
    standing = [_joined(group, line.text) for group in groups if _stands(group, line.text)]
    return _with_years(standing, line.text)


def _grouped(pieces: Iterable[Piece], text: str) -> Iterator[list[Piece]]:
    """Pieces that stand together and do not say the same kind of thing twice."""
    group: list[Piece] = []
    for piece in pieces:
        if group and not _joins(group, piece, text[group[-1].end : piece.start]):
            yield group
            group = []
        group.append(piece)
    if group:
        yield group


def _joins(group: list[Piece], piece: Piece, gap: str) -> bool:
    if piece.void or group[-1].void or not _JOIN.fullmatch(gap):
        return False
    if (_INTO.fullmatch(gap) or _FROM.fullmatch(gap)) and group[-1].part not in _NIGHTS:
        return False
    if piece.term and any(other.term for other in group):
        return _names_day(group[-1], piece) and _DAY_GAP.fullmatch(gap) is not None
    if piece.clock and any(other.clock for other in group):
        return False
    if any(isinstance(other.term, _COARSE) for other in (*group, piece)):
        return False
    parts = [other.part for other in (*group, piece) if other.part]
    return len(parts) < 2 or (len(parts) == 2 and parts[0] in (*_EDGES, _SMALL_HOURS))


def _names_day(weekday: Piece, date: Piece) -> bool:
    """Whether a weekday stands before the date it belongs to: "Thursday, 20 November"."""
    term = weekday.term
    if not isinstance(term, Weekday) or term.relation not in ("", "this") or term.weeks:
        return False
    if isinstance(date.term, DayRange):
        return date.term.first.weekday is None
    return isinstance(date.term, CalendarDay | NumericDay) and date.term.weekday is None


def _stands(group: list[Piece], text: str) -> bool:
    """Whether a group means something by itself: a part of some day does not, most often."""
    terms = [piece for piece in group if piece.term]
    if terms and all(piece.bound for piece in terms):
        return False
    first = group[0]
    if len(group) == 1 and first.part == _SMALL_HOURS and text.startswith(" of ", first.end):
        return False  # "the early hours of the investigation"
    return bool(terms) or any(
        (piece.clock and piece.clock.firm) or piece.part in _ALONE for piece in group
    )


def _joined(group: list[Piece], text: str) -> Expression:
    terms = [piece.term for piece in group if piece.term]
    parts = [piece.part for piece in group if piece.part]
    gaps = [text[before.end : after.start] for before, after in pairwise(group)]
    closed = " (" in gaps and text.startswith(")", group[-1].end)
    return Expression(
        group[0].start,
        group[-1].end + closed,
        _on_weekday(*terms) if len(terms) == 2 else next(iter(terms), None),
        next((piece.clock for piece in group if piece.clock), None),
        _SMALL_HOURS if _SMALL_HOURS in parts else " ".join(parts),
        any(_INTO.fullmatch(gap) for gap in gaps),
    )


def _on_weekday(weekday: Term, date: Term) -> Term:
    """A date with the weekday that stands before it."""
    assert isinstance(weekday, Weekday)
    match date:
        case DayRange():
            return replace(date, first=replace(date.first, weekday=weekday.name))
        case CalendarDay() | NumericDay():
            return replace(date, weekday=weekday.name)
        case _:
            return date


def _with_years(found: list[Expression], text: str) -> list[Expression]:
    """Months and days that share a year written once: "April and June 1955"."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        year = _year_of(following.term)
        if year and _COORDINATED.fullmatch(text, this.end, following.start):
            later = _month_of(this.term) > _month_of(following.term)
            found[index] = _dated(this, year - 1 if later else year)
    for index in range(1, len(found)):
        before, this = found[index - 1], found[index]
        year = _given_year(before, this, text)
        if year:
            earlier = _month_of(this.term) < _month_of(before.term)
            found[index] = _dated(this, year + 1 if earlier else year)
    return found


def _given_year(before: Expression, this: Expression, text: str) -> int | None:
    """The year of a date that also holds for the one after it."""
    if _CONTINUED.fullmatch(text, before.end, this.start):
        return _year_of(before.term)
    if not _WHEN.fullmatch(text, before.end, this.start):
        return None
    whole = before.term
    if isinstance(whole, CalendarYear) and whole.first == whole.last:
        return whole.first
    return _year_of(whole)


def _year_of(term: Term | None) -> int | None:
    """The year written in a date of day or month, or None."""
    if isinstance(term, DayRange):
        return term.last.year
    return term.year if isinstance(term, CalendarDay | CalendarMonth) else None


def _month_of(term: Term | None) -> int:
    """The month of such a date; for a whole year 0."""
    return term.month if isinstance(term, CalendarDay | CalendarMonth) else 0


def _dated(expression: Expression, year: int) -> Expression:
    """The expression with that year, unless it has one of its own."""
    term = expression.term
    if isinstance(term, CalendarDay | CalendarMonth) and term.year is None and term.step is None:
        return replace(expression, term=replace(term, year=year))
    return expression
