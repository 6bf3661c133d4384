"""Opening a store: the schema is brought up to date by itself, and transactions take turns."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, func, inspect, select, text
from sqlmodel import Session

from storage.address import is_file, read_address, shown
from storage.connect import connect, for_reading, one_line
from storage.schema import HEAD, bring_up_to_date, version
from storage.stored import DatabaseStatus

# Flows name these types and import no database library themselves.
__all__ = [
    "DatabaseStatus",
    "Engine",
    "Session",
    "open_database",
    "reading",
    "session",
    "status",
    "upgrade",
]

# Names the advisory lock of PostgreSQL under which a store is written; any number will do. With
# the schema's name beside it, since several stores may share a server.
WRITING = 7_265_002

# Who writes looks up a handful of rows by key, and nothing else. The planner cannot know: a table
# filled since it was last looked at still counts as small to it, and it would read all of it,
# again and again (measured: 110 ms a look-up after 1,000 articles, in place of 0.5).
TAKE_TURN = text(
    "SELECT pg_advisory_xact_lock(:name, hashtext(current_schema())),"
    " set_config('enable_seqscan', 'off', true),"
    " set_config('enable_hashjoin', 'off', true),"
    " set_config('enable_mergejoin', 'off', true)"
)


def open_database(url: str) -> Engine:
    """The store at ``url``, created and brought up to date as needed.

    Raises:
        ConfigurationError: it cannot be opened, is no store, or was written by a newer Recount.
    """
    address = read_address(url)
    engine = connect(address)
    with one_line(address):
        bring_up_to_date(engine)
    return engine


def upgrade(url: str) -> None:
    """Bring the store at ``url`` up to date and close it again.

    Raises:
        ConfigurationError: as ``open_database``.
    """
    open_database(url).dispose()


@contextmanager
def session(engine: Engine) -> Iterator[Session]:
    """A transaction that may write: kept at the end of the block, undone if it raises.

    One at a time holds the store, on PostgreSQL as on SQLite; others wait. Grouping needs this (two
    reports of one event, placed at once, would each found it), and nothing can then deadlock.

    Raises:
        ConfigurationError: the database cannot serve (in use for a minute, full, gone).
    """
    with one_line(engine.url), Session(engine) as opened, opened.begin():
        if engine.dialect.name == "postgresql":
            opened.connection().execute(TAKE_TURN, {"name": WRITING})
        yield opened


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """A transaction that only reads: it waits for nobody, holds nobody up, and sees one moment.

    Raises:
        ConfigurationError: the database cannot serve.
    """
    with one_line(engine.url), Session(for_reading(engine)) as opened:
        yield opened


def status(url: str) -> DatabaseStatus:
    """Where the store at ``url`` is; nothing is created or changed.

    Raises:
        ConfigurationError: it cannot be opened.
    """
    address = read_address(url)
    if is_file(address) and not Path(str(address.database)).exists():
        return DatabaseStatus(shown(address), None, HEAD, {})
    engine = connect(address)
    try:
        with one_line(address), reading(engine) as opened:
            connection = opened.connection()
            current = version(connection)
            tables = _rows(connection) if current else {}
    finally:
        engine.dispose()
    return DatabaseStatus(shown(address), current, HEAD, tables)


def _rows(connection: Connection) -> dict[str, int]:
    from storage.rows.every_table import TABLES

    there = set(inspect(connection).get_table_names())
    return {
        name: connection.scalar(select(func.count()).select_from(TABLES[name])) or 0
        for name in sorted(there & set(TABLES))
    }
