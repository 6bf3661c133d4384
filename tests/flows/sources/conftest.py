"""A server that plays the web, and a client for it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from ipaddress import ip_network

import pytest

from flows.settings import Settings
from flows.sources.client import Client, open_client
from tests.flows.sources.server import Web, serving

LOOPBACK = ip_network("127.0.0.0/8")  # where the server is


@pytest.fixture
def web() -> Iterator[Web]:
    """An empty web on this machine."""
    with serving() as started:
        yield started


@pytest.fixture
def settings() -> Settings:
    """Settings for a quick server: no pauses, small pages."""
    return Settings(
        "sqlite://",
        contact="desk@outlet.example",
        timeout=timedelta(seconds=10),
        max_bytes=1_000_000,
        host_delay=timedelta(0),
        allow_networks=(LOOPBACK,),
    )


@pytest.fixture
def client(settings: Settings) -> Iterator[Client]:
    """A client with those settings."""
    with open_client(settings) as opened:
        yield opened


@pytest.fixture
def hasty(settings: Settings) -> Iterator[Client]:
    """A client that gives up after half a second."""
    with open_client(replace(settings, timeout=timedelta(seconds=0.5))) as opened:
        yield opened
