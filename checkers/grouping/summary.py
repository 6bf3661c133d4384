"""An event summed up from its accounts."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import timedelta

from checkers.grouping.profile import Account, Profile
from checkers.grouping.words import merged
from checkers.language.kinds import can_be_one, narrower
from checkers.model import Anchor, Figure, Grain, Place, When

# Accounts that stand for an event: enough for an average to mean something, few enough that a
# great event costs no more than a small one.
MOST_ACCOUNTS = 24
_MOST_ARTICLES = 40
_MOST_PLACES = 8
_WEEK = 7
_TO_ITS_END = timedelta(days=1, seconds=-1)
_SPECIFIC = {"site": 0, "city": 1, "unknown": 2, "region": 3, "country": 4}


def summed_up(
    event: str, accounts: Sequence[Account], known: Profile | None, gone: Collection[str] = ()
) -> Profile:
    """The profile of an event; ``known`` is what it was, ``gone`` articles that left it."""
    main = sorted((a for a in accounts if not a.mention.background), key=_first_published)
    told = main or sorted(accounts, key=_first_published)
    urls = [url for url in (known.articles if known else ()) if url not in gone]
    urls += sorted({a.url for a in accounts} - set(urls))
    first = told[0].mention
    return Profile(
        id=event,
        kind=_kind(told),
        title=first.title,
        when=_when(told),
        places=_places(told),
        terms=merged(a.mention.terms for a in told),
        figures=_figures(told),
        main=len(main),
        articles=tuple(urls[-_MOST_ARTICLES:]),
        accounts=_standing_for(accounts),
    )


def _first_published(account: Account) -> tuple[bool, float, tuple[str, str]]:
    at = account.published
    return at is None, at.timestamp() if at else 0.0, account.name


def _standing_for(accounts: Sequence[Account]) -> tuple[Account, ...]:
    """Those that stand for all, drawn by hash: no order of arrival favours any; main ones first."""
    drawn = sorted(accounts, key=lambda a: (a.mention.background, _lot(a)))
    return tuple(drawn[:MOST_ACCOUNTS])


def _lot(account: Account) -> bytes:
    return hashlib.sha256(" ".join(account.name).encode()).digest()


def _kind(accounts: Iterable[Account]) -> str:
    kind = ""
    for account in accounts:
        if can_be_one(account.mention.kind, kind):
            kind = narrower(account.mention.kind, kind)
    return kind


def _when(accounts: Iterable[Account]) -> When | None:
    """The finest of the times that meet the first one."""
    found: When | None = None
    for account in accounts:
        found = _narrowed(found, account.mention.when)
    return found


def _narrowed(a: When | None, b: When | None) -> When | None:
    if a is None or a.first is None or a.last is None:
        return b if b is not None else a
    if b is not None and b.first is None and b.weekday is not None:
        return _on_weekday(a, b.weekday)
    if b is None or b.first is None or b.last is None or b.anchor is Anchor.UNKNOWN:
        return a
    return b if b.first >= a.first and b.last <= a.last else a


def _on_weekday(when: When, weekday: str) -> When:
    """The one day of that name in a stretch of time, or the stretch where it holds none or two.

    "Late last week" in one report is the "Thursday" of another, whose own date is not known.
    """
    assert when.first is not None
    assert when.last is not None
    days = (when.last.date() - when.first.date()).days
    if not 0 < days < _WEEK:
        return when
    named = [
        when.first + timedelta(days=step)
        for step in range(days + 1)
        if (when.first + timedelta(days=step)).strftime("%A").lower() == weekday.lower()
    ]
    if len(named) != 1:
        return when
    start = named[0].replace(hour=0, minute=0, second=0)
    return replace(when, first=start, last=start + _TO_ITS_END, grain=Grain.DAY, others=())


def _places(accounts: Iterable[Account]) -> tuple[Place, ...]:
    places: dict[str, Place] = {}
    for account in accounts:
        for place in account.mention.places:
            places.setdefault(place.key, place)
    ranked = sorted(places.values(), key=lambda place: _SPECIFIC.get(place.type, 2))
    return tuple(ranked[:_MOST_PLACES])


def _figures(accounts: Iterable[Account]) -> dict[str, Figure]:
    """Each measure widened to cover what every account gives."""
    widened: dict[str, Figure] = {}
    for account in accounts:
        for measure, figure in account.mention.figures.items():
            known = widened.get(measure, figure)
            lows = [f.low for f in (known, figure) if f.low is not None]
            highs = [f.high for f in (known, figure) if f.high is not None]
            widened[measure] = Figure(
                min(lows) if lows else None,
                max(highs) if len(highs) == 2 else None,
            )
    return widened
