"""Lengths of time: "three days", "nearly two weeks", "more than 70 hours"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checkers.language.dates.vocabulary import NUMBER, number
from checkers.language.lexicon import inverted, mapped

_SLACK_UNDER = 1.0  # "nearly three days" is between two and three


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time in a text.

    Attributes:
        start: First character, hedge included.
        end: One past the last.
        count: The number as written.
        unit: hour, day, night, week, fortnight, month or year.
        hedge: ``under``, ``over``, ``about`` or "".
    """

    start: int
    end: int
    count: float
    unit: str
    hedge: str

    @property
    def days(self) -> tuple[float, float]:
        """The fewest and the most days that may be called so."""
        unit, slack = _days()[self.unit], _slack()[self.unit]
        low, high = self.count * unit - slack, self.count * unit + slack
        match self.hedge:
            case "under":
                return self.count * unit - max(slack, _SLACK_UNDER * unit), self.count * unit
            case "over":
                return self.count * unit - slack / 2, 2 * self.count * unit + slack
            case "about":
                return low - slack, high + slack
            case _:
                return low, high


def durations_in(text: str) -> Iterator[Duration]:
    """The lengths of time in a text, in order; those of seconds and minutes are none."""
    for match in pattern().finditer(text.lower()):
        count = _value(match["number"]) + (0.5 if match["half"] else 0)
        hedge = inverted("intervals", "hedges").get(match["hedge"] or "", "")
        yield Duration(match.start(), match.end(), count, match["unit"].rstrip("s"), hedge)


@cache
def pattern() -> re.Pattern[str]:
    """A length of time in lower-case text."""
    hedges = "|".join(sorted(inverted("intervals", "hedges"), key=len, reverse=True))
    units = "|".join(_days())
    return re.compile(
        rf"\b(?:(?P<hedge>{hedges}) )?(?:the )?(?P<number>{NUMBER}|an?)(?P<half> and a half)?"
        rf"(?: long| whole| full)?[ -](?P<unit>(?:{units})s?)\b(?! old|-old)"
    )


def _value(word: str) -> float:
    return 1 if word in ("a", "an") else number(word)


@cache
def _days() -> dict[str, float]:
    return {unit: float(days) for unit, days in mapped("intervals", "days").items()}


@cache
def _slack() -> dict[str, float]:
    return {unit: float(days) for unit, days in mapped("intervals", "slack").items()}
