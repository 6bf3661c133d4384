"""The client against a real server: patient with what passes, short with what does not."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from email.utils import formatdate
from itertools import pairwise
from pathlib import Path

import pytest
import stamina

from checkers.errors import ArticleUnreadable, RecountError, SourceUnavailable
from flows.settings import Settings
from flows.sources.client import ATTEMPTS, Client, Download, open_client
from tests.flows.sources.server import Answer, Web, bomb, packed, self_signed, serving

PAGE = Answer(b"<p>News</p>")


@pytest.fixture
def hurried() -> Iterator[None]:
    """No waiting between attempts, as many as ever."""
    with stamina.set_testing(True, attempts=ATTEMPTS):
        yield


def failure(client: Client, url: str) -> tuple[type[RecountError], str]:
    """How fetching ``url`` fails."""
    with pytest.raises(RecountError) as raised:
        client.get(url)
    assert "\n" not in str(raised.value)
    kind = next(k for k in (SourceUnavailable, ArticleUnreadable) if isinstance(raised.value, k))
    return kind, str(raised.value)


def test_a_page(web: Web, client: Client) -> None:
    url = web.add("/a", Answer(b"<p>News</p>", kind="Text/HTML; charset=windows-1252"))
    assert client.get(url) == Download(url, b"<p>News</p>", "text/html", "windows-1252")


def test_it_says_who_it_is(web: Web, client: Client) -> None:
    client.get(web.add("/a", PAGE))
    (headers,) = web.requests["/a"]
    assert headers["user-agent"].startswith("Recount/")
    assert headers["user-agent"].endswith(" (+desk@outlet.example)")
    assert headers["accept-encoding"] == "gzip, deflate"


def test_without_a_contact_it_gives_its_name_alone(web: Web, settings: Settings) -> None:
    with open_client(replace(settings, contact="")) as client:
        client.get(web.add("/a", PAGE))
    assert "(" not in web.requests["/a"][0]["user-agent"]


def test_compressed_pages(web: Web, client: Client) -> None:
    assert client.get(web.add("/gzip", packed(b"<p>News</p>"))).body == b"<p>News</p>"


def test_redirects_are_followed_to_the_page(web: Web, client: Client) -> None:
    page = web.add("/b", PAGE)
    url = web.add("/a", Answer(status=301, headers={"Location": "/b"}))
    assert client.get(url).url == page


def test_a_busy_server_is_asked_again(web: Web, client: Client) -> None:
    url = web.add("/a", Answer(status=503), Answer(status=500), PAGE)
    assert client.get(url).body == PAGE.body
    assert len(web.requests["/a"]) == 3


def test_a_server_that_names_a_time_is_asked_then(web: Web, client: Client) -> None:
    url = web.add("/a", Answer(status=429, headers={"Retry-After": "2"}), PAGE)
    started = time.monotonic()
    assert client.get(url).body == PAGE.body
    assert time.monotonic() - started >= 2


@pytest.mark.parametrize("when", ["3600", "date"])
def test_a_server_that_wants_to_be_left_alone_is(web: Web, client: Client, when: str) -> None:
    later = formatdate(time.time() + 3600, usegmt=True) if when == "date" else when
    url = web.add("/a", Answer(status=429, headers={"Retry-After": later}))
    assert failure(client, url) == (
        SourceUnavailable,
        "it answers 429 Too Many Requests and asks to be left alone for 60 minutes",
    )
    assert len(web.requests["/a"]) == 1


@pytest.mark.usefixtures("hurried")
def test_a_server_that_stays_busy(web: Web, client: Client) -> None:
    url = web.add("/a", Answer(status=503, headers={"Retry-After": "whenever"}))
    assert failure(client, url) == (SourceUnavailable, "it answers 503 Service Unavailable")
    assert len(web.requests["/a"]) == ATTEMPTS


@pytest.mark.parametrize(
    ("status", "said"),
    [
        (404, "it answers 404 Not Found"),
        (410, "it answers 410 Gone"),
        (403, "it answers 403 Forbidden"),
    ],
)
def test_what_is_not_there_is_asked_for_once(
    web: Web, client: Client, status: int, said: str
) -> None:
    url = web.add("/a", Answer(status=status))
    assert failure(client, url) == (SourceUnavailable, said)
    assert len(web.requests["/a"]) == 1


@pytest.mark.usefixtures("hurried")
def test_no_answer(web: Web, hasty: Client) -> None:
    assert failure(hasty, web.add("/a", web.silence())) == (
        SourceUnavailable,
        "it did not answer in time",
    )


def test_an_answer_without_end(web: Web, hasty: Client) -> None:
    started = time.monotonic()
    assert failure(hasty, web.add("/a", web.drip())) == (
        SourceUnavailable,
        "it did not end in time",
    )
    assert time.monotonic() - started < 3


@pytest.mark.parametrize("how", ["plain", "bomb", "endless"])
def test_too_much(web: Web, client: Client, how: str) -> None:
    endless = iter(lambda: b"x" * 65_536, b"")
    answers = {
        "plain": Answer(b"x" * 1_000_001),
        "bomb": bomb(50),
        "endless": Answer(lambda: endless),
    }
    assert failure(client, web.add("/a", answers[how])) == (
        ArticleUnreadable,
        "it is larger than 1,000,000 bytes (RECOUNT_MAX_BYTES)",
    )
    assert len(web.requests["/a"]) == 1


def test_as_much_as_is_allowed(web: Web, client: Client) -> None:
    assert len(client.get(web.add("/a", Answer(b"x" * 1_000_000))).body) == 1_000_000


# What is wrong with the packing: the answer, and what is said of it.
PACKING = {
    "cut short": (packed(b"News. " * 1000), -20, "it broke off in the middle"),
    "not packed": (
        Answer(b"<p>News</p>", headers={"Content-Encoding": "gzip"}),
        None,
        "what it sends is not packed as it says",
    ),
    "packed otherwise": (
        Answer(b"<p>News</p>", headers={"Content-Encoding": "br"}),
        None,
        "it is packed as 'br', which was not asked for",
    ),
}


@pytest.mark.parametrize(("answer", "end", "said"), PACKING.values(), ids=PACKING)
def test_packing(web: Web, client: Client, answer: Answer, end: int | None, said: str) -> None:
    assert isinstance(answer.body, bytes)
    url = web.add("/a", replace(answer, body=answer.body[:end]))
    assert failure(client, url)[1] == said


def test_redirects_in_a_circle(web: Web, client: Client) -> None:
    url = web.add("/a", Answer(status=302, headers={"Location": "/a"}))
    assert failure(client, url) == (
        SourceUnavailable,
        f"its redirects go in a circle, by way of {url}",
    )
    assert len(web.requests["/a"]) == 6


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://outlet.example/a"])
def test_redirects_out_of_the_web(web: Web, client: Client, target: str) -> None:
    url = web.add("/a", Answer(status=302, headers={"Location": target}))
    assert failure(client, url) == (
        ArticleUnreadable,
        "it redirects to an address that is not of the web",
    )


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "http://", "data:text/plain,x", "//a", "http://[/"]
)
def test_other_addresses_are_refused(client: Client, url: str) -> None:
    assert failure(client, url) == (ArticleUnreadable, "only http and https addresses are fetched")


@pytest.mark.usefixtures("hurried")
def test_nobody_there(client: Client) -> None:
    assert failure(client, "http://127.0.0.1:1/a") == (
        SourceUnavailable,
        "nobody answers at this address",
    )


@pytest.mark.usefixtures("hurried")
def test_a_host_without_a_secure_connection(web: Web, client: Client) -> None:
    url = web.address.replace("http:", "https:")
    assert failure(client, url) == (SourceUnavailable, "no secure connection can be made")


@pytest.mark.usefixtures("hurried")
def test_a_connection_that_breaks(web: Web, client: Client) -> None:
    url = web.add("/a", Answer(b"News", headers={"Content-Length": "4000"}))
    assert failure(client, url) == (SourceUnavailable, "it broke off in the middle")


def test_one_host_is_not_hurried_even_by_several_clients(web: Web, settings: Settings) -> None:
    moments: list[float] = []
    url = web.add("/a", PAGE)
    patient = replace(settings, host_delay=timedelta(seconds=0.3))

    def fetch() -> None:
        with open_client(patient) as own:
            own.get(url)
            moments.append(time.monotonic())

    threads = [threading.Thread(target=fetch) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # The requests leave 0.3 s apart; a loaded machine may note the answers a little unevenly.
    assert all(later - earlier > 0.2 for earlier, later in pairwise(sorted(moments)))


def test_so_many_requests_to_one_host_at_once(web: Web, settings: Settings) -> None:
    under_way, most = 0, 0
    counting = threading.Lock()

    def slow() -> Iterator[bytes]:
        nonlocal under_way, most
        with counting:
            under_way += 1
            most = max(most, under_way)
        time.sleep(0.1)
        with counting:
            under_way -= 1
        yield b"x"

    url = web.add("/a", Answer(slow))
    with open_client(replace(settings, robots=False)) as client:
        threads = [threading.Thread(target=client.get, args=(url,)) for _ in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert (len(web.requests["/a"]), most) == (6, settings.host_requests)


def test_a_host_that_wants_to_be_left_alone_is_not_asked_for_other_pages(
    web: Web, client: Client, settings: Settings
) -> None:
    url = web.add("/a", Answer(status=503, headers={"Retry-After": "3600"}))
    other = web.add("/b", PAGE)
    failure(client, url)
    with open_client(settings) as another:
        kind, said = failure(another, other)
    assert (kind, "/b" in web.requests) == (SourceUnavailable, False)
    assert said.startswith(f"{other.split('/')[2]} asked to be left alone until 2")


def test_an_address_that_has_moved_for_good_is_told_from_one_that_has_not(
    web: Web, client: Client
) -> None:
    page = web.add("/new", PAGE)
    web.add("/now", Answer(status=302, headers={"Location": "/new"}))
    for_good = web.add("/old", Answer(status=301, headers={"Location": "/new"}))
    half = web.add("/older", Answer(status=308, headers={"Location": "/now"}))
    assert client.get(for_good).moved == page
    assert client.get(half).moved == f"{web.address}/now"
    assert client.get(f"{web.address}/now").moved == ""


def test_headers_that_never_end(settings: Settings) -> None:
    hasty = replace(settings, timeout=timedelta(seconds=0.6), robots=False)
    with dripping_headers() as url, stamina.set_testing(True, attempts=1):
        started = time.monotonic()
        with open_client(hasty) as client:
            assert failure(client, url) == (SourceUnavailable, "it did not answer in time")
        assert time.monotonic() - started < 3


@contextmanager
def dripping_headers() -> Iterator[str]:
    """Address of a server that sends a header line every tenth of a second, for ever."""
    stopping = threading.Event()
    listening = socket.create_server(("127.0.0.1", 0))

    def drip() -> None:
        connection, _ = listening.accept()
        with connection, suppress(OSError):
            connection.sendall(b"HTTP/1.1 200 OK\r\n")
            while not stopping.wait(0.1):
                connection.sendall(b"X-More: x\r\n")

    thread = threading.Thread(target=drip)
    thread.start()
    with listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/"
        stopping.set()
        thread.join()


def test_a_host_that_certifies_itself(tmp_path: Path, client: Client) -> None:
    with serving(self_signed(tmp_path)) as web:
        url = web.add("/a", PAGE)
        assert failure(client, url) == (SourceUnavailable, "its certificate cannot be verified")
