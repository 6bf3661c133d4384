"""``recount sources import`` and ``export``: lists of sources, in and out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from flows.cli.exits import Exit, exit_code
from flows.cli.options import AsJson, Database
from flows.cli.output import print_json, say, say_failures, show
from flows.cli.stores import store_to_read, store_to_write

if TYPE_CHECKING:
    from storage.stored import Source
    from storage.visited import Standing


def import_list(
    path: Annotated[Path, typer.Argument(metavar="FILE", help="An OPML or TOML list of feeds.")],
    *,
    on: Annotated[
        bool, typer.Option("--enable", help="Switch all of them on, whatever the list says.")
    ] = False,
    database: Database = None,
    as_json: AsJson = False,
) -> int:
    """Add every source of a list; those that are there already stay as they are."""
    from dataclasses import replace

    from checkers.errors import WrongUse
    from flows.sources.sourcelist import read_list
    from storage.sources import add_source
    from storage.standing import standings

    added: list[Source] = []
    failures: list[tuple[str, str]] = []
    with store_to_write(database) as session:
        for source in read_list(path):
            try:
                wanted = replace(source, enabled=True) if on else source
                added.append(add_source(session, wanted, datetime.now(UTC)))
            except WrongUse as error:
                failures.append((source.name, str(error)))
        found = standings(session, added)
    tell(found, as_json=as_json)
    say_failures(failures)
    return exit_code(findings=(), fail_on=None, done=len(added), failures=failures)


def export_list(
    path: Annotated[
        Path | None,
        typer.Argument(metavar="FILE", help="Where to. Default: standard output."),
    ] = None,
    *,
    database: Database = None,
    as_json: AsJson = False,
) -> int:
    """Write all sources as OPML, which feed readers and `recount sources import` take."""
    from checkers.errors import WrongUse
    from flows.sources.sourcelist import write_opml
    from storage.sources import list_sources
    from storage.standing import standings

    with store_to_read(database) as session:
        found = standings(session, list_sources(session))
    if as_json and path is None:
        return tell(found, as_json=True)
    written = write_opml(one.source for one in found)
    if path is None:
        sys.stdout.flush()
        sys.stdout.buffer.write(written)
    else:
        try:
            path.write_bytes(written)
        except OSError as error:
            raise WrongUse(
                f"{path}: {(error.strerror or 'it cannot be written').lower()}"
            ) from None
        say(f"wrote {written.count(b' xmlUrl=')} sources to {path}")
    return Exit.DONE


def tell(found: Sequence[Standing], *, as_json: bool) -> int:
    """Show sources as they are now."""
    if as_json:
        from flows.exports.records import source_record

        print_json(map(source_record, found))
    else:
        from flows.console.sources import sources_table

        show(sources_table(found))
    return Exit.DONE
