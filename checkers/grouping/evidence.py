"""What two accounts show for and against being of one happening, each thing as a number."""

from __future__ import annotations

from collections.abc import Mapping
from math import log1p, sqrt

from checkers.grouping.places import PlaceFit
from checkers.grouping.profile import Account
from checkers.grouping.times import Days, TimeFit, weekdays_between
from checkers.grouping.words import Likeness, headlines_alike
from checkers.language.details import BESIDE
from checkers.language.kinds import can_be_one, frames, frequent, sequels
from checkers.model import Figure

_GREAT = 8  # dead or hurt from which even a shooting is no everyday news
_MANY_DEAD = 4  # a mass killing as the FBI counts them, which is rare even in a large country
_GROWN = 1.5  # times that a great toll grows, at most, between reports of one happening
# Likeness up to which, and share of leading names missed from which, hardly a word is shared.
_HARDLY, _NEARLY_ALL = 0.08, 0.8
# House numbers, or streets, from which on a report tells of several happenings.
_ROUND_UP = 6
# Digits of a number that two reports seldom share by chance; and the numbers that callers for help
# dial, which reports of all kinds hold (ITU-T E.161.1: 112, 911; national: 999, 000).
_TELLING, _DIALLED = 3, frozenset({"112", "911", "999", "000"})
# Days between two publications, at most, and the name of what that shows.
_PUBLISHED = (
    (1, "one day"),
    (3, "three days"),
    (10, "ten days"),
    (31, "a month"),
    (120, "a season"),
)
_WEEK, _FAR, _SEASON = 7, 21, 120


def evidence(
    a: Account, b: Account, times: TimeFit, places: PlaceFit, alike: Likeness
) -> dict[str, float]:
    """What is found, by name; what is not found is left out."""
    kind, other = a.mention.kind, b.mention.kind
    figures, others = a.mention.figures, b.mention.figures
    headlines = _headlines_alike(a, b)
    news_of_a_day = times.apart is not None and times.apart <= 1
    found: dict[str, float] = {
        **_of_words(alike),
        **_of_details(alike),
        **_of_times(times, recurs=bool(kind) and kind == other and kind not in frames()),
        **_of_weekdays(between := weekdays_between(a, b, times)),
        **_of_recalling(a, b, alike, between),
        "headlines": headlines or 0.0,
        "nothing of a headline, kind or rare word shared": times.apart is not None
        and not (kind and kind == other)
        and not alike.rare
        and headlines == 0,
        "same place": places.same,
        "place that holds the other": places.holds,
        "other place": bool(places.other),
        "other day, no place shared": times.days is Days.OTHER
        and _has_spot(a)
        and _has_spot(b)
        and not (places.same or places.holds),
        "other site": bool(places.sites),
        "same place, news of one day": places.same and news_of_a_day,
        "other kind": not can_be_one(kind, other),
        "one follows": (kind in sequels()) != (other in sequels()),
        "same figure": bool(same_figure(figures, others)),
        "many dead of one place and day": places.same
        and times.days is Days.SAME
        and _same_dead(figures, others),
        "same toll": kind == other and _same_toll(figures, others),
        "like toll": _like_toll(figures, others),
        "other figure": figures_differ(figures, others),
    }
    return {name: value for name, value in found.items() if value}


def _of_words(alike: Likeness) -> dict[str, float]:
    return {
        "words": alike.words,
        "words, root": sqrt(alike.words),
        "capitals": alike.capitals,
        "rare words": log1p(alike.rare),
        "hardly a word shared": alike.words < _HARDLY and alike.missed_by_both >= _NEARLY_ALL,
        "no name shared": alike.both_name and not alike.names,
        "leading name missed": alike.missed_by_one,
        "leading name missed by both": alike.missed_by_both,
        "person": alike.people > 0,
        "other person": alike.other_people,
        "other people of other ages": alike.other_people and alike.other_ages,
        "age": min(alike.ages, 2),
        "other age": alike.other_ages,
    }


def _of_details(alike: Likeness) -> dict[str, float]:
    return {
        "street": min(alike.shared("street"), 2),
        "other street": alike.differs("street"),
        "block": alike.shared("block") > 0,
        "other block": alike.differs("block"),
        "round-up": alike.most("block") >= _ROUND_UP,
        "many streets": alike.most("street") >= _ROUND_UP > alike.most("block"),
        "other number": alike.differs("number"),
        "telling number": any(map(_tells, alike.both("number"))),
        "other year": alike.differs("year"),
        "month": alike.shared("month") > 0,
        "other month": alike.differs("month"),
    }


def _tells(number: str) -> bool:
    """Whether few numbers are this one: of three digits or more, and not rounded to hundreds."""
    value = number.removeprefix("number ")
    digits = len(value.replace(".", ""))
    return digits >= _TELLING and not value.endswith("00") and value not in _DIALLED


def _of_times(times: TimeFit, *, recurs: bool) -> dict[str, float]:
    """What the times show; ``recurs`` of a kind that strikes one place again in other years."""
    apart = max(times.gap or 0.0, times.apart or 0.0)
    found: dict[str, float] = {
        "same day": times.days is Days.SAME,
        "other day": times.days is Days.OTHER,
        "other hours": bool(times.hours),
        "a week apart": (times.gap or 0.0) >= _WEEK,
        "weeks apart": (times.gap or 0.0) > _FAR,
        "another season": apart > _SEASON and (times.days is Days.OTHER or recurs),
        "published in another season": apart > _SEASON
        and times.days is Days.UNKNOWN
        and not recurs,
    }
    if times.apart is None:
        return {**found, "undated": True}
    for most, name in _PUBLISHED:
        if times.apart <= most:
            return {**found, f"published within {name}": True}
    return found


def _of_weekdays(between: int | None) -> dict[str, float]:
    """A day off is left open: an evening here is a morning there, and news is told a day late."""
    if between is None:
        return {}
    return {"same weekday": between == 0, "other weekday": between > 1}


def _of_recalling(
    a: Account, b: Account, alike: Likeness, weekdays: int | None
) -> dict[str, float]:
    """What is told in passing without date or place is told by what it is told beside.

    Undated reports of Monday's rockets on one town that recall "the air strike on Sunday" recall
    one; the weekday is part of the few words that each has for it.
    """
    if not (a.mention.background and b.mention.background) or weekdays is None:
        return {}
    met = any(_within(one, other) for one in a.settings for other in b.settings)
    return {
        "recalled beside one thing": met and weekdays == 0 and alike.shared(BESIDE) > 0,
        "recalled elsewhere": bool(a.settings and b.settings) and not met,
        "recalled of another weekday": weekdays > 1,
    }


def _within(one: str, other: str) -> bool:
    """Whether one name holds the other, as an airport's does its town's."""
    mine, theirs = set(one.split()), set(other.split())
    return mine <= theirs or theirs <= mine


def _headlines_alike(a: Account, b: Account) -> float | None:
    """Share of the headlines that both have; what is told in passing has none of its own."""
    if a.mention.background or b.mention.background:
        return None
    return headlines_alike(a.mention.title, b.mention.title, a.places_in_words | b.places_in_words)


def _has_spot(account: Account) -> bool:
    """Whether it names a place smaller than a country."""
    return any(place.type != "country" for place in account.mention.places)


def is_everyday(a: Account, b: Account) -> bool:
    """Whether both tell of what a large city sees every day."""
    kinds = frequent()
    of_kind = a.mention.kind in kinds and b.mention.kind in kinds
    return of_kind and not (_is_great(a) or _is_great(b))


def _is_great(account: Account) -> bool:
    figures = account.mention.figures
    return any(m in figures and (figures[m].low or 0) >= _GREAT for m in ("killed", "injured"))


def same_figure(figures: Mapping[str, Figure], others: Mapping[str, Figure]) -> str:
    """Two articles that give one large number for one measure tell, likely, of one happening."""
    for measure, figure in figures.items():
        other = others.get(measure)
        if other is not None and figure.low == other.low and (figure.low or 0) >= 3:
            return f"same figure: {int(figure.low or 0)} {measure}"
    return ""


def figures_differ(figures: Mapping[str, Figure], others: Mapping[str, Figure]) -> bool:
    """Whether a figure of the dead or hurt in one leaves no room for the other's."""
    for measure in ("killed", "injured"):
        one, other = figures.get(measure), others.get(measure)
        if one is None or other is None or None in (one.low, one.high, other.low, other.high):
            continue
        if (one.high or 0) < (other.low or 0) or (other.high or 0) < (one.low or 0):
            return True
    return False


def _like_toll(figures: Mapping[str, Figure], others: Mapping[str, Figure]) -> bool:
    """Whether both give many dead or hurt, and nearly as many: a toll that grew, or was guessed."""
    for measure in ("killed", "injured"):
        if measure in figures and measure in others:
            less, more = sorted((figures[measure].low or 0, others[measure].low or 0))
            if less >= _GREAT and more <= _GROWN * less:
                return True
    return False


def _same_dead(figures: Mapping[str, Figure], others: Mapping[str, Figure]) -> bool:
    """Whether both give one number of dead, and one that a town does not see twice a day."""
    one, other = figures.get("killed"), others.get("killed")
    if one is None or other is None:
        return False
    exact = one.low == one.high == other.low == other.high
    return exact and (one.low or 0) >= _MANY_DEAD


def _same_toll(figures: Mapping[str, Figure], others: Mapping[str, Figure]) -> bool:
    """Whether both give the dead and the hurt, and the same of each."""
    return all(
        measure in figures and measure in others and figures[measure].low == others[measure].low
        for measure in ("killed", "injured")
    )
