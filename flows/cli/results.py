"""The result of a run, checked or nightly, as JSON records and as an exit code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from flows.cli.exits import Exit, exit_code

if TYPE_CHECKING:
    from checkers.model import Severity
    from flows.steps.result import ArticleResult, RunResult

Failures = Sequence[tuple[str, str]]
"""What could not be taken in or read, and why."""


def failures_of(result: RunResult, before: Failures = ()) -> Failures:
    """All that failed: before the run (what could not be loaded), then in it.

    So do pages on which something else than an article stood, such as a wall or an error.
    """
    from checkers.compare.pages import SOMETHING_ELSE

    named = [*before, *((one.what, one.why) for one in result.failures)]
    known = {what for what, _ in named}
    came = [
        (article.url, f"{article.detail} came in place of the article")
        for article in result.articles
        if article.status == "failed" and article.detail in SOMETHING_ELSE
    ]
    return [*named, *(one for one in came if one[0] not in known)]


def article_records(results: Iterable[ArticleResult]) -> Iterator[dict[str, Any]]:
    """What became of articles."""
    from flows.exports import records

    for one in results:
        yield records.article_record(one.url, one.revision, one.status, one.detail)


def other_records(result: RunResult, failures: Failures) -> Iterator[dict[str, Any]]:
    """What could not be taken in, as an article; then events, findings, reconciliations."""
    from flows.exports import records

    failed = {what for what, _ in failures}
    known = {article.url for article in result.articles if article.url in failed}
    for what, why in failures:
        if what not in known:
            yield records.article_record(what, None, "failed", why)
    yield from map(records.event_record, result.events)
    yield from map(records.finding_record, result.findings)
    yield from map(records.reconciliation_record, result.reconciliations)


def code_of(result: RunResult, failures: Failures, fail_on: Severity | None) -> Exit:
    """The exit code that a run comes to."""
    return exit_code(
        findings=(stored.finding for stored in result.findings),
        fail_on=fail_on,
        done=sum(number for status, number in result.statuses.items() if status != "failed"),
        failures=failures,
    )
