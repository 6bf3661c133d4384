"""A night's work, whoever runs its parts: plain functions here, Prefect tasks in the flow.

Work left undone is found by its state in the store, so a night that was killed at any point is
finished by the next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from multiprocessing.pool import ThreadPool

from checkers.errors import RecountError
from checkers.model import Article, Reading
from checkers.registry import all_checkers
from flows.plain.collector import collecting_seldom
from flows.settings import Settings
from flows.sources.failure import Failure
from flows.sources.targets import load_targets
from flows.steps.batches import BATCH, batches
from flows.steps.checking import worth_keeping
from flows.steps.correcting import resolve_corrected
from flows.steps.fetched import Fetched, store
from flows.steps.fetching import chosen_sources, due_sources, try_fetch
from flows.steps.judging import Judging
from flows.steps.kept import ArticleResults
from flows.steps.reading import Outcome, Unreadable, read_batch
from flows.steps.result import ArticleResult, Progress, RunResult, silent
from flows.steps.runs import close_run, open_run
from flows.steps.settling import Settled, settle
from flows.steps.visit import Round
from flows.steps.visits import note_visit
from seeds import demo_folder
from storage.database import Engine, open_database, reading
from storage.events import unjudged
from storage.readings import unjudged_readings, unread
from storage.stored import Run, Source

# So many failures in a row, without a success, are no accident; a guess.
SUSPICIOUS = 10

# Sources visited at once. They wait for distant servers and pause between pages of one host, so
# this may be many times the number of cores; a choice, not a measurement.
SOURCES_AT_ONCE = 8


@dataclass(frozen=True, slots=True)
class Hands:
    """Who does the parts of a night that may be done side by side.

    Attributes:
        fetch: Visits every source; what each gave, in any order.
        read: Reads batches of articles; what was read, batch by batch, in their order.
        batches_at_once: How many batches ``read`` is given together.
    """

    fetch: Callable[[Sequence[Source], Settings, Round], Iterable[Fetched]]
    read: Callable[[Sequence[Sequence[Article]]], Iterable[Sequence[Outcome]]]
    batches_at_once: int = 1


@collecting_seldom()
def run_nightly(
    settings: Settings,
    *,
    demo: bool = False,
    sources: Sequence[str] | None = None,
    only_due: bool = False,
    hands: Hands | None = None,
    progress: Progress | None = None,
    now: datetime | None = None,
) -> RunResult:
    """One night: fetch every source that is switched on, then read, group, judge and store.

    Args:
        settings: Where the store is, and how to fetch.
        demo: Take the invented articles of the demonstration set in place of all sources.
        sources: Names of the sources to visit; None is all that are switched on.
        only_due: Visit only sources whose time has come, and look again only at such pages.
        hands: Who does it; None is this process.
        progress: Told how far it is.
        now: The time of the night (aware); None is now.

    Raises:
        WrongUse: no source is switched on, or one of ``sources`` is not in the list.
        ConfigurationError: the store cannot serve.
    """
    engine = open_database(settings.database_url)
    try:
        visited = [] if demo else chosen_sources(engine, settings, sources)
        seen = now or datetime.now(UTC)
        round = Round(seen, everything=not only_due, named=bool(sources))
        visited = due_sources(engine, visited, round)
        night = _Night(engine, open_run(engine, "nightly", seen), progress or silent)
        hands = hands or Hands(fetch_side_by_side, _read_in_turn)
        if demo:
            items = load_targets([str(demo_folder())], None)
            night.take([store(engine, "demo", items, seen)], 1)
        else:
            note = partial(note_visit, engine, settings, visited, seen)
            night.take(hands.fetch(visited, settings, round) if visited else (), len(visited), note)
        night.read(hands)
        return night.judge_and_end()
    finally:
        engine.dispose()


def fetch_side_by_side(
    sources: Sequence[Source], settings: Settings, round: Round
) -> Iterator[Fetched]:
    """Visit sources a few at once; each result as it comes.

    Threads of this pool die with the process, so Ctrl-C does not wait for a slow source.
    """
    with ThreadPool(min(SOURCES_AT_ONCE, len(sources))) as pool:
        yield from pool.imap_unordered(lambda source: try_fetch(source, settings, round), sources)


def _read_in_turn(given: Sequence[Sequence[Article]]) -> Iterator[Sequence[Outcome]]:
    return map(read_batch, given)


def _suspect(read: Sequence[Outcome]) -> None:
    """Refuse a batch of which nothing could be read, so that its articles wait for the next run.

    Raises:
        RecountError: the reader is at fault, not the articles.
    """
    if len(read) >= SUSPICIOUS and all(isinstance(one, Unreadable) for one in read):
        raise RecountError(
            f"reading failed on each of {len(read)} articles, so the fault is Recount's; they are"
            " kept and will be read when it is mended. The log has the details"
        )


class _Night:
    """The parts of one night, in the order in which they are called."""

    def __init__(self, engine: Engine, run: Run, tell: Progress) -> None:
        self._engine = engine
        self._run = run
        self._tell = tell
        self._settled = Settled()
        self._results: dict[str, ArticleResult] = {}
        self._failures: list[Failure] = []

    def take(
        self,
        fetched: Iterable[Fetched],
        total: int,
        note: Callable[[Fetched], Iterable[Failure]] = lambda one: (),
    ) -> None:
        """Note what the sources gave; the articles themselves are in the store by now."""
        self._tell("Fetching", 0, total)
        for done, one in enumerate(fetched, start=1):
            self._failures += (*one.failures, *note(one))
            for url, revision in one.unchanged:
                self._results[f"{url}#{revision}"] = ArticleResult(url, revision, "unchanged")
            self._tell("Fetching", done, total)

    def read(self, hands: Hands) -> None:
        """Read and group all that waits, of this night or of one that did not come so far."""
        self._tell("Reading", 0, None)
        while waiting := self._waiting(BATCH * hands.batches_at_once):
            for read in hands.read(list(batches(waiting, BATCH))):
                _suspect(read)
                settle(self._engine, read, self._settled)
                self._tell("Reading", len(self._settled.articles), None)
        self._results |= self._settled.articles

    def judge_and_end(self) -> RunResult:
        """Judge all that changed since rules last looked at it, and sum up the night."""
        judging = Judging(
            engine=self._engine,
            run=self._run,
            checkers=tuple(all_checkers().values()),
            keeps=lambda event: worth_keeping(event, len(self._results)),
            shows=lambda finding: True,
        )
        while readings := self._unjudged():
            judging.judge_readings(readings)
        with reading(self._engine) as opened:
            changed = unjudged(opened)
        judging.judge_events(changed, self._tell)
        resolve_corrected(judging)
        failures = [*self._failures, *self._settled.failures]
        return close_run(judging, ArticleResults(self._results.values()), failures)

    def _waiting(self, limit: int) -> list[Article]:
        with reading(self._engine) as opened:
            return unread(opened, limit)

    def _unjudged(self) -> list[Reading]:
        with reading(self._engine) as opened:
            return unjudged_readings(opened, BATCH)
