"""The scheduled run as a Prefect flow: one task per source, one per batch of articles.

The work itself is in ``flows.steps.night``; here it is only handed to tasks, and shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from prefect import flow, get_run_logger, task
from prefect.artifacts import create_markdown_artifact, create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.client.schemas.objects import State, TaskRun
from prefect.futures import wait
from prefect.task_runners import ThreadPoolTaskRunner
from prefect.tasks import Task, exponential_backoff
from prefect.utilities.annotations import unmapped

from checkers.errors import SourceUnavailable
from checkers.model import Article
from flows.plain.collector import collect_seldom
from flows.settings import Settings, read_settings
from flows.sources.unanswered import NotNow
from flows.steps.fetched import Fetched, not_fetched
from flows.steps.fetching import fetch
from flows.steps.night import SOURCES_AT_ONCE, Hands, run_nightly
from flows.steps.reading import Outcome, read_batch
from flows.steps.runs import counts_of
from flows.steps.salvage import what_failed
from flows.steps.tables import figures_page, findings_caption, findings_rows
from flows.steps.visit import Round
from storage.stored import Source

# A source is asked three times in all; each request is also repeated, more quickly, by the client.
# Half a minute at night costs nothing, and most servers that stumble are up again by then.
RETRIES = 2
FIRST_RETRY_AFTER = timedelta(seconds=10)


def _may_answer_later(_task: Task[..., Any], _run: TaskRun, state: State[Any]) -> bool:
    """Only what may be over within the minute is asked again; what is not there stays away."""
    return isinstance(state.result(raise_on_failure=False), NotNow)


@task(
    task_run_name="fetch {source.name}",
    retries=RETRIES,
    retry_delay_seconds=exponential_backoff(FIRST_RETRY_AFTER.total_seconds()),
    retry_condition_fn=_may_answer_later,
    cache_policy=NO_CACHE,
)
def fetch_source(source: Source, settings: Settings, round: Round) -> Fetched:
    """Fetch one source into the store. Only this step meets the network, so only it retries."""
    return fetch(source, settings, round)


@task(name="read-batch", cache_policy=NO_CACHE)
def read_articles(articles: list[Article]) -> list[Outcome]:
    """Read a batch of articles. It needs nothing but them, so it may run on any machine."""
    collect_seldom()
    return read_batch(articles)


# Typed as a runner of its own futures, which is not a runner of futures in general.
_THREADS: Any = ThreadPoolTaskRunner(max_workers=SOURCES_AT_ONCE)


@flow(name="nightly", task_runner=_THREADS)
def nightly(
    database_url: str | None = None,
    sources: list[str] | None = None,
    batches_at_once: int = 1,
    only_due: bool = True,
) -> dict[str, int]:
    """Fetch the sources, read and compare their articles, and store what cannot both stand.

    **When it fails:** run it again; what was done stays, and what was left undone is found and
    finished. It fails only when no source answered (look at the network first), when no source is
    switched on (`recount sources`), or when the store cannot be used (`recount doctor`). A source
    that fails alone is listed on the page "night-figures" and stops nothing.

    Args:
        database_url: The store; empty for the worker's own `RECOUNT_DATABASE_URL`.
        sources: Names of the sources to visit; empty for all that are switched on.
        batches_at_once: Batches of articles read at once; more than one is of use only with a task
            runner that spreads tasks over processes or machines.
        only_due: Visit only sources whose time has come by what is known of their rhythm, which a
            night after a day always has; else all of them.
    """
    settings = read_settings()
    if database_url:
        settings = replace(settings, database_url=database_url)
    answered: list[bool] = []

    def fetch_all(chosen: Sequence[Source], settings: Settings, round: Round) -> Iterator[Fetched]:
        for fetched in _fetch(chosen, settings, round):
            answered.append(not fetched.error)
            yield fetched

    hands = Hands(fetch_all, _read, batches_at_once)
    result = run_nightly(settings, sources=sources, only_due=only_due, hands=hands)
    create_table_artifact(
        table=findings_rows(result), key="night-findings", description=findings_caption(result)
    )
    create_markdown_artifact(markdown=figures_page(result), key="night-figures")
    counts = counts_of(result)
    get_run_logger().info("%d of %d sources answered; %s", sum(answered), len(answered), counts)
    if answered and not any(answered):
        raise SourceUnavailable(f"none of {len(answered)} sources answered")
    return counts


def _fetch(sources: Sequence[Source], settings: Settings, round: Round) -> Iterator[Fetched]:
    futures = fetch_source.map(list(sources), unmapped(settings), unmapped(round))
    wait(futures)
    for source, future in zip(sources, futures, strict=True):
        if future.state.is_completed():
            yield future.result()
        else:
            error: Any = future.result(raise_on_failure=False)
            yield not_fetched(source, what_failed(error))


def _read(given: Sequence[Sequence[Article]]) -> Iterator[Sequence[Outcome]]:
    """Read batches at once; those of a worker that is lost wait in the store for the next run."""
    futures = read_articles.map([list(batch) for batch in given])
    wait(futures)
    for future in futures:
        yield future.result()
