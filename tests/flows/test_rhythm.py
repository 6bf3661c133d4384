"""When a source is visited and a page looked at again, over tables of what happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from flows.settings import DEFAULT_RECHECKS
from flows.steps.rhythm import answered, failed, is_due, left_alone, next_check
from storage.visited import Visits

NOON = datetime(2026, 3, 6, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
NEW = Visits("https://outlet.example/rss")
SHORTEST, LONGEST = timedelta(minutes=30), timedelta(hours=12)


def visited(*visits: tuple[timedelta, int]) -> Visits:
    """A source after visits at so much after noon that brought so many new articles."""
    after = NEW
    for moment, new in visits:
        after = answered(after, NOON + moment, new, SHORTEST, LONGEST)
    return after


def wait(visits: Visits) -> timedelta:
    """The pause before the next visit."""
    assert visits.next is not None
    return visits.next - (visits.last or NOON)


def test_a_source_never_visited_is_due() -> None:
    assert is_due(NEW, NOON)


# What the visits brought, and the pause after the last.
RHYTHMS = {
    "the first visit tells nothing": ([(0 * HOUR, 30)], SHORTEST),
    "an article every two hours": ([(0 * HOUR, 30), (4 * HOUR, 2)], 2 * HOUR),
    "many at once": ([(0 * HOUR, 30), (2 * HOUR, 60)], SHORTEST),
    "nothing for long": ([(0 * HOUR, 9), (10 * HOUR, 0), (40 * HOUR, 0)], LONGEST),
    "nothing for less than usual changes nothing": (
        [(0 * HOUR, 9), (4 * HOUR, 1), (6 * HOUR, 0)],
        4 * HOUR,
    ),
    "a change of rhythm is learned in steps": (
        [(0 * HOUR, 9), (4 * HOUR, 1), (5 * HOUR, 1)],
        timedelta(hours=3, minutes=6),
    ),
}


@pytest.mark.parametrize(("visits", "pause"), RHYTHMS.values(), ids=RHYTHMS)
def test_the_pause_follows_what_a_source_brings(
    visits: list[tuple[timedelta, int]], pause: timedelta
) -> None:
    assert wait(visited(*visits)) == pause


def test_a_run_once_a_night_visits_the_quietest_source_every_night() -> None:
    quiet = visited((0 * DAY, 3), (1 * DAY, 0), (2 * DAY, 0), (9 * DAY, 0))
    assert is_due(quiet, NOON + 10 * DAY - timedelta(minutes=5))


def test_a_run_every_hour_visits_it_seldom() -> None:
    quiet = visited((0 * DAY, 3), (1 * DAY, 0), (9 * DAY, 0))
    due = [hour for hour in range(24) if is_due(quiet, NOON + 9 * DAY + hour * HOUR)]
    assert due[0] == 12


def test_an_hourly_run_that_comes_a_minute_early_is_in_time() -> None:
    hourly = answered(visited((0 * HOUR, 9)), NOON + HOUR, 1, HOUR, LONGEST)
    assert not is_due(hourly, NOON + HOUR + timedelta(minutes=50))
    assert is_due(hourly, NOON + HOUR + timedelta(minutes=59))


def failing(times: int, every: timedelta) -> Visits:
    """A source that failed so many times in a row, first at noon."""
    after = NEW
    for number in range(times):
        after = failed(after, NOON + number * every, SHORTEST, 30 * DAY)
    return after


def test_the_pause_grows_from_failure_to_failure() -> None:
    pauses = []
    for times in range(1, 9):
        after = failing(times, timedelta(0))
        assert after.next is not None
        pauses.append((after.next - NOON) / HOUR)
    assert pauses == [1, 2, 4, 8, 16, 32, 48, 48]


def test_a_source_is_given_up_after_a_month_of_failures() -> None:
    assert failing(30, DAY).given_up is None
    hopeless = failing(31, DAY)
    assert (hopeless.given_up, hopeless.failing_since) == (NOON + 30 * DAY, NOON)
    assert not is_due(hopeless, NOON + 900 * DAY)


def test_two_failures_far_apart_prove_little() -> None:
    assert failing(2, 60 * DAY).given_up is None


def test_an_answer_ends_all_that() -> None:
    back = answered(failing(40, DAY), NOON + 60 * DAY, 0, SHORTEST, LONGEST)
    assert (back.failures, back.failing_since, back.given_up) == (0, None, None)


def test_a_source_that_asked_to_be_left_alone_is() -> None:
    told = left_alone(visited((0 * HOUR, 9)), NOON, NOON + DAY)
    assert not is_due(told, NOON + timedelta(hours=23, minutes=59))
    assert is_due(told, NOON + DAY)
    assert (told.failures, told.last) == (0, NOON)


# Hours after first sight at which runs come, and those at which a page is looked at.
LOOKS = {
    "every hour": (range(24 * 9), [1, 6, 23, 69, 160]),
    "every night": (range(0, 24 * 9, 24), [24, 72, 168]),
    "once after a week away": ([200], [200]),
    "twice a day": (range(0, 24 * 9, 12), [12, 24, 72, 168]),
}


@pytest.mark.parametrize(("runs", "looks"), LOOKS.values(), ids=LOOKS)
def test_a_page_is_looked_at_again_at_its_ages(runs: range, looks: list[int]) -> None:
    due = next_check(NOON, NOON, DEFAULT_RECHECKS)
    done = []
    for hour in runs:
        at = NOON + hour * HOUR
        if due is not None and due <= at:
            done.append(hour)
            due = next_check(NOON, at, DEFAULT_RECHECKS)
    assert (done, due) == (looks, None)


def test_no_ages_no_looks() -> None:
    assert next_check(NOON, NOON, ()) is None


def test_a_gap_is_kept_in_whole_seconds() -> None:
    assert visited((0 * HOUR, 9), (1 * HOUR, 7)) == replace(
        NEW,
        tried=NOON + HOUR,
        last=NOON + HOUR,
        news=NOON + HOUR,
        gap=514,
        next=NOON + HOUR + SHORTEST,
    )
