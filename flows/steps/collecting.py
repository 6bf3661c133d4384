"""Python's search for garbage in cycles, made rarer while articles are worked through."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# New objects between two searches, and searches of the young between those of the older ones.
# Working through an article makes tens of thousands of objects, hardly any in cycles, and keeps
# some hundred megabytes of what was read and compared: with Python's own 700, 10, 10 a sixth of the
# time went into searching them. mypy, whose work is alike, has settled on the same numbers.
_THRESHOLDS = (200_000, 30, 30)


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Search rarely, and never again what is there already: lexicons, gazetteer, modules."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(*_THRESHOLDS)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
