"""``recount check``: the flow on demand, for articles that somebody names."""

from __future__ import annotations

from datetime import UTC, datetime

import typer

from flows.cli.options import RUN, AsJson, Database, FailOn, Targets, examples
from flows.cli.output import print_json, say_failures, show
from flows.cli.results import code_of, failures_of, records_of
from flows.cli.stores import opened


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
    from flows.console.checked import Checked, checked
    from flows.steps.checking import check_articles

    intake = Intake(targets)
    with opened(database) as engine, progress() as advance:
        result = check_articles(
            engine, intake.articles(), seen=datetime.now(UTC), run_kind="check", progress=advance
        )
    failures = failures_of(result, intake.failures)
    if as_json:
        print_json(records_of(result, failures))
    elif result.articles:
        show(
            checked(
                Checked(
                    events=result.events,
                    findings=result.findings,
                    new=frozenset(finding.fingerprint for finding in result.new),
                    differences=result.reconciliations,
                    read=sum(one.status in ("read", "unchanged") for one in result.articles),
                )
            )
        )
    say_failures(failures)
    return code_of(result, failures, fail_on)
