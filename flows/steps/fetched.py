"""What a source gave, stored as it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from checkers.model import Article
from flows.sources.failure import Failure
from flows.steps.batches import batches
from flows.steps.remembering import StoreMemory
from storage.articles import save_articles
from storage.database import Engine, session
from storage.stored import Saved, Source

# Articles of one source in a transaction: few, since a slow source gives one every second or so,
# and what was fetched should not be lost with the process.
STORED_AT_ONCE = 20


@dataclass(frozen=True, slots=True)
class Fetched:
    """What one source gave.

    Attributes:
        source: Its name.
        unchanged: Articles that the store held already, as (address, revision).
        failures: Pages that could not be read, or the source itself.
        error: Why the source itself failed; "" where it answered.
        visited: False where only pages of it were looked at again.
        new: Number of articles that the store did not hold.
        left_alone: Until when it asked to be left alone (aware), or None.
    """

    source: str
    unchanged: tuple[tuple[str, int], ...] = ()
    failures: tuple[Failure, ...] = ()
    error: str = ""
    visited: bool = True
    new: int = 0
    left_alone: datetime | None = None


def not_fetched(source: Source, why: str, left_alone: datetime | None = None) -> Fetched:
    """What a source gave that failed as a whole."""
    failures = (Failure(source.name, why),)
    return Fetched(source.name, failures=failures, error=why, left_alone=left_alone)


def store(
    engine: Engine,
    name: str,
    items: Iterable[Article | Failure],
    seen: datetime,
    memory: StoreMemory | None = None,
) -> Fetched:
    """Store articles as they come in, a few in a transaction; keep count of what came."""
    failures: list[Failure] = []
    unchanged: list[tuple[str, int]] = []
    new = 0
    for batch in batches(_articles(items, failures), STORED_AT_ONCE):
        saved = _save(engine, batch, seen, memory)
        # Only their names: a source may be an archive of many thousand pages.
        unchanged += [_name(one) for one in saved if one.state == "unchanged"]
        new += sum(one.state == "new" for one in saved)
    return Fetched(name, tuple(unchanged), tuple(failures), new=new)


def _save(
    engine: Engine, batch: Sequence[Article], seen: datetime, memory: StoreMemory | None
) -> list[Saved]:
    with session(engine) as opened:
        saved = save_articles(opened, batch, seen)
        if memory is not None:
            memory.keep(opened, batch)
    return saved


def _name(saved: Saved) -> tuple[str, int]:
    return saved.article.url, saved.article.revision


def _articles(items: Iterable[Article | Failure], failures: list[Failure]) -> Iterator[Article]:
    for item in items:
        if isinstance(item, Failure):
            failures.append(item)
        else:
            yield item
