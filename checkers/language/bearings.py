"""Where something lies from a place: "30 km north of Dorrin", "off the south-east of the cape"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

_POINTS = ("north", "east", "south", "west")
_DEGREES = {"north": 0.0, "east": 90.0, "south": 180.0, "west": 270.0}
_AMOUNT = (
    r"(?:(?P<amount>\d+(?:[.,]\d+)?)[ -]?(?P<unit>km|kms|kilomet(?:re|er)s?|miles?|nautical miles?"
    r"|met(?:re|er)s?|yards?) )?"
)


@dataclass(frozen=True, slots=True)
class Bearing:
    """A direction in which something lies from a place.

    Attributes:
        start: First character of its words in the sentence; they end where the place begins.
        words: The direction as written ("south-east").
        degrees: Clockwise from north.
    """

    start: int
    words: str
    degrees: float


def bearing_before(text: str, at: int) -> Bearing | None:
    """The bearing whose words end at ``at``, where a place begins; None where there is none."""
    match = _pattern().search(text.lower()[:at])
    if match is None:
        return None
    return Bearing(match.start(), match["compass"], _degrees(match["compass"]))


def angle(a: Bearing, b: Bearing) -> float:
    """Degrees between two bearings, 0 to 180."""
    apart = abs(a.degrees - b.degrees) % 360
    return min(apart, 360 - apart)


@cache
def _pattern() -> re.Pattern[str]:
    point = "|".join(_POINTS)
    return re.compile(
        rf"\b{_AMOUNT}(?:to the |due |just )?(?P<compass>(?:{point})(?:[ -]?(?:{point}))*)"
        r" of (?:the )?(?:(?:city|town|village|port|capital|island|provincial capital)(?: of)? )?$"
    )


def _degrees(compass: str) -> float:
    """The mean of the points named, the last of them counting most: north-north-east is 22.5."""
    points = [_DEGREES[name] for name in re.findall("|".join(_POINTS), compass)]
    degrees = points[-1]
    for point in reversed(points[:-1]):
        turn = (point - degrees + 180) % 360 - 180
        degrees += turn / 2
    return degrees % 360
