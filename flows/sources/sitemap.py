"""Sitemaps, news sitemaps and indexes of them (https://www.sitemaps.org/protocol.html)."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml import etree

from checkers.errors import ArticleUnreadable
from checkers.model import Image, Origin, Stamp
from flows.sources.entry import FeedEntry
from flows.sources.fields import read_date, writable
from flows.sources.intake import BEGINNING, first_element
from flows.sources.marked_words import as_markup, plain
from flows.sources.page.markup import web_address
from flows.sources.xml_names import SAFE, name_of

# What the protocol allows in one file.
MOST_PAGES = 50_000


@dataclass(frozen=True, slots=True)
class Sitemap:
    """What a sitemap points to.

    Attributes:
        pages: Pages, in its order.
        maps: Other sitemaps, each with the time of its last change where it is given.
        broken: Why it could not be read to its end, or "".
    """

    pages: tuple[FeedEntry, ...] = ()
    maps: tuple[tuple[str, datetime | None], ...] = ()
    broken: str = ""


def is_sitemap(data: bytes) -> bool:
    """Whether an XML document is a sitemap or an index of them."""
    return first_element(data[:BEGINNING]) in (b"urlset", b"sitemapindex")


def read_sitemap(data: bytes, address: str) -> Sitemap:
    """The pages or further sitemaps of a sitemap; what is damaged ends it early.

    Args:
        data: The sitemap as it came, unpacked.
        address: Its address, to which its links are relative.

    Raises:
        ArticleUnreadable: nothing can be read of it.
    """
    pages: list[FeedEntry] = []
    maps: list[tuple[str, datetime | None]] = []
    broken = ""
    try:
        for element in _elements(data):
            if len(pages) + len(maps) >= MOST_PAGES:
                broken = f"only the first {MOST_PAGES:,} of its pages were read"
                break
            if name_of(element).endswith("sitemap"):
                if link := web_address(address, _said(element, "loc")):
                    changed = _stamp(element, "lastmod")
                    maps.append((link, changed.at if changed else None))
            elif (page := _page(element, address)).link:
                pages.append(page)
    except (etree.XMLSyntaxError, ValueError) as error:
        broken = f"it is damaged: {(str(error).splitlines() or ['no XML'])[0][:100]}"
    if broken and not (pages or maps):
        raise ArticleUnreadable(f"this sitemap cannot be read; {broken}")
    return Sitemap(tuple(pages), tuple(maps), broken)


def _elements(data: bytes) -> Iterator[etree._Element]:
    """Each entry, forgotten again afterwards: a sitemap may have 50,000."""
    parsing = etree.iterparse(
        io.BytesIO(data.lstrip()),
        events=("end",),
        tag=("{*}url", "{*}sitemap"),
        **SAFE,
    )
    for _, element in parsing:
        yield element
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def _page(element: etree._Element, address: str) -> FeedEntry:
    changed = _stamp(element, "lastmod")
    return FeedEntry(
        link=web_address(address, _said(element, "loc")),
        title=_said(element, "news:title"),
        published=_stamp(element, "news:publication_date"),
        modified=changed,
        publisher=_said(element, "news:name"),
        language=_said(element, "news:language"),
        images=tuple(_images(element, address)),
    )


def _images(element: etree._Element, address: str) -> Iterator[Image]:
    for part in element:
        if name_of(part) == "image:image":
            url = web_address(address, _said(part, "image:loc"))
            caption = _said(part, "image:caption") or _said(part, "image:title")
            if url:
                yield Image(url=url, caption=caption)


def _said(element: etree._Element, wanted: str) -> str:
    """The words of the first element below of that name, whatever the sitemap's own name space."""
    for part in element.iter():
        name = name_of(part)
        if name == wanted or (":" not in wanted and name in (f"map:{wanted}", f"?:{wanted}")):
            return plain(as_markup(writable("".join(part.itertext()))))
    return ""


def _stamp(element: etree._Element, wanted: str) -> Stamp | None:
    return read_date(_said(element, wanted), Origin.FEED)
