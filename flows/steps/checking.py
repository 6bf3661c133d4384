"""The main job on articles at hand: store, read, group, judge."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from checkers.errors import NotFound
from checkers.model import Article, Event, Reading
from checkers.registry import all_checkers
from flows.plain.collector import collecting_seldom
from flows.sources.failure import Failure
from flows.steps.batches import batches
from flows.steps.correcting import resolve_corrected
from flows.steps.judging import Judging, articles_about
from flows.steps.kept import ArticleResults
from flows.steps.reading import read_batch
from flows.steps.result import ArticleResult, Progress, RunResult, Told, silent
from flows.steps.runs import close_run, open_run
from flows.steps.settling import Settled, settle
from storage.articles import save_articles
from storage.database import Engine, reading, session
from storage.events import events_of
from storage.readings import load_reading
from storage.stored import Saved

# A person reads the events of a folder or a night, not those of an archive: beyond so many articles
# only events that several articles are about, whose figures may have moved, are named there.
EVERY_EVENT_UP_TO = 1000


def take_in(engine: Engine, articles: Sequence[Article], seen: datetime) -> list[Saved]:
    """Store a batch of articles as they came, in one transaction."""
    with session(engine) as opened:
        return save_articles(opened, articles, seen)


@collecting_seldom()
def check_articles(
    engine: Engine,
    articles: Iterable[Article],
    *,
    seen: datetime,
    run_kind: str,
    progress: Progress | None = None,
    told: Told | None = None,
) -> RunResult:
    """Check articles against each other and against all that the store holds.

    Articles that the store knows unchanged are not read again, but judged again with the rest.
    However long ``articles`` is, no more than a batch of it is held at a time, with the addresses
    of all of them.

    Args:
        engine: The store.
        articles: What to check.
        seen: The time of the run (aware).
        run_kind: Under which name the run is recorded.
        progress: Told how far it is.
        told: Told what became of each article, a batch at a time.

    Raises:
        ConfigurationError: the store cannot serve.
    """
    tell = progress or silent
    results = ArticleResults()
    urls: set[str] = set()
    events: set[str] = set()
    failures: list[Failure] = []
    judging = Judging(
        engine=engine,
        run=open_run(engine, run_kind, seen),
        checkers=tuple(all_checkers().values()),
        keeps=lambda event: worth_keeping(event, len(results)),
        shows=lambda finding: any(item.url in urls for item in finding.evidence),
    )
    for batch in batches(articles):
        saved = take_in(engine, batch, seen)
        urls.update(one.article.url for one in saved)
        settled = Settled()
        became = _check_batch(saved, settled, judging)
        events |= settled.events
        failures += settled.failures
        results.add(became)
        if told:
            told(became)
        tell("Reading", len(results), None)
    judging.judge_events(sorted(events), tell)
    resolve_corrected(judging)
    return close_run(judging, results, failures)


def worth_keeping(event: Event, articles: int) -> bool:
    """Whether an event is named to whoever reads the result of a run over so many articles."""
    return articles <= EVERY_EVENT_UP_TO or len(articles_about(event)) > 1


def _check_batch(saved: Sequence[Saved], settled: Settled, judging: Judging) -> list[ArticleResult]:
    """Read what is not known yet, group it, and judge each article by itself."""
    engine = judging.engine
    known = _known(engine, [one.article for one in saved if one.state == "unchanged"], settled)
    unknown = {one.article.key: one.article for one in saved if one.article.key not in known}
    read = read_batch(list(unknown.values()))
    settle(engine, read, settled)
    readings = [
        one
        for one in read
        if isinstance(one, Reading)
        and (one.page or settled.articles[one.article.key].status != "failed")
    ]
    judging.judge_readings([*known.values(), *readings])
    return [
        _unchanged(one.article) if one.article.key in known else settled.articles[one.article.key]
        for one in saved
    ]


def _known(engine: Engine, articles: Sequence[Article], settled: Settled) -> dict[str, Reading]:
    """What was read in these articles before; a run that was killed may have left some unread."""
    known = {}
    with reading(engine) as opened:
        for article in articles:
            try:
                known[article.key] = load_reading(opened, article.url, article.revision)
            except NotFound:
                continue
        settled.events.update(events_of(opened, [one.article.url for one in known.values()]))
    return known


def _unchanged(article: Article) -> ArticleResult:
    return ArticleResult(article.url, article.revision, "unchanged")
