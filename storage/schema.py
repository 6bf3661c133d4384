"""The schema of a store: where it is, and how it is brought up to date by itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from checkers.errors import ConfigurationError
from storage.address import shown
from storage.connect import for_migrating, for_reading

if TYPE_CHECKING:
    from alembic.config import Config

# The last migration. Known here so that opening a store that is up to date need not import Alembic
# (a quarter of a second); a test compares it with the scripts.
HEAD = "0005"
SCRIPTS = Path(__file__).parent / "migrations"

# A name of our own: Prefect keeps an ``alembic_version`` in the database where both share one.
VERSION_TABLE = "recount_schema"

# Names the advisory lock of PostgreSQL under which a schema is changed; any number will do.
MIGRATING = 7_265_001


def version(connection: Connection) -> str | None:
    """The revision of the schema behind ``connection``; None where there is no store yet."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    query = text(f"SELECT version_num FROM {VERSION_TABLE}")  # noqa: S608 - a constant of ours
    found: str | None = connection.scalar(query)
    return found


def bring_up_to_date(engine: Engine) -> None:
    """Make the schema that this version of Recount works with, unless it is there already.

    Of two processes that start at once, one waits for the other; one killed half way leaves the
    store as it was.

    Raises:
        ConfigurationError: the database is no store, or was written by a newer Recount.
    """
    with for_reading(engine).connect() as connection:
        found = version(connection)
        if found == HEAD:
            return
        if found is None:
            _refuse_strangers(connection)
    with for_migrating(engine).begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({MIGRATING})"))
        found = version(connection)
        if found != HEAD:
            _migrate(connection, found)


def _migrate(connection: Connection, found: str | None) -> None:
    from alembic import command
    from alembic.script import ScriptDirectory

    config = _scripts(connection)
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise ConfigurationError(
            f"the store {shown(connection.engine.url)} has schema {found}, which this version of "
            f"Recount (schema {HEAD}) does not know; use the Recount that wrote it, or a newer one"
        )
    command.upgrade(config, "head")


def _scripts(connection: Connection) -> Config:
    """Alembic's settings for migrating over ``connection``."""
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _refuse_strangers(connection: Connection) -> None:
    """Tables of these names that no migration of ours made belong to somebody else."""
    from storage.rows.every_table import TABLES

    taken = sorted(set(inspect(connection).get_table_names()) & set(TABLES))
    if taken:
        raise ConfigurationError(
            f"{shown(connection.engine.url)} holds a table {taken[0]!r} of something else; "
            "give Recount a database or a schema of its own"
        )
