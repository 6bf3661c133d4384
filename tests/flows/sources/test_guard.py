"""The client keeps to public addresses, by whatever way it is led elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from ipaddress import ip_network
from pathlib import Path

import pytest

from checkers.errors import RecountError, SourceUnavailable
from flows.settings import Settings
from flows.sources import network
from flows.sources.client import Client
from flows.sources.unanswered import Refused
from tests.flows.sources.server import Answer, Web, self_signed, serving

PAGE = Answer(b"<p>News</p>")
HERE = ip_network("127.0.0.1/32")


class Names:
    """Answers for names: each time the next answer, the last one again and again."""

    def __init__(self, **answers: Sequence[Sequence[str]]) -> None:
        self.answers = {name.replace("_", "."): list(given) for name, given in answers.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(host)
        given = self.answers.get(host, [[host]])
        return given.pop(0) if len(given) > 1 else given[0]


@pytest.fixture
def careful(settings: Settings) -> Settings:
    """Settings under which one address of this machine may be asked, and robots.txt is not."""
    return replace(settings, allow_networks=(HERE,), robots=False)


def named(web: Web, name: str, path: str) -> str:
    """The address of a page under another name of its host."""
    return f"{web.address}{path}".replace("127.0.0.1", name)


def refusal(client: Client, url: str) -> str:
    """Why an address is not asked."""
    with pytest.raises(Refused) as raised:
        client.get(url)
    return str(raised.value)


def test_this_machine_is_not_asked_unless_it_is_allowed(web: Web, settings: Settings) -> None:
    url = web.add("/a", PAGE)
    with Client(replace(settings, allow_networks=())) as client:
        assert refusal(client, url) == (
            "127.0.0.1 is no public address, so it is not asked"
            " (RECOUNT_ALLOW_NETWORKS=127.0.0.1/32 would allow it)"
        )
    assert web.requests == {}
    with Client(settings) as client:
        assert client.get(url).body == PAGE.body


@pytest.mark.parametrize("host", ["127.1", "2130706433", "0x7f.0.0.1", "[::ffff:127.0.0.1]"])
def test_other_ways_to_write_it_are_the_same_address(
    web: Web, settings: Settings, host: str
) -> None:
    web.add("/a", PAGE)
    with Client(replace(settings, allow_networks=())) as client:
        refusal(client, named(web, host, "/a"))
    assert web.requests == {}


def test_a_name_is_resolved_once_and_the_connection_goes_there(web: Web, careful: Settings) -> None:
    web.add("/a", PAGE)
    web.add("/b", PAGE)
    names = Names(outlet_test=[["127.0.0.1"], ["127.0.0.9"]])
    url = named(web, "outlet.test", "/a")
    with Client(careful, resolve=names) as client:
        assert client.get(url).url == url
        client.get(named(web, "outlet.test", "/b"))  # over the same connection
    assert names.asked == ["outlet.test"]
    assert web.requests["/a"][0]["host"] == url.split("/")[2]
    with Client(careful, resolve=names) as client:
        assert refusal(client, url).startswith("outlet.test is 127.0.0.9, which is no public")
    assert len(web.requests["/a"]) == 1


def test_a_name_with_one_private_address_is_not_asked(web: Web, careful: Settings) -> None:
    web.add("/a", PAGE)
    names = Names(outlet_test=[["127.0.0.1", "10.0.0.1"]])
    with Client(careful, resolve=names) as client:
        assert "outlet.test is 10.0.0.1" in refusal(client, named(web, "outlet.test", "/a"))
    assert web.requests == {}


def test_the_next_address_is_tried_where_one_does_not_answer(web: Web, careful: Settings) -> None:
    web.add("/a", PAGE)
    names = Names(outlet_test=[["127.0.0.2", "127.0.0.1"]])
    both = replace(careful, allow_networks=(ip_network("127.0.0.0/8"),))
    with Client(both, resolve=names) as client:
        assert client.get(named(web, "outlet.test", "/a")).body == PAGE.body


@pytest.mark.parametrize("target", ["http://127.0.0.9/", "http://inside.test/", "http://[::1]/"])
def test_redirects_do_not_lead_inside(web: Web, careful: Settings, target: str) -> None:
    url = web.add("/a", Answer(status=302, headers={"Location": target}))
    with Client(careful, resolve=Names(inside_test=[["10.1.2.3"]])) as client:
        assert "is no public address" in refusal(client, url)


def test_a_proxy_of_the_environment_is_not_used(
    web: Web, careful: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with Client(careful) as client:
        assert client.get(web.add("/a", PAGE)).body == PAGE.body


@pytest.mark.parametrize(("certified", "answers"), [("outlet.test", True), ("other.test", False)])
def test_the_certificate_must_be_that_of_the_name(
    tmp_path: Path,
    careful: Settings,
    monkeypatch: pytest.MonkeyPatch,
    certified: str,
    answers: bool,
) -> None:
    context = self_signed(tmp_path, certified)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "server.pem"))
    network.verifying.cache_clear()
    names = Names(outlet_test=[["127.0.0.1"]])
    try:
        with serving(context) as web, Client(careful, resolve=names) as client:
            web.add("/a", PAGE)
            url = named(web, "outlet.test", "/a")
            if answers:
                assert client.get(url).body == PAGE.body
            else:
                with pytest.raises(SourceUnavailable, match="certificate cannot be verified"):
                    client.get(url)
    finally:
        network.verifying.cache_clear()


def test_a_refusal_is_no_failure_to_be_tried_again(web: Web, settings: Settings) -> None:
    names = Names(outlet_test=[["10.0.0.1"]])
    with Client(settings, resolve=names) as client, pytest.raises(RecountError):
        client.get("http://outlet.test/a")
    assert names.asked == ["outlet.test"]
