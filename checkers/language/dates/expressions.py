"""Whole time expressions: pieces that stand together ("late on Thursday, at 11:30 p.m.") as one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from checkers.language.dates.absolute import CalendarDay, CalendarMonth, DayRange, NumericDay
from checkers.language.dates.clock import Clock
from checkers.language.dates.pieces import Line, Piece, Term, find_pieces
from checkers.language.dates.relative import Weekday

# What may stand between a date and its time of day.
_JOIN = re.compile(r",? ?(?:(?:at|on|of|in|during)(?: the)?|the|into|to)? ?| ?[-–|] ?| \(")
_DAY_GAP = re.compile(r",? (?:the )?|,? on (?:the )?| \(")
_INTO = re.compile(r" (?:in)?to ")
# Between two dates of which the second gives the year of both.
_COORDINATED = re.compile(
    r",? ?(?:(?:and|to|or|through|until|till|-|–|/) ?)?(?:from |in |by |the )*"
)
# Between two dates of which the first gives the year of both.
_CONTINUED = re.compile(
    r"[^,.;:()]{0,50}? (?:and|to|until|till|before|then|through) [^,.;:()]{0,30}"
)
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
    return _with_years(
        [_joined(group, line.text) for group in groups if _stands(group, line.text)], line.text
    )


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
    if not _JOIN.fullmatch(gap):
        return False
    if _INTO.fullmatch(gap) and group[-1].part not in ("overnight", "night"):
        return False
    if piece.term and any(other.term for other in group):
        return _names_day(group[-1], piece) and _DAY_GAP.fullmatch(gap) is not None
    if piece.clock and any(other.clock for other in group):
        return False
    parts = [other.part for other in (*group, piece) if other.part]
    return len(parts) < 2 or (len(parts) == 2 and parts[0] in (*_EDGES, _SMALL_HOURS))


def _names_day(weekday: Piece, date: Piece) -> bool:
    """Whether a weekday stands before the date it belongs to: "Thursday, 20 November"."""
    term = weekday.term
    if not isinstance(term, Weekday) or term.relation not in ("", "this") or term.week:
        return False
    if isinstance(date.term, DayRange):
        return date.term.first.weekday is None
    return isinstance(date.term, CalendarDay | NumericDay) and date.term.weekday is None


def _stands(group: list[Piece], text: str) -> bool:
    """Whether a group means something by itself: a part of some day does not, most often."""
    if len(group) == 1 and group[0].part == _SMALL_HOURS and text.startswith(" of ", group[0].end):
        return False  # "the early hours of the investigation"
    if all(piece.bound for piece in group if piece.term) and any(piece.bound for piece in group):
        return False
    return any(
        piece.term or (piece.clock and piece.clock.firm) or piece.part in _ALONE for piece in group
    )


def _joined(group: list[Piece], text: str) -> Expression:
    terms = [piece.term for piece in group if piece.term]
    term = _on_weekday(terms) if len(terms) > 1 else next(iter(terms), None)
    clock = next((piece.clock for piece in group if piece.clock), None)
    parts = [piece.part for piece in group if piece.part]
    part = _SMALL_HOURS if _SMALL_HOURS in parts else " ".join(parts)
    gaps = [text[a.end : b.start] for a, b in zip(group, group[1:], strict=False)]
    into = any(_INTO.fullmatch(gap) for gap in gaps)
    return Expression(group[0].start, group[-1].end, term, clock, part, into)


def _on_weekday(terms: list[Term]) -> Term:
    """A date with the weekday that stands before it."""
    weekday, date = terms
    assert isinstance(weekday, Weekday)
    match date:
        case DayRange():
            return replace(date, first=replace(date.first, weekday=weekday.name))
        case CalendarDay() | NumericDay():
            return replace(date, weekday=weekday.name)
        case _:
            return date


def _with_years(found: list[Expression], text: str) -> list[Expression]:
    """Months and days of one list share the year that is written once: "April and June 1955"."""
    for index in range(len(found) - 2, -1, -1):
        this, following = found[index], found[index + 1]
        year = year_of(following.term)
        if (
            year
            and year_of(this.term) is None
            and _COORDINATED.fullmatch(text, this.end, following.start)
        ):
            later = month_of(this.term) > month_of(following.term)
            found[index] = _dated(this, year - 1 if later else year)
    for index in range(1, len(found)):
        this, before = found[index], found[index - 1]
        year = year_of(before.term)
        if (
            year
            and year_of(this.term) is None
            and _CONTINUED.fullmatch(text, before.end, this.start)
        ):
            earlier = month_of(this.term) < month_of(before.term)
            found[index] = _dated(this, year + 1 if earlier else year)
    return found


def year_of(term: Term | None) -> int | None:
    """The year written in a date of day or month, or None."""
    if isinstance(term, DayRange):
        return term.last.year
    return term.year if isinstance(term, CalendarDay | CalendarMonth) else None


def month_of(term: Term | None) -> int:
    """The month of such a date, or 0."""
    return term.month if isinstance(term, CalendarDay | CalendarMonth) else 0


def _dated(expression: Expression, year: int) -> Expression:
    term = expression.term
    if isinstance(term, CalendarDay | CalendarMonth):
        return replace(expression, term=replace(term, year=year))
    return expression
