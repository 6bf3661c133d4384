"""How Alembic reaches a store: over the connection it is handed, else the address in the settings.

A new migration is written by comparing the tables of ``storage/rows`` with a store that is up to
date, and then read and tidied by a person::

    cd storage/migrations
    alembic revision --autogenerate --rev-id 0002 -m "what changes"

``RECOUNT_DATABASE_URL`` names the store, as everywhere else; ``HEAD`` in ``storage/schema.py``
then names the migration.
"""

from __future__ import annotations

import os

from alembic import context
from sqlalchemy import Connection

from storage.address import read_address
from storage.connect import connect
from storage.rows.every_table import METADATA
from storage.schema import VERSION_TABLE


def migrate(connection: Connection) -> None:
    """Run what Alembic was asked to run, in one transaction."""
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        version_table=VERSION_TABLE,
        render_as_batch=True,  # SQLite changes a table by building it anew
    )
    with context.begin_transaction():
        context.run_migrations()


def from_the_shell() -> None:
    """Alembic called by a person."""
    with connect(read_address(os.environ["RECOUNT_DATABASE_URL"])).begin() as connection:
        migrate(connection)


given = context.config.attributes.get("connection")
if given is None:
    from_the_shell()
else:
    migrate(given)
