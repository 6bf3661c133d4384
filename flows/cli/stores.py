"""The store that a command names, open for as long as the command needs it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flows.cli.options import settings_with

if TYPE_CHECKING:
    from storage.database import Engine, Session


@contextmanager
def opened(database: str | None) -> Iterator[Engine]:
    """The store at ``database`` (None: the one that the settings name).

    Raises:
        ConfigurationError: it cannot be used.
    """
    from storage.database import open_database

    engine = open_database(settings_with(database).database_url)
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def store_to_read(database: str | None) -> Iterator[Session]:
    """A transaction that only reads."""
    from storage.database import reading

    with opened(database) as engine, reading(engine) as session:
        yield session


@contextmanager
def store_to_write(database: str | None) -> Iterator[Session]:
    """A transaction that is kept at the end, and undone where anything raises."""
    from storage.database import session as writing

    with opened(database) as engine, writing(engine) as session:
        yield session
