"""Measured amounts that carry a story: area burned, money stolen, magnitude, majority, distance.

An amount without a word that says what it is of is left alone: a report is full of metres and
euros, and few of them are its news.
"""

from __future__ import annotations

import re
from functools import cache

from checkers.language.casualties import Counted
from checkers.language.chunks import Chunk
from checkers.language.document import Sentence
from checkers.language.lexicon import mapped
from checkers.language.numbers import Number
from checkers.language.phrases import Finder
from checkers.model import Count, Role

_FARTHEST_WORD = 60  # characters between an amount and the word that says what it is of
_BREAK = re.compile(r"[;:]|\bwhile\b|\bbut\b|(?<!\bof )\bwhich\b|\band\b")
_GREATEST_MAGNITUDE = 10
_MAGNITUDE = re.compile(
    r"\bmagnitude\b(?:[^.,;]|\.\d){0,60}?"
    r"(?:\b(?:to|of|at|as|was|is|from)|,\s(?:up|down|revised) from)\s+"
    r"(?:(?:an?|the)\s+)?(?:(?:initial|preliminary|provisional|earlier|previous|first)\s+)?$"
)
_FROM = re.compile(
    r"\s*(?:to the )?(?:(?:north|south|east|west)[\w-]*\s+|away\s+|outside\s+)?(?:of|from)\s+"
    r"(?P<place>the (?:city|town|village|capital|coast|border|epicentre)"
    r"|[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)"
)
_USES = frozenset({"money", "measure", "quantity", "temperature"})
_DISTANCES = frozenset({"km", "mile", "nautical mile"})
_EARLIER = re.compile(
    r"\b(?:earlier|previously|initially)\s+(?:\w+\s+){0,2}$"
    r"|\b(?:from|than|replac(?:es|ed|ing))\s+(?:(?:an?|the|its)\s+)?"
    r"(?:(?:initial|preliminary|provisional|previous|earlier|original|first)\s+(?:\w+\s+){0,3})?$",
    re.IGNORECASE,
)
# The scales on which seismologists give a quake's size (USGS, "Magnitude types"); that of Richter
# is the local one, and in the news the name for any.
_SCALES = {
    "local": "local magnitude",
    "ml": "local magnitude",
    "moment": "moment magnitude",
    "mw": "moment magnitude",
    "body-wave": "body-wave magnitude",
    "body wave": "body-wave magnitude",
    "mb": "body-wave magnitude",
    "surface-wave": "surface-wave magnitude",
    "surface wave": "surface-wave magnitude",
    "ms": "surface-wave magnitude",
    "duration": "duration magnitude",
}
_SCALE = re.compile(
    r"\b(?P<name>local|moment|body[- ]wave|surface[- ]wave|duration)[ -](?:magnitude|scale)\b"
    r"|\bM?(?P<sign>[Mm][LlWwBbSs])\b"
)
_FARTHEST_SCALE = 30  # characters between a magnitude and the scale it is given on


@cache
def _cues() -> Finder[dict[str, str]]:
    """Action by measure, by the words that say what an amount is of."""
    cues: dict[str, dict[str, str]] = {}
    for measure, table in mapped("things", "amounts").items():
        for action, words in table.items():
            for word in words if action != "units" else ():
                cues.setdefault(word, {})[measure] = action
    return Finder(cues.items())


@cache
def _units() -> dict[str, str]:
    """Measure by unit."""
    return {
        unit: measure
        for measure, table in mapped("things", "amounts").items()
        for unit in table["units"]
    }


@cache
def _gate() -> Finder[None]:
    words = ("magnitude", "km", "kilometres", "kilometers", "miles", "quake", "richter")
    return Finder((word, None) for word in words)


def may_measure(lower: str, words: list[str]) -> bool:
    """Whether a sentence can hold an amount worth reading: the cheap gate."""
    return _cues().search(lower, words) or _gate().search(lower, words)


def read_amounts(sentence: Sentence, chunks: list[Chunk]) -> list[Counted]:
    """The measured amounts of one sentence that say what they are of."""
    numbers = [c.number for c in chunks if c.number is not None and c.number.use in _USES]
    if not numbers:
        return []
    cues = _cues().find(sentence.text)
    found = []
    for number in numbers:
        if number.low is None and number.high is None:
            continue
        count = (
            _magnitude(sentence, number)
            or _distance(sentence, number)
            or _by_cue(sentence, number, cues)
        )
        if count is not None:
            found.append(Counted(count, number.first, number.last))
    return found


def _count(
    sentence: Sentence,
    number: Number,
    measure: str,
    unit: str | None,
    action: str | None,
    noun: str,
) -> Count:
    before = sentence.text[: sentence.tokens.starts[number.first]]
    return Count(
        measure,
        noun,
        number.low,
        number.high,
        hedge=number.hedge,
        role=Role.PREVIOUS if _EARLIER.search(before) else Role.TOTAL,
        unit=unit,
        noun=noun,
        style=number.style,
        action=action,
        point=number.point,
    )


def _magnitude(sentence: Sentence, number: Number) -> Count | None:
    """As in "a 6.1 quake", "revised the magnitude of the quake to 7.7"."""
    if number.unit != "magnitude":
        before = sentence.text[: sentence.tokens.starts[number.core_first]]
        small = number.point is not None and 0 < number.point < _GREATEST_MAGNITUDE
        if number.use != "quantity" or not small or not _MAGNITUDE.search(before):
            return None
    return _count(sentence, number, "magnitude", "magnitude", None, _scale(sentence, number))


def _scale(sentence: Sentence, number: Number) -> str:
    """The scale named beside a magnitude; "magnitude" where none is."""
    start = sentence.tokens.starts[number.first]
    end = sentence.tokens.ends[number.last - 1]
    near = sentence.text[max(0, start - _FARTHEST_SCALE) : end + _FARTHEST_SCALE]
    found = _SCALE.search(near)
    if found is None:
        return "magnitude"
    return _SCALES.get(
        (found["name"] or found["sign"]).lower().replace(" wave", "-wave"), "magnitude"
    )


def _distance(sentence: Sentence, number: Number) -> Count | None:
    """As in "30 miles north of Marlow", "48 km from the city"."""
    if number.use != "measure" or number.unit not in _DISTANCES:
        return None
    found = _FROM.match(sentence.text, sentence.tokens.ends[number.last - 1])
    if found is None:
        return None
    return _count(sentence, number, "distance", number.unit, "from", found["place"].lower())


def _by_cue(
    sentence: Sentence, number: Number, cues: list[tuple[int, int, dict[str, str]]]
) -> Count | None:
    """An amount by the nearest word of its clause that says what it is of."""
    measure = _measure_of(number)
    if not measure:
        return None
    start = sentence.tokens.starts[number.first]
    end = sentence.tokens.ends[number.last - 1]
    best: tuple[int, str] | None = None
    for cue_start, cue_end, actions in cues:
        action = actions.get(measure)
        if action is None:
            continue
        between = sentence.text[end:cue_start] if cue_start >= end else sentence.text[cue_end:start]
        if len(between) > _FARTHEST_WORD or _BREAK.search(between):
            continue
        if measure == "majority" and between.strip() not in ("of", "was", "is"):
            continue
        if best is None or len(between) < best[0]:
            best = (len(between), action)
    if best is None:
        return None
    unit = "vote" if measure == "majority" else number.unit
    return _count(sentence, number, measure, unit, best[1], measure)


def _measure_of(number: Number) -> str:
    if number.use == "money":
        return "money"
    if number.use in ("measure", "temperature"):
        return _units().get(number.unit or "", "")
    whole = number.point is not None and number.point == int(number.point)
    return "majority" if number.use == "quantity" and whole else ""
