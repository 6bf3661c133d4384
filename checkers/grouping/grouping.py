"""Mentions to events, online: each mention joins the event it fits best, or founds one.

Kind, time and place can veto; words only support. An article's background mentions join the
event they speak of but never change it, so that no article can bridge two events.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from checkers.grouping.profile import EventIndex, Placement, Profile
from checkers.grouping.words import likeness, merged
from checkers.language.gazetteer import related
from checkers.language.kinds import can_be_one, narrower, sequels, wider
from checkers.model import Anchor, Figure, Grain, Mention, Place, Reading, When

# A report without a date of its own tells of something that happened in these days before it
# was published: most news is of the last two days, weeklies and follow-ups reach further.
_FRESH = timedelta(days=4)
_DAY = timedelta(days=1)
_MOST_DAYS = 5  # buckets looked up or stored for one mention
_MOST_TERMS = 8  # terms that serve as keys
_MOST_ARTICLES = 40
_MOST_PLACES = 8

# Points. Time and place together make a match where the kind fits; words alone must be very
# close. Set on invented cases; measured on annotated articles.
_SAME_DAY, _NEAR_DAY = 1.5, 0.75
_SAME_PLACE, _HOLDS_PLACE = 2.0, 1.5
_SAME_KIND, _FITTING_KIND = 1.0, 0.5
_WORDS = 6.0
_TOWNS = frozenset({"city", "unknown"})
_SAME_FIGURE = 0.75
_OFF_DAY, _OFF_PLACE, _OFF_KIND = 1.0, 2.0, 1.5
_ENOUGH = 3.4
_ENOUGH_BACKGROUND = 4.0
# Likeness of words, 0 to 1, from which they are worth naming as a reason; from which dates a few
# days apart may be two accounts of one happening; from which even other place names may.
_WORTH_SAYING, _ONE_STORY, _SURELY_ONE_STORY = 0.15, 0.3, 0.5
_LOOSE_DAYS = 3


@dataclass(frozen=True, slots=True)
class _Fit:
    """How a mention fits an event: points and reasons, or what forbids it."""

    score: float
    reasons: tuple[str, ...]
    veto: str = ""
    near: bool = False  # same place or same day and kind: worth saying why it was refused


def place_mentions(reading: Reading, index: EventIndex) -> list[Placement]:
    """Decide for each mention of an article, the main one first, and update the index."""
    placements: list[Placement] = []
    taken: set[str] = set()
    for mention in reading.mentions:
        if mention.hypothetical and mention.background:
            continue
        if mention.background and not _worth_an_event(mention):
            continue
        placement = _place(reading, mention, index, taken)
        taken.add(placement.event)
        placements.append(placement)
    return placements


def _worth_an_event(mention: Mention) -> bool:
    known_time = mention.when is not None and mention.when.grain is not Grain.YEAR
    return bool(mention.figures) or (known_time and bool(mention.kind))


def _place(reading: Reading, mention: Mention, index: EventIndex, taken: set[str]) -> Placement:
    window = _window(mention, reading)
    fits = [
        (profile, _fit(mention, window, profile))
        for profile in index.candidates(_looked_up(mention, window))
        if profile.id not in taken or reading.article.url in profile.articles
    ]
    enough = _ENOUGH_BACKGROUND if mention.background else _ENOUGH
    good = [(p, f) for p, f in fits if not f.veto and f.score >= enough]
    apart = tuple((p.id, f.veto) for p, f in fits if f.veto and f.near)[:6]
    if good:
        profile, fit = max(good, key=lambda pair: (pair[1].score, pair[0].main, pair[0].id))
        updated = _with(profile, mention, reading)
        index.put(updated, _stored(mention, window) if not mention.background else [])
        return Placement(mention.id, profile.id, fit.reasons, apart)
    founded = _founded(mention, reading)
    index.put(founded, _stored(mention, window))
    return Placement(mention.id, founded.id, (), apart)


# -- keys --------------------------------------------------------------------------------------


def _window(mention: Mention, reading: Reading) -> tuple[datetime, datetime] | None:
    """When it happened, as far as is known: from its own words, else from publication."""
    when, published = mention.when, reading.article.published
    if when is not None and when.first is not None and when.last is not None:
        return when.first, when.last
    if mention.background or published is None:
        return None
    return published.at - _FRESH, published.at + _DAY / 2


def _days(window: tuple[datetime, datetime] | None, slack: int) -> list[date]:
    """The days of a window, from its end backwards, widened by ``slack`` days."""
    if window is None:
        return []
    first, last = window[0].date() - _DAY * slack, window[1].date() + _DAY * slack
    days = (last - first).days + 1
    return [last - _DAY * i for i in range(min(days, _MOST_DAYS + 2 * slack))]


def _features(mention: Mention) -> Iterator[str]:
    for place in mention.places[:4]:
        if place.type != "country":
            yield f"p:{place.key}"
            yield from (f"p:{key}" for key in place.inside[:1])
    if mention.kind:
        yield from (f"k:{kind}" for kind in sorted(wider(mention.kind)))
    yield from (f"t:{term}" for term in mention.terms[:_MOST_TERMS])


def _looked_up(mention: Mention, window: tuple[datetime, datetime] | None) -> list[str]:
    features = list(dict.fromkeys(_features(mention)))
    days = _days(window, slack=1)
    if days:
        return [f"{day}|{feature}" for day in days for feature in features] + [
            f"-|{feature}" for feature in features if feature[0] != "k"
        ]
    return [f"*|{feature}" for feature in features if feature[0] != "k"]


def _stored(mention: Mention, window: tuple[datetime, datetime] | None) -> list[str]:
    """Keys under which an event is found: by day, "-" where its day is unknown, "*" by any."""
    features = list(dict.fromkeys(_features(mention)))
    plain = [f"*|{feature}" for feature in features if feature[0] != "k"]
    days = _days(window, slack=0)
    if not days:
        return plain + [f"-|{feature}" for feature in features if feature[0] != "k"]
    return plain + [f"{day}|{feature}" for day in days for feature in features]


# -- fitting -----------------------------------------------------------------------------------


def _fit(mention: Mention, window: tuple[datetime, datetime] | None, profile: Profile) -> _Fit:
    place_points, place_reason, place_veto = _fit_place(mention.places, profile.places)
    time_points, time_reason, time_veto = _fit_time(mention.when, window, profile.when)
    same_kind = bool(mention.kind) and mention.kind == profile.kind
    near = place_points > 0 or (same_kind and time_points > 0)
    alike = likeness(mention.terms, profile.terms)
    kinds_fit = can_be_one(mention.kind, profile.kind)
    if not kinds_fit and (
        alike < _SURELY_ONE_STORY or _apart_by_nature(mention.kind, profile.kind)
    ):
        return _Fit(0, (), f"other kinds of happening: {mention.kind} and {profile.kind}", near)
    if time_veto and not (
        "hours" not in time_veto
        and alike >= _ONE_STORY
        and not place_veto
        and _days_between(window, profile.when) <= _LOOSE_DAYS
    ):
        return _Fit(0, (), time_veto, near)
    if place_veto and alike < _SURELY_ONE_STORY:
        return _Fit(0, (), place_veto, same_kind)
    figure = _same_figure(mention.figures, profile.figures)
    reasons = [time_reason, place_reason]
    if same_kind:
        reasons.append(f"same kind: {mention.kind}")
    if alike >= _WORTH_SAYING:
        reasons.append(f"words in common: {', '.join(_shared(mention.terms, profile.terms))}")
    if figure:
        reasons.append(figure)
    score = (
        time_points + place_points + (_SAME_KIND if same_kind else _FITTING_KIND) + _WORDS * alike
    )
    score += (_SAME_FIGURE if figure else 0) - (_OFF_DAY if time_veto else 0)
    score -= (_OFF_PLACE if place_veto else 0) + (_OFF_KIND if not kinds_fit else 0)
    return _Fit(score, tuple(reason for reason in reasons if reason))


def _apart_by_nature(kind: str, other: str) -> bool:
    """Whether one kind is what comes after the other: a trial, a funeral, an aftershock."""
    return (kind in sequels()) != (other in sequels())


def _days_between(window: tuple[datetime, datetime] | None, other: When | None) -> float:
    if window is None or other is None or other.first is None or other.last is None:
        return 0.0
    gap = max(window[0] - other.last, other.first - window[1])
    return max(gap.total_seconds(), 0) / _DAY.total_seconds()


def _fit_time(
    when: When | None, window: tuple[datetime, datetime] | None, other: When | None
) -> tuple[float, str, str]:
    """(points, reason, veto) of two times."""
    if window is None or other is None or other.first is None or other.last is None:
        return 0.0, "", ""
    first, last = window
    stated = when is not None and when.first is not None
    exact = (
        stated and when is not None and when.grain is Grain.MINUTE and other.grain is Grain.MINUTE
    )
    slack = timedelta(hours=3) if exact else timedelta(hours=14)
    if first - slack > other.last or other.first - slack > last:
        if exact and abs(first - other.first) < _DAY:
            return 0.0, "", f"other hours of the day: {_hour(first)} and {_hour(other.first)}"
        return 0.0, "", f"other days: {_day(first, last)} and {_day(other.first, other.last)}"
    overlap = first <= other.last and other.first <= last
    narrow = (last - first) <= 2 * _DAY and (other.last - other.first) <= 2 * _DAY
    if overlap and narrow:
        return _SAME_DAY, f"same day: {_day(first, last)}", ""
    return _NEAR_DAY, "", ""


def _fit_place(places: Iterable[Place], others: Iterable[Place]) -> tuple[float, str, str]:
    """(points, reason, veto) of two sets of places."""
    mine = [p for p in places if p.type != "country"] or list(places)
    theirs = [p for p in others if p.type != "country"] or list(others)
    if not mine or not theirs:
        return 0.0, "", ""
    relations = [(related(a, b), a, b) for a in mine[:5] for b in theirs[:_MOST_PLACES]]
    for relation, a, _ in relations:
        if relation == "same" and a.type != "country":
            return _SAME_PLACE, f"same place: {a.name}", ""
    for relation, a, b in relations:
        if relation in ("a-in-b", "b-in-a", "same"):
            return _HOLDS_PLACE, f"one place holds the other: {a.name}, {b.name}", ""
    if all(relation == "apart" for relation, _, _ in relations) or _other_towns(mine, theirs):
        return 0.0, "", f"other places: {mine[0].name} and {theirs[0].name}"
    return 0.0, "", ""


def _other_towns(mine: list[Place], theirs: list[Place]) -> bool:
    """Whether both name towns, and none of them can be one of the other's."""
    towns = [p for p in mine if p.type in _TOWNS]
    others = [p for p in theirs if p.type in _TOWNS]
    return bool(towns and others) and all(related(a, b) == "apart" for a in towns for b in others)


def _same_figure(figures: object, others: object) -> str:
    """Two articles that give one large number for one measure tell, likely, of one happening."""
    if not isinstance(figures, dict) or not isinstance(others, dict):
        return ""
    for measure, figure in figures.items():
        other = others.get(measure)
        if other is not None and figure.low == other.low and (figure.low or 0) >= 3:
            return f"same figure: {int(figure.low)} {measure}"
    return ""


def _shared(terms: tuple[str, ...], others: tuple[str, ...]) -> list[str]:
    held = set(others)
    return [term for term in terms if term in held][:4]


def _day(first: datetime, last: datetime) -> str:
    a, b = first.date().isoformat(), last.date().isoformat()
    return a if a == b else f"{a} to {b}"


def _hour(moment: datetime) -> str:
    return moment.strftime("%H:%M")


# -- profiles ----------------------------------------------------------------------------------


def _founded(mention: Mention, reading: Reading) -> Profile:
    seed = f"{reading.article.url} {mention.id} {mention.title}"
    return Profile(
        id=hashlib.sha256(seed.encode()).hexdigest()[:16],
        kind=mention.kind,
        title=mention.title,
        when=mention.when,
        places=mention.places[:_MOST_PLACES],
        terms=mention.terms,
        figures=dict(mention.figures),
        main=0 if mention.background else 1,
        articles=(reading.article.url,),
    )


def _with(profile: Profile, mention: Mention, reading: Reading) -> Profile:
    """The profile after a mention joined; a background mention adds its article only."""
    url = reading.article.url
    articles = (*(a for a in profile.articles if a != url), url)[-_MOST_ARTICLES:]
    if mention.background:
        return replace(profile, articles=articles)
    first_main = profile.main == 0
    return replace(
        profile,
        kind=narrower(mention.kind, profile.kind)
        if can_be_one(mention.kind, profile.kind)
        else profile.kind,
        title=mention.title if first_main else profile.title,
        when=_narrowed(profile.when, mention.when),
        places=_joined(profile.places, mention.places),
        terms=merged(profile.terms, mention.terms),
        figures=_widened(profile.figures, mention.figures),
        main=profile.main + (url not in profile.articles or first_main),
        articles=articles,
    )


def _narrowed(a: When | None, b: When | None) -> When | None:
    """The finer of two times that meet; the first where they do not."""
    if a is None or a.first is None or a.last is None:
        return b
    if b is None or b.first is None or b.last is None or b.anchor is Anchor.UNKNOWN:
        return a
    if b.first >= a.first and b.last <= a.last:
        return b
    return a


def _joined(places: tuple[Place, ...], others: tuple[Place, ...]) -> tuple[Place, ...]:
    keys = {place.key for place in places}
    new = [place for place in others if place.key not in keys]
    order = {"site": 0, "city": 1, "unknown": 2, "region": 3, "country": 4}
    return tuple(sorted((*places, *new), key=lambda p: order.get(p.type, 2))[:_MOST_PLACES])


def _widened(figures: object, others: object) -> dict[str, Figure]:
    mine = dict(figures) if isinstance(figures, dict) else {}
    for measure, figure in others.items() if isinstance(others, dict) else ():
        known = mine.get(measure)
        if known is None:
            mine[measure] = figure
            continue
        lows = [f.low for f in (known, figure) if f.low is not None]
        highs = [f.high for f in (known, figure)]
        mine[measure] = Figure(
            min(lows) if lows else None,
            None if None in highs else max(h for h in highs if h is not None),
        )
    return mine
