"""Long streams of work, a batch at a time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

T = TypeVar("T")

# Articles in a transaction. Large enough that a commit and a Prefect task cost little beside
# reading (about 4 ms an article), small enough that a run that is killed loses little work.
BATCH = 100


def batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """The items in lists of ``size``, the last one shorter; reads no further ahead than that."""
    remaining = iter(items)
    while batch := list(islice(remaining, size)):
        yield batch
