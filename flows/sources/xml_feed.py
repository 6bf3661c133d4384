"""The fast reader of feeds: RSS 0.9 to 2.0 and Atom 0.3 and 1.0, where they are well-formed.

The tolerant reader takes the rest; a test holds both to the same entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urljoin

from lxml import etree

from checkers.model import Origin, Stamp
from flows.sources.entry import MOST_LISTED, FeedEntry
from flows.sources.feed_media import read_media
from flows.sources.fields import read_date, writable
from flows.sources.marked_words import as_markup, names, plain, without_mail
from flows.sources.page.markup import web_address
from flows.sources.xml_names import name_of, safe_parser

# The first that is there counts. Of the older feeds' Dublin Core only the one plain date is used
# in practice, and it is that of the entry's appearance.
PUBLISHED = (
    "pubdate",
    "atom:published",
    "atom:issued",
    "dcterms:issued",
    "dc:date",
    "atom:created",
)
MODIFIED = ("atom:updated", "atom:modified", "dcterms:modified")
_ADDRESS = re.compile(r"https?://\S+")


def read_xml_feed(feed: bytes, address: str) -> list[FeedEntry] | None:
    """The entries of a feed, in its order; None where it is not well-formed or no known feed.

    No entity of the document's own is expanded, and nothing outside it is read.

    Args:
        feed: The feed as it came.
        address: Its address, to which its links are relative.
    """
    try:
        root = etree.fromstring(feed.lstrip(), safe_parser(), base_url=address)
    except (etree.XMLSyntaxError, ValueError):
        return None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        return None  # entities of its own: the tolerant reader knows those of HTML
    match name_of(root):
        case "rss":
            channel = next((child for child in root if name_of(child) == "channel"), root)
            items = [child for child in channel if name_of(child) == "item"]
            # Some put them beside the channel, as RSS 1.0 does.
            items += [child for child in root if name_of(child) == "item"]
        case "rdf:rdf":
            channel = next((child for child in root if name_of(child) == "channel"), root)
            items = [child for child in root if name_of(child) == "item"]
        case "atom:feed":
            channel = root
            items = [child for child in root if name_of(child) == "atom:entry"]
        case _:
            return None
    language = _language(channel)
    by = _authors(_children(channel)) if channel is root else ""
    return [_entry(item, address, language, by) for item in items[:MOST_LISTED]]


_Children = dict[str, list[etree._Element]]


def _entry(item: etree._Element, address: str, language: str, by: str) -> FeedEntry:
    children = _children(item)
    base = _base(item, address)
    guid = _first(children, "guid", "atom:id") or writable(item.get(_RDF_ABOUT) or "").strip()
    link = _link(children, address) or _permalink(children)
    return FeedEntry(
        link=web_address(base, link) if link else "",
        title=_title(children),
        guid=guid,
        published=_stamp(children, PUBLISHED),
        modified=_stamp(children, MODIFIED),
        author=_authors(children) or by,
        body=max((_markup(one) for one in _bodies(children)), key=len, default=""),
        language=_language(item) or language,
        images=read_media(item, base),
    )


_RDF_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_XML = "{http://www.w3.org/XML/1998/namespace}"


def _children(item: etree._Element) -> _Children:
    children: _Children = {}
    for child in item:
        if isinstance(child.tag, str):
            children.setdefault(name_of(child), []).append(child)
    return children


def _base(element: etree._Element, address: str) -> str:
    """What the links in an element are relative to: ``xml:base`` of it and all around it."""
    base = address
    for around in reversed([element, *element.iterancestors()]):
        given = around.get(f"{_XML}base")
        if given:
            try:
                base = urljoin(base, given.strip())
            except ValueError:
                continue
    return base


def _link(children: _Children, address: str) -> str:
    """Address of the page: of RSS the element's text, of Atom that of its kind ``alternate``."""
    for name in ("feedburner:origlink", "link"):
        for element in children.get(name, ()):
            if found := _text(element):
                return found
    alternate = [
        element
        for element in children.get("atom:link", ())
        if element.get("rel", "alternate") == "alternate" and element.get("href")
    ]
    alternate.sort(key=lambda element: element.get("type", "text/html") != "text/html")
    if not alternate:
        return ""
    return web_address(_base(alternate[0], address), writable(alternate[0].get("href")))


def _permalink(children: _Children) -> str:
    """The address that stands as an entry's own name alone, where it is one."""
    for element in children.get("guid", ()):
        given = _text(element)
        if element.get("isPermaLink", "true").lower() != "false" and _ADDRESS.fullmatch(given):
            return given
    return ""


def _title(children: _Children) -> str:
    for name in ("title", "atom:title", "dc:title"):
        for element in children.get(name, ()):
            return plain(_markup(element))
    return ""


def _bodies(children: _Children) -> Iterator[etree._Element]:
    for name in ("content:encoded", "atom:content", "body", "xhtml:body"):
        yield from children.get(name, ())


def _markup(element: etree._Element) -> str:
    """What a text element holds, as HTML: it says itself how it is to be taken (RFC 4287, 3.1)."""
    kind = element.get("type", "").lower()
    if len(element) and (kind in ("xhtml", "application/xhtml+xml") or not _text(element)):
        return writable(
            "".join(etree.tostring(child, encoding="unicode", method="html") for child in element)
        )
    text = "".join(element.itertext())
    if name_of(element).startswith("atom:") and kind in ("", "text", "text/plain"):
        return as_markup(writable(text))
    return writable(text)


def _authors(children: _Children) -> str:
    given = [
        _text(part)
        for element in children.get("atom:author", ())
        for part in element
        if name_of(part) == "atom:name"
    ]
    if not given:
        given = [_text(element) for element in children.get("dc:creator", ())]
    if not given:
        given = [without_mail(_text(element)) for element in children.get("author", ())]
    return names([plain(as_markup(name)) for name in given])


def _stamp(children: _Children, wanted: tuple[str, ...]) -> Stamp | None:
    """The first of these dates that can be read, in the zone in which it is given."""
    for name in wanted:
        for element in children.get(name, ()):
            if stamp := read_date(_text(element), Origin.FEED):
                return stamp
    return None


def _language(element: etree._Element) -> str:
    for child in element:
        if name_of(child) in ("language", "dc:language") and (found := _text(child)):
            return found
    return writable(element.get(f"{_XML}lang") or "").strip()


def _first(children: _Children, *wanted: str) -> str:
    for name in wanted:
        for element in children.get(name, ()):
            if found := _text(element):
                return found
    return ""


def _text(element: etree._Element) -> str:
    return writable("".join(element.itertext())).strip()
