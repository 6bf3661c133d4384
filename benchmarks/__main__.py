"""``python -m benchmarks``: what Recount costs; ``make bench`` runs the quick version."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.measure import Row, in_own_process

# Sizes of the archive at which checking is measured.
QUICK = (250, 500)
FULL = (1_000, 10_000, 100_000)


def main() -> None:
    """Run the benchmarks that the command line names, or all of them."""
    wanted = _parser().parse_args()
    names = [wanted.benchmark] if wanted.benchmark else list(_BENCHMARKS)
    rows = [row for name in names for row in _BENCHMARKS[name](wanted)]
    from benchmarks.showing import print_json, show

    if wanted.json:
        print_json(rows)
    else:
        show(rows)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("benchmark", nargs="?", choices=list(_BENCHMARKS), help="default: all")
    parser.add_argument(
        "file",
        nargs="?",
        type=Path,
        help="JSONL articles to measure reading on; a folder of pages for taking in",
    )
    parser.add_argument("--full", action="store_true", help="everything; takes hours")
    parser.add_argument("--sizes", type=int, nargs="+", help="of the archive, for checking")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), help="default: both")
    parser.add_argument("--json", action="store_true", help="JSON Lines in place of the table")
    return parser


def _reading(wanted: argparse.Namespace) -> Iterator[Row]:
    from benchmarks.reading import measure_reading, measure_streaming

    yield from in_own_process(measure_reading, wanted.file, full=wanted.full)
    if wanted.file is None:
        yield from in_own_process(measure_streaming, full=wanted.full)


def _commands(wanted: argparse.Namespace) -> Iterator[Row]:
    from benchmarks.commands import measure_commands

    yield from measure_commands(full=wanted.full)


def _checking(wanted: argparse.Namespace) -> Iterator[Row]:
    from benchmarks.checking import measure_checking

    sizes = wanted.sizes or (FULL if wanted.full else QUICK)
    # The quick version has no time for both.
    databases = ("sqlite", "postgresql") if wanted.full else ("sqlite",)
    for url, name in _stores(wanted.database, databases):
        yield from in_own_process(measure_checking, url, name, sizes)


def _storing(wanted: argparse.Namespace) -> Iterator[Row]:
    from benchmarks.storing import measure_storing

    for url, name in _stores(wanted.database, ("sqlite", "postgresql")):
        yield from in_own_process(measure_storing, url, name)


def _taking_in(wanted: argparse.Namespace) -> Iterator[Row]:
    from benchmarks import taking_in

    yield from in_own_process(taking_in.measure_pages, wanted.file)
    if wanted.file is None:
        for measure in (
            taking_in.measure_lines,
            taking_in.measure_lines_read,
            taking_in.measure_archive,
        ):
            yield from in_own_process(measure, full=wanted.full)


def _stores(only: str | None, usual: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Address and name of the stores to measure on, each there only for its turn."""
    from benchmarks.places import postgresql_store, sqlite_store

    chosen = (only,) if only else usual
    if "sqlite" in chosen:
        with sqlite_store() as url:
            yield url, "SQLite"
    if "postgresql" in chosen:
        with postgresql_store() as server:
            if server is not None:
                yield server, "PostgreSQL"


_BENCHMARKS: dict[str, Callable[[argparse.Namespace], Iterator[Row]]] = {
    "taking-in": _taking_in,
    "reading": _reading,
    "commands": _commands,
    "checking": _checking,
    "storing": _storing,
}

if __name__ == "__main__":
    main()
