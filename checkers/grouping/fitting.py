"""Whether two accounts tell of one happening: points for and against, reasons, vetoes.

Kind, time and place can veto; words only support, but where a great many are shared they outweigh
a date or a place that was read from the wrong sentence. What speaks for and against has a name in
``evidence.py``; its points are natural logarithms of odds, set on annotated articles and invented
cases by logistic regression. Where they were set anew, each half of the annotated events was fitted
by itself, and a point moved as far as both halves agree; what keeps look-alikes apart (another day,
place, kind, figure, no name shared) stayed as the invented cases want it. Those of what is seldom
seen there (a season apart, many dead of one place and day, people of other names and ages, many
streets, what is recalled; another day or place of what is rarer) are guesses, tried on invented
cases.
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
    Words,
    closeness,
    likeness,
    share_name,
)
from checkers.language.kinds import can_be_one, kinds_in, sequels, unmistakable, wider
from checkers.model import Mention

# Points of one pair are held between these, so that no pair decides over a whole event.
MOST, LEAST = 8.0, -4.0

# Points by what is found, for what a large city sees every day and for what is rarer.
EVERYDAY: dict[str, float] = {
    "always": 0.19,
    "a week apart": -1.00,
    "age": 1.02,
    "another season": -4.97,
    "block": 1.13,
    "capitals": 6.32,
    "hardly a word shared": -1.00,
    "leading name missed by both": -5.07,
    "like toll": 1.30,
    "many dead of one place and day": 4.50,
    "many streets": -2.65,
    "one follows": -0.40,
    "other age": -2.22,
    "other block": -0.98,
    "other day": -0.66,
    "other figure": -1.29,
    "other people of other ages": -2.14,
    "other place": -2.92,
    "other street": -1.88,
    "other weekday": -0.30,
    "person": 1.27,
    "place that holds the other": 1.48,
    "published in another season": -4.97,
    "published within one day": 3.72,
    "published within three days": 2.38,
    "round-up": -1.99,
    "same figure": 0.98,
    "same place": 0.74,
    "same place, news of one day": -1.54,
    "street": 0.39,
    "undated": -1.18,
    "words": 1.95,
}
RARER: dict[str, float] = {
    "always": 2.10,
    "age": 1.27,
    "another season": -4.92,
    "block": 0.11,
    "hardly a word shared": -1.95,
    "headlines": 0.50,
    "leading name missed": -2.02,
    "leading name missed by both": -1.40,
    "like toll": 1.30,
    "many dead of one place and day": 4.50,
    "month": 1.08,
    "no name shared": -1.11,
    "nothing of a headline, kind or rare word shared": -0.90,
    "one follows": -0.44,
    "other age": -0.89,
    "other block": -1.09,
    "other day": -1.00,
    "other day, no place shared": -3.00,
    "other figure": -1.45,
    "other kind": -0.79,
    "other month": -0.78,
    "other number": -1.17,
    "other people of other ages": -0.49,
    "other person": -0.13,
    "other place": -2.20,
    "other site": -1.14,
    "other street": -2.43,
    "other weekday": -0.60,
    "other year": -1.02,
    "person": 0.87,
    "place that holds the other": 0.74,
    "published in another season": -3.00,
    "published within one day": 1.31,
    "published within three days": 0.02,
    "rare words": 0.98,
    "recalled beside one thing": 2.00,
    "recalled elsewhere": -2.50,
    "recalled of another weekday": -2.00,
    "round-up": -5.01,
    "same day": 1.09,
    "same figure": 1.96,
    "same place": 0.61,
    "same toll": 1.73,
    "street": 0.24,
    "telling number": 1.60,
    "undated": -2.55,
    "words": 2.41,
    "words, root": 3.91,
}
_SAID_IN_PASSING = 2.5  # of one line of kinds, without which nothing in passing joins
# Days after which a report no longer follows up.
_FOLLOWED_UP = 60
# A veto holds unless the words are so much alike that the reading must be at fault.
_ONE_STORY, _SURELY_ONE_STORY = 0.1, 0.2
_FAR, _FAR_STORY, _ELSEWHERE = 30, 0.35, 0.4
# What was out weeks before the stated day can tell of it only if one of the two is misdated.
_FORETOLD = 0.6
# Likeness up to which two tolls with something else against them are of two happenings: a guess.
_ONE_TALE = 0.5
_WORTH_SAYING = 0.15
_ANOTHER = re.compile(r"\b(?:second|third|another|fresh|further|new) ")
_FEW = 3  # days between two happenings of a rare kind that make a reader ask whether they are one
_REACH = 24  # characters after such a word in which the kind is named


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
    same_kind = bool(a.mention.kind) and a.mention.kind == b.mention.kind
    near = places.same or places.holds or (same_kind and _of_few_days(a, b, times))
    near = near or ((same_kind or _follows(a.mention.kind, b.mention.kind)) and _of_one_town(a, b))
    mine, theirs = a.words, b.words
    # Most pairs end here, so nothing is worked out before that is of no use to them.
    if against := _against(a, b, times, places, mine, theirs):
        return Fit(LEAST, (), against, near)
    alike = likeness(mine, theirs, _of_places(a, b))
    figures = same_figure(a.mention.figures, b.mention.figures)
    differ = figures_differ(a.mention.figures, b.mention.figures)
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
        times.against or places.other or places.sites or places.named,
        near,
        places.same or places.holds,
        bool(figures) - differ,
    )


def _of_one_town(a: Account, b: Account) -> bool:
    """Whether one of them names a place of the other: a trial held in the town of a new fire."""
    return _names_place_of(a, b) or _names_place_of(b, a)


def _of_few_days(a: Account, b: Account, times: TimeFit) -> bool:
    """Whether two accounts of one kind are so near in time that a reader may take them for one."""
    if times.days is Days.OTHER and not is_everyday(a, b):
        return (times.gap or 0) <= _FEW
    return times.days is Days.SAME or bool(times.hours)


def _table(a: Account, b: Account) -> Mapping[str, float]:
    """The points that hold for two accounts."""
    if is_everyday(a, b):
        return EVERYDAY
    return RARER


def points(found: Mapping[str, float], table: Mapping[str, float]) -> float:
    """What is found for and against, added up."""
    return table["always"] + sum(value * table.get(name, 0.0) for name, value in found.items())


def _against(
    a: Account, b: Account, times: TimeFit, places: PlaceFit, mine: Words, theirs: Words
) -> str:
    """What forbids that the two are one, or ""."""
    kind, other = a.mention.kind, b.mention.kind
    if a.mention.hypothetical != b.mention.hypothetical:
        return "one is a drill, a forecast or invented"
    if a.mention.background or b.mention.background:
        if not _of_one_line(kind, other):
            return f"other kinds of happening: {kind or 'unknown'} and {other or 'unknown'}"
        if places.named:  # a line said in passing has few words but these to be told by
            return places.named
    if _never_it(kind, other):
        return f"one comes after the other: {kind} and {other}"
    if _follows(kind, other) and (times.apart or 0) > _FOLLOWED_UP:
        return f"one comes long after the other: {kind} and {other}"
    if times.periods:
        return times.against
    close = closeness(mine, theirs)
    if not can_be_one(kind, other) and close < _ONE_STORY:
        return f"other kinds of happening: {kind} and {other}"
    if times.hours and (places.sites or close < _SURELY_ONE_STORY):
        return times.hours  # a second fire in one city names the first, and shares its words
    if times.days is Days.OTHER and times.sure and close < _one_story(times):
        return times.against
    if close < _ONE_TALE and (against := _another_toll(a, b, times, places)):
        return against
    elsewhere = close < _ONE_STORY or (close < _ELSEWHERE and _unnamed(a, b))
    return places.other if elsewhere else ""


def _another_toll(a: Account, b: Account, times: TimeFit, places: PlaceFit) -> str:
    """What makes another toll that of another happening: its hour, site, order, what it follows."""
    if not figures_differ(a.mention.figures, b.mention.figures):
        return ""
    if times.hours:
        return times.hours
    if places.sites and (a.mention.background or b.mention.background):
        return places.sites
    if _follows(a.mention.kind, b.mention.kind) and _is_too_late(a, b):
        return f"one comes after the other: {a.mention.kind} and {b.mention.kind}"
    second = _is_told_as_another(a.mention) != _is_told_as_another(b.mention)
    return times.against if second and times.days is Days.OTHER and times.sure else ""


def _is_too_late(a: Account, b: Account) -> bool:
    """Whether what a trial, a funeral or an anniversary follows cannot be the other happening.

    That is of the same day or a later one.
    """
    sequel, other = (a, b) if a.mention.kind in sequels() else (b, a)
    held, day = sequel.mention.when, other.mention.when
    if held is None or day is None or held.last is None or day.first is None:
        return False
    return held.last.date() <= day.first.date()


def _is_told_as_another(mention: Mention) -> bool:
    """Whether a headline tells of a second or another happening of its kind."""
    title = mention.title.lower()
    return any(kinds_in(title[m.end() : m.end() + _REACH]) for m in _ANOTHER.finditer(title))


def _unnamed(a: Account, b: Account) -> bool:
    """Whether they share no name, and neither names a place of the other."""
    if share_name(a.words, b.words, _of_places(a, b)):
        return False
    return not _of_one_town(a, b)


def _of_one_line(kind: str, other: str) -> bool:
    """Whether one kind is the other or a kind of it; what is said in passing has to be as clear."""
    return kind in wider(other) or other in wider(kind)


def _one_story(times: TimeFit) -> float:
    """Likeness that outweighs two other days: the more, the farther they lie apart."""
    if times.unborn:
        return _FAR_STORY if times.redated else _FORETOLD
    return _FAR_STORY if (times.gap or 0) > _FAR else _ONE_STORY


def _names_place_of(a: Account, b: Account) -> bool:
    """Whether the telling words of one name a place of the other."""
    return any(place.key in a.lowered for place in b.mention.places)


def _never_it(kind: str, other: str) -> bool:
    """Whether one is an aftershock or a drill, which no report takes for the thing itself."""
    return kind != other and bool({kind, other} & unmistakable())


def _follows(kind: str, other: str) -> bool:
    """Whether one is a trial, a funeral, an anniversary, and the other is not."""
    return (kind in sequels()) != (other in sequels())


def _of_places(a: Account, b: Account) -> frozenset[str]:
    """The words of the towns of two happenings: places are compared as places."""
    return a.towns_in_words | b.towns_in_words


def _said_kind(a: Account, same: bool) -> str:
    return f"same kind: {a.mention.kind}" if same else ""


def _said_words(a: Account, b: Account, alike: Likeness) -> str:
    if alike.words < _WORTH_SAYING:
        return ""
    shared = [term for term in a.mention.terms if term in b.words.weights]
    return f"words in common: {', '.join(shared[:4])}"
