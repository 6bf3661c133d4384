"""``recount findings``, ``show`` and ``mark``: list findings, look at one, keep a decision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checkers.errors import WrongUse
from checkers.model import Family, Severity, Status
from flows.cli.exits import Exit, reached
from flows.cli.options import (
    LOOK,
    AsJson,
    Database,
    FailOn,
    day_until,
    examples,
    moment_since,
)
from flows.cli.output import print_json, show
from flows.cli.stores import store_to_read, store_to_write

if TYPE_CHECKING:
    from storage.database import Session
    from storage.stored import StoredFinding


def add_to(app: typer.Typer) -> None:
    """Register the three commands."""
    app.command(
        rich_help_panel=LOOK,
        epilog=examples(
            "recount findings",
            "recount findings --severity high --since 2d",
            "recount findings --family CAS --text ferry --json",
        ),
    )(findings)
    app.command("show", rich_help_panel=LOOK, epilog=examples("recount show 3f2a"))(show_one)
    app.command(
        rich_help_panel=LOOK,
        epilog=examples(
            'recount mark 3f2a dismissed --note "two attacks on one day"',
            "recount mark 3f2a 91c0 snoozed --until 2026-03-31",
        ),
    )(mark)


def findings(
    *,
    status: Annotated[
        list[Status] | None,
        typer.Option(help="What was decided about them. Default: open.", show_default=False),
    ] = None,
    every_status: Annotated[
        bool, typer.Option("--all", help="Whatever was decided about them.")
    ] = False,
    family: Annotated[
        list[Family] | None, typer.Option(help="Kind of statement at odds.", show_default=False)
    ] = None,
    severity: Annotated[
        list[Severity] | None, typer.Option(help="How severe.", show_default=False)
    ] = None,
    event: Annotated[str | None, typer.Option(metavar="ID", help="About one event.")] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="With a quotation of this outlet.")
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Seen since: 2026-03-05, 12h, 7d or 2w.")
    ] = None,
    text: Annotated[
        str | None, typer.Option(metavar="WORDS", help="With these words in message or quotations.")
    ] = None,
    database: Database = None,
    as_json: AsJson = False,
    fail_on: FailOn = None,
) -> int:
    """List findings, worst first: the open ones, unless you ask for others."""
    from storage.findings import list_findings

    if every_status and status:
        raise WrongUse("--all and --status exclude each other")
    after = moment_since(since, datetime.now(UTC))
    with store_to_read(database) as session:
        found = list_findings(
            session,
            status=() if every_status else status or [Status.OPEN],
            family=family or (),
            severity=severity or (),
            event=_event_id(session, event),
            publisher=publisher,
            since=after,
            text=text,
        )
    if as_json:
        print_json(_records(found))
    else:
        from flows.console.finding import findings_table

        show(findings_table(found))
    flagged = reached((stored.finding for stored in found), fail_on)
    return Exit.FLAGGED if flagged else Exit.DONE


def show_one(
    finding: Annotated[
        str, typer.Argument(metavar="FINDING", help="Id, or the first digits of it.")
    ],
    *,
    database: Database = None,
    as_json: AsJson = False,
) -> int:
    """Show one finding: quotations with their context, who published first, what was decided."""
    from storage.findings import find_finding

    with store_to_read(database) as session:
        stored = find_finding(session, finding)
        articles = {} if as_json else _articles(session, stored)
    if as_json:
        print_json([*_records([stored]), *_decisions(stored)])
    else:
        from flows.console.finding import finding_in_full

        show(finding_in_full(stored, articles))
    return Exit.DONE


def mark(
    findings: Annotated[
        list[str], typer.Argument(metavar="FINDING", help="Ids, or the first digits of them.")
    ],
    status: Annotated[Status, typer.Argument(metavar="STATUS", help="What they become.")],
    *,
    note: Annotated[str, typer.Option(help="Why, for whoever looks later.")] = "",
    until: Annotated[
        str | None, typer.Option(metavar="DATE", help="Last day that a snoozed finding sleeps.")
    ] = None,
    by: Annotated[
        str, typer.Option(metavar="NAME", help="Who decides. Default: your login name.")
    ] = "",
    database: Database = None,
    as_json: AsJson = False,
) -> int:
    """Keep a decision about findings: open, confirmed, dismissed, snoozed or resolved."""
    import storage.findings

    day = day_until(until, datetime.now().astimezone().date())
    with store_to_write(database) as session:
        prints = [
            storage.findings.find_finding(session, one).finding.fingerprint for one in findings
        ]
        marked = storage.findings.mark(
            session, prints, status, by=by or _login(), at=datetime.now(UTC), note=note, until=day
        )
    if as_json:
        print_json(_records(marked))
    else:
        from flows.console.finding import findings_table

        show(findings_table(marked))
    return Exit.DONE


def _event_id(session: Session, short_id: str | None) -> str | None:
    """The whole id of the event that a short one means."""
    if short_id is None:
        return None
    from storage.events import find_event

    return find_event(session, short_id).id


def _login() -> str:
    """The name of whoever is logged in; machines without names say nobody."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError):
        return "nobody"


def _records(found: Iterable[StoredFinding]) -> Iterator[dict[str, Any]]:
    from flows.exports.records import finding_record

    return map(finding_record, found)


def _decisions(stored: StoredFinding) -> Iterator[dict[str, Any]]:
    from flows.exports.records import decision_record

    return (decision_record(stored, decision) for decision in stored.decisions)


def _articles(session: Session, stored: StoredFinding) -> dict[tuple[str, int], Any]:
    """The articles a finding rests on, by address and revision."""
    from storage.articles import load_article

    wanted = {(item.url, item.revision) for item in stored.finding.evidence}
    return {(url, revision): load_article(session, url, revision) for url, revision in wanted}
