"""Whether two accounts tell of one happening: points for and against, reasons, vetoes.

Kind, time and place can veto; words only support, but where a great many are shared they outweigh
a date or a place that was read from the wrong sentence. Points were set on annotated articles by
logistic regression, rounded by hand, and tried on invented cases.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from checkers.grouping.evidence import evidence, figures_differ, is_everyday, same_figure
from checkers.grouping.places import PlaceFit, fit_places
from checkers.grouping.profile import Account
from checkers.grouping.times import Days, TimeFit, fit_times
from checkers.grouping.words import (
    Likeness,
    likeness,
    shared_terms,
    words_of,
)
from checkers.language.kinds import can_be_one, sequels, unmistakable, wider

# Points of one pair are held between these, so that no pair decides over a whole event.
MOST, LEAST = 8.0, -4.0

# Points by what is found, for what a large city sees every day and for what is rarer.
EVERYDAY: dict[str, float] = {
    "always": -1.04,
    "age": 0.56,
    "another season": -3.83,
    "block": 1.65,
    "capitals": 5.82,
    "leading name missed by both": -4.19,
    "one follows": -0.40,
    "other age": -2.42,
    "other block": -0.92,
    "other day": -0.66,
    "other figure": -0.76,
    "other place": -2.66,
    "other street": -1.82,
    "person": 0.89,
    "place that holds the other": 1.80,
    "published within one day": 3.03,
    "published within three days": 2.40,
    "round-up": -2.96,
    "same day": 0.65,
    "same figure": 0.58,
    "same place": 0.89,
    "same place, news of one day": -0.52,
    "street": 0.20,
    "undated": -1.53,
    "words": 4.72,
}
RARER: dict[str, float] = {
    "always": 2.29,
    "age": 0.83,
    "another season": -3.63,
    "block": 0.18,
    "leading name missed": -1.78,
    "leading name missed by both": -1.82,
    "month": 0.96,
    "no name shared": -1.10,
    "one follows": -0.43,
    "other age": -0.97,
    "other block": -1.24,
    "other figure": -1.43,
    "other kind": -0.70,
    "other month": -0.65,
    "other number": -0.92,
    "other person": -0.12,
    "other place": -1.04,
    "other site": -1.01,
    "other street": -2.04,
    "other year": -0.82,
    "person": 1.16,
    "place that holds the other": 0.63,
    "published within one day": 1.44,
    "published within three days": 0.19,
    "rare words": 0.85,
    "round-up": -2.63,
    "same day": 1.57,
    "same figure": 1.67,
    "same place": 0.55,
    "same toll": 2.17,
    "undated": -2.25,
    "words": 2.15,
    "words, root": 3.84,
}
_SAID_IN_PASSING = 1.7  # of one line of kinds, without which nothing in passing joins
# Days after which a report no longer follows up.
_FOLLOWED_UP = 60
# A veto holds unless the words are so much alike that the reading must be at fault.
_ONE_STORY, _SURELY_ONE_STORY = 0.1, 0.2
_FAR, _FAR_STORY, _ELSEWHERE = 30, 0.35, 0.4
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
    alike = likeness(
        words_of(a.mention.terms),
        words_of(b.mention.terms),
        _of_places(a, b),
    )
    same_kind = bool(a.mention.kind) and a.mention.kind == b.mention.kind
    near = places.same or places.holds or (same_kind and times.days is Days.SAME)
    figures = same_figure(a.mention.figures, b.mention.figures)
    differ = figures_differ(a.mention.figures, b.mention.figures)
    against = _against(a, b, times, places, alike)
    if against:
        return Fit(LEAST, (), against, near)
    score = points(evidence(a, b, times, places, alike), _table(a, b))
    if a.mention.background or b.mention.background:
        score += _SAID_IN_PASSING
    reasons = (
        times.reason,
        places.reason,
        _said_kind(a, same_kind),
        _said_words(a, b, alike),
        figures,
    )
    return Fit(
        min(MOST, max(LEAST, score)),
        tuple(filter(None, reasons)),
        times.against or places.other or places.sites,
        near,
        places.same or places.holds,
        bool(figures) - differ,
    )


def _table(a: Account, b: Account) -> Mapping[str, float]:
    """The points that hold for two accounts."""
    if is_everyday(a, b):
        return EVERYDAY
    return RARER


def points(found: Mapping[str, float], table: Mapping[str, float]) -> float:
    """What is found for and against, added up."""
    return table["always"] + sum(value * table.get(name, 0.0) for name, value in found.items())


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


def _of_places(a: Account, b: Account) -> frozenset[str]:
    """The words of the towns of two happenings: places are compared as places."""
    return frozenset(
        part.capitalize()
        for account in (a, b)
        for place in account.mention.places
        if place.type == "city"
        for part in _NAME_PART.findall(f"{place.name} {place.key}")
    )


def _said_kind(a: Account, same: bool) -> str:
    return f"same kind: {a.mention.kind}" if same else ""


def _said_words(a: Account, b: Account, alike: Likeness) -> str:
    if alike.words < _WORTH_SAYING:
        return ""
    return f"words in common: {', '.join(shared_terms(a.mention.terms, b.mention.terms)[:4])}"
