"""Fixtures that tests of any room may ask for."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from flows.sources.pace import PACE
from flows.sources.robots import ROBOTS
from tests.stores import *  # noqa: F403 - fixtures are found by their names


@pytest.fixture(autouse=True)
def _width_is_the_commands_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the width that the test runner hands to its workers."""
    monkeypatch.delenv("COLUMNS", raising=False)


@pytest.fixture(autouse=True)
def _servers_are_met_anew() -> Iterator[None]:
    """A server may get the port of an earlier one, whose rules and wishes are not its own."""
    yield
    ROBOTS.forget()
    PACE.forget()
