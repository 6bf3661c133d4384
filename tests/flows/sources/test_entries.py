"""Entries of feeds in every dialect, from the fast and from the tolerant reader."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest

from checkers.errors import ArticleUnreadable
from checkers.model import Image, Origin, Stamp
from flows.sources.entries import read_entries
from flows.sources.entry import MOST_LISTED, FeedEntry
from flows.sources.json_feed import read_json_feed
from flows.sources.loose_feed import read_loose_feed
from flows.sources.xml_feed import read_xml_feed

ADDRESS = "https://outlet.example/feeds/all.xml"
EVENING = Stamp(datetime(2026, 3, 5, 18, 30, tzinfo=timezone(timedelta(hours=2))), Origin.FEED)
NIGHT = Stamp(datetime(2026, 3, 5, 23, 10, tzinfo=UTC), Origin.FEED)
ENTRY = FeedEntry("https://outlet.example/1", "Ferry adrift off Dorrin")
SPACES = (
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" '
    'xmlns:media="http://search.yahoo.com/mrss/" '
    'xmlns:atom="http://www.w3.org/2005/Atom"'
)


def rss(item: str, channel: str = "") -> str:
    return (
        f'<?xml version="1.0"?><rss version="2.0" {SPACES}><channel>{channel}'
        f"<item><link>/1</link>{item}</item></channel></rss>"
    )


def atom(entry: str, attributes: str = "", feed: str = "") -> str:
    return (
        f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" {attributes}>{feed}'
        f"<entry>{entry}</entry></feed>"
    )


TITLE = "<title>Ferry adrift off Dorrin</title>"
LINK = '<link href="/1"/>'

# What a quirk looks like, and the one entry that both readers make of it.
QUIRKS: dict[str, tuple[str, FeedEntry]] = {
    "a title in CDATA": (rss("<title><![CDATA[Ferry adrift off Dorrin]]></title>"), ENTRY),
    "a title with markup": (
        rss("<title>Ferry &lt;i&gt;adrift&lt;/i&gt; off Dorrin</title>"),
        ENTRY,
    ),
    "entities twice over": (
        rss("<title>Tide &amp;amp; time</title>"),
        replace(ENTRY, title="Tide & time"),
    ),
    "a title over several lines": (rss("<title>\n Ferry adrift\n off Dorrin </title>"), ENTRY),
    "a date of mail": (
        rss(f"{TITLE}<pubDate>Thu, 05 Mar 2026 18:30:00 +0200</pubDate>"),
        replace(ENTRY, published=EVENING),
    ),
    "a date of Dublin Core alone": (
        rss(f"{TITLE}<dc:date>2026-03-05T18:30:00+02:00</dc:date>"),
        replace(ENTRY, published=EVENING),
    ),
    "updated and published": (
        atom(
            f"{TITLE}{LINK}<updated>2026-03-05T23:10:00Z</updated>"
            "<published>2026-03-05T18:30:00+02:00</published>"
        ),
        replace(ENTRY, published=EVENING, modified=NIGHT),
    ),
    "updated alone is no date of publication": (
        atom(f"{TITLE}{LINK}<updated>2026-03-05T23:10:00Z</updated>"),
        replace(ENTRY, modified=NIGHT),
    ),
    "a guid that is the address": (
        '<rss version="2.0"><channel><item><guid>https://outlet.example/1</guid>'
        f"{TITLE}</item></channel></rss>",
        replace(ENTRY, guid="https://outlet.example/1"),
    ),
    "a guid that is none": (rss(f'{TITLE}<guid isPermaLink="false">n-7</guid>'),
        replace(ENTRY, guid="n-7")),
    "a guid that looks like an address beside a link": (
        rss(f"{TITLE}<guid>https://outlet.example/?p=7</guid>"),
        replace(ENTRY, guid="https://outlet.example/?p=7"),
    ),
    "several authors": (
        rss(f"{TITLE}<dc:creator>Mara Linde</dc:creator><dc:creator>Ole Brandt</dc:creator>"),
        replace(ENTRY, author="Mara Linde, Ole Brandt"),
    ),
    "several authors of Atom": (
        atom(
            f"{TITLE}{LINK}<author><name>Mara Linde</name><email>m@outlet.example</email></author>"
            "<author><name>Ole Brandt</name></author>"
        ),
        replace(ENTRY, author="Mara Linde, Ole Brandt"),
    ),
    "an author behind a mail address": (
        rss(f"{TITLE}<author>desk@outlet.example (Mara Linde)</author>"),
        replace(ENTRY, author="Mara Linde"),
    ),
    "a base for links": (
        atom(f'{TITLE}<link href="1"/>', 'xml:base="https://outlet.example/"'),
        ENTRY,
    ),
    "several links": (
        atom(
            f'{TITLE}<link rel="self" href="/feed"/><link rel="enclosure" href="/1.mp3"/>'
            '<link rel="alternate" type="text/html" href="/1"/>'
        ),
        ENTRY,
    ),
    "the whole text": (
        rss(
            f"{TITLE}<description>Short.</description>"
            "<content:encoded><![CDATA[<p>Forty aboard.</p>]]></content:encoded>"
        ),
        replace(ENTRY, body="<p>Forty aboard.</p>"),
    ),
    "a language": (rss(TITLE, "<language>en-gb</language>"), replace(ENTRY, language="en-gb")),
    "a picture": (
        rss(f'{TITLE}<media:content url="https://cdn.example/1.jpg" medium="image"/>'),
        replace(ENTRY, images=(Image("https://cdn.example/1.jpg"),)),
    ),
    "a film is no picture": (
        rss(f'{TITLE}<media:content url="https://cdn.example/1.mp4" type="video/mp4"/>'),
        ENTRY,
    ),
    "RSS 1.0": (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        '<channel rdf:about="x"/><item rdf:about="https://outlet.example/1">'
        f"{TITLE}<link>/1</link><dc:date>2026-03-05T18:30:00+02:00</dc:date></item></rdf:RDF>",
        replace(ENTRY, published=EVENING, guid="https://outlet.example/1"),
    ),
    "an entry without a link": (
        '<rss version="2.0"><channel><item><title>No page</title></item></channel></rss>',
        FeedEntry("", "No page"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("feed", "entry"), QUIRKS.values(), ids=QUIRKS)
def test_both_readers_make_the_same_of_a_quirk(feed: str, entry: FeedEntry) -> None:
    assert read_xml_feed(feed.encode(), ADDRESS) == [entry]
    assert read_loose_feed(feed.encode(), ADDRESS) == [entry]


# What only the fast reader can tell, or only it tells rightly.
FINER: dict[str, tuple[str, FeedEntry]] = {
    "a title of plain text is taken as it stands": (
        atom(f'<title type="text">Why &lt;b&gt; is &amp;amp;</title>{LINK}'),
        replace(ENTRY, title="Why <b> is &amp;"),
    ),
    "text as XHTML": (
        atom(
            f'{TITLE}{LINK}<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">'
            "<p>Forty <b>aboard</b>.</p></div></content>"
        ),
        replace(
            ENTRY,
            body='<div xmlns="http://www.w3.org/1999/xhtml"><p>Forty <b>aboard</b>.</p></div>',
        ),
    ),
    "pictures with captions and credits": (
        rss(
            f"{TITLE}<media:group>"
            '<media:content url="https://cdn.example/1.jpg" medium="image">'
            "<media:description>The ferry at noon</media:description>"
            "<media:credit>O. Brandt</media:credit></media:content>"
            '<media:content url="https://cdn.example/2.jpg" type="image/jpeg">'
            '<media:description type="html">The &lt;i&gt;pier&lt;/i&gt;</media:description>'
            "</media:content><media:credit>Dorrin Press</media:credit></media:group>"
            '<media:thumbnail url="https://cdn.example/1-small.jpg"/>'
        ),
        replace(
            ENTRY,
            images=(
                Image("https://cdn.example/1.jpg", "The ferry at noon", credit="O. Brandt"),
                Image("https://cdn.example/2.jpg", "The pier", credit="Dorrin Press"),
            ),
        ),
    ),
    "a caption beside the only picture": (
        rss(
            f'{TITLE}<media:thumbnail url="//cdn.example/1.jpg"/>'
            "<media:description>The ferry at noon</media:description>"
            "<media:credit>O. Brandt</media:credit>"
        ),
        replace(
            ENTRY,
            images=(Image("https://cdn.example/1.jpg", "The ferry at noon", credit="O. Brandt"),),
        ),
    ),
    "an enclosure": (
        rss(f'{TITLE}<enclosure url="/1.jpg" type="image/jpeg" length="10"/>'),
        replace(ENTRY, images=(Image("https://outlet.example/1.jpg"),)),
    ),
    "an address behind a counter": (
        rss(
            f"{TITLE}<x:origLink "
            'xmlns:x="http://rssnamespace.org/feedburner/ext/1.0">https://outlet.example/2'
            "</x:origLink>"
        ),
        replace(ENTRY, link="https://outlet.example/2"),
    ),
    "an author of the whole feed": (
        atom(f"{TITLE}{LINK}", feed="<author><name>The Outlet</name></author>"),
        replace(ENTRY, author="The Outlet"),
    ),
}


@pytest.mark.parametrize(("feed", "entry"), FINER.values(), ids=FINER)
def test_the_fast_reader(feed: str, entry: FeedEntry) -> None:
    assert read_xml_feed(feed.encode(), ADDRESS) == [entry]


# Feeds that are no XML, and the one entry that is still made of them.
BROKEN: dict[str, tuple[bytes, FeedEntry]] = {
    "entities of HTML": (
        rss("<title>Ferry&nbsp;adrift off Dorrin &ndash; again</title>").encode(),
        replace(ENTRY, title="Ferry adrift off Dorrin – again"),
    ),
    "a bare ampersand": (
        rss("<title>Ferry & barge</title>").encode(),
        replace(ENTRY, title="Ferry & barge"),
    ),
    "no end": (rss(TITLE).removesuffix("</item></channel></rss>").encode(), ENTRY),
    "something before the declaration": (b"\n\n" + rss(TITLE).encode(), ENTRY),
    "a wrong declaration of its encoding": (
        rss("<title>Café “Linde”</title>").encode("windows-1252").replace(
            b'version="1.0"?', b'version="1.0" encoding="utf-8"?'
        ),
        replace(ENTRY, title="Café “Linde”"),
    ),
    "Latin-1 as declared": (
        rss("<title>Café</title>").encode("latin-1").replace(
            b'version="1.0"?', b'version="1.0" encoding="iso-8859-1"?'
        ),
        replace(ENTRY, title="Café"),
    ),
    "a byte order mark": (b"\xef\xbb\xbf" + rss("<title>Café</title>").encode(),
        replace(ENTRY, title="Café")),
    "NUL bytes": (rss("<title>Fer\x00ry</title>").encode(), replace(ENTRY, title="Fer\ufffdry")),
}  # fmt: skip


@pytest.mark.parametrize(("feed", "entry"), BROKEN.values(), ids=BROKEN)
def test_what_is_broken_is_read_all_the_same(feed: bytes, entry: FeedEntry) -> None:
    assert read_entries(feed, ADDRESS) == [entry]


def test_a_bomb_of_entities_is_not_set_off() -> None:
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    feed = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{bomb}]>' + rss(
        "<title>Ferry &e11; adrift</title>"
    ).removeprefix('<?xml version="1.0"?>')
    (entry,) = read_entries(feed.encode(), ADDRESS)
    assert entry.link == ENTRY.link
    assert len(entry.title) < 100


def test_nothing_outside_a_feed_is_read(tmp_path: Any) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    feed = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>' + rss(
        "<title>Ferry &x; adrift</title>"
    ).removeprefix('<?xml version="1.0"?>')
    (entry,) = read_entries(feed.encode(), ADDRESS)
    assert "secret" not in entry.title


def test_of_a_feed_without_end_only_the_first_entries_are_read() -> None:
    items = "".join(f"<item><link>/{n}</link>{TITLE}</item>" for n in range(3 * MOST_LISTED))
    well = f'<rss version="2.0"><channel>{items}</channel></rss>'.encode()
    assert [len(read_entries(feed, ADDRESS)) for feed in (well, well[:-9])] == [MOST_LISTED] * 2
    item = {"url": "/1"}
    feed = {"version": "https://jsonfeed.org/version/1", "items": [item] * (3 * MOST_LISTED)}
    assert len(read_json_feed(json.dumps(feed).encode(), ADDRESS)) == MOST_LISTED


@pytest.mark.parametrize("feed", [b"", b"<html><body>News</body></html>", b"News", b"<x/>", b"{}"])
def test_what_is_no_feed(feed: bytes) -> None:
    with pytest.raises(ArticleUnreadable):
        read_entries(feed, ADDRESS)


ITEM = {"id": "n-7", "url": "/1", "title": "Ferry adrift off Dorrin"}


def json_feed(item: dict[str, Any], version: str = "1.1", **more: Any) -> bytes:
    feed = {"version": f"https://jsonfeed.org/version/{version}", "title": "Outlet", **more}
    return json.dumps({**feed, "items": [item]}).encode()


# Items of JSON feeds, and the entry made of each.
JSON_ITEMS: dict[str, tuple[bytes, FeedEntry]] = {
    "version 1.0": (
        json_feed(
            {
                **ITEM,
                "author": {"name": "Mara Linde"},
                "date_published": "2026-03-05T18:30:00+02:00",
            },
            "1",
        ),
        replace(ENTRY, guid="n-7", author="Mara Linde", published=EVENING),
    ),
    "version 1.1": (
        json_feed(
            {
                **ITEM,
                "authors": [{"name": "Mara Linde"}, {"name": "Ole Brandt"}, {}],
                "language": "en",
                "date_modified": "2026-03-05T23:10:00Z",
                "content_html": "<p>Forty aboard.</p>",
                "image": "/1.jpg",
                "attachments": [
                    {"url": "/2.jpg", "mime_type": "image/jpeg", "title": "The pier"},
                    {"url": "/1.mp3", "mime_type": "audio/mpeg"},
                ],
            }
        ),
        replace(
            ENTRY,
            guid="n-7",
            author="Mara Linde, Ole Brandt",
            language="en",
            modified=NIGHT,
            body="<p>Forty aboard.</p>",
            images=(
                Image("https://outlet.example/1.jpg"),
                Image("https://outlet.example/2.jpg", "The pier"),
            ),
        ),
    ),
    "what the whole feed says": (
        json_feed(ITEM, language="en-gb", authors=[{"name": "The Outlet"}]),
        replace(ENTRY, guid="n-7", language="en-gb", author="The Outlet"),
    ),
    "plain text": (
        json_feed({**ITEM, "content_text": "Forty < fifty.\n\nAll ashore."}),
        replace(ENTRY, guid="n-7", body="<p>Forty &lt; fifty.</p><p>All ashore.</p>"),
    ),
    "a name that is the address": (
        json_feed({"id": "https://outlet.example/1", "title": "Ferry adrift off Dorrin"}),
        replace(ENTRY, guid="https://outlet.example/1"),
    ),
    "a number for a name": (json_feed({**ITEM, "id": 7}), replace(ENTRY, guid="7")),
    "wrong types": (
        json_feed({**ITEM, "authors": "Mara", "date_published": 7, "image": [], "attachments": {}}),
        replace(ENTRY, guid="n-7"),
    ),
}


@pytest.mark.parametrize(("feed", "entry"), JSON_ITEMS.values(), ids=JSON_ITEMS)
def test_json_feeds(feed: bytes, entry: FeedEntry) -> None:
    assert read_json_feed(feed, ADDRESS) == [entry]
    assert read_entries(b"\xef\xbb\xbf \n" + feed, ADDRESS) == [entry]


@pytest.mark.parametrize("feed", [b"{", b"[]", b'{"items": []}', b'{"version": 1, "items": []}'])
def test_what_is_no_json_feed(feed: bytes) -> None:
    with pytest.raises(ArticleUnreadable):
        read_json_feed(feed, ADDRESS)
