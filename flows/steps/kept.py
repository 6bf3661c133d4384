"""What a run came to, left where it is until somebody looks at it: in the store, or in a file.

A run may be over a hundred thousand articles. In memory it keeps ids and counts; whoever shows it
reads the rest a few at a time.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import astuple
from itertools import islice
from tempfile import SpooledTemporaryFile
from typing import TypeVar
from weakref import finalize

from checkers.errors import NotFound
from checkers.model import Event, Reconciliation
from flows.steps.batches import batches
from flows.steps.result import ArticleResult
from storage.database import Engine, Session, reading
from storage.events import load_event
from storage.findings import load_findings
from storage.reconciliations import load_reconciliations
from storage.stored import StoredFinding

T = TypeVar("T")

# Outcomes, and lines of the file, that are in memory at a time.
AT_ONCE = 200
# The results of so many bytes stay in memory: those of some ten thousand articles.
IN_MEMORY = 1_000_000


class FromStore(Collection[T]):
    """Some of what the store holds, in a given order; each pass over it reads it anew."""

    def __init__(
        self,
        engine: Engine,
        keys: Sequence[str],
        load: Callable[[Session, Sequence[str]], Iterable[T]],
        at_once: int = AT_ONCE,
    ) -> None:
        """What ``load`` gives for ``keys``, so many ``at_once``; it passes over unknown ones."""
        self._engine = engine
        self._keys = keys
        self._load = load
        self._at_once = at_once

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[T]:
        for some in batches(self._keys, self._at_once):
            with reading(self._engine) as opened:
                loaded = list(self._load(opened, some))
            yield from loaded

    def __contains__(self, one: object) -> bool:
        return any(one == other for other in self)

    def only(self, keys: Sequence[str]) -> FromStore[T]:
        """Those of ``keys``, in their order."""
        return FromStore(self._engine, keys, self._load, self._at_once)


def stored_events(engine: Engine, ids: Sequence[str]) -> FromStore[Event]:
    """Events by id, one at a time: a busy one has hundreds of articles."""
    return FromStore(engine, ids, _events, at_once=1)


def stored_findings(engine: Engine, fingerprints: Sequence[str]) -> FromStore[StoredFinding]:
    """Findings by fingerprint."""
    return FromStore(engine, fingerprints, load_findings)


def stored_reconciliations(
    engine: Engine, fingerprints: Sequence[str]
) -> FromStore[Reconciliation]:
    """Differences that are no findings, by fingerprint."""
    return FromStore(engine, fingerprints, load_reconciliations)


def _events(opened: Session, ids: Sequence[str]) -> Iterator[Event]:
    for event_id in ids:
        try:
            yield load_event(opened, event_id)
        except NotFound:
            continue  # another run merged it into another event since


class ArticleResults(Collection[ArticleResult]):
    """What became of each article, in a file of its own once there are many.

    Attributes:
        statuses: How many articles came to each status.
    """

    def __init__(self, results: Iterable[ArticleResult] = ()) -> None:
        """With these to begin with."""
        # It outlives any block of code, and goes when nobody asks for the results any more.
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115
        finalize(self, self._file.close)
        self.statuses: Counter[str] = Counter()
        self.add(results)

    def add(self, results: Iterable[ArticleResult]) -> None:
        """Add some."""
        self._file.seek(0, 2)
        for result in results:
            self._file.write(json.dumps(astuple(result)).encode() + b"\n")
            self.statuses[result.status] += 1

    def __len__(self) -> int:
        return self.statuses.total()

    def __iter__(self) -> Iterator[ArticleResult]:
        at = 0
        # Another pass may move the file between two of ours.
        while lines := self._lines(at):
            at += sum(map(len, lines))
            for line in lines:
                yield ArticleResult(*json.loads(line))

    def __contains__(self, one: object) -> bool:
        return any(one == other for other in self)

    def _lines(self, at: int) -> list[bytes]:
        self._file.seek(at)
        return list(islice(self._file, AT_ONCE))
