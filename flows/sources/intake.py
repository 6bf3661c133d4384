"""Bytes to articles: what they are is told from how they begin."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterator
from datetime import datetime
from enum import Enum

from checkers.errors import ArticleUnreadable
from checkers.model import Article
from flows.sources.encodings import decode
from flows.sources.failure import Failure
from flows.sources.front_matter import article_from_document
from flows.sources.jsonl import article_from_json, parse_json, read_jsonl
from flows.sources.packed import first_bytes, unpacked
from flows.sources.pages import article_from_html

# What begins a file is told from this many bytes.
BEGINNING = 2048
# An XML document that is a feed or a sitemap says so in its first element.
FEED_ELEMENTS = (b"rss", b"feed", b"rdf", b"urlset", b"sitemapindex")
# What may stand before it: declarations, instructions, comments, a document type with its parts.
_BEFORE = re.compile(rb"\s*(?:<\?.*?\?>|<!--.*?-->|<![^>]*>|\]\s*>)", re.DOTALL)
_ELEMENT = re.compile(rb"\s*<(?:[\w.-]+:)?(?P<name>[\w.-]+)")
# How a JSON feed names its version, near its beginning.
JSON_FEED = b"jsonfeed.org/version/"


class Kind(Enum):
    """What some bytes are."""

    PAGE = "page"
    FEED = "feed"
    LINES = "lines"
    DOCUMENT = "document"
    ARCHIVE = "archive"


def kind_of(data: bytes, media_type: str = "") -> Kind:
    """What ``data`` is, packed with gzip or not, by how it begins; else by its media type."""
    begins = first_bytes(data, BEGINNING).removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if begins.startswith(b"{"):
        return Kind.FEED if JSON_FEED in begins else Kind.LINES
    if begins.startswith(b"warc/"):
        return Kind.ARCHIVE
    if begins.startswith(b"<"):
        return Kind.FEED if first_element(begins) in FEED_ELEMENTS else Kind.PAGE
    return Kind.PAGE if media_type in ("text/html", "application/xhtml+xml") else Kind.DOCUMENT


def first_element(begins: bytes) -> bytes:
    """The name of an XML document's first element in lower case, b"" where it is not to be seen."""
    begins, at = begins.removeprefix(b"\xef\xbb\xbf"), 0
    while before := _BEFORE.match(begins, at):
        at = before.end()
    found = _ELEMENT.match(begins, at)
    return found["name"].lower() if found else b""


def read_input(data: bytes, max_bytes: int) -> Iterator[Article | Failure]:
    """The article that stands on standard input; JSON Lines may hold several.

    An article without an address goes by one made from what it says, so that two texts checked one
    after the other are two articles.
    """
    name = "standard input"
    address = f"file:///dev/stdin#{hashlib.sha256(data).hexdigest()[:12]}"
    try:
        kind = kind_of(data)
        if kind is Kind.FEED:
            raise ArticleUnreadable("this is a feed; give its address instead")
        if kind in (Kind.LINES, Kind.ARCHIVE):
            yield from read_several(data, kind, name, max_bytes)
        else:
            data = unpacked(data, max_bytes)
            yield article_from_bytes(data, address, is_page=kind is Kind.PAGE)
    except ArticleUnreadable as error:
        yield Failure(name, str(error))


def is_line(begins: bytes) -> bool:
    """Whether what begins with this line is JSON Lines, which may go on for long."""
    return kind_of(begins) is Kind.LINES and begins.rstrip().endswith(b"}")


def read_several(data: bytes, kind: Kind, name: str, max_bytes: int) -> Iterator[Article | Failure]:
    """The articles of JSON Lines or of a web archive that were downloaded whole.

    Raises:
        ArticleUnreadable: they cannot be unpacked.
    """
    if kind is Kind.ARCHIVE:
        from flows.sources.archives import read_archive

        yield from read_archive(io.BytesIO(data), name, max_bytes)
    else:
        yield from _json(unpacked(data, max_bytes), name, max_bytes)


def article_from_bytes(
    data: bytes,
    url: str,
    *,
    is_page: bool,
    fetched: datetime | None = None,
    charset: str | None = None,
) -> Article:
    """The article of a page, or of a text file.

    Raises:
        ArticleUnreadable: it is empty, no text, or without the text of an article.
    """
    if not data.strip():
        raise ArticleUnreadable("it is empty")
    if is_page:
        return article_from_html(data, url, fetched, charset=charset)
    article = article_from_document(decode(data, charset), url)
    if not (article.text.strip() or article.title or article.images):
        raise ArticleUnreadable("it holds no text")
    return article


def _json(data: bytes, name: str, max_bytes: int) -> Iterator[Article | Failure]:
    """One JSON article over any number of lines, or one on each line."""
    lines = data.strip().splitlines()
    if len(lines) > 1 and lines[0].rstrip().endswith(b"}"):
        yield from read_jsonl(io.BytesIO(data), name, max_bytes)
    else:
        yield article_from_json(parse_json(data.removeprefix(b"\xef\xbb\xbf")))
