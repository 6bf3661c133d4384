"""Where benchmarks keep their stores: a folder of their own, a schema of their own on a server."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import uuid4

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import OperationalError

# The same server that tests use.
SERVER = "postgresql://root@127.0.0.1:5432/test"


@contextmanager
def sqlite_store() -> Iterator[str]:
    """Address of a store that is not there yet, in a folder removed afterwards."""
    with TemporaryDirectory(prefix="recount-benchmark-") as folder:
        yield f"sqlite:///{Path(folder) / 'recount.db'}"


@contextmanager
def postgresql_store() -> Iterator[str | None]:
    """Address of a store in a schema dropped afterwards; None where no server answers."""
    server = os.environ.get("RECOUNT_TEST_POSTGRESQL", SERVER)
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"))
    name = f"recount_benchmark_{uuid4().hex[:12]}"
    try:
        with engine.begin() as connection:
            connection.execute(text(f"CREATE SCHEMA {name}"))
    except OperationalError as error:
        why = str(error.orig).splitlines()[0]
        print(f"no PostgreSQL answers at {engine.url!r}, which is left out: {why}", file=sys.stderr)
        yield None
        return
    try:
        yield f"{server}?options=-csearch_path%3D{name}"
    finally:
        with engine.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {name} CASCADE"))
        engine.dispose()
