"""The command line as a person uses it, on a store of its own."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from checkers.grouping.profile import Placement, Profile
from flows.cli.main import run
from storage.articles import save_articles
from storage.database import open_database, session
from storage.outcomes import save_outcomes
from storage.placements import StoreIndex, save_placement
from storage.readings import mark_read, save_readings
from tests.flows import invented

FEED = b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Outlet</title>
<item><title>Two bridges closed</title><link>%s/bridges</link>
<pubDate>Thu, 05 Mar 2026 10:00:00 +0000</pubDate></item></channel></rss>"""
HOME = b"""<!doctype html><link rel="alternate" type="application/rss+xml" href="/rss"><p>News"""
PAGE = b"""<!doctype html><html lang="en"><head><title>Two bridges closed</title></head>
<body><article><h1>Two bridges closed</h1>
<p>Two bridges over the Lann were closed on Thursday after a barge struck a pier, the port
authority said. Divers were to look at both in the afternoon.</p>
<p>Ferries carried people across until the evening, and schools on the west bank let pupils go
at noon.</p></article></body></html>"""


class _Outlet(BaseHTTPRequestHandler):
    """A feed with one entry, and its page."""

    def do_GET(self) -> None:
        here = f"http://{self.headers['Host']}".encode()
        known = {
            "/": ("text/html", HOME),
            "/rss": ("application/rss+xml", FEED % here),
            "/bridges": ("text/html", PAGE),
        }
        kind, body = known.get(self.path, ("text/plain", b""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command said and how it ended."""

    code: int
    out: str
    err: str

    @property
    def records(self) -> list[dict[str, Any]]:
        """The JSON Lines on standard output."""
        return [json.loads(line) for line in self.out.splitlines()]


Recount = Callable[..., Ran]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The address of an empty store, which the environment names too."""
    url = f"sqlite:///{tmp_path / 'recount.db'}"
    monkeypatch.setenv("RECOUNT_DATABASE_URL", url)
    return url


@pytest.fixture
def recount(database: str, capsys: pytest.CaptureFixture[str]) -> Recount:
    """Runs one command line."""

    def recount(*arguments: str) -> Ran:
        capsys.readouterr()
        code = run(arguments)
        captured = capsys.readouterr()
        return Ran(int(code), captured.out, captured.err)

    return recount


@pytest.fixture
def filled(database: str) -> str:
    """The store with the invented night in it; gives the short id of its one finding."""
    engine = open_database(database)
    with session(engine) as opened:
        save_articles(opened, invented.ARTICLES, invented.SEEN)
        save_readings(opened, invented.READINGS)
        ferry = Profile(invented.EVENT.id, "fire", title=invented.EVENT.title)
        market = Profile(invented.OLDER.id, "fire", title=invented.OLDER.title)
        StoreIndex(opened).put(ferry, ["ferry"])
        StoreIndex(opened).put(market, ["market"])
        for member in invented.EVENT.members:
            article = member.reading.article
            kept_apart = ((market.id, "twelve days apart"),)
            placement = Placement("m1", ferry.id, member.joined_by, kept_apart)
            save_placement(opened, article, placement, article.url)
        mark_read(opened, invented.ARTICLES)
        save_outcomes(opened, [invented.FINDING, invented.RECONCILIATION], invented.SEEN)
    engine.dispose()
    return invented.stored().id


@pytest.fixture
def outlet(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of an outlet on this machine."""
    monkeypatch.setenv("RECOUNT_HOST_DELAY", "0")
    monkeypatch.setenv("RECOUNT_ALLOW_NETWORKS", "127.0.0.0/8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Outlet)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()
    thread.join()
    server.server_close()
