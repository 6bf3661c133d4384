"""``recount events`` and ``recount event``: which articles tell of one happening."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Annotated

import typer

from flows.cli.exits import Exit, exit_code
from flows.cli.options import LOOK, AsJson, Database, examples, moment_since
from flows.cli.output import print_json, say_failures, show
from flows.cli.stores import store_to_read

AT_ONCE = 50  # events loaded with all their articles: a few MB


def add_to(app: typer.Typer) -> None:
    """Register both commands."""
    app.command(
        rich_help_panel=LOOK,
        epilog=examples(
            "recount events   (those in the store)",
            "recount events folder/   (groups these articles alone; stores nothing)",
        ),
    )(events)
    app.command(
        rich_help_panel=LOOK, epilog=examples("recount event 7c1e", "recount event 7c1e --json")
    )(event)


def events(
    targets: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="TARGET",
            show_default=False,
            help="Articles to group without the store; none: list the store's events.",
        ),
    ] = None,
    *,
    kind: Annotated[
        str | None, typer.Option(metavar="KIND", help="Of this kind alone (fire, flood, …).")
    ] = None,
    text: Annotated[
        str, typer.Option(metavar="WORDS", help="With these words in title, places or articles.")
    ] = "",
    since: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Not over by: 2026-03-05, 12h, 7d or 2w ago.")
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
) -> int:
    """List events with their articles: those of the store, or those that some articles make."""
    if targets:
        return _of_targets(targets, as_json=as_json)
    return _of_store(database, kind, text, since, as_json=as_json)


def event(
    event_id: Annotated[
        str, typer.Argument(metavar="ID", help="Id of the event, or how it begins.")
    ],
    *,
    database: Database = None,
    as_json: AsJson = False,
) -> int:
    """Show one event: what joined its articles, figures over time, what moved or stayed apart."""
    from flows.exports.records import (
        change_record,
        event_record,
        finding_record,
        reconciliation_record,
    )
    from storage.events import event_changes, find_event
    from storage.findings import list_findings
    from storage.reconciliations import reconciliations

    with store_to_read(database) as session:
        found = find_event(session, event_id)
        findings = list_findings(session, event=found.id)
        differences = list(reconciliations(session, event=found.id))
        changes = event_changes(session, found.id)
    if as_json:
        print_json(
            [
                event_record(found),
                *map(change_record, changes),
                *map(finding_record, findings),
                *map(reconciliation_record, differences),
            ]
        )
    else:
        from flows.console.event import event_in_full

        show(event_in_full(found, findings, differences, changes))
    return Exit.DONE


def _of_targets(targets: list[str], *, as_json: bool) -> int:
    from flows.cli.taking_in import Intake
    from flows.cli.unstored import grouped
    from flows.console.event import events_with_articles
    from flows.exports.records import event_record

    intake = Intake(targets)
    found = grouped(intake.articles())
    if as_json:
        print_json(map(event_record, found))
    elif found:
        show(events_with_articles(found))
    say_failures(intake.failures)
    return exit_code(findings=(), fail_on=None, done=intake.taken, failures=intake.failures)


def _of_store(
    database: str | None, kind: str | None, text: str, since: str | None, *, as_json: bool
) -> int:
    from flows.exports.records import event_record
    from storage.events import list_events, load_events

    after = moment_since(since, datetime.now(UTC))
    with store_to_read(database) as session:
        found = list_events(session, kind=kind, text=text, since=after)
        if as_json:
            for some in _slices([summary.event.id for summary in found]):
                print_json(map(event_record, load_events(session, some)))
            return Exit.DONE
    from flows.console.event import events_table

    show(events_table(found))
    return Exit.DONE


def _slices(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """The ids, as many at a time as may be in memory with all their articles."""
    return (ids[first : first + AT_ONCE] for first in range(0, len(ids), AT_ONCE))
