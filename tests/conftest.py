"""Fixtures that tests of any room may ask for."""

from __future__ import annotations

from tests.stores import *  # noqa: F403 - fixtures are found by their names
