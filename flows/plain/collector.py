"""Python's search for garbage in cycles, made rarer where articles are worked through."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects between two searches, and searches of the young between those of the older ones.
# Working through an article makes tens of thousands of objects, none of them in cycles where it is
# read (in 1,200 articles nothing was freed), and keeps some hundred megabytes of what was read and
# compared: with Python's own 700, 10, 10 a sixth of a night went into searching them. mypy, whose
# work is alike, has settled on the same numbers.
_THRESHOLDS = (200_000, 30, 30)


def collect_seldom() -> None:
    """Search rarely; for the start of a process that reads articles."""
    gc.set_threshold(*_THRESHOLDS)


@contextmanager
def collecting_seldom() -> Iterator[None]:
    """Search rarely, and never what is there already: lexicons, gazetteer, modules."""
    before = gc.get_threshold()
    gc.freeze()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
