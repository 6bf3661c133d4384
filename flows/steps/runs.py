"""The record of a run in the store, and its result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime

from flows.sources.failure import Failure
from flows.steps.judging import Judging
from flows.steps.kept import (
    ArticleResults,
    stored_events,
    stored_findings,
    stored_reconciliations,
)
from flows.steps.result import RunResult
from storage.database import Engine, session
from storage.runs import end_run, start_run
from storage.stored import Run


def open_run(engine: Engine, kind: str, seen: datetime) -> Run:
    """Record that a run of this kind began at ``seen`` (aware)."""
    with session(engine) as opened:
        return start_run(opened, kind, seen)


def close_run(judging: Judging, articles: ArticleResults, failures: Iterable[Failure]) -> RunResult:
    """Record the end of a run with its counts and failures, and sum it up."""
    engine, shown = judging.engine, judging.shown
    result = RunResult(
        run_id=judging.run.id,
        articles=articles,
        statuses=articles.statuses,
        events=stored_events(engine, list(judging.about)),
        about=judging.about,
        findings=stored_findings(engine, sorted(shown, key=lambda of: (shown[of], of))),
        new=tuple(judging.new),
        reconciliations=stored_reconciliations(engine, list(judging.reconciliations)),
        reasons=Counter(judging.reconciliations.values()),
        failures=(*failures, *judging.failures),
    )
    with session(engine) as opened:
        end_run(
            opened,
            judging.run.id,
            datetime.now(UTC),
            counts_of(result),
            [{"what": failure.what, "why": failure.why} for failure in result.failures],
        )
    return result


def counts_of(result: RunResult) -> dict[str, int]:
    """The figures of a run: articles by what became of them, then what was found."""
    return {
        **result.statuses,
        "findings": len(result.findings),
        "new findings": len(result.new),
        "reconciliations": len(result.reconciliations),
        "failures": len(result.failures),
    }
