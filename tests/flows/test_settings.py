"""The environment becomes one checked value, or one line that says what to mend."""

from __future__ import annotations

from datetime import timedelta
from ipaddress import ip_network
from pathlib import Path

import pytest

from checkers.errors import ConfigurationError
from flows.settings import Settings, read_settings


def test_every_variable_is_read() -> None:
    assert read_settings(
        {
            "RECOUNT_DATABASE_URL": "postgresql://desk@localhost/recount",
            "RECOUNT_SOURCES": "/etc/recount/sources.toml",
            "RECOUNT_CONTACT": "desk@outlet.example",
            "RECOUNT_TIMEOUT": "2.5",
            "RECOUNT_MAX_BYTES": "1000",
            "RECOUNT_HOST_DELAY": "0",
            "RECOUNT_HOST_REQUESTS": "4",
            "RECOUNT_ROBOTS": "Off",
            "RECOUNT_ALLOW_NETWORKS": "10.1.0.0/16, fd00::/8",
            "RECOUNT_FULL_EVERY": "5",
            "RECOUNT_LONGEST_POLL": "90m",
            "RECOUNT_GIVE_UP_AFTER": "14d",
            "RECOUNT_RECHECKS": "3d,2h",
            "RECOUNT_TIMEZONE": "Europe/Kyiv",
            "HOME": "/home/desk",
        }
    ) == Settings(
        database_url="postgresql://desk@localhost/recount",
        sources=Path("/etc/recount/sources.toml"),
        contact="desk@outlet.example",
        timeout=timedelta(seconds=2.5),
        max_bytes=1000,
        host_delay=timedelta(0),
        host_requests=4,
        robots=False,
        allow_networks=(ip_network("10.1.0.0/16"), ip_network("fd00::/8")),
        full_every=5,
        longest_poll=timedelta(minutes=90),
        give_up_after=timedelta(days=14),
        rechecks=(timedelta(hours=2), timedelta(days=3)),
        timezone="Europe/Kyiv",
    )


@pytest.mark.parametrize("environment", [{}, {"RECOUNT_TIMEOUT": " ", "RECOUNT_TIMEZONE": ""}])
def test_unset_and_empty_are_the_same(environment: dict[str, str]) -> None:
    settings = read_settings(environment)
    assert settings == Settings(database_url=settings.database_url)
    assert settings.database_url.startswith("sqlite:///")
    assert settings.database_url.endswith("recount.db")


def test_re_checks_can_be_switched_off() -> None:
    assert read_settings({"RECOUNT_RECHECKS": "off"}).rechecks == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("RECOUNT_TIMEOUT", "soon"),
        ("RECOUNT_TIMEOUT", "0"),
        ("RECOUNT_TIMEOUT", "inf"),
        ("RECOUNT_MAX_BYTES", "10 MB"),
        ("RECOUNT_MAX_BYTES", "0"),
        ("RECOUNT_HOST_DELAY", "-1"),
        ("RECOUNT_HOST_REQUESTS", "0"),
        ("RECOUNT_ROBOTS", "no"),
        ("RECOUNT_ALLOW_NETWORKS", "10.1.0.7/16"),
        ("RECOUNT_ALLOW_NETWORKS", "localhost"),
        ("RECOUNT_FULL_EVERY", "0"),
        ("RECOUNT_LONGEST_POLL", "12"),
        ("RECOUNT_GIVE_UP_AFTER", "0d"),
        ("RECOUNT_RECHECKS", "1h,,2h"),
        ("RECOUNT_TIMEZONE", "Mars/Olympus"),
        ("RECOUNT_TIMEZONE", "/etc/passwd"),
        ("RECOUNT_TIMEZONE", "Europe/" + "x" * 500),
        ("RECOUNT_CONTACT", "desk\r\nX-Evil: 1"),
    ],
)
def test_a_malformed_value_stops_the_start_and_is_named(name: str, value: str) -> None:
    with pytest.raises(ConfigurationError, match=name) as raised:
        read_settings({name: value})
    assert "\n" not in str(raised.value)
