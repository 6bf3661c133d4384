"""Connections to a store: what each database has to be told, and its errors in one line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError, DBAPIError, InterfaceError, OperationalError
from sqlalchemy.pool import ConnectionPoolEntry, StaticPool

from checkers.errors import ConfigurationError
from storage.address import is_file, is_sqlite, shown

# How long to wait for another process that is writing. One batch takes seconds; a minute is for a
# slow disk and the first start after an upgrade.
PATIENCE = timedelta(seconds=60)

# Kilobytes of a SQLite file that a connection keeps in memory, at most: the upper levels of all
# indexes of gigabytes, and the rows of a night. In SQLite's own 2,000 not even the first stay from
# one article to the next.
PAGES_KEPT = 64_000

# How long a server may take to answer at all.
CONNECT_TIMEOUT = timedelta(seconds=10)

# What PostgreSQL calls it when a user may not create tables, or has no schema to create them in.
NOT_ALLOWED = ("42501", "3F000")

# What PostgreSQL calls it when a lock was not to be had in time.
LOCK_NOT_AVAILABLE = "55P03"

# Execution option that holds a ``Turn``.
TURN = "recount_turn"


class Turn(StrEnum):
    """What a transaction is for; it writes unless it says otherwise."""

    READ = "read"
    WRITE = "write"
    MIGRATE = "migrate"


def connect(address: URL) -> Engine:
    """An engine for ``address``; nothing is connected yet.

    Raises:
        ConfigurationError: the folder of the file cannot be made.
    """
    told: dict[str, Any] = {
        "json_serializer": partial(json.dumps, separators=(",", ":")),
        "hide_parameters": True,  # an error must not carry whole articles into the log
    }
    if not is_sqlite(address):
        arguments = _postgresql_arguments(address)
        return create_engine(address, pool_pre_ping=True, connect_args=arguments, **told)
    arguments = {"timeout": PATIENCE.total_seconds()}
    if is_file(address):
        _make_folder(Path(str(address.database)))
    else:  # one connection for all: a second one would see another, empty store
        arguments["check_same_thread"] = False
        told["poolclass"] = StaticPool
    engine = create_engine(address, connect_args=arguments, **told)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def for_reading(engine: Engine) -> Engine:
    """The same store, for transactions that only read: each sees one moment, and none can write."""
    if engine.dialect.name == "postgresql":
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine.execution_options(**{TURN: Turn.READ})


def for_migrating(engine: Engine) -> Engine:
    """The same store, for changing its tables: readers and writers no longer wait for each other.

    SQLite keeps that setting (its write-ahead log) in the file, so no other place sets it.
    """
    if engine.dialect.name == "sqlite":
        connection = engine.raw_connection()
        connection.cursor().execute("PRAGMA journal_mode = WAL")
        connection.close()
    return engine.execution_options(**{TURN: Turn.MIGRATE})


def _postgresql_arguments(address: URL) -> dict[str, Any]:
    """What a session on the server has to be told.

    UTC, whatever the server's zone: a date of the year 1 must not slip before it. And to plan each
    statement as it comes: a plan kept from when a table was empty reads the whole of it for good.
    """
    given = address.query.get("options", "")
    options = given if isinstance(given, str) else " ".join(given)
    patience = round(PATIENCE.total_seconds() * 1000)
    return {
        "connect_timeout": round(CONNECT_TIMEOUT.total_seconds()),
        "options": f"{options} -c timezone=UTC -c lock_timeout={patience} "
        "-c plan_cache_mode=force_custom_plan",
    }


def _set_up_sqlite(connection: Any, _: ConnectionPoolEntry) -> None:
    # The driver would begin a transaction at the first change only, and none before a new table.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute(f"PRAGMA cache_size = -{PAGES_KEPT}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its turn at once: one that began by reading could not wait for it later.

    Foreign keys are off only while a migration may rebuild tables that others point to.
    """
    turn = connection.get_execution_options().get(TURN, Turn.WRITE)
    connection.exec_driver_sql(f"PRAGMA foreign_keys = {'OFF' if turn is Turn.MIGRATE else 'ON'}")
    connection.exec_driver_sql(f"PRAGMA query_only = {'ON' if turn is Turn.READ else 'OFF'}")
    connection.exec_driver_sql("BEGIN" if turn is Turn.READ else "BEGIN IMMEDIATE")


def _make_folder(file: Path) -> None:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ConfigurationError(
            f"the folder {file.parent} of the store cannot be made: {error.strerror}"
        ) from error


@contextmanager
def one_line(address: URL) -> Iterator[None]:
    """Turn what a database says when it cannot serve into one line a person can act on."""
    try:
        yield
    except DBAPIError as error:
        if not _needs_a_person(error):
            raise
        said = str(error.orig).strip().splitlines() or [type(error.orig).__name__]
        if _waited_in_vain(error):
            said = ["another process keeps writing to it; try again when it is done"]
        raise ConfigurationError(f"the store {shown(address)} cannot be used: {said[0]}") from error


def _needs_a_person(error: DBAPIError) -> bool:
    """Whether a setting, a disk or a server is at fault, and not a statement of ours."""
    if getattr(error.orig, "sqlite_errorname", "") == "SQLITE_ERROR":
        return False  # SQLite calls a wrong statement operational, too
    if isinstance(error, OperationalError | InterfaceError):
        return True
    if type(error) is DatabaseError:  # SQLite's word for a file that is something else
        return True
    return getattr(error.orig, "sqlstate", None) in NOT_ALLOWED


def _waited_in_vain(error: DBAPIError) -> bool:
    said = getattr(error.orig, "sqlite_errorname", "") or getattr(error.orig, "sqlstate", "")
    return said in ("SQLITE_BUSY", LOCK_NOT_AVAILABLE)
