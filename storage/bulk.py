"""Many rows at once: inserted in one go, looked up by chunks, never one commit a row."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Row, Select, Table, bindparam, insert
from sqlalchemy.sql.elements import ColumnElement
from sqlmodel import Session

Item = TypeVar("Item")
Values = Mapping[str, Any]

# Values in one list of a query: far under the least limit (SQLite's 32,766), and few enough for a
# plan to stay a plan of look-ups.
CHUNK = 500


def chunks(items: Sequence[Item], size: int = CHUNK) -> Iterator[Sequence[Item]]:
    """The items, at most ``size`` at a time."""
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


def insert_rows(session: Session, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows that are not there yet."""
    if rows:
        session.connection().execute(insert(table), rows)


def insert_missing(session: Session, table: Table, rows: Sequence[Values]) -> None:
    """Insert the rows whose keys are not there yet; the others stay as they are."""
    if rows:
        statement = _insert(session, table).on_conflict_do_nothing()
        session.connection().execute(statement, rows)


def put_rows(session: Session, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows, or replace what is there under the same primary key."""
    if not rows:
        return
    statement = _insert(session, table)
    keys = [column.name for column in table.primary_key]
    replaced = {name: statement.excluded[name] for name in rows[0] if name not in keys}
    statement = statement.on_conflict_do_update(index_elements=keys, set_=replaced)
    session.connection().execute(statement, rows)


def look_up(
    session: Session, query: Select[Any], column: ColumnElement[Any], values: Sequence[Any]
) -> Iterator[Row[Any]]:
    """The rows of ``query`` whose ``column`` is one of ``values``."""
    wanted = query.where(column.in_(bindparam("wanted", expanding=True)))
    for chunk in chunks(values):
        yield from session.connection().execute(wanted, {"wanted": chunk})


def _insert(session: Session, table: Table) -> Any:
    """Both databases know ON CONFLICT, each by a statement of its own."""
    if session.get_bind().dialect.name == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)
