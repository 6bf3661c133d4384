"""``recount check``: the flow on demand, for articles that somebody names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import typer

from flows.cli.options import RUN, AsJson, Database, FailOn, Targets, examples
from flows.cli.output import print_json, say_failures, show
from flows.cli.results import article_records, code_of, failures_of, other_records
from flows.cli.stores import opened

if TYPE_CHECKING:
    from flows.console.checked import Checked
    from flows.steps.result import ArticleResult, RunResult


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command(
        rich_help_panel=RUN,
        epilog=examples(
            "recount check story.html https://outlet.example/story",
            "recount check folder/ --fail-on high",
            "curl -s https://outlet.example/story | recount check -",
        ),
    )(check)


def check(
    targets: Targets, database: Database = None, as_json: AsJson = False, fail_on: FailOn = None
) -> int:
    """Check articles against each other and against all that the store holds."""
    from flows.cli.progress import progress
    from flows.cli.taking_in import Intake
    from flows.console.checked import checked
    from flows.steps.checking import check_articles

    intake = Intake(targets)
    with opened(database) as engine:
        with progress() as advance:
            result = check_articles(
                engine,
                intake.articles(),
                seen=datetime.now(UTC),
                run_kind="check",
                progress=advance,
                told=_print_articles if as_json else None,
            )
        failures = failures_of(result, intake.failures)
        if as_json:
            print_json(other_records(result, failures))
        elif result.articles:
            for part in checked(_checked(result)):
                show(part)
        say_failures(failures)
        return code_of(result, failures, fail_on)


def _print_articles(results: Sequence[ArticleResult]) -> None:
    print_json(article_records(results))


def _checked(result: RunResult) -> Checked:
    from flows.console.checked import Checked

    return Checked(
        about=result.about,
        events=result.events,
        findings=result.findings,
        new=frozenset(result.new),
        differences=result.reconciliations,
        read=result.statuses.get("read", 0) + result.statuses.get("unchanged", 0),
    )
