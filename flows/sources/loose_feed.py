"""The tolerant reader of feeds: for what is not well-formed, mislabelled or in a dialect."""

from __future__ import annotations

import io
from typing import Any

from checkers.errors import ArticleUnreadable
from checkers.model import Image, Origin, Stamp
from flows.sources.entry import MOST_LISTED, FeedEntry
from flows.sources.fields import read_date, writable
from flows.sources.marked_words import names, plain, without_mail
from flows.sources.page.markup import web_address

# No more of a broken feed is read: the parser takes ten seconds for a megabyte that is meant to
# keep it busy. What stands behind are a feed's oldest entries.
MOST_READ = 1_000_000


def read_loose_feed(feed: bytes, address: str) -> list[FeedEntry]:
    """The entries of a feed, in its order.

    Args:
        feed: The feed as it came.
        address: Its address, to which its links are relative.

    Raises:
        ArticleUnreadable: it is no feed.
    """
    # Slow to import, and needed by few feeds.
    import feedparser

    # As a stream: what is handed over as bytes may be taken for the name of a file and opened.
    read = feedparser.parse(io.BytesIO(feed[:MOST_READ]))
    if not read.get("version") and not read.entries:
        raise ArticleUnreadable("this is not a feed")
    language = writable(read.feed.get("language", "")).strip()
    # The parser files the one date of older feeds under that of the last change.
    only = "updated" if b"<dc:date" in feed and b"<pubDate" not in feed else ""
    return [_entry(raw, address, language, only) for raw in read.entries[:MOST_LISTED]]


def _entry(raw: Any, address: str, language: str, only: str) -> FeedEntry:
    bodies = [content.get("value", "") for content in raw.get("content", [])]
    link = writable(raw.get("link", "")).strip()
    return FeedEntry(
        link=web_address(address, link) if link else "",
        title=plain(raw.get("title", "")),
        guid=writable(raw.get("id", "")).strip(),
        published=_stamp(raw, only or "published"),
        modified=None if only else _stamp(raw, "updated"),
        author=_author(raw),
        body=writable(max(bodies, key=len, default="")),
        language=language,
        images=_images(raw, address),
    )


def _author(raw: Any) -> str:
    """The names of the authors; the parser cuts mail addresses out, not always where they end."""
    given = [writable(one.get("name", "")) for one in raw.get("authors", []) if one]
    whole = writable(raw.get("author", ""))
    return names([without_mail(whole)] if "@" in whole and len(given) < 2 else given)


def _stamp(raw: Any, name: str) -> Stamp | None:
    """A date of an entry in the zone in which it is given."""
    # A feed that gives only "updated" would be asked for "published" and answer with it.
    return read_date(writable(raw[name]), Origin.FEED) if dict.__contains__(raw, name) else None


def _images(raw: Any, address: str) -> tuple[Image, ...]:
    """Pictures; which credit is whose the parser does not keep, so only a single one gets it."""
    given = [
        one.get("url", "")
        for one in (*raw.get("media_content", []), *raw.get("media_thumbnail", []))
        if one.get("medium", "image") == "image" and one.get("type", "image/").startswith("image/")
    ]
    found = dict.fromkeys(filter(None, (web_address(address, writable(url)) for url in given)))
    credits = [plain(one.get("content", "")) for one in raw.get("media_credit", [])]
    credit = credits[0] if len(found) == len(credits) == 1 else ""
    return tuple(Image(url=url, credit=credit) for url in found)
