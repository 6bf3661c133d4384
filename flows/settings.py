"""The settings of a run: the environment, read once and checked at the start."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from platformdirs import user_data_dir

from checkers.errors import ConfigurationError

# What stands where a variable is unset or empty. The time-out and the size leave room for slow and
# large article pages; they and the pause are choices, not measurements.
DEFAULT_TIMEOUT = timedelta(seconds=30)
DEFAULT_MAX_BYTES = 10_000_000
DEFAULT_HOST_DELAY = timedelta(seconds=1)
DEFAULT_TIMEZONE = "UTC"


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything the environment decides.

    Attributes:
        database_url: The store (``RECOUNT_DATABASE_URL``).
        sources: A source list to read in place of the stored one (``RECOUNT_SOURCES``), or None.
        contact: Mail or web address put in the user agent (``RECOUNT_CONTACT``), or "".
        timeout: Longest that one request may take in all (``RECOUNT_TIMEOUT``, seconds).
        max_bytes: Largest page, feed or file, once decompressed (``RECOUNT_MAX_BYTES``).
        host_delay: Pause between two requests to one host (``RECOUNT_HOST_DELAY``, seconds).
        timezone: Zone of the nightly schedule (``RECOUNT_TIMEZONE``); it never dates an article.
    """

    database_url: str
    sources: Path | None = None
    contact: str = ""
    timeout: timedelta = DEFAULT_TIMEOUT
    max_bytes: int = DEFAULT_MAX_BYTES
    host_delay: timedelta = DEFAULT_HOST_DELAY
    timezone: str = DEFAULT_TIMEZONE


def read_settings(environment: Mapping[str, str] | None = None) -> Settings:
    """The settings of ``environment`` (None: this process's own).

    Raises:
        ConfigurationError: a value cannot be used; the message names the variable.
    """
    given = {
        name: value.strip()
        for name, value in (os.environ if environment is None else environment).items()
        if name.startswith("RECOUNT_") and value.strip()
    }
    return Settings(
        database_url=given.get("RECOUNT_DATABASE_URL") or default_database_url(),
        sources=_sources(given),
        contact=_contact(given),
        timeout=_seconds(given, "RECOUNT_TIMEOUT", DEFAULT_TIMEOUT, at_least=1),
        max_bytes=_bytes(given, "RECOUNT_MAX_BYTES", DEFAULT_MAX_BYTES),
        host_delay=_seconds(given, "RECOUNT_HOST_DELAY", DEFAULT_HOST_DELAY, at_least=0),
        timezone=_timezone(given),
    )


def default_database_url() -> str:
    """A SQLite file in the user's data folder; the folder is made when the store is opened."""
    return f"sqlite:///{Path(user_data_dir('recount', appauthor=False), 'recount.db')}"


def _sources(given: Mapping[str, str]) -> Path | None:
    path = given.get("RECOUNT_SOURCES")
    return Path(path).expanduser() if path else None


def _contact(given: Mapping[str, str]) -> str:
    """The contact; it goes into an HTTP header, so it must be plain and on one line."""
    contact = given.get("RECOUNT_CONTACT", "")
    if contact and not re.fullmatch(r"[!-'*-~]+", contact):
        raise ConfigurationError(
            "RECOUNT_CONTACT must be a mail or web address such as desk@outlet.example"
        )
    return contact


def _seconds(given: Mapping[str, str], name: str, default: timedelta, at_least: int) -> timedelta:
    written = given.get(name)
    if written is None:
        return default
    if not re.fullmatch(r"\d{1,5}(\.\d{1,3})?", written) or float(written) < at_least:
        raise ConfigurationError(
            f"{name} must be a number of seconds, at least {at_least}, not {written!r}"
        )
    return timedelta(seconds=float(written))


def _bytes(given: Mapping[str, str], name: str, default: int) -> int:
    written = given.get(name)
    if written is None:
        return default
    if not re.fullmatch(r"[1-9]\d{0,11}", written):
        raise ConfigurationError(f"{name} must be a whole number of bytes, not {written!r}")
    return int(written)


def _timezone(given: Mapping[str, str]) -> str:
    name = given.get("RECOUNT_TIMEZONE", DEFAULT_TIMEZONE)
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError) as error:
        # Unknown, an absolute path, or a name too long for the file system, in this order.
        raise ConfigurationError(
            f"RECOUNT_TIMEZONE must be a time zone such as Europe/Kyiv, not {name[:40]!r}"
        ) from error
