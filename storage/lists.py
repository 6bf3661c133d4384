"""A list of values as one parameter of a statement.

A parameter for each value makes a new statement for each length, which both sides must read anew:
looking up a hundred keys took 0.35 ms on SQLite and 14 ms on PostgreSQL that way, and takes 0.09
and 0.9 ms this way.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import BigInteger, Integer, String, Text, bindparam
from sqlalchemy.engine import Dialect
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.elements import ColumnElement
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

from storage.rows.columns import kept_key

# Name of the parameter that holds the list, unless a statement has several.
WANTED = "wanted"


class Values(TypeDecorator[Sequence[Any]]):
    """Texts or whole numbers: an array for PostgreSQL, JSON for SQLite."""

    impl = Text
    cache_ok = True

    def __init__(self, *, whole: bool) -> None:
        super().__init__()
        self.whole = whole

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """What the driver is told."""
        if dialect.name == "postgresql":
            from sqlalchemy.dialects.postgresql import ARRAY

            return dialect.type_descriptor(ARRAY(BigInteger() if self.whole else String()))
        return dialect.type_descriptor(Text())

    def process_bind_param(self, value: Sequence[Any] | None, dialect: Dialect) -> Any:
        """The values as the database takes them; texts as keys are kept."""
        kept = [one if self.whole else kept_key(one) for one in value or ()]
        return kept if dialect.name == "postgresql" else json.dumps(kept)


class _OneOf(FunctionElement[bool]):
    # Without a type: a Boolean would be compared with 1 on SQLite, which then reads whole tables.
    inherit_cache = True
    name = "one_of"


def one_of(column: ColumnElement[Any], name: str = WANTED) -> ColumnElement[bool]:
    """That a column holds one of the values in the parameter ``name``."""
    whole = isinstance(column.type, Integer)
    return _OneOf(column, bindparam(name, type_=Values(whole=whole)))


@compiles(_OneOf, "postgresql")
def _for_postgresql(element: _OneOf, compiler: SQLCompiler, **options: Any) -> str:
    column, values = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} = ANY ({values})"


@compiles(_OneOf, "sqlite")
def _for_sqlite(element: _OneOf, compiler: SQLCompiler, **options: Any) -> str:
    column, values = (compiler.process(clause, **options) for clause in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({values}))"  # noqa: S608 - compiled clauses, no text from outside
