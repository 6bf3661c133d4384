"""When to visit a source, and when to look at a page again. Pure: the time is an argument."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from storage.visited import Visits

# Share of the wait that may be missing: a run once a night comes now some seconds early, now late.
SLACK = 0.05
# How much one visit weighs against all before it, when the usual gap between two new articles is
# learned; a guess: a change of rhythm shows after three or four visits.
LEARNED = 0.3
# After the first failure in a row, and at most; in between twice as long each time.
FIRST_BACK_OFF = timedelta(hours=1)
LONGEST_BACK_OFF = timedelta(days=2)
# A source is given up after as many failures at least, however long ago the first of them was: two
# runs a month apart that both met a broken network prove little. A guess; Media Cloud gives up its
# feeds after 30, and sees a surprising number of them come back.
FEWEST_FAILURES = 10


def is_due(visits: Visits, at: datetime) -> bool:
    """Whether a source is to be visited at that time (aware)."""
    if visits.given_up is not None or _rests(visits, at):
        return False
    if visits.next is None:
        return True
    return at >= visits.next - SLACK * (visits.next - (visits.tried or visits.next))


def answered(
    visits: Visits, at: datetime, new: int, shortest: timedelta, longest: timedelta
) -> Visits:
    """The visits after one at ``at`` (aware) that brought ``new`` articles.

    The next is after the usual gap between two new articles, within ``shortest`` and ``longest``.
    """
    gap = _gap(visits, at, new)
    wait = shortest if gap is None else min(max(gap, shortest), max(longest, shortest))
    return Visits(
        visits.url,
        tried=at,
        last=at,
        news=at if new or visits.news is None else visits.news,
        gap=None if gap is None else round(gap.total_seconds()),
        next=at + wait,
    )


def failed(visits: Visits, at: datetime, shortest: timedelta, give_up_after: timedelta) -> Visits:
    """The visits after one at ``at`` (aware) that failed: the pause grows with each in a row."""
    failures = visits.failures + 1
    since = visits.failing_since or at
    # The exponent is held down, so that a thousand failures do not overflow.
    pause = min(max(shortest, FIRST_BACK_OFF) * 2 ** min(failures - 1, 16), LONGEST_BACK_OFF)
    hopeless = failures >= FEWEST_FAILURES and at - since >= give_up_after
    return replace(
        visits,
        tried=at,
        next=at + max(pause, shortest),
        failures=failures,
        failing_since=since,
        given_up=visits.given_up or (at if hopeless else None),
    )


def left_alone(visits: Visits, at: datetime, until: datetime) -> Visits:
    """The visits after one at that time that was told not to come back before ``until``."""
    return replace(visits, tried=at, rest=until, next=until)


def next_check(first_seen: datetime, at: datetime, ages: Sequence[timedelta]) -> datetime | None:
    """When to look again at a page looked at ``at`` that time (both aware); None: no more.

    All ages that the page has reached by then are done with at once.
    """
    due = (first_seen + age * (1 - SLACK) for age in ages)
    return next((moment for moment in due if moment > at), None)


def is_last_check(first_seen: datetime, at: datetime, ages: Sequence[timedelta]) -> bool:
    """Whether no further look at a page follows one at that time (aware)."""
    return next_check(first_seen, at, ages) is None


def _rests(visits: Visits, at: datetime) -> bool:
    return visits.rest is not None and visits.rest > at


def _gap(visits: Visits, at: datetime, new: int) -> timedelta | None:
    """The usual time between two new articles, after a visit that brought ``new``."""
    usual = None if visits.gap is None else timedelta(seconds=visits.gap)
    if visits.last is None:  # what the first visit finds has gathered for nobody knows how long
        return None
    if new:
        shown = (at - visits.last) / new
    else:
        shown = at - (visits.news or visits.last)
        if usual is not None and shown <= usual:
            return usual
    return shown if usual is None else usual + LEARNED * (shown - usual)
