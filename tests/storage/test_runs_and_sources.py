"""Runs that begin and end, or are killed; sources that come, go, fail and recover."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from checkers.errors import NotFound, WrongUse
from storage.database import Engine, Session, reading, session
from storage.runs import end_run, latest_runs, load_run, start_run
from storage.sources import (
    add_source,
    list_sources,
    load_source,
    note_result,
    remove_source,
    set_enabled,
)
from storage.stored import Run, Source
from tests.storage.invented import DAY, HOUR, NOON

HERALD = Source("herald", "https://herald.example/feed", "The Velmara Herald", every_minutes=30)
TRIBUNE = Source("Tribüne", "https://tribune.example/?a=%s", enabled=False, kind="page")


def test_a_run_is_recorded_from_its_start(store: Engine) -> None:
    with session(store) as opened:
        first = start_run(opened, "nightly", NOON)
        killed = start_run(opened, "check", NOON + HOUR)
        assert load_run(opened, first.id) == Run(first.id, "nightly", NOON, None, {}, ())
    with session(store) as opened:
        failures = [{"what": "https://a.example/\x00", "why": "\ud800"}]
        ended = end_run(opened, first.id, NOON + DAY, {"articles": 3}, failures)
    assert ended == Run(first.id, "nightly", NOON, NOON + DAY, {"articles": 3}, tuple(failures))
    with reading(store) as opened:
        assert latest_runs(opened, 5) == [killed, ended]
        assert latest_runs(opened, 1) == [killed]


def test_an_unknown_run_is_named(store: Engine) -> None:
    with session(store) as opened:
        with pytest.raises(NotFound, match=r"^no run 'x' is in the store$"):
            load_run(opened, "x")
        with pytest.raises(NotFound, match=r"^no run 'x' is in the store$"):
            end_run(opened, "x", NOON, {}, [])


def test_sources_are_listed_by_name(store: Engine) -> None:
    with session(store) as opened:
        added = [add_source(opened, one, NOON) for one in (HERALD, TRIBUNE)]
    with reading(store) as opened:
        assert added == [replace(HERALD, added=NOON), replace(TRIBUNE, added=NOON)]
        assert list_sources(opened) == [added[1], added[0]]
        assert list_sources(opened, enabled=True) == [added[0]]
        assert list_sources(opened, enabled=False) == [added[1]]
        assert load_source(opened, "Tribüne") == added[1]


def test_a_source_added_again_stays_as_it_is(store: Engine) -> None:
    with session(store) as opened:
        first = add_source(opened, HERALD, NOON)
        assert add_source(opened, replace(HERALD, publisher="Other"), NOON + DAY) == first
        assert list_sources(opened) == [first]


TAKEN = {
    "a name at another address": (
        replace(HERALD, url="https://other.example/"),
        "a source 'herald' is there already, at https://herald.example/feed; use another name",
    ),
    "an address under another name": (
        replace(HERALD, name="other"),
        "https://herald.example/feed is there already, as 'herald'",
    ),
    "no name": (replace(TRIBUNE, name=" "), "the name of a source has 1 to 200 characters"),
    "a name too long": (
        replace(TRIBUNE, name="x" * 201),
        "the name of a source has 1 to 200 characters",
    ),
}


@pytest.mark.parametrize(("source", "says"), TAKEN.values(), ids=TAKEN)
def test_a_source_that_cannot_be_added_is_refused(store: Engine, source: Source, says: str) -> None:
    with session(store) as opened:
        add_source(opened, HERALD, NOON)
        with pytest.raises(WrongUse) as raised:
            add_source(opened, source, NOON)
        assert str(raised.value) == says
        assert [one.name for one in list_sources(opened)] == ["herald"]


def test_visits_are_noted(store: Engine) -> None:
    with session(store) as opened:
        source = add_source(opened, HERALD, NOON)
        assert note_result(opened, "herald", NOON) == replace(source, last_ok=NOON)
        for _ in range(2):
            failed = note_result(opened, "herald", NOON + HOUR, "no answer\x00")
        assert failed == replace(source, last_ok=NOON, failures=2, last_error="no answer\ufffd")
        assert note_result(opened, "herald", NOON + DAY) == replace(source, last_ok=NOON + DAY)


def test_a_source_is_switched_off_and_removed(store: Engine) -> None:
    with session(store) as opened:
        source = add_source(opened, HERALD, NOON)
        off = set_enabled(opened, "herald", False)
        assert off == replace(source, enabled=False)
        assert remove_source(opened, "herald") == off
        assert list_sources(opened) == []


ASKED: dict[str, Callable[[Session], object]] = {
    "shown": lambda opened: load_source(opened, "x"),
    "removed": lambda opened: remove_source(opened, "x"),
    "switched on": lambda opened: set_enabled(opened, "x", True),
    "visited": lambda opened: note_result(opened, "x", NOON),
}


@pytest.mark.parametrize("asked", ASKED.values(), ids=ASKED)
def test_an_unknown_source_is_named(store: Engine, asked: Callable[[Session], object]) -> None:
    with session(store) as opened, pytest.raises(NotFound, match=r"^no source 'x' is in the list"):
        asked(opened)
