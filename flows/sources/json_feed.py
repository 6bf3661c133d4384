"""JSON Feed, versions 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from checkers.errors import ArticleUnreadable
from checkers.model import Image, Origin, Stamp
from flows.sources.entry import MOST_LISTED, FeedEntry
from flows.sources.fields import read_date, writable
from flows.sources.jsonl import parse_json
from flows.sources.marked_words import as_markup, names, plain
from flows.sources.page.markup import web_address

# Both versions begin so; a feed names its version by the address of its description.
VERSION = "jsonfeed.org/version/1"


def read_json_feed(feed: bytes, address: str) -> list[FeedEntry]:
    """The entries of a JSON feed, in its order; what has the wrong type in it is passed over.

    Args:
        feed: The feed as it came.
        address: Its address, to which its links are relative.

    Raises:
        ArticleUnreadable: it is no JSON feed.
    """
    read = parse_json(feed.removeprefix(b"\xef\xbb\xbf").strip())
    if not isinstance(read, dict) or VERSION not in _text(read, "version"):
        raise ArticleUnreadable("this is JSON and not a feed")
    return [_entry(item, read, address) for item in _objects(read.get("items"))[:MOST_LISTED]]


def _entry(item: Mapping[str, Any], feed: Mapping[str, Any], address: str) -> FeedEntry:
    # An address may stand as the id alone; an entry on somebody else's page has both addresses.
    link = _text(item, "url") or _text(item, "external_url")
    guid = item.get("id")
    guid = str(guid) if isinstance(guid, int | float) else _text(item, "id")
    if not link and guid.startswith(("http://", "https://")):
        link = guid
    return FeedEntry(
        link=web_address(address, link) if link else "",
        title=plain(as_markup(_text(item, "title"))),
        guid=guid,
        published=_stamp(item, "date_published"),
        modified=_stamp(item, "date_modified"),
        author=names(list(_authors(item)) or list(_authors(feed))),
        body=_text(item, "content_html") or as_markup(_text(item, "content_text")),
        language=_text(item, "language") or _text(feed, "language"),
        images=_images(item, address),
    )


def _authors(given: Mapping[str, Any]) -> Iterator[str]:
    """Names of the authors: a list since version 1.1, one object before."""
    for author in (*_objects(given.get("authors")), *_objects([given.get("author")])):
        yield _text(author, "name")


def _images(item: Mapping[str, Any], address: str) -> tuple[Image, ...]:
    given = [_text(item, "image"), _text(item, "banner_image")]
    titles: dict[str, str] = {}
    for attachment in _objects(item.get("attachments")):
        if _text(attachment, "mime_type").startswith("image/"):
            given.append(_text(attachment, "url"))
            titles[given[-1]] = plain(as_markup(_text(attachment, "title")))
    found = {web_address(address, url): titles.get(url, "") for url in given if url}
    return tuple(Image(url=url, caption=caption) for url, caption in found.items() if url)


def _stamp(item: Mapping[str, Any], name: str) -> Stamp | None:
    return read_date(_text(item, name), Origin.FEED)


def _objects(value: object) -> list[Mapping[str, Any]]:
    return [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []


def _text(given: Mapping[str, Any], name: str) -> str:
    value = given.get(name)
    return writable(value).strip() if isinstance(value, str) else ""
