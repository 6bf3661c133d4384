"""Many rows at once: inserted in one go and looked up by lists, never one commit a row."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Insert, Row, Select, Table, TextClause, insert, text
from sqlmodel import Session

from storage.lists import WANTED
from storage.rows.columns import kept_key

Values = Mapping[str, Any]

# Rows that a long listing holds at a time.
CHUNK = 500


def look_up(session: Session, query: Select[Any], values: Collection[Any]) -> Iterator[Row[Any]]:
    """The rows of a query that asks for ``one_of`` a list; none for an empty one."""
    if values:
        yield from session.connection().execute(query, {WANTED: list(values)})


def insert_rows(session: Session, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows that are not there yet."""
    if rows:
        session.connection().execute(_inserted(table), rows)


def insert_missing(session: Session, table: Table, rows: Sequence[Values]) -> None:
    """Insert the rows whose keys are not there yet; the others stay as they are."""
    if rows:
        session.connection().execute(_inserted_missing(table, _dialect(session)), rows)


def put_rows(session: Session, table: Table, rows: Sequence[Values]) -> None:
    """Insert rows, or replace what is there under the same primary key."""
    if rows:
        statement = _put(table, tuple(rows[0]), _dialect(session))
        session.connection().execute(statement, rows)


def put_row(session: Session, table: Table, row: Values, *, key: str, number: str) -> int:
    """Insert one row, or replace what is there under the same unique ``key``; its number."""
    statement = _put_one(table, tuple(row), key, number, _dialect(session))
    found: int = session.connection().execute(statement, row).scalar_one()
    return found


def insert_keys(
    session: Session, table: Table, keys: Collection[str], of: object, most: int | None = None
) -> None:
    """Insert a row of key and owner for each key that ``of`` does not have yet.

    The keys go over as one list: an event has dozens of them, and a row at a time they would cost
    more than all else that is stored with it. A key that ``most`` owners have takes no more.
    """
    kept: Any = sorted({kept_key(key) for key in keys})
    if kept:
        dialect = _dialect(session)
        listed = kept if dialect == "postgresql" else json.dumps(kept)
        given = {"keys": listed, "of": of} | ({} if most is None else {"most": most})
        session.connection().execute(_keys_inserted(table, dialect, most is not None), given)


def _dialect(session: Session) -> str:
    return session.get_bind().dialect.name


# Statements are made once: making one takes longer than SQLite takes to run it.


@lru_cache
def _inserted(table: Table) -> Insert:
    return insert(table)


@lru_cache
def _inserted_missing(table: Table, dialect: str) -> Insert:
    statement: Insert = _insert_or(table, dialect).on_conflict_do_nothing()
    return statement


@lru_cache
def _put(table: Table, columns: tuple[str, ...], dialect: str) -> Insert:
    statement = _insert_or(table, dialect)
    keys = [column.name for column in table.primary_key]
    replaced = {name: statement.excluded[name] for name in columns if name not in keys}
    replacing: Insert = statement.on_conflict_do_update(index_elements=keys, set_=replaced)
    return replacing


@lru_cache
def _put_one(table: Table, columns: tuple[str, ...], key: str, number: str, dialect: str) -> Any:
    statement = _insert_or(table, dialect)
    replaced = {name: statement.excluded[name] for name in columns if name != key}
    replacing = statement.on_conflict_do_update(index_elements=[key], set_=replaced)
    return replacing.returning(table.c[number])


@lru_cache
def _keys_inserted(table: Table, dialect: str, limited: bool) -> TextClause:
    key, owner = table.columns.keys()
    listed = (
        "unnest(CAST(:keys AS text[])) AS given (value)"
        if dialect == "postgresql"
        else "json_each(:keys)"
    )
    holders = f"SELECT 1 FROM {table.name} WHERE {key} = value LIMIT :most"  # noqa: S608 - our own names
    room = f"(SELECT count(*) FROM ({holders}) AS holders) < :most"  # noqa: S608 - our own names
    return text(
        f"INSERT INTO {table.name} ({key}, {owner})"  # noqa: S608 - our own names
        f" SELECT value, :of FROM {listed} WHERE {room if limited else 'true'}"
        " ON CONFLICT DO NOTHING"
    )


def _insert_or(table: Table, dialect: str) -> Any:
    """Both databases know ON CONFLICT, each by a statement of its own."""
    if dialect == "postgresql":
        from sqlalchemy.dialects import postgresql

        return postgresql.insert(table)
    from sqlalchemy.dialects import sqlite

    return sqlite.insert(table)
