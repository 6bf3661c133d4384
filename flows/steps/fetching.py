"""Fetching: each source by itself, what it gives stored as it comes."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from checkers.errors import NotFound, RecountError, WrongUse
from flows.settings import Settings
from flows.sources.client import open_client
from flows.sources.exchange import Clock
from flows.sources.feeds import fetch_source
from flows.sources.pace import PACE
from flows.sources.sourcelist import read_list
from flows.sources.unanswered import LeftAlone
from flows.steps.fetched import Fetched, not_fetched, store
from flows.steps.looking_again import look_again
from flows.steps.remembering import StoreMemory
from flows.steps.rhythm import is_due
from flows.steps.salvage import salvage
from flows.steps.visit import Round, Visit
from storage.answers import load_rests
from storage.database import Engine, open_database, reading
from storage.pages import sources_to_check
from storage.sources import list_sources
from storage.stored import Source
from storage.visited import Visits
from storage.visits import load_visits


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


def due_sources(engine: Engine, sources: Sequence[Source], round: Round) -> list[Source]:
    """Those of the sources that this round visits, or whose pages it looks at again."""
    with reading(engine) as opened:
        visits = load_visits(opened, [source.url for source in sources])
        pages = sources_to_check(opened, round.seen)
    return [
        source
        for source in sources
        if source.name in pages or _is_visited(visits[source.url], round)
    ]


def fetch(source: Source, settings: Settings, round: Round) -> Fetched:
    """Fetch one source into the store, and what is to be looked at again of its pages.

    May be repeated: an article that is there already is not stored again.

    Raises:
        SourceUnavailable: the source does not answer; trying again later may help.
        RecountError: the source cannot be used as it is.
    """
    engine = open_database(settings.database_url)
    try:
        with reading(engine) as opened:
            visits = load_visits(opened, [source.url])[source.url]
            rests = load_rests(opened, round.seen)
        for host, until in rests.items():
            PACE.rest(host, until)
        memory = StoreMemory(engine, source, settings, round.seen)
        with open_client(settings, memory, _clock(round.seen)) as client:
            visit = Visit(engine, source, settings, round, memory, client)
            return _fetch(visit, visited=_is_visited(visits, round))
    finally:
        engine.dispose()


def try_fetch(source: Source, settings: Settings, round: Round) -> Fetched:
    """As ``fetch``, but a source that fails is a failure among others: it fails alone.

    Raises:
        ConfigurationError: the store cannot serve; no source is to blame.
    """
    fetched: list[Fetched] = []
    salvage(
        [source],
        lambda given: fetched.extend(fetch(one, settings, round) for one in given),
        lambda given, why: fetched.append(not_fetched(given, why)),
    )
    return fetched[0]


def _fetch(visit: Visit, *, visited: bool) -> Fetched:
    """Visit a source, then look at its pages again, even where the source itself fails."""
    given = Fetched(visit.source.name, visited=False)
    failure: RecountError | None = None
    if visited:
        try:
            given = _visit(visit)
        except LeftAlone as error:
            given = not_fetched(visit.source, str(error), error.until)
        except RecountError as error:
            failure = error
    again = look_again(visit)
    if failure is not None:
        raise failure
    return replace(
        given,
        unchanged=(*given.unchanged, *again.unchanged),
        failures=(*given.failures, *again.failures),
    )


def _visit(visit: Visit) -> Fetched:
    """What the source itself gives."""
    items = fetch_source(visit.source, visit.client, visit.round.seen)
    given = store(visit.engine, visit.source.name, items, visit.round.seen, visit.memory)
    visit.memory.keep_rest()
    return given


def _is_visited(visits: Visits, round: Round) -> bool:
    if round.named:
        return True
    return visits.given_up is None if round.everything else is_due(visits, round.seen)


def _clock(seen: datetime) -> Clock:
    """Tells the time of a round that began at ``seen``."""
    began = time.monotonic()
    return lambda: seen + timedelta(seconds=time.monotonic() - began)
