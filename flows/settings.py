"""The settings of a run: the environment, read once and checked at the start."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network, ip_network
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
DEFAULT_HOST_REQUESTS = 2
DEFAULT_FULL_EVERY = 10
# Half a day, so that a run once a night visits every source, whatever its rhythm.
DEFAULT_LONGEST_POLL = timedelta(hours=12)
DEFAULT_GIVE_UP_AFTER = timedelta(days=30)
# One article in six changes within its first week, and four in five of those within a day (GDELT's
# Global Difference Graph, 88 million pages in 2018): close together at first, then further apart.
DEFAULT_RECHECKS = tuple(timedelta(hours=hours) for hours in (1, 6, 24, 3 * 24, 7 * 24))
_UNITS = {"m": "minutes", "h": "hours", "d": "days"}


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
        host_requests: Requests to one host under way at once (``RECOUNT_HOST_REQUESTS``).
        robots: Whether robots.txt is obeyed (``RECOUNT_ROBOTS``, ``on`` or ``off``).
        allow_networks: Networks that are not public and may be asked all the same
            (``RECOUNT_ALLOW_NETWORKS``, such as ``10.1.0.0/16,fd00::/8``).
        full_every: Every so many requests to an address are not conditional
            (``RECOUNT_FULL_EVERY``; 1 is all of them).
        longest_poll: Longest time between two visits of a source that brings nothing new
            (``RECOUNT_LONGEST_POLL``, such as ``12h``).
        give_up_after: How long a source may fail before it is given up
            (``RECOUNT_GIVE_UP_AFTER``, such as ``30d``).
        rechecks: Ages at which a page is looked at again (``RECOUNT_RECHECKS``, such as
            ``1h,6h,24h,3d,7d``; ``off`` for never), in order.
        timezone: Zone of the nightly schedule (``RECOUNT_TIMEZONE``); it never dates an article.
    """

    database_url: str
    sources: Path | None = None
    contact: str = ""
    timeout: timedelta = DEFAULT_TIMEOUT
    max_bytes: int = DEFAULT_MAX_BYTES
    host_delay: timedelta = DEFAULT_HOST_DELAY
    host_requests: int = DEFAULT_HOST_REQUESTS
    robots: bool = True
    allow_networks: tuple[IPv4Network | IPv6Network, ...] = ()
    full_every: int = DEFAULT_FULL_EVERY
    longest_poll: timedelta = DEFAULT_LONGEST_POLL
    give_up_after: timedelta = DEFAULT_GIVE_UP_AFTER
    rechecks: tuple[timedelta, ...] = DEFAULT_RECHECKS
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
        max_bytes=_whole(given, "RECOUNT_MAX_BYTES", DEFAULT_MAX_BYTES, "bytes"),
        host_delay=_seconds(given, "RECOUNT_HOST_DELAY", DEFAULT_HOST_DELAY, at_least=0),
        host_requests=_whole(given, "RECOUNT_HOST_REQUESTS", DEFAULT_HOST_REQUESTS, "requests"),
        robots=_switch(given, "RECOUNT_ROBOTS", default=True),
        allow_networks=_networks(given),
        full_every=_whole(given, "RECOUNT_FULL_EVERY", DEFAULT_FULL_EVERY, "requests"),
        longest_poll=_age(given, "RECOUNT_LONGEST_POLL", DEFAULT_LONGEST_POLL),
        give_up_after=_age(given, "RECOUNT_GIVE_UP_AFTER", DEFAULT_GIVE_UP_AFTER),
        rechecks=_ages(given, "RECOUNT_RECHECKS", DEFAULT_RECHECKS),
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


def _whole(given: Mapping[str, str], name: str, default: int, what: str) -> int:
    written = given.get(name)
    if written is None:
        return default
    if not re.fullmatch(r"[1-9]\d{0,11}", written):
        raise ConfigurationError(f"{name} must be a whole number of {what}, not {written!r}")
    return int(written)


def _switch(given: Mapping[str, str], name: str, *, default: bool) -> bool:
    written = given.get(name, "on" if default else "off").lower()
    if written not in ("on", "off"):
        raise ConfigurationError(f"{name} must be on or off, not {written[:40]!r}")
    return written == "on"


def _networks(given: Mapping[str, str]) -> tuple[IPv4Network | IPv6Network, ...]:
    written = given.get("RECOUNT_ALLOW_NETWORKS", "")
    parts = [part.strip() for part in written.split(",") if part.strip()]
    try:
        return tuple(ip_network(part) for part in parts)
    except ValueError as error:
        raise ConfigurationError(
            "RECOUNT_ALLOW_NETWORKS must be networks such as 10.1.0.0/16,fd00::/8, not"
            f" {written[:80]!r}"
        ) from error


def _ages(
    given: Mapping[str, str], name: str, default: tuple[timedelta, ...]
) -> tuple[timedelta, ...]:
    written = given.get(name)
    if written is None:
        return default
    if written.lower() == "off":
        return ()
    return tuple(sorted({_read_age(name, part) for part in written.split(",")}))


def _age(given: Mapping[str, str], name: str, default: timedelta) -> timedelta:
    return _read_age(name, given[name]) if name in given else default


def _read_age(name: str, written: str) -> timedelta:
    """A time such as ``90m``, ``12h`` or ``3d``."""
    found = re.fullmatch(r"([1-9]\d{0,4})([mhd])", written.strip().lower())
    if not found:
        raise ConfigurationError(
            f"{name} is given in minutes, hours or days, such as 90m, 12h or 3d, not"
            f" {written[:40]!r}"
        )
    return timedelta(**{_UNITS[found[2]]: int(found[1])})


def _timezone(given: Mapping[str, str]) -> str:
    name = given.get("RECOUNT_TIMEZONE", DEFAULT_TIMEZONE)
    try:
        return ZoneInfo(name).key
    except (KeyError, ValueError, OSError) as error:
        # Unknown, an absolute path, or a name too long for the file system, in this order.
        raise ConfigurationError(
            f"RECOUNT_TIMEZONE must be a time zone such as Europe/Kyiv, not {name[:40]!r}"
        ) from error
