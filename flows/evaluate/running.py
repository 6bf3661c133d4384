"""Runs cases, each in a store of its own, on as many processes as are given."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp

from checkers.errors import ArticleUnreadable
from checkers.model import Article, Reconciliation, Status
from flows.evaluate.cases import Case
from flows.sources.jsonl import article_from_json
from flows.steps.checking import check_articles
from storage.database import Engine, open_database
from storage.stored import StoredFinding

# Starting a process with the readers in it takes as long as running about this many cases.
CASES_WORTH_A_PROCESS = 25


@dataclass(frozen=True, slots=True)
class CaseRun:
    """What was found in one case.

    Attributes:
        case: The case.
        findings: Those that stand open at its end.
        reconciliations: Differences with their reasons.
        failures: Articles that could not be taken in or read, as (what, why).
    """

    case: Case
    findings: tuple[StoredFinding, ...]
    reconciliations: tuple[Reconciliation, ...]
    failures: tuple[tuple[str, str], ...]


def run_cases(cases: Sequence[Case], *, jobs: int, seen: datetime) -> Iterator[CaseRun]:
    """What is found in each case, in the order of the cases.

    Args:
        cases: What to run.
        jobs: Number of processes at most; few cases are run in this one.
        seen: The time at which articles and findings are recorded as seen (aware).
    """
    jobs = max(1, min(jobs, len(cases) // CASES_WORTH_A_PROCESS))
    with TemporaryDirectory(prefix="recount-evaluate-") as folder:
        run = partial(run_case, template=_template(Path(folder)), seen=seen)
        if jobs == 1:
            yield from map(run, cases)
            return
        # Not fork: this process may have threads by now (progress display), and a fork would copy
        # their locks.
        with ProcessPoolExecutor(jobs, mp_context=get_context("forkserver")) as pool:
            yield from pool.map(run, cases, chunksize=4)


def run_case(case: Case, *, template: Path, seen: datetime) -> CaseRun:
    """Take in the articles of one case, in a copy of ``template``, and judge them."""
    failures: list[tuple[str, str]] = []
    store, engine = _bench(template)
    shutil.copyfile(template, store)
    try:
        result = check_articles(engine, _articles(case, failures), seen=seen, run_kind="evaluate")
        findings = tuple(one for one in result.findings if one.status is Status.OPEN)
        reconciliations = tuple(result.reconciliations)
    finally:
        engine.dispose()  # the last connection to close takes the write-ahead log with it
    failures += [(failure.what, failure.why) for failure in result.failures]
    return CaseRun(
        case=case,
        findings=findings,
        reconciliations=reconciliations,
        failures=tuple(failures),
    )


@cache
def _bench(template: Path) -> tuple[Path, Engine]:
    """This process's own store, filled anew for each case, and the way into it.

    One engine serves all cases: it keeps the statements that it has compiled, which takes a quarter
    of the time of a case.
    """
    store = Path(mkdtemp(prefix="bench-", dir=template.parent), "store.db")
    shutil.copyfile(template, store)
    return store, open_database(f"sqlite:///{store}")


def _articles(case: Case, failures: list[tuple[str, str]]) -> Iterator[Article]:
    for number, written in enumerate(case.articles, start=1):
        try:
            yield article_from_json(dict(written))
        except ArticleUnreadable as error:
            failures.append((f"{case.id}, article {number}", str(error)))


def _template(folder: Path) -> Path:
    """An empty store with its schema, which costs far less to copy than to make."""
    path = folder / "template.db"
    open_database(f"sqlite:///{path}").dispose()
    return path
