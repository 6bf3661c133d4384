"""The rows as a table for people and as JSON Lines for programs."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text

from benchmarks.measure import Row

PIPE_WIDTH = 140  # a pipe has no width of its own


def show(rows: Sequence[Row]) -> None:
    """Print a table, a section for each benchmark."""
    table = Table(
        title="What Recount costs: medians of processor time", title_justify="left", box=box.SIMPLE
    )
    table.add_column("measured")
    for heading in ("value", "clock"):
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("beside")
    for heading in ("times its cost", "peak", "budget"):
        table.add_column(heading, justify="right", no_wrap=True)
    for at, row in enumerate(rows):
        last = at + 1 == len(rows) or rows[at + 1].group != row.group
        table.add_row(*_cells(row), end_section=last)
    console = Console(markup=False, highlight=False)
    if not console.is_terminal:
        console.width = PIPE_WIDTH
    console.print(table)


def print_json(rows: Iterable[Row]) -> None:
    """Print a line per row."""
    for row in rows:
        print(json.dumps({"type": "measurement", **asdict(row), "kept": row.kept}))


def _cells(row: Row) -> Iterable[Text]:
    unit = row.unit.removesuffix("/article") if row.wall is not None else row.unit
    yield Text(row.what)
    yield Text(f"{_short(row.value)} {row.unit}")
    yield Text(f"{_short(row.wall)} {unit}" if row.wall is not None else "")
    yield Text(row.against)
    yield Text(f"{_short(row.ratio)}" if row.ratio is not None else "")
    yield Text(f"{row.peak_mb:,.0f} MB" if row.peak_mb is not None else "")
    yield Text(row.budget, "" if row.kept is None else "green" if row.kept else "bold red")


def _short(value: float) -> str:
    """Three figures, whatever the size."""
    if value >= 100:
        return f"{value:,.0f}"
    return f"{value:.3g}"
