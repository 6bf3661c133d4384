"""Feeds found from a site's address, on a real server."""

from __future__ import annotations

import json

import pytest

from checkers.errors import SourceUnavailable
from flows.sources.client import Client
from flows.sources.discovery import Found, find_feeds
from tests.flows.sources.server import Answer, Web

RSS = b'<rss version="2.0"><channel><item><title>A</title><link>/1</link></item></channel></rss>'
ATOM = (
    b'<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><link href="/1"/></entry>'
    b'<entry><title>B</title><link href="/2"/></entry></feed>'
)
JSON = json.dumps(
    {"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "url": "/1"}]}
).encode()
SPACES = (
    b'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    b'xmlns:n="http://www.google.com/schemas/sitemap-news/0.9"'
)
NEWS = (
    b"<urlset "
    + SPACES
    + b"><url><loc>/1</loc><n:news><n:title>A</n:title></n:news></url></urlset>"
)
MAP = b"<urlset " + SPACES + b"><url><loc>/1</loc></url><url><loc>/2</loc></url></urlset>"


def home(*links: str) -> Answer:
    head = "".join(links)
    return Answer(f"<html><head>{head}</head><body><p>News of Dorrin.</p></body></html>".encode())


def link(href: str, kind: str = "application/rss+xml", title: str = "") -> str:
    return f'<link rel="alternate" type="{kind}" href="{href}" title="{title}">'


def found(web: Web, client: Client) -> list[tuple[str, str, int, str]]:
    """Path, kind, number of entries and place of each feed of the site."""
    return [
        (one.url.removeprefix(web.address), one.kind, one.entries, one.where)
        for one in find_feeds(web.address, client)
    ]


def test_the_feeds_that_the_page_names(web: Web, client: Client) -> None:
    web.add(
        "/",
        home(
            link("/comments/feed", title="Comments"),
            link("/empty.xml"),
            link("news.xml", "application/atom+xml"),
            link("/rss.xml", "application/rss+xml; charset=utf-8"),
            link("/feed.json", "application/feed+json"),
            link("/gone.xml"),
            link("/page", "text/html"),
            link("/wp-json/wp/v2/pages/2", "application/json"),
        ),
    )
    web.add("/empty.xml", Answer(b'<rss version="2.0"><channel/></rss>'))
    web.add("/news.xml", Answer(ATOM))
    web.add("/rss.xml", Answer(RSS))
    web.add("/feed.json", Answer(JSON, kind="application/feed+json"))
    assert found(web, client) == [
        ("/news.xml", "Atom", 2, "named by the page"),
        ("/rss.xml", "RSS", 1, "named by the page"),
        ("/feed.json", "JSON feed", 1, "named by the page"),
    ]
    assert "/comments/feed" not in web.requests
    assert "/sitemap.xml" not in web.requests


def test_a_usual_address(web: Web, client: Client) -> None:
    web.add("/", home())
    web.add("/rss", Answer(b"<html>All our feeds</html>"))
    web.add("/rss.xml", Answer(RSS))
    assert found(web, client) == [("/rss.xml", "RSS", 1, "a usual address")]


def test_the_sitemaps_of_the_robots_file(web: Web, client: Client) -> None:
    web.add("/", home())
    lines = f"User-agent: *\nDisallow:\nSitemap: {web.address}/all.xml\nsitemap: /fresh.xml\n"
    web.add("/robots.txt", Answer(lines.encode(), kind="text/plain"))
    web.add("/all.xml", Answer(MAP))
    web.add("/fresh.xml", Answer(NEWS))
    assert found(web, client) == [
        ("/fresh.xml", "news sitemap", 1, "named by robots.txt"),
        ("/all.xml", "sitemap", 2, "named by robots.txt"),
    ]


def test_a_usual_sitemap(web: Web, client: Client) -> None:
    web.add("/", home())
    index = b"<sitemapindex " + SPACES + b"><sitemap><loc>/a.xml</loc></sitemap></sitemapindex>"
    web.add("/sitemap_index.xml", Answer(index))
    assert found(web, client) == [("/sitemap_index.xml", "index of sitemaps", 1, "a usual address")]


def test_an_address_that_is_a_feed_itself(web: Web, client: Client) -> None:
    web.add("/", Answer(RSS))
    assert find_feeds(f"{web.address}/", client) == [
        Found(f"{web.address}/", "RSS", 1, "the address itself")
    ]


def test_a_site_without_any(web: Web, client: Client) -> None:
    web.add("/", home("<link rel=alternate>", link("javascript:x"), link("")))
    assert found(web, client) == []


def test_a_site_that_does_not_answer(web: Web, client: Client) -> None:
    with pytest.raises(SourceUnavailable):
        find_feeds(web.address, client)
