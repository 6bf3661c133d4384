"""What the forms of times and parts of a day mean."""

from __future__ import annotations

import re

from checkers.language.dates import lookalikes
from checkers.language.dates.clock import read_clock
from checkers.language.dates.patterns import form
from checkers.language.dates.pieces import Line, Piece

_ABOUT = ("about", "around", "approximately", "roughly", "nearly", "almost")
# What may stand before a time of day: a preposition, which makes a bare "10:57" one, and how near.
_LEAD = re.compile(
    r"(?:\b(?P<lead>at|as|by|until|till|before|after|since|from|towards?|between) )?(?:\b(?P<hedge>"
    r"(?:just|shortly|soon|a little|some time|right) (?:before|after|past)"
    r"|about|around|approximately|roughly|nearly|almost|exactly|precisely) )?$"
)
_STATED = ("half", "half2", "zone", "zone_", "military", "fraction")
_BEFORE_DAWN = re.compile(r"\b(?:(?:just |shortly )?before|at|around) $")
_RANGE_LEADS = ("between", "from")


def _clock(match: re.Match[str], line: Line) -> list[Piece]:
    groups = match.groupdict()
    before = line.before(_LEAD, match.start())
    assert before is not None
    lead, hedge = before["lead"] or "", before["hedge"] or ""
    stated = any(groups.get(key) for key in _STATED) or "o'clock" in match[0]
    if not stated and match.re is form("clock_dotted") and lead != "at":
        return []
    if groups.get("to") and lead not in _RANGE_LEADS:
        return []
    if "hour" in groups and lookalikes.is_numbered(line.text, match.start("hour")):
        return []
    about = hedge in _ABOUT or hedge.endswith((" after", " before", " past"))
    firm = stated or bool(lead) or hedge in _ABOUT
    clock = read_clock(match, f"{lead} {hedge}", about=about, firm=firm)
    if clock is None:
        return []
    start = match.start() - len(hedge) - 1 if hedge else match.start()
    if lead == "at" or ("hour2" in groups and lead in _RANGE_LEADS):
        start = before.start()
    return [Piece(start, match.end(), clock=clock)]


def _hours(match: re.Match[str], line: Line) -> list[Piece]:
    return [Piece(*match.span(), part="small hours")]


def _dawn(match: re.Match[str], line: Line) -> list[Piece]:
    before = line.before(_BEFORE_DAWN, match.start())
    return [Piece(before.start(), match.end(), part="small hours")] if before else []


def _part(match: re.Match[str], line: Line) -> list[Piece]:
    return [Piece(*match.span(), part=match["part"].replace("-", " "))]


READERS = {
    "clock_range": _clock,
    "clock_range_24": _clock,
    "clock_half": _clock,
    "clock_24": _clock,
    "clock_dotted": _clock,
    "clock_military": _clock,
    "clock_fraction": _clock,
    "clock_oclock": _clock,
    "clock_of_part": _clock,
    "clock_named": _clock,
    "hours": _hours,
    "dawn": _dawn,
    "part": _part,
    "edge": _part,
}
