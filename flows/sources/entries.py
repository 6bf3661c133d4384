"""The entries of an RSS, RDF or Atom feed."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from lxml import etree, html

from checkers.errors import ArticleUnreadable
from checkers.model import Article, Origin, Stamp
from flows.sources.entry import FeedEntry
from flows.sources.fields import read_date, writable
from flows.sources.page.markup import one_line, web_address, words_of

# A shorter body is a summary: no news text of that length is complete.
SHORTEST_BODY = 600
_BLOCKS = ("blockquote", "h1", "h2", "h3", "h4", "li", "p", "pre", "td")


def read_entries(feed: bytes, address: str) -> list[FeedEntry]:
    """The entries of a feed that point to a page, in the feed's order, each page once.

    Args:
        feed: The feed as it came.
        address: Its address, to which its links are relative.

    Raises:
        ArticleUnreadable: it is no feed.
    """
    # Not needed for files and pages, and slow to import.
    import feedparser

    # As a stream: what is handed over as bytes may be taken for the name of a file and opened.
    read = feedparser.parse(io.BytesIO(feed))
    if not read.get("version") and not read.entries:
        raise ArticleUnreadable("this is not a feed")
    entries: dict[str, FeedEntry] = {}
    for raw in read.entries:
        entry = _entry(raw, address)
        if entry.link:
            entries.setdefault(entry.link, entry)
    return list(entries.values())


def article_from_entry(entry: FeedEntry) -> Article:
    """The article that a feed carries itself, for a page that cannot be fetched.

    Raises:
        ArticleUnreadable: the feed has no more than a summary.
    """
    text = "\n\n".join(_paragraphs(entry.body))
    if len(text) < SHORTEST_BODY:
        raise ArticleUnreadable("the feed has only a summary")
    return Article(
        url=entry.link,
        text=text,
        title=entry.title,
        published=entry.published,
        modified=entry.modified,
        author=entry.author,
        guid=entry.guid,
    )


def _entry(raw: Any, address: str) -> FeedEntry:
    bodies = [content.get("value", "") for content in raw.get("content", [])]
    link = writable(raw.get("link", "")).strip()
    return FeedEntry(
        link=web_address(address, link) if link else "",
        title=_plain(raw.get("title", "")),
        guid=writable(raw.get("id", "")).strip(),
        published=_stamp(raw, "published"),
        modified=_stamp(raw, "updated"),
        author=_plain(raw.get("author", "")),
        body=writable(max(bodies, key=len, default="")),
    )


def _stamp(raw: Any, name: str) -> Stamp | None:
    """A date of an entry in the zone in which it is given."""
    # A feed that gives only "updated" would be asked for "published" and answer with it.
    return read_date(writable(raw[name]), Origin.FEED) if dict.__contains__(raw, name) else None


def _plain(markup: str) -> str:
    """The text of a title, which feeds give with or without markup."""
    return one_line(words_of(_tree(markup))) if markup.strip() else ""


def _paragraphs(markup: str) -> Iterator[str]:
    tree = _tree(markup) if markup.strip() else None
    if tree is None:
        return
    blocks = [
        block
        for block in tree.iter(*_BLOCKS)
        if not any(True for _ in block.iterdescendants(*_BLOCKS))
    ]
    if blocks:
        yield from filter(None, map(words_of, blocks))
    else:
        yield from filter(None, map(one_line, re.split(r"\n\s*\n", tree.text_content())))


def _tree(markup: str) -> html.HtmlElement:
    try:
        return html.fragment_fromstring(writable(markup), create_parent="div")
    except (etree.ParserError, ValueError):
        return html.Element("div")
