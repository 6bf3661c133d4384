"""Kinds of column that the tables share."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import String, Table, Text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import SQLModel

from storage.words import storable

# Constraints go by the same name in both databases, so that a migration can name what it changes.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}

# Tables of little more than their key: SQLite then keeps the row in the index itself.
KEY_ONLY = {"sqlite_with_rowid": False}

# PostgreSQL refuses an index entry of more than 2,700 bytes; four bytes a character leaves room.
LONGEST_KEY = 200


class Words(TypeDecorator[str]):
    """Text from outside, of any length; what no database holds is replaced on the way in."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The words as they are kept."""
        return None if value is None else storable(value)


class Key(TypeDecorator[str]):
    """A short text that rows are found and ordered by, in the order of its bytes everywhere.

    A longer one is kept as its hash: it is still found, whatever somebody put into an address
    or a caption, and nothing is found in its place.
    """

    impl = String
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Bytes are SQLite's order; PostgreSQL has to be told."""
        collation = "C" if dialect.name == "postgresql" else None
        return dialect.type_descriptor(String(collation=collation))

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """The key as it is kept."""
        return None if value is None else kept_key(value)


def kept_key(key: str) -> str:
    """The key itself, or the hash of one that is too long for an index."""
    key = storable(key)
    return key if len(key) <= LONGEST_KEY else hashlib.sha256(key.encode()).hexdigest()


def page_key(url: str) -> str:
    """What an address is found by: always a hash, since addresses are long and many."""
    return hashlib.sha256(storable(url).encode()).hexdigest()[:32]


def moment(at: datetime) -> datetime:
    """An aware time in UTC; at the edges of the calendar, which UTC may leave, as it reads."""
    try:
        return at.astimezone(UTC)
    except OverflowError:
        return at.replace(tzinfo=UTC)


def table_of(row: type[SQLModel]) -> Table:
    """The table behind a row, which statements are written over.

    Rows come by the thousand and leave as nouns at once: to load them as objects would cost five
    times as much, and keep a second copy of each in the session.
    """
    return SQLModel.metadata.tables[str(row.__tablename__)]
