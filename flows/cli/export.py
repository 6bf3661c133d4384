"""``recount export``: findings for other programs and for spreadsheets."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from checkers.errors import WrongUse
from checkers.model import Family, Severity, Status
from flows.cli.exits import Exit
from flows.cli.options import LOOK, Database, examples, moment_since
from flows.cli.output import utf8
from flows.cli.stores import store_to_read

if TYPE_CHECKING:
    from collections.abc import Iterable

    from storage.stored import StoredFinding


class Format(StrEnum):
    """What findings can be written as."""

    JSONL = "jsonl"
    CSV = "csv"


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command(
        rich_help_panel=LOOK,
        epilog=examples(
            "recount export > findings.jsonl",
            "recount export --format csv --output findings.csv --status confirmed",
        ),
    )(export)


def export(
    *,
    format_: Annotated[
        Format, typer.Option("--format", help="jsonl holds everything; csv is for spreadsheets.")
    ] = Format.JSONL,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", "-o", metavar="FILE", help="Where to write. Default: standard output."
        ),
    ] = None,
    status: Annotated[
        list[Status] | None, typer.Option(help="Only of this status.", show_default=False)
    ] = None,
    family: Annotated[
        list[Family] | None, typer.Option(help="Only of this family.", show_default=False)
    ] = None,
    severity: Annotated[
        list[Severity] | None, typer.Option(help="Only this severe.", show_default=False)
    ] = None,
    since: Annotated[
        str | None, typer.Option(metavar="WHEN", help="Seen since: 2026-03-05, 12h, 7d or 2w.")
    ] = None,
    database: Database = None,
) -> int:
    """Write findings of every status, worst first, as JSON Lines or CSV."""
    from storage.findings import each_finding

    after = moment_since(since, datetime.now(UTC))
    with store_to_read(database) as session, _writable(output) as to:
        found = each_finding(
            session,
            status=status or (),
            family=family or (),
            severity=severity or (),
            since=after,
        )
        _writer(format_)(found, to)
    return Exit.DONE


def _writer(format_: Format) -> Callable[[Iterable[StoredFinding], TextIO], int]:
    from flows.exports import csv, jsonl
    from flows.exports.records import finding_record

    if format_ is Format.CSV:
        return csv.write
    return lambda found, to: jsonl.write(map(finding_record, found), to)


@contextmanager
def _writable(output: Path | None) -> Iterator[TextIO]:
    """The file to write to; line ends go out as the format has them.

    Raises:
        WrongUse: it cannot be written.
    """
    if output is None:
        yield utf8(sys.stdout)
        return
    try:
        with output.open("w", encoding="utf-8", newline="") as file:
            yield file
    except OSError as error:
        raise WrongUse(f"{output} cannot be written: {error.strerror or error}") from error
