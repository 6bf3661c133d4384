"""Whole nights: repeated, killed at any point, and several at once, all come to the same."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from checkers.model import Event, Reconciliation
from storage.database import Engine, open_database, reading
from storage.events import load_events
from storage.findings import list_findings
from storage.readings import unread
from storage.reconciliations import reconciliations
from storage.stored import StoredFinding
from tests.storage.invented import DAY, NOON, row_counts
from tests.storage.night import ARTICLES, POINTS, night

ROOT = Path(__file__).parents[2]

Told = tuple[list[Event], list[StoredFinding], list[Reconciliation]]


def told(store: Engine) -> Told:
    """All that a night is for."""
    with reading(store) as opened:
        assert unread(opened, 1) == []
        events = load_events(opened, ["dock"])
        return events, list_findings(opened), reconciliations(opened)


def start(url: str, dies: str = "") -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.storage.night", url, dies]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True)


def end(processes: Sequence[subprocess.Popen[str]]) -> list[tuple[int, str]]:
    return [(one.wait(timeout=60), one.communicate()[1]) for one in processes]


@pytest.fixture(scope="module")
def undisturbed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Told, dict[str, int]]:
    store = open_database(f"sqlite:///{tmp_path_factory.mktemp('night') / 'recount.db'}")
    night(store, NOON)
    return told(store), row_counts(store)


def test_a_night_keeps_what_it_met(undisturbed: tuple[Told, dict[str, int]]) -> None:
    (events, findings, reasons), counts = undisturbed
    assert [[m.reading.article.url for m in one.members] for one in events] == [
        sorted({one.url for one in ARTICLES})
    ]
    assert (len(findings), len(reasons)) == (1, 1)
    assert counts["revision"] == len(ARTICLES)


def test_a_night_repeated_adds_nothing(
    store: Engine, undisturbed: tuple[Told, dict[str, int]]
) -> None:
    for days in (0, 0, 1):
        night(store, NOON + days * DAY)
        assert row_counts(store) == undisturbed[1]
    assert told(store)[0] == undisturbed[0][0]


@pytest.mark.parametrize("point", POINTS)
def test_a_night_killed_anywhere_is_finished_by_the_next(
    store_url: str, point: str, undisturbed: tuple[Told, dict[str, int]]
) -> None:
    assert end([start(store_url, point)]) == [(-signal.SIGKILL, "")]
    store = open_database(store_url)
    night(store, NOON)
    assert (told(store), row_counts(store)) == undisturbed
    store.dispose()


def test_several_nights_at_once_on_a_new_store_come_to_one(
    empty_url: str, undisturbed: tuple[Told, dict[str, int]]
) -> None:
    assert end([start(empty_url) for _ in range(4)]) == [(0, "")] * 4
    store = open_database(empty_url)
    assert (told(store), row_counts(store)) == undisturbed
    store.dispose()
