"""The record of a run in the store, and its result."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from flows.sources.failure import Failure
from flows.steps.judging import Judging
from flows.steps.result import ArticleResult, RunResult
from storage.database import Engine, reading, session
from storage.findings import load_findings
from storage.runs import end_run, start_run
from storage.stored import Run, StoredFinding


def open_run(engine: Engine, kind: str, seen: datetime) -> Run:
    """Record that a run of this kind began at ``seen`` (aware)."""
    with session(engine) as opened:
        return start_run(opened, kind, seen)


def findings_met(engine: Engine, judging: Judging) -> list[StoredFinding]:
    """The findings of this run as the store now holds them, in an editor's order."""
    with reading(engine) as opened:
        return load_findings(opened, judging.met)


def close_run(
    judging: Judging,
    articles: Iterable[ArticleResult],
    findings: Sequence[StoredFinding],
    failures: Iterable[Failure],
) -> RunResult:
    """Record the end of a run with its counts and failures, and sum it up."""
    result = RunResult(
        run_id=judging.run.id,
        articles=tuple(articles),
        events=tuple(judging.events),
        findings=tuple(findings),
        new=tuple(judging.new),
        reconciliations=tuple(judging.reconciliations.values()),
        failures=(*failures, *judging.failures),
    )
    with session(judging.engine) as opened:
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
        **Counter(article.status for article in result.articles),
        "findings": len(result.findings),
        "new findings": len(result.new),
        "reconciliations": len(result.reconciliations),
        "failures": len(result.failures),
    }
