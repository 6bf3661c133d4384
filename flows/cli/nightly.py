"""``recount nightly`` and ``recount serve``: the scheduled run, now or every night."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.options import RUN, AsJson, Database, FailOn, examples, settings_with
from flows.cli.output import print_json, say, say_failures, show
from flows.cli.results import Failures, article_records, code_of, failures_of, other_records

if TYPE_CHECKING:
    from flows.console.summary import Night
    from flows.steps.result import RunResult

DEMO_STORE = "sqlite:///.demo/recount.db"


def add_to(app: typer.Typer) -> None:
    """Register both commands."""
    app.command(
        rich_help_panel=RUN,
        epilog=examples(
            "recount nightly",
            "recount nightly --demo   (on invented articles, into a store of its own)",
            'recount nightly --source "BBC News World" --fail-on high',
        ),
    )(nightly)
    app.command(
        rich_help_panel=RUN,
        epilog=examples("recount serve", "recount serve --at '30 2 * * *' --timezone Europe/Kyiv"),
    )(serve)


def nightly(
    *,
    demo: Annotated[
        bool,
        typer.Option("--demo", help="Read the invented articles that come with Recount instead."),
    ] = False,
    source: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Only this source.", show_default=False),
    ] = None,
    due: Annotated[
        bool,
        typer.Option("--due", help="Only sources and pages whose time has come: for a schedule."),
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
    fail_on: FailOn = None,
) -> int:
    """Fetch all sources, read, group, check, store, and print the summary: once, now."""
    from flows.cli.progress import progress
    from flows.steps.night import run_nightly

    if demo and not database and not os.environ.get("RECOUNT_DATABASE_URL"):
        database = DEMO_STORE
    with progress() as advance:
        result = run_nightly(
            settings_with(database),
            demo=demo,
            sources=source or None,
            only_due=due,
            progress=advance,
        )
    failures = failures_of(result)
    if as_json:
        print_json(article_records(result.articles))
        print_json(other_records(result, failures))
        say_failures(failures)
    else:
        from flows.console.summary import summary

        for part in summary(_night(result, failures)):
            show(part)
    return code_of(result, failures, fail_on)


def serve(
    *,
    at: Annotated[
        str | None,
        typer.Option(
            metavar="CRON",
            help="When the nightly run starts: minute, hour, day, month, weekday. "
            "Default: 30 2 * * *.",
        ),
    ] = None,
    timezone: Annotated[
        str | None,
        typer.Option(
            metavar="ZONE", help="Zone in which that is meant. Default: RECOUNT_TIMEZONE."
        ),
    ] = None,
    database: Database = None,
) -> int:
    """Keep the nightly schedule and take single articles on demand, in one process."""
    from flows.cli.exits import Exit
    from flows.serve import EVERY_NIGHT
    from flows.serve import serve as keep_serving

    settings = settings_with(database)
    if timezone:
        settings = replace(settings, timezone=timezone)
    keep_serving(settings, cron=at or EVERY_NIGHT, say=say)
    return Exit.DONE


def _night(result: RunResult, failures: Failures) -> Night:
    from flows.console.summary import Night

    return Night(
        statuses=result.statuses,
        events=result.events,
        findings=result.findings,
        new=frozenset(result.new),
        reasons=result.reasons,
        failures=failures,
    )
