"""The feeds of a site, found from its address: those it names, then where they usually are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urljoin

from checkers.errors import ArticleUnreadable, RecountError
from flows.sources.client import Client, Download
from flows.sources.entries import read_entries
from flows.sources.intake import Kind, kind_of
from flows.sources.packed import unpacked
from flows.sources.page.markup import one_line, read_tree, web_address
from flows.sources.sitemap import is_sitemap, read_sitemap

FEED_TYPES = {
    "application/rss+xml": "RSS",
    "application/rdf+xml": "RSS",
    "application/atom+xml": "Atom",
    "application/feed+json": "JSON feed",
    "application/json": "JSON feed",
}
# Where the common publishing systems (WordPress, Drupal, Ghost, Hugo, Jekyll, Blogger) put them.
USUAL_FEEDS = ("/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json")
USUAL_SITEMAPS = ("/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_index.xml", "/sitemap.xml")
# Feeds of one place that are tried; a page may name one for each of its sections.
MOST_TRIED = 8
# Robots files are short (RFC 9309 asks readers for half a megabyte).
LONGEST_ROBOTS = 512_000
_SITEMAP_LINE = re.compile(r"^[ \t]*sitemap[ \t]*:[ \t]*(\S+)", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Found:
    """A feed or sitemap of a site, tried and found to work.

    Attributes:
        url: Its address.
        kind: "RSS", "Atom", "JSON feed", "news sitemap", "sitemap" or "index of sitemaps".
        entries: How many pages or sitemaps it points to.
        where: How it was found.
    """

    url: str
    kind: str
    entries: int
    where: str


def find_feeds(site: str, client: Client) -> list[Found]:
    """The working feeds of a site, the best first; sitemaps where it has no feed.

    The first place that has any is enough: the site's page, then usual addresses, then the
    sitemaps of its robots file and usual addresses of those. Feeds of comments are left out.

    Args:
        site: Address of the site, or of a page of it.
        client: The client of this run.

    Raises:
        SourceUnavailable: the site does not answer.
        ArticleUnreadable: its address is none of the web.
    """
    home = client.get(site)
    if itself := _tried(home, "the address itself"):
        return [itself]
    named = _all(client, _named(home), "named by the page")
    if named:
        return named
    usual = (urljoin(home.url, path) for path in USUAL_FEEDS)
    if found := next(_working(client, usual, "a usual address"), None):
        return [found]
    robots = _all(client, _of_robots(client, home.url), "named by robots.txt")
    if robots:
        return sorted(robots, key=lambda one: one.kind != "news sitemap")
    usual = (urljoin(home.url, path) for path in USUAL_SITEMAPS)
    return [found] if (found := next(_working(client, usual, "a usual address"), None)) else []


def _all(client: Client, links: list[str], where: str) -> list[Found]:
    return list(_working(client, iter(links[:MOST_TRIED]), where))


def _working(client: Client, links: Iterator[str], where: str) -> Iterator[Found]:
    """Those of some addresses at which a feed or sitemap with something in it stands."""
    for link in links:
        try:
            download = client.get(link)
        except RecountError:
            continue
        if found := _tried(download, where):
            yield found


def _tried(download: Download, where: str) -> Found | None:
    """What stands at an address, where it is a feed or sitemap with something in it."""
    if kind_of(download.body, download.kind) is not Kind.FEED:
        return None
    try:
        body = unpacked(download.body, 5 * len(download.body) + 10_000_000)
        if is_sitemap(body):
            read = read_sitemap(body, download.url)
            kind = "sitemap"
            if any(page.title or page.publisher for page in read.pages):
                kind = "news sitemap"
            elif read.maps:
                kind = "index of sitemaps"
            number = len(read.pages) or len(read.maps)
        else:
            number = len(read_entries(body, download.url))
            kind = _dialect(body)
    except ArticleUnreadable:
        return None
    return Found(download.url, kind, number, where) if number else None


def _dialect(feed: bytes) -> str:
    if feed.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        return "JSON feed"
    return "Atom" if re.search(rb"<(?:\w+:)?feed[\s>]", feed[:4096]) else "RSS"


def _named(page: Download) -> list[str]:
    """The feeds that a page names in its head, in its order."""
    try:
        tree = read_tree(page.body, page.charset)
    except ArticleUnreadable:
        return []
    found: dict[str, None] = {}
    for link in tree.iter("link"):
        relations = (link.get("rel") or "").lower().split()
        kind = (link.get("type") or "").split(";")[0].strip().lower()
        title = one_line(link.get("title") or "").lower()
        address = web_address(page.url, link.get("href") or "")
        if "alternate" not in relations or kind not in FEED_TYPES or not address:
            continue
        # An API of the publishing system says "application/json" too.
        if "/wp-json/" in address or "comment" in title or "/comments/" in address:
            continue
        found.setdefault(address)
    return list(found)


def _of_robots(client: Client, home: str) -> list[str]:
    """The sitemaps that a site's robots file names, those for news first."""
    try:
        robots = client.get(urljoin(home, "/robots.txt")).body[:LONGEST_ROBOTS]
    except RecountError:
        return []
    lines = _SITEMAP_LINE.findall(robots.decode("utf-8", "replace"))
    links = dict.fromkeys(filter(None, (web_address(home, line) for line in lines)))
    return sorted(links, key=lambda link: "news" not in link.lower())
