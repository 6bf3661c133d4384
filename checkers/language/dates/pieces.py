"""Pieces of time expressions, and what readers of all forms ask of the text around a match."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from checkers.language.dates import lookalikes
from checkers.language.dates.clock import Clock
from checkers.language.dates.stretch import Resolved
from checkers.language.dates.tense import Told
from checkers.language.dates.timeline import Timeline

# Years from here on are another calendar's ("19 November 2569"), and so are those before the first.
_FIRST_YEAR, _LAST_YEAR = 1000, 2149
_REACH = 40  # characters looked back for the words before a date


class Term(Protocol):
    """A date in words that can be resolved."""

    def resolve(self, timeline: Timeline, told: Told) -> Resolved | None:
        """The days it stands for, or None when it is no date after all."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a sentence that holds a date, a time of day, a part of a day, or several.

    Attributes:
        start: First character in the sentence.
        end: One past the last.
        term: The date, or None.
        clock: The time of day, or None.
        part: Key of the table ``parts``, or "".
        bound: True for a short weekday ("Sat"), which is one only before a date.
    """

    start: int
    end: int
    term: Term | None = None
    clock: Clock | None = None
    part: str = ""
    bound: bool = False

    @property
    def void(self) -> bool:
        """Whether it is set aside: words of time that date nothing ("Monday to Friday")."""
        return not (self.term or self.clock or self.part)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence to look through.

    Attributes:
        text: In lower case, character for character.
        raw: As it came.
        runs: Its runs of letters and digits, as ``Sentence.runs_in_order``.
        title: Whether it is a headline.
    """

    text: str
    raw: str
    runs: Sequence[str]
    title: bool = False

    def before(self, pattern: re.Pattern[str], end: int) -> re.Match[str] | None:
        """A match of ``pattern``, which ends in ``$``, in the few words up to ``end``."""
        return pattern.search(self.text, max(0, end - _REACH), end)


def year_in(digits: str | None) -> int | None:
    """A written year; two digits are of this or the last century."""
    if digits is None:
        return None
    year = int(digits)
    if len(digits) == 2:
        return 2000 + year if year < 50 else 1900 + year
    return year


def is_foreign(year: int | None, match: re.Match[str]) -> bool:
    """Whether a date is of another calendar, or before Christ."""
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return True
    end = match.end()
    return lookalikes.is_other_calendar(match.string, end) or lookalikes.is_before_christ(
        match.string, end
    )


def day_in(word: str) -> int:
    """The number of "5th"."""
    return int(re.sub(r"\D", "", word))


def weekday_in(match: re.Match[str], line: Line, group: str = "weekday") -> str | None:
    """A weekday as written, without the full stop of an abbreviation."""
    start, end = match.span(group)
    return line.raw[start:end].rstrip(".") if start >= 0 else None
