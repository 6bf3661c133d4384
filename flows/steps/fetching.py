"""Fetching: each source by itself, what it gives stored as it comes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from checkers.errors import NotFound, WrongUse
from checkers.model import Article
from flows.settings import Settings
from flows.sources.client import open_client
from flows.sources.failure import Failure
from flows.sources.feeds import fetch_source
from flows.sources.sourcelist import read_list
from flows.steps.batches import batches
from flows.steps.salvage import salvage
from storage.articles import save_articles
from storage.database import Engine, open_database, reading, session
from storage.sources import list_sources
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
    """

    source: str
    unchanged: tuple[tuple[str, int], ...] = ()
    failures: tuple[Failure, ...] = ()
    error: str = ""


def chosen_sources(engine: Engine, settings: Settings, names: Sequence[str] | None) -> list[Source]:
    """The sources of these names, or all that are switched on, in the order of their list.

    Raises:
        WrongUse: there is none, or a name is not in the list.
    """
    if settings.sources:
        listed = read_list(settings.sources)
    else:
        with reading(engine) as opened:
            listed = list_sources(opened)
    if names:
        unknown = sorted(set(names) - {source.name for source in listed})
        if unknown:
            raise NotFound(f"no source {unknown[0]!r} is in the list; recount sources shows it")
        return [source for source in listed if source.name in names]
    enabled = [source for source in listed if source.enabled]
    if not enabled:
        raise WrongUse(
            "no source is switched on: `recount sources` lists them, `recount sources enable NAME`"
            " switches one on, and `recount nightly --demo` needs none"
        )
    return enabled


def fetch(source: Source, settings: Settings, seen: datetime) -> Fetched:
    """Fetch one source into the store; ``seen`` (aware) is the time of the run.

    May be repeated: an article that is there already is not stored again.

    Raises:
        SourceUnavailable: the source does not answer; trying again later may help.
        RecountError: the source cannot be used as it is.
    """
    engine = open_database(settings.database_url)
    try:
        with open_client(settings) as client:
            return store(engine, source.name, fetch_source(source, client, seen), seen)
    finally:
        engine.dispose()


def try_fetch(source: Source, settings: Settings, seen: datetime) -> Fetched:
    """As ``fetch``, but a source that fails is a failure among others: it fails alone.

    Raises:
        ConfigurationError: the store cannot serve; no source is to blame.
    """
    fetched: list[Fetched] = []
    salvage(
        [source],
        lambda given: fetched.extend(fetch(one, settings, seen) for one in given),
        lambda given, why: fetched.append(not_fetched(given, why)),
    )
    return fetched[0]


def not_fetched(source: Source, why: str) -> Fetched:
    """What a source gave that failed as a whole."""
    return Fetched(source.name, failures=(Failure(source.name, why),), error=why)


def store(engine: Engine, name: str, items: Iterable[Article | Failure], seen: datetime) -> Fetched:
    """Store articles as they come in, a few in a transaction; keep count of what came."""
    failures: list[Failure] = []
    unchanged: list[tuple[str, int]] = []
    for batch in batches(_articles(items, failures), STORED_AT_ONCE):
        with session(engine) as opened:
            saved = save_articles(opened, batch, seen)
        # Only their names: a source may be an archive of many thousand pages.
        unchanged += [_name(one) for one in saved if one.state == "unchanged"]
    return Fetched(name, tuple(unchanged), tuple(failures))


def _name(saved: Saved) -> tuple[str, int]:
    return saved.article.url, saved.article.revision


def _articles(items: Iterable[Article | Failure], failures: list[Failure]) -> Iterator[Article]:
    for item in items:
        if isinstance(item, Failure):
            failures.append(item)
        else:
            yield item
