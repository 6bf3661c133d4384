"""Sites' rules are obeyed: what they forbid, how fast, and when they cannot be had."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
import stamina

from checkers.errors import RecountError, SourceUnavailable
from flows.settings import Settings
from flows.sources.client import ATTEMPTS, Client
from flows.sources.robots import MOST_BYTES
from flows.sources.unanswered import NotNow, Refused
from tests.flows.sources.server import Answer, Web

PAGE = Answer(b"<p>News</p>")
NOON = datetime(2026, 3, 6, 12, tzinfo=UTC)
FORBIDDEN = (Refused, "its robots.txt does not let us fetch it")


def rules(*lines: str) -> Answer:
    return Answer("\n".join(lines).encode(), kind="text/plain")


@pytest.fixture
def _hurried() -> Iterator[None]:
    """No waiting between attempts, as many as ever."""
    with stamina.set_testing(True, attempts=ATTEMPTS):
        yield


def failure(client: Client, url: str) -> tuple[type[RecountError], str]:
    """How fetching ``url`` fails."""
    with pytest.raises(RecountError) as raised:
        client.get(url)
    return type(raised.value), str(raised.value)


# The rules, and which of two pages may be fetched.
RULES = {
    "for everybody": (rules("User-agent: *", "Disallow: /private"), (True, False)),
    "for us": (
        rules("User-agent: recount", "Disallow: /", "", "User-agent: *", "Disallow:"),
        (False, False),
    ),
    "for others": (rules("User-agent: OtherBot", "Disallow: /"), (True, True)),
    "our own go before everybody's": (
        rules("User-agent: *", "Disallow: /", "", "User-agent: Recount", "Disallow: /private"),
        (True, False),
    ),
    "the longer rule goes first": (
        rules("User-agent: *", "Disallow: /", "Allow: /open"),
        (True, False),
    ),
    "a pattern": (rules("User-agent: *", "Disallow: /*vate/"), (True, False)),
    "a page in its place": (Answer(b"<html><body>Not here</body></html>"), (True, True)),
    "none": (Answer(status=404), (True, True)),
    "none for us": (Answer(status=403), (True, True)),
    "redirects in a circle": (
        Answer(status=302, headers={"Location": "/robots.txt"}),
        (True, True),
    ),
    "behind a redirect": (Answer(status=301, headers={"Location": "/rules"}), (True, False)),
}


@pytest.mark.parametrize(("answer", "allowed"), RULES.values(), ids=RULES)
def test_rules(web: Web, client: Client, answer: Answer, allowed: tuple[bool, bool]) -> None:
    web.add("/robots.txt", answer)
    web.add("/rules", rules("User-agent: *", "Disallow: /private"))
    found = []
    for path in ("/open/a", "/private/a"):
        url = web.add(path, PAGE)
        with suppress(Refused):
            assert client.get(url).body == PAGE.body
        found.append(path in web.requests)
    assert tuple(found) == allowed


def test_a_page_that_redirects_to_what_is_forbidden(web: Web, client: Client) -> None:
    web.add("/robots.txt", rules("User-agent: *", "Disallow: /private"))
    web.add("/private", PAGE)
    url = web.add("/a", Answer(status=302, headers={"Location": "/private"}))
    assert failure(client, url) == FORBIDDEN
    assert "/private" not in web.requests


def test_the_file_is_asked_for_once_a_day(web: Web, settings: Settings) -> None:
    web.add("/robots.txt", rules("User-agent: *", "Disallow: /b"), rules("User-agent: *"))
    a, b = web.add("/a", PAGE), web.add("/b", PAGE)
    with Client(settings, clock=lambda: NOON) as client:
        client.get(a)
        assert failure(client, b) == FORBIDDEN
    with Client(settings, clock=lambda: NOON + timedelta(hours=23)) as client:
        assert failure(client, b) == FORBIDDEN
    assert len(web.requests["/robots.txt"]) == 1
    with Client(settings, clock=lambda: NOON + timedelta(hours=24)) as client:
        assert client.get(b).body == PAGE.body
    assert len(web.requests["/robots.txt"]) == 2


def test_clients_whose_clocks_differ_by_a_little_ask_once(web: Web, settings: Settings) -> None:
    web.add("/robots.txt", rules("User-agent: *"))
    url = web.add("/a", PAGE)
    with Client(settings, clock=lambda: NOON + timedelta(seconds=1)) as client:
        client.get(url)
    with Client(settings, clock=lambda: NOON) as client:
        client.get(url)
    assert len(web.requests["/robots.txt"]) == 1


@pytest.mark.usefixtures("_hurried")
def test_nothing_is_fetched_while_the_file_does_not_answer(web: Web, settings: Settings) -> None:
    web.add("/robots.txt", *[Answer(status=503)] * ATTEMPTS, rules("User-agent: *"))
    a, b = web.add("/a", PAGE), web.add("/b", PAGE)
    why = "its robots.txt cannot be had: it answers 503 Service Unavailable"
    with Client(settings, clock=lambda: NOON) as client:
        assert failure(client, a) == (NotNow, why)
        assert failure(client, b) == (NotNow, why)
    assert len(web.requests["/robots.txt"]) == ATTEMPTS
    assert "/a" not in web.requests
    with Client(settings, clock=lambda: NOON + timedelta(minutes=5)) as client:
        assert client.get(a).body == PAGE.body


@pytest.mark.usefixtures("_hurried")
def test_an_error_of_the_server_closes_the_site_for_now(web: Web, client: Client) -> None:
    web.add("/robots.txt", Answer(status=501))
    kind, why = failure(client, web.add("/a", PAGE))
    assert (kind, why) == (
        SourceUnavailable,
        "its robots.txt cannot be had: it answers 501 Not Implemented",
    )


def test_so_much_of_a_long_file_counts(web: Web, client: Client) -> None:
    first = b"User-agent: *\nDisallow: /a\n"
    filler = b"# nothing here\n" * (MOST_BYTES // 15)
    web.add("/robots.txt", Answer(first + filler + b"\nDisallow: /b\n", kind="text/plain"))
    assert failure(client, web.add("/a", PAGE)) == FORBIDDEN
    assert client.get(web.add("/b", PAGE)).body == PAGE.body


def test_a_site_may_ask_for_a_pause(web: Web, client: Client) -> None:
    web.add("/robots.txt", rules("User-agent: *", "Crawl-delay: 0.4"))
    url = web.add("/a", PAGE)
    started = time.monotonic()
    for _ in range(3):
        client.get(url)
    assert 0.8 <= time.monotonic() - started < 3


def test_an_operator_may_decide_otherwise(web: Web, settings: Settings) -> None:
    web.add("/robots.txt", rules("User-agent: *", "Disallow: /"))
    with Client(replace(settings, robots=False)) as client:
        assert client.get(web.add("/a", PAGE)).body == PAGE.body
    assert "/robots.txt" not in web.requests
