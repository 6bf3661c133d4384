"""Fixtures that tests of any room may ask for."""

from __future__ import annotations

import pytest

from tests.stores import *  # noqa: F403 - fixtures are found by their names


@pytest.fixture(autouse=True)
def _width_is_the_commands_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take away the width that the test runner hands to its workers."""
    monkeypatch.delenv("COLUMNS", raising=False)
