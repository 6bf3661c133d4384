"""One address for every way that leads to a page."""

from __future__ import annotations

import pytest

from flows.sources.page.address import bare_address, is_fast_version, page_address

STORY = "https://www.outlet.example/news/tram"

# What is tried: an address, the same without what says nothing.
ADDRESSES = {
    "campaigns": (f"{STORY}?utm_source=x&utm_medium=rss&fbclid=1&at_medium=RSS&gclid=2", STORY),
    "what a page needs stays": (f"{STORY}?id=12&utm_source=x", f"{STORY}?id=12"),
    "order and blanks stay": (f"{STORY}?b=&a=1", f"{STORY}?b=&a=1"),
    "a place on the page": (f"{STORY}#comments", STORY),
    "a page behind a fragment": (f"{STORY}#!/12", f"{STORY}#!/12"),
    "asked for as fast": (f"{STORY}?outputType=amp&amp=1", STORY),
    "a product called AMP": (f"{STORY}?amp=200W", f"{STORY}?amp=200W"),
    "a copy kept for speed": (
        "https://www-outlet-example.cdn.ampproject.org/c/s/www.outlet.example/news/tram?usqp=mq331",
        STORY,
    ),
    "a file": ("file:///desk/tram.html?utm_source=x", "file:///desk/tram.html?utm_source=x"),
}


@pytest.mark.parametrize(("given", "bare"), ADDRESSES.values(), ids=ADDRESSES)
def test_bare_addresses(given: str, bare: str) -> None:
    assert bare_address(given) == bare


# What is tried: the page's own address for itself, the address it came from, the one that is kept.
FOLDED = {
    "AMP by its path": (STORY, "https://www.outlet.example/news/tram/amp", STORY),
    "AMP by its host": (STORY, "https://amp.outlet.example/news/tram", STORY),
    "AMP from a cache": (
        STORY,
        "https://www-outlet-example.cdn.ampproject.org/v/s/www.outlet.example/news/tram",
        STORY,
    ),
    "a canonical address with a campaign": (f"{STORY}?utm_campaign=x", STORY, STORY),
    "another outlet's": ("https://wire.example/tram", f"{STORY}?utm_source=x", STORY),
}


@pytest.mark.parametrize(("given", "url", "kept"), FOLDED.values(), ids=FOLDED)
def test_pages_are_known_by_one_address(given: str, url: str, kept: str) -> None:
    assert page_address(given, url) == kept


def test_fast_versions_are_told_by_their_address() -> None:
    fast = ["https://amp.outlet.example/a", f"{STORY}/amp/", f"{STORY}.amp", f"{STORY}?output=amp"]
    plain = [STORY, "https://outlet.example/news/ampere", "https://champ.example/a"]
    assert [is_fast_version(url) for url in fast + plain] == [True] * 4 + [False] * 3
