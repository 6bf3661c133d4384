"""The measures that count things."""

from __future__ import annotations

from functools import cache

from seeds import words

# Counted by the grammar of people; losing one's work is no casualty.
_UNHARMED = frozenset({"laid-off"})


@cache
def things() -> frozenset[str]:
    """Every measure of ``things.toml``, and those of people that tell of no harm to them."""
    return frozenset(words("things")["things"]) | _UNHARMED
