"""The stores that the tests of this room ask for."""

from __future__ import annotations

from tests.stores import *  # noqa: F403 - fixtures are found by their names
