"""What a report on an aftershock tells of the shock before it, which has a toll of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checkers.language.mentions.segments import Draft, Segment
from checkers.language.mentions.times import weekday_of

AFTERSHOCK, SHOCK = "aftershock", "earthquake"
# The shock before is told from the aftershock, which is a quake too, by one of these.
_MAIN = re.compile(
    r"\bmain ?-?shock\b"
    r"|\b(?:main|first|initial|original|earlier|previous|larger|bigger|stronger|devastating|deadly|"
    r"massive|huge|great|major) (?:earth)?quake\b"
    r"|\bsince (?:the |an? |last )"
    r"|\b(?:hours?|days?|weeks?|months?|years?) (?:after|ago|earlier|before|since)\b",
    re.IGNORECASE,
)
_HARM = re.compile(r"\b(?:kill|die|dead|death|injur|wound|hurt|missing|homeless)", re.IGNORECASE)
# A toll spoken of as known is that of the shock before, unless the aftershock has one.
_STANDING = re.compile(r"\btoll\b", re.IGNORECASE)


def has_own_toll(told: Iterable[Segment]) -> bool:
    """Whether anybody is said to have been harmed where the aftershock is named."""
    return any(AFTERSHOCK in segment.kinds and counts_harmed(segment) for segment in told)


def counts_harmed(segment: Segment) -> bool:
    """Whether a stretch counts the dead, the hurt or the homeless."""
    return segment.counts and bool(_HARM.search(_text(segment)))


def is_of_main_shock(segment: Segment, main: Draft, *, own_toll: bool) -> bool:
    """Whether those counted in a report on an aftershock befell the shock before it."""
    if AFTERSHOCK in segment.kinds or not counts_harmed(segment):
        return False
    text = _text(segment)
    if SHOCK not in segment.kinds:
        return not own_toll and bool(_STANDING.search(text))
    if segment.start or not own_toll or _MAIN.search(text):
        return True
    own = main.when and weekday_of(main.when)
    return any(own and weekday_of(when) not in (own, None) for when in segment.whens)


def _text(segment: Segment) -> str:
    return segment.sentence.text[segment.start : segment.end]
