"""Where the store is and what it holds."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from flows.console.words import outside
from storage.stored import DatabaseStatus


def status_page(status: DatabaseStatus) -> RenderableType:
    """Address, schema and rows by table."""
    if status.current is None:
        schema = Text("no store there yet; the first command that needs it makes it", "warn")
    elif status.current == status.head:
        schema = Text(f"schema up to date ({status.head})", "good")
    else:
        schema = Text(
            f"schema at {status.current}, not {status.head}: recount database upgrade", "warn"
        )
    table = Table.grid(padding=(0, 2))
    table.add_column()
    table.add_column(justify="right")
    for name, rows in status.tables.items():
        table.add_row(Text(name), Text(f"{rows:,}"))
    return Group(outside(status.url, "heading"), schema, table)
