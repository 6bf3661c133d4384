"""The address of a store: which databases are understood, and how an address is shown."""

from __future__ import annotations

import re
from pathlib import Path

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from checkers.errors import ConfigurationError

# What people write, and the driver that it means.
DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
}
HOW_TO_WRITE_ONE = (
    "write sqlite:///path/to/file.db or postgresql://user@host/database "
    "(--database or RECOUNT_DATABASE_URL)"
)
IN_MEMORY = (None, "", ":memory:")

# Whatever stands between the slashes and the last @ may hold a password.
_LOGIN = re.compile(r"//.*@")


def read_address(text: str) -> URL:
    """The address that ``text`` writes, with the driver that we use for it.

    Raises:
        ConfigurationError: it is none, or names a database that is not supported.
    """
    try:
        url = make_url(text)
    except (ArgumentError, ValueError) as error:
        shown = _LOGIN.sub("//***@", text)
        raise ConfigurationError(
            f"{shown!r} is not the address of a database; {HOW_TO_WRITE_ONE}"
        ) from error
    if url.drivername not in DRIVERS:
        raise ConfigurationError(
            f"a store on {url.drivername!r} is not supported; {HOW_TO_WRITE_ONE}"
        )
    url = url.set(drivername=DRIVERS[url.drivername])
    if is_file(url):
        return url.set(database=str(Path(str(url.database)).expanduser()))
    return url


def is_sqlite(url: URL) -> bool:
    """Whether the store is SQLite's, on disk or in memory."""
    return url.get_backend_name() == "sqlite"


def is_file(url: URL) -> bool:
    """Whether the store is a file of this machine."""
    return is_sqlite(url) and url.database not in IN_MEMORY


def shown(url: URL) -> str:
    """The address for people and logs: no password, and no driver that nobody wrote."""
    query = {key: "***" if key == "password" else value for key, value in url.query.items()}
    return (
        url.set(drivername=url.get_backend_name(), query=query)
        .render_as_string(hide_password=True)
        .replace("%2A%2A%2A", "***")
    )
