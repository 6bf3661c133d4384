"""From a time expression to the stretch of time it stands for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from checkers.language.dates.clock import Moments, moments
from checkers.language.dates.expressions import Expression
from checkers.language.dates.relative import Ago, NearDay, NearUnit, Weekday
from checkers.language.dates.stretch import Days, Resolved, one_day, shifted
from checkers.language.dates.tense import Told
from checkers.language.dates.timeline import Timeline
from checkers.language.dates.vocabulary import PARTS
from checkers.model import Anchor, Grain, When

_WHOLE_DAY = (0, 24)
_SIDES = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}


def resolve(expression: Expression, timeline: Timeline, told: Told) -> When | None:
    """The time meant, and the timeline moved on to it; None when it is no date after all."""
    told = _inherent(expression) or told
    resolved = _days(expression, timeline, told)
    if resolved is None:
        return None
    timeline.note(resolved)
    if resolved.days is None:
        return When(
            None,
            None,
            Grain.DAY,
            resolved.anchor,
            resolved.weekday,
            exists=resolved.exists,
            told=told,
        )
    if resolved.days.grain is Grain.DAY and expression.clock and _single(resolved.days):
        return _at(expression, resolved, timeline, told)
    return _over(expression, resolved, timeline, told)


def _inherent(expression: Expression) -> Told:
    """The tense that the words themselves have: "tomorrow", "last week"."""
    match expression.term:
        case NearDay(offset=steps) | NearUnit(step=steps):
            side = steps
        case Weekday(relation=relation, weeks=weeks):
            side = _SIDES.get(relation, 0) if weeks is None else weeks
        case Ago():
            side = -1
        case _:
            side = 0
    return "" if side == 0 else "past" if side < 0 else "future"


def _single(days: Days) -> bool:
    return days.first == days.last


def _days(expression: Expression, timeline: Timeline, told: Told) -> Resolved | None:
    """The days of an expression; a time of day alone falls on the day spoken of last."""
    if expression.part == "overnight" or (expression.part == "night" and expression.into):
        return _night(expression, timeline, told)
    if expression.term is not None:
        return expression.term.resolve(timeline, told)
    spoken_of = timeline.day_spoken_of(told)
    if spoken_of is not None:
        return Resolved(one_day(spoken_of), Anchor.CONTEXT)
    if timeline.today is None:
        return Resolved(None, Anchor.UNKNOWN)
    step = -1 if _is_yet_to_come(expression, timeline, told) else 0
    return Resolved(shifted(timeline.today, step), timeline.today_anchor)


def _is_yet_to_come(expression: Expression, timeline: Timeline, told: Told) -> bool:
    """Whether a time of day told of had not come when the article was published."""
    published = timeline.published
    if expression.clock is None or told != "past" or published is None or published.day_only:
        return False
    if timeline.today != published.day or expression.clock.zone is not None:
        return False
    return expression.clock.start > published.at.hour * 60 + published.at.minute


def _night(expression: Expression, timeline: Timeline, told: Told) -> Resolved | None:
    """The day on whose evening a night began: "overnight", "in the night to Saturday"."""
    back = -timedelta(days=1)
    if expression.term is None:
        if timeline.today is None:
            return Resolved(None, Anchor.UNKNOWN)
        step = 0 if told == "future" or expression.clock else -1
        return Resolved(shifted(timeline.today, step), timeline.today_anchor)
    resolved = expression.term.resolve(timeline, told)
    if resolved is None or resolved.days is None:
        return resolved
    ends = expression.into or (resolved.days.last == timeline.reference and told != "future")
    if not ends or expression.clock:
        return resolved
    days = resolved.days
    return replace(resolved, days=Days(days.first + back, days.last + back, days.grain))


def _at(expression: Expression, resolved: Resolved, timeline: Timeline, told: Told) -> When:
    """A time of day on one day."""
    clock, days = expression.clock, resolved.days
    assert clock is not None
    assert days is not None
    if timeline.counts_to_24:
        clock = replace(clock, twelve_hours=False)
    (first, last), others = clock.on(days.first, timeline.zone, expression.part)
    others += tuple(
        clock.on(other.first, timeline.zone, expression.part)[0] for other in resolved.others
    )
    return When(
        first,
        last,
        Grain.MINUTE,
        resolved.anchor,
        resolved.weekday,
        resolved.fits,
        others=others,
        zone_stated=clock.zone is not None,
        about=clock.about,
        told=told,
    )


def _over(expression: Expression, resolved: Resolved, timeline: Timeline, told: Told) -> When:
    """Whole days, or a part of them."""
    days = resolved.days
    assert days is not None
    hours = PARTS.get(expression.part) if days.grain is Grain.DAY else None
    first, last = _stretch(days, timeline, hours)
    return When(
        first,
        last,
        Grain.PART if hours else days.grain,
        resolved.anchor,
        resolved.weekday,
        resolved.fits,
        others=tuple(_stretch(other, timeline, hours) for other in resolved.others),
        told=told,
    )


def _stretch(days: Days, timeline: Timeline, hours: list[int] | None) -> Moments:
    """First and last moment; a night named by both its days begins on the first of them."""
    if hours is None:
        return moments(days.first, days.last, timeline.zone, _WHOLE_DAY)
    last = days.last
    if hours[1] > 24 and days.first + timedelta(days=1) == last:
        last = days.first
    return moments(days.first, last, timeline.zone, (hours[0], hours[1]))
