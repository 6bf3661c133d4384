"""The measures that count things."""

from __future__ import annotations

from functools import cache

from seeds import words


@cache
def things() -> frozenset[str]:
    """Every measure of ``things.toml``."""
    return frozenset(words("things")["things"])
