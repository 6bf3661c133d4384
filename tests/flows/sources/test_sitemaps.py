"""News sitemaps and indexes of them, from a real server."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from checkers.errors import ArticleUnreadable
from checkers.model import Article, Image, Origin, Stamp
from flows.settings import Settings
from flows.sources.client import Client, open_client
from flows.sources.entry import FeedEntry
from flows.sources.failure import Failure
from flows.sources.feeds import fetch_source
from flows.sources.listing import MOST_MAPS, read_listing
from flows.sources.sitemap import read_sitemap
from storage.stored import Source
from tests.flows.sources.server import Answer, Web

SEEN = datetime(2026, 3, 6, 2, 30, tzinfo=UTC)
ADDRESS = "https://outlet.example/sitemap.xml"
SPACES = (
    'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" '
    'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1"'
)
NEWS = """<news:news><news:publication><news:name>The Outlet</news:name>
<news:language>en</news:language></news:publication>
<news:publication_date>2026-03-05T18:30:00Z</news:publication_date>
<news:title>Ferry adrift &amp; towed</news:title></news:news>"""
IMAGES = """<image:image><image:loc>https://cdn.example/1.jpg</image:loc>
<image:caption>The ferry at noon</image:caption></image:image>
<image:image><image:loc>/2.jpg</image:loc></image:image>"""
SENTENCE = "Eleven people were taken to hospital after a tram left the rails in Dorrin on Thursday."


def urlset(*urls: str) -> bytes:
    body = "".join(f"<url>{url}</url>" for url in urls)
    return f'<?xml version="1.0"?>\n<urlset {SPACES}>{body}</urlset>'.encode()


def url(address: str, lastmod: str = "", more: str = "") -> str:
    changed = f"<lastmod>{lastmod}</lastmod>" if lastmod else ""
    return f"<loc>{address}</loc>{changed}{more}"


def index(*maps: str) -> bytes:
    body = "".join(f"<sitemap>{one}</sitemap>" for one in maps)
    return f"<?xml version='1.0'?><sitemapindex {SPACES}>{body}</sitemapindex>".encode()


def listed(address: str, client: Client) -> tuple[list[str], list[Failure]]:
    """Paths of the pages that a sitemap leads to, and what could not be had."""
    pages, failures = read_listing(client.get(address), client, SEEN)
    return [page.link.split("/", 3)[3] for page in pages], failures


def test_what_a_news_sitemap_says_of_a_page() -> None:
    data = urlset(url("https://outlet.example/1", "2026-03-05T20:00:00Z", NEWS + IMAGES))
    assert read_sitemap(data, ADDRESS).pages == (
        FeedEntry(
            link="https://outlet.example/1",
            title="Ferry adrift & towed",
            published=Stamp(datetime(2026, 3, 5, 18, 30, tzinfo=UTC), Origin.FEED),
            modified=Stamp(datetime(2026, 3, 5, 20, 0, tzinfo=UTC), Origin.FEED),
            publisher="The Outlet",
            language="en",
            images=(
                Image("https://cdn.example/1.jpg", "The ferry at noon"),
                Image("https://outlet.example/2.jpg"),
            ),
        ),
    )


def test_last_changed_is_no_date_of_publication() -> None:
    (page,) = read_sitemap(urlset(url("/1", "2026-03-05")), ADDRESS).pages
    assert page.published is None
    assert page.modified is not None
    assert page.modified.day_only


def test_the_articles_of_a_news_sitemap(web: Web, client: Client) -> None:
    page = f"<html><h1>Ferry adrift</h1><article>{f'<p>{SENTENCE}</p>' * 3}</article></html>"
    web.add("/1", Answer(page.encode()))
    address = web.add(
        "/news.xml", Answer(urlset(url("/1", "", NEWS + IMAGES)), kind="application/xml")
    )
    (article,) = fetch_source(Source("Outlet", address), client, SEEN)
    assert isinstance(article, Article)
    assert article.published == Stamp(datetime(2026, 3, 5, 18, 30, tzinfo=UTC), Origin.FEED)
    assert (article.publisher, article.language, article.fetched) == ("The Outlet", "en", SEEN)
    assert [(one.url, one.caption) for one in article.images] == [
        ("https://cdn.example/1.jpg", "The ferry at noon"),
        (f"{web.address}/2.jpg", ""),
    ]


def test_old_pages_are_passed_over_and_new_ones_come_first(web: Web, client: Client) -> None:
    address = web.add(
        "/sitemap.xml",
        Answer(
            urlset(
                url("/undated"),
                url("/month", "2026-02-01"),
                url("/tuesday", "2026-03-03"),
                url("/thursday", "2026-03-05"),
                url("/edited", "2026-03-04", NEWS.replace("2026-03-05T", "2026-01-05T")),
            )
        ),
    )
    assert listed(address, client) == (["thursday", "edited", "tuesday", "undated"], [])


def test_an_index_leads_to_what_changed_of_late(web: Web, client: Client) -> None:
    web.add("/old.xml", Answer(urlset(url("/old"))))
    packed = gzip.compress(urlset(url("/news")))
    news = web.add("/news.xml.gz", Answer(packed, kind="application/x-gzip"))
    deeper = web.add("/deeper.xml", Answer(index(url("/pages.xml"), url("/top.xml"))))
    web.add("/pages.xml", Answer(urlset(url("/deep"))))
    address = web.add(
        "/top.xml",
        Answer(
            index(url("/old.xml", "2026-01-01"), url(deeper), url(news, "2026-03-05T09:00:00Z"))
        ),
    )
    assert listed(address, client) == (["news", "deep"], [])
    assert "/old.xml" not in web.requests
    assert len(web.requests["/top.xml"]) == 1


def test_an_index_is_followed_so_far_and_no_further(web: Web, client: Client) -> None:
    for number in range(8):
        web.add(f"/{number}.xml", Answer(index(url(f"/{number + 1}.xml"))))
    assert listed(f"{web.address}/0.xml", client) == ([], [])
    assert sorted({*web.requests} - {"/robots.txt"}) == ["/0.xml", "/1.xml", "/2.xml"]


def test_only_so_many_sitemaps_of_an_index_are_fetched(web: Web, client: Client) -> None:
    for number in range(MOST_MAPS + 5):
        web.add(f"/{number}.xml", Answer(urlset(url(f"/page-{number}"))))
    maps = [url(f"/{number}.xml") for number in range(MOST_MAPS + 5)]
    pages, failures = listed(web.add("/all.xml", Answer(index(*maps))), client)
    assert (len(pages), failures) == (MOST_MAPS, [])


def test_a_sitemap_that_fails_is_named_and_the_others_are_read(web: Web, client: Client) -> None:
    web.add("/page.xml", Answer(b"<html>Sorry</html>"))
    web.add("/cut.xml.gz", Answer(gzip.compress(urlset(url("/a")))[:-9]))
    web.add("/good.xml", Answer(urlset(url("/b"))))
    maps = [url(f"/{name}") for name in ("gone.xml", "page.xml", "cut.xml.gz", "good.xml")]
    pages, failures = listed(web.add("/all.xml", Answer(index(*maps))), client)
    assert pages == ["b"]
    assert [(one.what.split("/", 3)[3], one.why) for one in failures] == [
        ("gone.xml", "it answers 404 Not Found"),
        ("page.xml", "this is not a sitemap"),
        ("cut.xml.gz", "it is packed with gzip and cut short"),
    ]


def test_a_sitemap_that_breaks_off_gives_what_it_has() -> None:
    read = read_sitemap(urlset(url("/1"), url("/2"))[:-20], ADDRESS)
    assert [page.link for page in read.pages] == ["https://outlet.example/1"]
    assert read.broken.startswith("it is damaged: ")


def test_a_bomb_in_gzip_is_not_unpacked(web: Web, settings: Settings) -> None:
    address = web.add("/bomb.xml.gz", Answer(gzip.compress(bytes(60_000_000))))
    with open_client(replace(settings, max_bytes=10_000_000)) as client:
        download = client.get(address)
        with pytest.raises(ArticleUnreadable):
            read_listing(download, client, SEEN)


def test_a_bomb_of_entities_is_not_set_off() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    head = f'<?xml version="1.0"?><!DOCTYPE urlset [<!ENTITY e0 "ha">{bomb}]>'
    data = urlset(url("https://outlet.example/1", "", NEWS.replace("Ferry", "&e11;")))
    with pytest.raises(ArticleUnreadable):
        read_sitemap(head.encode() + data.split(b"\n", 1)[1], ADDRESS)


@pytest.mark.parametrize("data", [b"", b"<urlset", b"<urlset>&</urlset>"])
def test_what_cannot_be_read_at_all(data: bytes) -> None:
    with pytest.raises(ArticleUnreadable):
        read_sitemap(data, ADDRESS)
