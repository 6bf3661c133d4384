"""``recount database``: bring the store's schema up to date; say where it is."""

from __future__ import annotations

import typer

from flows.cli.exits import Exit
from flows.cli.options import SET_UP, AsJson, Database, alone, examples, settings_with
from flows.cli.output import print_json, show

app = typer.Typer(
    help="Bring the store's schema up to date; say where it is.",
    rich_markup_mode="rich",
    epilog=examples("recount database   (says where the store is)", "recount database upgrade"),
)


def add_to(parent: typer.Typer) -> None:
    """Register the group."""
    parent.add_typer(app, name="database", rich_help_panel=SET_UP)


@app.callback(invoke_without_command=True)
def database_group(
    context: typer.Context, database: Database = None, as_json: AsJson = False
) -> int:
    """Bring the store's schema up to date; say where it is."""
    if alone(context, database, as_json):
        return status(database=database, as_json=as_json)
    return Exit.DONE


@app.command(epilog=examples("recount database upgrade --database sqlite:///news.db"))
def upgrade(database: Database = None, as_json: AsJson = False) -> int:
    """Bring the schema up to date, as every command does by itself that opens the store."""
    import storage.database

    url = settings_with(database).database_url
    storage.database.upgrade(url)
    return _tell(url, as_json=as_json)


@app.command(epilog=examples("recount database status", "recount database status --json"))
def status(database: Database = None, as_json: AsJson = False) -> int:
    """Say where the store is, how far its schema, and how much it holds. Changes nothing."""
    return _tell(settings_with(database).database_url, as_json=as_json)


def _tell(url: str, *, as_json: bool) -> int:
    from flows.console.database import status_page
    from storage.database import status as status_of

    found = status_of(url)
    if as_json:
        record = {"type": "database", "url": found.url, "current": found.current}
        print_json([{**record, "head": found.head, "tables": dict(found.tables)}])
    else:
        show(status_page(found))
    return Exit.DONE
