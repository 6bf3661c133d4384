"""Numbers of the clock and the calendar: "7.40 am", "0430 GMT", "5 March", "in 2019"."""

from __future__ import annotations

from checkers.language.lexicon import inverted, mapped
from checkers.language.numbers.scene import MONTHS, WEEKDAYS, Scene, Use

_CLOCK = {name: frozenset(words) for name, words in mapped("numbers", "clock").items()}
_YEAR = {name: frozenset(words) for name, words in mapped("numbers", "year").items()}
_COUNTED = frozenset(mapped("numbers", "counted")["words"])
_ACTS = frozenset(mapped("numbers", "counted")["verbs"])
_DURATIONS = inverted("numbers", "duration")
_DAYS_IN_MONTH = 31
_HOURS_ON_DIAL = 12
_HOUR_WORDS = frozenset(mapped("numbers", "cardinal")) | frozenset(map(str, range(1, 13)))
_HOURS = 24
_FARTHEST_RISE = 8  # words of "bringing the number of dead in the blast to nine"
_MINUTES = 60
_DIGITS_OF_YEAR = 4
# Numbers in this range are years unless something is counted; older years need "in" or the like.
_YEARS = range(1900, 2101)
_OLD_YEARS = range(1000, 1900)
_TIME_PREPOSITIONS = frozenset({"before", "by", "during", "in", "since", "until", "year"})


def clock(scene: Scene) -> Use | None:
    """The time of day that the number tells, or None."""
    numeral = scene.numeral
    if scene.after in _CLOCK["half"] or (
        scene.after in _CLOCK["hour"] and scene.whole_up_to(_HOURS)
    ):
        return Use("clock", last=scene.behind + 1)
    if scene.after in ("a.", "p.") and scene.ahead(1) == "m.":
        return Use("clock", last=scene.behind + 2)
    if _in_figures(scene) and (
        scene.after in _CLOCK["zones"] or (scene.after in ("hours", "hrs") and _at(scene))
    ):
        return Use("clock", last=scene.behind + 1)
    raw = scene.tokens.raw[numeral.first]
    if (
        _at(scene)
        and len(raw.rpartition(".")[2]) == 2
        and _in_figures(scene)
        and not scene.counts()
    ):
        return Use("clock") if "." in raw else None
    if scene.after == "past" and scene.whole_up_to(_MINUTES) and scene.ahead(1) in _HOUR_WORDS:
        return Use("clock")  # "ten past six"
    if scene.direct in ("past", "to") and scene.back(2) in ("half", "minutes", "quarter"):
        return Use("clock") if scene.whole_up_to(_HOURS_ON_DIAL) else None
    if scene.whole_up_to(_HOURS_ON_DIAL) and _at(scene) and _part_of_day_follows(scene):
        return None if _is_risen_to(scene) else Use("clock")
    if (
        scene.whole_up_to(_HOURS_ON_DIAL)
        and scene.before == "at"
        and scene.after in (".", ",", ";")
        and _CLOCK["reached"].isdisjoint(scene.tokens.lower[: scene.lead])
    ):
        return Use("clock")
    return None


def _at(scene: Scene) -> bool:
    return scene.before in _CLOCK["before"]


def _is_risen_to(scene: Scene) -> bool:
    """As in "the toll rose to nine on Friday", "stood at nine on Friday", which tell no hour."""
    near = scene.tokens.lower[max(0, scene.lead - _FARTHEST_RISE) : scene.lead]
    words = _CLOCK["reached"] if scene.before == "at" else _CLOCK["risen"]
    return not words.isdisjoint(near)


def _in_figures(scene: Scene) -> bool:
    """As in "0430", "1630", "9.40": hours and minutes in one token."""
    raw = scene.tokens.raw[scene.numeral.first]
    figures = raw.replace(".", "")
    if not figures.isdigit() or scene.numeral.last - scene.numeral.first > 1:
        return False
    if "." not in raw and len(figures) != 4:
        return scene.after in _CLOCK["zones"] and int(figures) <= _HOURS
    return int(figures[:-2] or 0) < _HOURS and int(figures[-2:]) < _MINUTES


def _part_of_day_follows(scene: Scene) -> bool:
    """As in "nine in the morning", "by nine this morning", "three on Tuesday afternoon"."""
    after, second, third = scene.after, scene.ahead(1), scene.ahead(2)
    if after == "in" and second == "the":
        return third in _CLOCK["day_part"]
    if after in ("this", "that", "yesterday", "tomorrow", "every"):
        return second in _CLOCK["day_part"]
    if after == "at":
        return second == "night"
    if after == "on":
        return second in WEEKDAYS
    return after in WEEKDAYS or after in ("tonight", "local") or after in _CLOCK["zones"]


def date(scene: Scene) -> Use | None:
    """The day of a month that the number names, or None."""
    numeral = scene.numeral
    if not (numeral.bare or numeral.use == "ordinal" or numeral.style == "words"):
        return None
    if not scene.whole_up_to(_DAYS_IN_MONTH):
        return None
    at = scene.behind
    if scene.after == "of" and numeral.use == "ordinal":
        at += 1
    month = scene.ahead(at - scene.behind)
    if month in MONTHS and scene.tokens.raw[at][0].isupper():
        return Use("date") if numeral.style != "words" or numeral.use == "ordinal" else None
    if scene.after in _DURATIONS or numeral.style == "words":
        return None
    steps = 2 if scene.direct == "." else 1
    day = scene.back(steps)
    if _counts_beside(scene, steps):
        return None
    if day.rstrip(".") in MONTHS or (steps == 1 and day in WEEKDAYS):
        return Use("date") if scene.capital(steps) else None
    return None


def _counts_beside(scene: Scene, steps: int) -> bool:
    """As in "in March 12 died", unlike "the March 5 attacks", "shot on March 18 died"."""
    before = scene.back(steps + 1)
    if before == "the" or not scene.counts_or_acts():
        return False
    return scene.after not in _ACTS or before in ("in", "") or scene.back(steps) in WEEKDAYS


def year(scene: Scene) -> Use | None:
    """The year that a bare number of four digits names, or None."""
    numeral = scene.numeral
    if not numeral.bare or numeral.low is None:
        return None
    if scene.after in _YEAR["era"] and scene.tokens.raw[scene.behind].isupper():
        return Use("year")
    if len(scene.tokens.raw[numeral.first]) != _DIGITS_OF_YEAR:
        return None
    value = int(numeral.low)
    in_time = scene.before in _TIME_PREPOSITIONS or _date_before(scene)
    if _date_before(scene) and not (value % 100 == 0 and scene.counts()):
        return Use("year")
    if value in _OLD_YEARS:
        odd = scene.before in _YEAR["before"] and value % 10 != 0
        return Use("year") if (in_time or odd) and not scene.counts() else None
    if value not in _YEARS:
        return None
    return None if _counted_after_all(scene, value, in_time=in_time) else Use("year")


def _date_before(scene: Scene) -> bool:
    """Whether a month or a day of a month stands before: "5 October 1789", "July 3, 1863"."""
    if scene.direct in MONTHS:
        return True
    return scene.direct == "," and scene.back(2)[:1].isdigit() and scene.back(3) in MONTHS


def _counted_after_all(scene: Scene, value: int, *, in_time: bool) -> bool:
    """Whether what could be a year counts: "2000 people", "destroyed 1950 homes"."""
    if scene.lead < scene.numeral.first and not in_time:
        return scene.counts()  # "about 2000 homes"
    if not scene.counts() or scene.before in ("a", "an"):  # "a 2008 police raid"
        return False
    round_number = value % 100 == 0
    if scene.after in _COUNTED and (round_number or scene.before not in _YEAR["before"]):
        return True
    if round_number:
        return not in_time or scene.before == "in"
    before = scene.before
    return before in _YEAR["counting"] or (len(before) > 4 and before.endswith(("ed", "ing")))
