"""Whether two accounts tell of one happening: points for and against, reasons, vetoes.

Kind, time and place can veto; words only support, but where a great many are shared they outweigh
a date or a place that was read from the wrong sentence. Points were set on annotated articles by
logistic regression, rounded by hand, and tried on invented cases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from checkers.grouping.places import PlaceFit, fit_places
from checkers.grouping.profile import Account
from checkers.grouping.times import Days, TimeFit, fit_times
from checkers.grouping.words import (
    Likeness,
    likeness,
    shared_terms,
    title_likeness,
    words_of,
)
from checkers.language.kinds import can_be_one, frequent, sequels, unmistakable, wider
from checkers.model import Figure

# Points of one pair are held between these, so that no pair decides over a whole event.
MOST, LEAST = 8.0, -4.0

_WORDS, _ROOT_OF_WORDS, _CAPITALS, _TITLES = 3.1, 3.1, 3.0, 2.1
_NAMES, _MOST_NAMES, _SHARE_OF_NAMES = 0.03, 25.0, 0.9
_BOTH_NAME, _NO_NAME_SHARED, _NAMELESS = -2.4, -1.0, -1.5
_PERSON, _SEVERAL_PEOPLE = 0.6, 1.8
_AGE, _OTHER_AGES = 0.3, -2.5
_UNDATED, _SAME_NEWS_DAY, _WEEK_APART, _MONTH_APART, _LONG_APART = -2.1, 0.9, -0.8, -0.9, -1.8
_SAME_DAY, _NEAR_DAY, _OTHER_DAY = 2.3, 1.5, -0.4
_SAME_PLACE, _HOLDS_PLACE, _OTHER_PLACE, _OTHER_SITE = 0.9, 1.6, -1.0, -0.4
_SAME_FIGURE, _OTHER_FIGURE = 1.3, -1.4
_OTHER_KIND, _SAME_KIND, _FREQUENT_KIND = -0.5, -0.6, -1.9
_SAID_IN_PASSING = 1.7  # of one line of kinds, without which nothing in passing joins
# Days after which a report no longer follows up; after which two springs are alike.
_FOLLOWED_UP, _SEASON, _SEASON_APART = 60, 120, -4.0
# Published weeks before the day that the other states, which may be that of an arrest.
_UNBORN = -2.5
_GREAT = 8  # dead or hurt from which even a shooting is no everyday news
# A veto holds unless the words are so much alike that the reading must be at fault.
_ONE_STORY, _SURELY_ONE_STORY = 0.1, 0.2
_FAR, _FAR_STORY, _ELSEWHERE = 30, 0.35, 0.4
_SUPPORT, _UNSUPPORTED = 0.12, -2.5
_WORTH_SAYING = 0.15
_NAME_PART = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Fit:
    """How two accounts go together.

    Attributes:
        score: Points, from ``LEAST`` to ``MOST``; the higher, the surer it is one happening.
        reasons: What joins them, in words.
        against: What keeps them apart, in words, or "".
        near: Whether they look alike enough that it is worth saying why they are kept apart.
        placed: Whether they are of one place, or of one that holds the other.
        figures: 1 where they share a figure of some size, -1 where two leave no room, else 0.
    """

    score: float
    reasons: tuple[str, ...]
    against: str
    near: bool
    placed: bool = False
    figures: int = 0


def fit(a: Account, b: Account) -> Fit:
    """Compare two accounts of different articles."""
    times, places = fit_times(a, b), fit_places(a, b)
    alike = likeness(words_of(a.mention.terms), words_of(b.mention.terms), _of_places(a, b))
    same_kind = bool(a.mention.kind) and a.mention.kind == b.mention.kind
    near = places.same or places.holds or (same_kind and times.days is Days.SAME)
    figures = _same_figure(a.mention.figures, b.mention.figures)
    differ = _figures_differ(a.mention.figures, b.mention.figures)
    reasons = (
        times.reason,
        places.reason,
        _said_kind(a, same_kind),
        _said_words(a, b, alike),
        figures,
    )
    against = _against(a, b, times, places, alike)
    if against:
        return Fit(LEAST, (), against, near)
    score = (
        _words_points(alike)
        + _TITLES * title_likeness(a.mention.title, b.mention.title)
        + _time_points(times, _follows(a.mention.kind, b.mention.kind))
        + _place_points(places)
        + _kind_points(a, b)
        + (_SAME_FIGURE if figures else 0)
        + (_OTHER_FIGURE if differ else 0)
    )
    if alike.words < _SUPPORT and not (places.same or places.holds):
        score += _UNSUPPORTED  # one day is no happening
    weak = times.against or places.other or places.sites
    held = min(MOST, max(LEAST, score))
    return Fit(
        held,
        tuple(filter(None, reasons)),
        weak,
        near,
        places.same or places.holds,
        bool(figures) - differ,
    )


def _against(a: Account, b: Account, times: TimeFit, places: PlaceFit, alike: Likeness) -> str:
    """What forbids that the two are one, or ""."""
    kind, other = a.mention.kind, b.mention.kind
    if a.mention.hypothetical != b.mention.hypothetical:
        return "one is a drill, a forecast or invented"
    if (a.mention.background or b.mention.background) and not _of_one_line(kind, other):
        return f"other kinds of happening: {kind or 'unknown'} and {other or 'unknown'}"
    if _never_it(kind, other):
        return f"one comes after the other: {kind} and {other}"
    if _follows(kind, other) and (times.apart or 0) > _FOLLOWED_UP:
        return f"one comes long after the other: {kind} and {other}"
    if not can_be_one(kind, other) and alike.words < _ONE_STORY:
        return f"other kinds of happening: {kind} and {other}"
    if times.periods:
        return times.against
    if times.hours and (places.sites or alike.words < _SURELY_ONE_STORY):
        return times.hours  # a second fire in one city names the first, and shares its words
    if times.days is Days.OTHER and times.sure and alike.words < _one_story(times):
        return times.against
    unnamed = not (alike.names or _names_place_of(a, b) or _names_place_of(b, a))
    if places.other and alike.words < (_ELSEWHERE if unnamed else _ONE_STORY):
        return places.other
    return ""


def _of_one_line(kind: str, other: str) -> bool:
    """Whether one kind is the other or a kind of it; what is said in passing has to be as clear."""
    return kind in wider(other) or other in wider(kind)


def _one_story(times: TimeFit) -> float:
    """Likeness that outweighs two other days: the more, the farther they lie apart."""
    return _FAR_STORY if (times.gap or 0) > _FAR else _ONE_STORY


def _names_place_of(a: Account, b: Account) -> bool:
    """Whether the telling words of one name a place of the other."""
    held = {term.lower() for term in a.mention.terms}
    return any(place.key in held for place in b.mention.places)


def _never_it(kind: str, other: str) -> bool:
    """Whether one is an aftershock or a drill, which no report takes for the thing itself."""
    return kind != other and bool({kind, other} & unmistakable())


def _follows(kind: str, other: str) -> bool:
    """Whether one is a trial, a funeral, an anniversary, and the other is not."""
    return (kind in sequels()) != (other in sequels())


def _words_points(alike: Likeness) -> float:
    points = _WORDS * alike.words + _ROOT_OF_WORDS * sqrt(alike.words) + _CAPITALS * alike.capitals
    points += _NAMES * min(alike.names, _MOST_NAMES) + _SHARE_OF_NAMES * alike.share
    if alike.both_name:
        points += _BOTH_NAME + (0 if alike.names else _NO_NAME_SHARED)
    else:
        points += _NAMELESS
    points += _PERSON * min(alike.people, 1) + _SEVERAL_PEOPLE * (alike.people > 1)
    return points + _AGE * min(alike.ages, 2) + (_OTHER_AGES if alike.other_ages else 0)


_DAYS_POINTS = {Days.SAME: _SAME_DAY, Days.NEAR: _NEAR_DAY, Days.OTHER: _OTHER_DAY}


def _time_points(times: TimeFit, follows: bool) -> float:
    # The day of a trial is not that of the crime, whatever else was on that day.
    points = 0.0 if follows else _DAYS_POINTS.get(times.days, 0.0)
    points += _UNBORN if times.unborn else 0
    if times.apart is None:
        return points + _UNDATED + (_SEASON_APART if (times.gap or 0) > _SEASON else 0)
    if times.apart <= 1:
        return points + _SAME_NEWS_DAY
    if times.apart <= 3:
        return points
    if times.apart <= 10:
        return points + _WEEK_APART
    if times.apart <= 31:
        return points + _MONTH_APART
    own_day = times.days not in (Days.SAME, Days.NEAR)
    return points + (_SEASON_APART if times.apart > _SEASON and own_day else _LONG_APART)


def _place_points(places: PlaceFit) -> float:
    points = _OTHER_SITE if places.sites else 0.0
    if places.same:
        return points + _SAME_PLACE
    if places.holds:
        return points + _HOLDS_PLACE
    return points + (_OTHER_PLACE if places.other else 0)


def _kind_points(a: Account, b: Account) -> float:
    kind, other = a.mention.kind, b.mention.kind
    if a.mention.background or b.mention.background:
        return _SAID_IN_PASSING
    points = _SAME_KIND if kind and kind == other else 0.0
    if kind in frequent() and other in frequent() and not (_is_great(a) or _is_great(b)):
        points += _FREQUENT_KIND
    return points + (0 if can_be_one(kind, other) else _OTHER_KIND)


def _is_great(account: Account) -> bool:
    figures = account.mention.figures
    return any(m in figures and (figures[m].low or 0) >= _GREAT for m in ("killed", "injured"))


def _of_places(a: Account, b: Account) -> frozenset[str]:
    """The words of the towns of two happenings: places are compared as places."""
    return frozenset(
        part.capitalize()
        for account in (a, b)
        for place in account.mention.places
        if place.type == "city"
        for part in _NAME_PART.findall(f"{place.name} {place.key}")
    )


def _same_figure(figures: Mapping[str, Figure], others: Mapping[str, Figure]) -> str:
    """Two articles that give one large number for one measure tell, likely, of one happening."""
    for measure, figure in figures.items():
        other = others.get(measure)
        if other is not None and figure.low == other.low and (figure.low or 0) >= 3:
            return f"same figure: {int(figure.low or 0)} {measure}"
    return ""


def _figures_differ(figures: Mapping[str, Figure], others: Mapping[str, Figure]) -> bool:
    """Whether a figure of the dead or hurt in one leaves no room for the other's."""
    for measure in ("killed", "injured"):
        one, other = figures.get(measure), others.get(measure)
        if one is None or other is None or None in (one.low, one.high, other.low, other.high):
            continue
        if (one.high or 0) < (other.low or 0) or (other.high or 0) < (one.low or 0):
            return True
    return False


def _said_kind(a: Account, same: bool) -> str:
    return f"same kind: {a.mention.kind}" if same else ""


def _said_words(a: Account, b: Account, alike: Likeness) -> str:
    if alike.words < _WORTH_SAYING:
        return ""
    return f"words in common: {', '.join(shared_terms(a.mention.terms, b.mention.terms)[:4])}"
