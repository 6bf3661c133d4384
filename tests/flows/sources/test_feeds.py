"""Sources from a real server: feeds with their pages, single pages, and whatever is neither."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from datetime import UTC, date, datetime
from html import escape

import pytest

from checkers.errors import ArticleUnreadable, SourceUnavailable
from checkers.model import Article, Origin
from flows.settings import Settings
from flows.sources.client import Client
from flows.sources.failure import Failure
from flows.sources.feeds import fetch_source
from flows.sources.intake import Kind, kind_of
from flows.sources.targets import load_targets
from storage.stored import Source
from tests.flows.sources.archived import record
from tests.flows.sources.server import Answer, Web

SEEN = datetime(2026, 3, 6, 2, 30, tzinfo=UTC)
SENTENCE = "Eleven people were taken to hospital after a tram left the rails in Dorrin on Thursday."
XML = "application/rss+xml"


def page(title: str, head: str = "") -> Answer:
    text = f"<p>{SENTENCE}</p>" * 3
    return Answer(
        f"<html><head><title>{title}</title>{head}</head><body><article><h1>{title}</h1>{text}"
        f"</article></body></html>".encode()
    )


def rss(*items: str) -> Answer:
    body = f'<?xml version="1.0"?><rss version="2.0" xmlns:content="c"><channel>{"".join(items)}'
    return Answer(f"{body}</channel></rss>".encode(), kind=XML)


def item(link: str, title: str = "A &amp; B", more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def feed(url: str) -> Source:
    return Source(name="Outlet", url=url, publisher="The Outlet", language="en")


def shown(items: Iterable[Article | Failure]) -> list[tuple[str, str]]:
    """Address (its path) with the title or, for failures, the reason."""
    return [
        (entry.url.split("/", 3)[3], entry.title)
        if isinstance(entry, Article)
        else (entry.what.split("/", 3)[3], entry.why)
        for entry in items
    ]


def test_a_feed_gives_its_pages_and_names_those_that_fail(web: Web, client: Client) -> None:
    web.add("/1", page("One"))
    web.add("/3", Answer(b"%PDF-1.7", kind="application/pdf"))
    web.add("/4", Answer(b'{"a": 1}', kind="application/json"))
    web.add("/5", page("Five"))
    source = feed(
        web.add(
            "/rss", rss(*(item(f"{web.address}/{n}") for n in (1, 2, 3, 4, 5, 1)), item("mailto:a"))
        )
    )
    assert shown(fetch_source(source, client, SEEN)) == [
        ("1", "One"),
        ("2", "it answers 404 Not Found"),
        ("3", "it is application/pdf and not a page"),
        ("4", "it is application/json and not a page"),
        ("5", "Five"),
    ]


def test_the_feed_and_the_list_fill_what_the_page_lacks(web: Web, client: Client) -> None:
    web.add("/1", page("One"))
    more = "<guid>g-1</guid><pubDate>Thu, 05 Mar 2026 18:30:00 +0200</pubDate><author>Mara</author>"
    (article,) = fetch_source(feed(web.add("/rss", rss(item("/1", more=more)))), client, SEEN)
    assert isinstance(article, Article)
    assert article.published is not None
    assert (article.published.at.isoformat(), article.published.origin) == (
        "2026-03-05T18:30:00+02:00",
        Origin.FEED,
    )
    assert (article.guid, article.author, article.publisher, article.language) == (
        "g-1",
        "Mara",
        "The Outlet",
        "en",
    )
    assert (article.url, article.fetched) == (f"{web.address}/1", SEEN)


def test_the_section_of_a_source_is_that_of_articles_that_do_not_say(
    web: Web, client: Client
) -> None:
    web.add("/1", page("One"))
    web.add("/2", page("Two", '<meta property="article:section" content="Harbour">'))
    address = web.add("/rss", rss(item("/1"), item("/2")))
    source = Source(name="Outlet", url=address, section="World")
    articles = fetch_source(source, client, SEEN)
    assert [one.section for one in articles if isinstance(one, Article)] == ["World", "Harbour"]


def test_the_page_leads(web: Web, client: Client) -> None:
    head = (
        '<meta property="article:published_time" content="2026-03-05T16:00:00Z">'
        '<meta property="og:site_name" content="Page">'
    )
    web.add("/1", page("One", head))
    more = "<pubDate>Fri, 06 Mar 2026 00:00:00 GMT</pubDate>"
    (article,) = fetch_source(feed(web.add("/rss", rss(item("/1", "Other", more)))), client, SEEN)
    assert isinstance(article, Article)
    assert article.published is not None
    assert (article.title, article.publisher, article.published.at.isoformat()) == (
        "One",
        "Page",
        "2026-03-05T16:00:00+00:00",
    )


def test_a_full_text_stands_in_for_a_page_that_cannot_be_had(web: Web, client: Client) -> None:
    body = escape(f"<p>{SENTENCE}</p>" * 8 + "<p>Nobody was <b>killed</b>.</p>")
    full = f"<content:encoded>{body}</content:encoded>".replace("content:encoded", "c:encoded")
    xml = (
        '<?xml version="1.0"?><rss version="2.0" '
        'xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"{item('/gone', 'Tram &lt;b&gt;derails&lt;/b&gt;', full)}</channel></rss>"
    )
    source = feed(web.add("/rss", Answer(xml.encode(), kind=XML)))
    (article,) = fetch_source(source, client, SEEN)
    assert isinstance(article, Article)
    assert article.title == "Tram derails"
    assert article.text == "\n\n".join([SENTENCE] * 8 + ["Nobody was killed."])
    assert (article.url, article.fetched) == (f"{web.address}/gone", SEEN)


def test_a_summary_does_not(web: Web, client: Client) -> None:
    source = feed(
        web.add("/rss", rss(item("/gone", more=f"<description>{SENTENCE}</description>")))
    )
    assert shown(fetch_source(source, client, SEEN)) == [("gone", "it answers 404 Not Found")]


def test_atom(web: Web, client: Client) -> None:
    web.add("/news/1", page("One"))
    xml = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>Outlet</title><entry><title>One</title>'
        '<id>tag:outlet.example,2026:1</id><link href="1"/>'
        "<published>2026-03-05T18:30:00+02:00</published>"
        "<updated>2026-03-05T20:00:00+02:00</updated></entry></feed>"
    )
    source = feed(web.add("/news/feed", Answer(xml.encode(), kind="application/atom+xml")))
    (article,) = fetch_source(source, client, SEEN)
    assert isinstance(article, Article)
    assert article.published is not None
    assert article.modified is not None
    assert article.guid == "tag:outlet.example,2026:1"
    assert article.published.at.isoformat() == "2026-03-05T18:30:00+02:00"
    assert article.modified.at.isoformat() == "2026-03-05T20:00:00+02:00"


def test_a_broken_feed_gives_what_can_be_read(web: Web, client: Client) -> None:
    web.add("/1", page("One"))
    broken = f'<rss version="2.0"><channel>{item("/1", "a & b")}<item><title>cut'
    source = feed(web.add("/rss", Answer(broken.encode(), kind=XML)))
    assert shown(fetch_source(source, client, SEEN)) == [("1", "One")]


# What is no feed: the answer, and what is said of it.
NO_FEEDS = {
    "a page": (page("One"), "this is a web page and not a feed"),
    "a text": (Answer(b"hello", kind="text/plain"), "this is not a feed"),
    "the name of a file": (Answer(b"/etc/passwd", kind=XML), "this is not a feed"),
    "other XML": (Answer(b"<?xml version='1.0'?><note/>", kind="text/xml"), "this is not a feed"),
    "nothing": (Answer(b"", kind=XML), "this is not a feed"),
}


@pytest.mark.parametrize(("answer", "said"), NO_FEEDS.values(), ids=NO_FEEDS)
def test_what_is_no_feed(web: Web, client: Client, answer: Answer, said: str) -> None:
    with pytest.raises(ArticleUnreadable) as raised:
        list(fetch_source(feed(web.add("/rss", answer)), client, SEEN))
    assert str(raised.value) == said


def test_an_empty_feed_is_a_feed(web: Web, client: Client) -> None:
    assert list(fetch_source(feed(web.add("/rss", rss())), client, SEEN)) == []


def test_entities_of_a_feed_are_not_expanded(web: Web, client: Client) -> None:
    web.add("/1", page("One"))
    xml = (
        '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        f'<rss version="2.0"><channel>{item("/1", more="<guid>&x;</guid>")}</channel></rss>'
    )
    found = fetch_source(feed(web.add("/rss", Answer(xml.encode(), kind=XML))), client, SEEN)
    assert [entry.guid for entry in found if isinstance(entry, Article)] in ([""], ["&x;"])


def test_a_feed_that_does_not_answer(web: Web, client: Client) -> None:
    with pytest.raises(SourceUnavailable, match="404"):
        list(fetch_source(feed(f"{web.address}/rss"), client, SEEN))


def test_a_page_as_a_source(web: Web, client: Client) -> None:
    source = Source(name="Page", url=web.add("/1", page("One")), kind="page")
    assert shown(fetch_source(source, client, SEEN)) == [("1", "One")]


def test_a_json_feed_and_its_pages(web: Web, client: Client) -> None:
    web.add("/1", page("One"))
    entry = {
        "id": "g-1",
        "url": "/1",
        "content_html": "<html><p>One.</p></html>",
        "date_published": "2026-03-05T18:30:00+02:00",
    }
    body = {"version": "https://jsonfeed.org/version/1.1", "title": "Outlet", "items": [entry]}
    address = web.add("/feed", Answer(json.dumps(body).encode(), kind="application/feed+json"))
    (article,) = fetch_source(feed(address), client, SEEN)
    assert isinstance(article, Article)
    assert article.published is not None
    assert (article.title, article.guid, article.published.origin, article.published.day) == (
        "One",
        "g-1",
        Origin.FEED,
        date(2026, 3, 5),
    )


# What an answer begins with, and what it is taken for.
BEGINNINGS = {
    "a feed that quotes a page": ("<rss><channel><description><![CDATA[<html>", Kind.FEED),
    "a feed with a style": ("<?xml version='1.0'?>\n<?xml-stylesheet?><!-- x --><rss>", Kind.FEED),
    "a feed with a document type": ('<!DOCTYPE rss [<!ENTITY a "b">\n]>\n<RSS>', Kind.FEED),
    "a feed with a prefix": ("<atom:feed xmlns:atom='http://www.w3.org/2005/Atom'>", Kind.FEED),
    "RSS 1.0": ("<rdf:RDF>", Kind.FEED),
    "a sitemap": ("\ufeff<urlset>", Kind.FEED),
    "a page": ("<!DOCTYPE html>\n<html><p><rss>", Kind.PAGE),
    "a page without its first element": ("<p>One.", Kind.PAGE),
    "an archive": ("WARC/1.1\r\n", Kind.ARCHIVE),
    "lines": ('{"url": "a"', Kind.LINES),
    "a JSON feed": ('{"version": "https://jsonfeed.org/version/1",', Kind.FEED),
    "a text": ("Tram derails", Kind.DOCUMENT),
}


@pytest.mark.parametrize(("begins", "kind"), BEGINNINGS.values(), ids=BEGINNINGS)
def test_what_an_answer_is(begins: str, kind: Kind) -> None:
    assert kind_of(begins.encode()) is kind
    assert kind_of(gzip.compress(begins.encode())) is kind


def test_an_unknown_kind_of_source(client: Client) -> None:
    source = Source(name="Site", url="http://127.0.0.1/", kind="gopher")
    why = "a source is one of feed, page, sitemap, files, not a 'gopher'"
    with pytest.raises(ArticleUnreadable, match=why):
        list(fetch_source(source, client, SEEN))


def test_addresses_on_the_command_line(web: Web, settings: Settings) -> None:
    web.add("/1", page("One"))
    targets = [
        f"{web.address}/1",
        web.add("/rss", rss(item("/1"))),
        web.add("/note.txt", Answer(f"Tram derails\n\n{SENTENCE}".encode(), kind="text/plain")),
        web.add(
            "/list.jsonl", Answer(b'{"url": "https://a.example/2", "text": "x"}\n{}\n', kind="x/y")
        ),
        web.add("/a.warc.gz", Answer(gzip.compress(record("https://a.example/3")))),
        f"{web.address}/gone",
    ]
    assert shown(load_targets(targets, None, settings=settings, seen=SEEN)) == [
        ("1", "One"),
        ("1", "One"),
        ("note.txt", "Tram derails"),
        ("2", ""),
        ("list.jsonl, line 2", "there is no text"),
        ("3", "Ferry adrift"),
        ("gone", "it answers 404 Not Found"),
    ]
