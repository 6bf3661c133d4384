"""Stores to test with: every test that asks for one runs on SQLite and on PostgreSQL.

A test folder's ``conftest.py`` imports the fixtures that its tests ask for::

    from tests.stores import *

PostgreSQL is the server that ``RECOUNT_TEST_POSTGRESQL`` names, by default the one on this machine.
Each run of the tests works in schemas of its own there and drops them at the end. Without a server
these tests are skipped, save in continuous integration (``CI`` is set), where they fail.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

from storage.connect import connect
from storage.database import Engine, open_database
from storage.rows.every_table import METADATA

__all__ = [
    "empty_url",
    "migrated_file",
    "postgresql_server",
    "postgresql_store",
    "store",
    "store_url",
]

SERVER = "postgresql://root@127.0.0.1:5432/test"
DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def postgresql_server() -> str:
    """Address of a server that answers."""
    url = os.environ.get("RECOUNT_TEST_POSTGRESQL", SERVER)
    engine = create_engine(make_url(url).set(drivername="postgresql+psycopg"))
    try:
        with engine.connect():
            return url
    except OperationalError as error:
        reason = f"no PostgreSQL answers at {url}: {str(error.orig).splitlines()[0]}"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    finally:
        engine.dispose()


@pytest.fixture(scope="session")
def postgresql_store(postgresql_server: str) -> Iterator[str]:
    """Address of a store on the server, for all tests of this process in turn."""
    yield from _schema(postgresql_server)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite store without rows, to be copied."""
    file = tmp_path_factory.mktemp("store") / "migrated.db"
    open_database(f"sqlite:///{file}").dispose()
    return file


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Address of a place where no store is yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'new' / 'recount.db'}"
    else:
        yield from _schema(request.getfixturevalue("postgresql_server"))


@pytest.fixture(params=DATABASES)
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Address of a store that is up to date and holds nothing."""
    if request.param == "sqlite":
        file = tmp_path / "recount.db"
        shutil.copy(request.getfixturevalue("migrated_file"), file)
        yield f"sqlite:///{file}"
        return
    url: str = request.getfixturevalue("postgresql_store")
    engine = open_database(url)
    yield url
    with engine.begin() as connection:
        # Ten times as fast as TRUNCATE, which makes new files.
        for table in reversed(METADATA.sorted_tables):
            connection.execute(table.delete())
    engine.dispose()


@pytest.fixture
def store(store_url: str) -> Iterator[Engine]:
    """A store that is up to date and holds nothing."""
    engine = open_database(store_url)
    yield engine
    engine.dispose()


def _schema(server: str) -> Iterator[str]:
    """A schema of its own, dropped afterwards with all that is in it."""
    name = f"recount_test_{uuid4().hex[:12]}"
    engine = connect(make_url(server).set(drivername="postgresql+psycopg"))
    with engine.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {name}"))
    # A commit that does not wait for the disk: what is tested is what a store holds, not the disk.
    yield f"{server}?options=-csearch_path%3D{name}%20-csynchronous_commit%3Doff"
    with engine.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
    engine.dispose()
