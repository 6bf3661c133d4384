"""XML of feeds and sitemaps: a parser that outsiders cannot harm, and short names of elements."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lxml import etree

# Name spaces by the prefixes that their own descriptions use, https as http, without a last slash.
# Sources: the specifications of RSS, Atom, their modules, and https://www.sitemaps.org (November
# 2026); some outlets write them a little otherwise, hence the variants.
PREFIXES = {
    "http://backend.userland.com/rss": "",
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://channel.netscape.com/rdf/simple/0.9": "",
    "http://my.netscape.com/rdf/simple/0.9": "",
    "http://purl.org/rss/1.0": "",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#": "rdf",
    "http://www.w3.org/2005/atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://purl.org/rss/1.0/modules/content": "content",
    "http://purl.org/dc/elements/1.1": "dc",
    "http://purl.org/dc/terms": "dcterms",
    "http://search.yahoo.com/mrss": "media",
    "http://rssnamespace.org/feedburner/ext/1.0": "feedburner",
    "http://www.w3.org/1999/xhtml": "xhtml",
    "http://www.sitemaps.org/schemas/sitemap/0.9": "map",
    "http://www.google.com/schemas/sitemap/0.84": "map",
    "http://www.google.com/schemas/sitemap-news/0.9": "news",
    "http://www.google.com/schemas/sitemap-image/1.1": "image",
}


# How text from outside is parsed: no entity is expanded, nothing else is read, and libxml2's limits
# hold.
SAFE: dict[str, Any] = {
    "resolve_entities": False,
    "no_network": True,
    "load_dtd": False,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}


def safe_parser(**options: Any) -> etree.XMLParser:
    """A parser that is ``SAFE``."""
    return etree.XMLParser(**SAFE, **options)


def name_of(element: etree._Element) -> str:
    """The name of an element in lower case, with its usual prefix: "news:publication_date".

    One in a name space that is not known here gets "?:" before it, a comment "".
    """
    return _named(element.tag) if isinstance(element.tag, str) else ""


@lru_cache(1024)  # names come from outside: no more than this many are kept
def _named(tag: str) -> str:
    space, _, local = tag.rpartition("}")
    if not space:
        return local.lower()
    key = space.removeprefix("{").strip().lower().removesuffix("/")
    prefix = PREFIXES.get(key.replace("https://", "http://", 1), "?")
    return f"{prefix}:{local}".lower() if prefix else local.lower()
