"""Pictures of a feed's entry, with their captions and credits (Media RSS, enclosures)."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from checkers.model import Image
from flows.sources.fields import writable
from flows.sources.marked_words import plain
from flows.sources.page.markup import web_address
from flows.sources.xml_names import name_of


def read_media(item: etree._Element, base: str) -> tuple[Image, ...]:
    """The pictures of an entry, each address once; what is said of one goes with it.

    Args:
        item: The entry.
        base: The address to which its links are relative.
    """
    media = [element for element in _media(item) if _is_picture(element)]
    found: dict[str, Image] = {}
    for element in media:
        url = web_address(base, writable(element.get("url") or "").strip())
        if not url:
            continue
        alone = len(media) == 1
        image = Image(
            url=url,
            caption=_said(element, item, "media:description", alone=alone)
            or _said(element, item, "media:text", alone=alone),
            credit=_said(element, item, "media:credit", alone=alone),
        )
        if url not in found or not found[url].caption:
            found[url] = image
    return tuple(found.values())


def _media(item: etree._Element) -> Iterator[etree._Element]:
    """Pictures, thumbnails and enclosures; a thumbnail of a film or picture is no other picture."""
    content = [one for one in item.iter() if name_of(one) in ("media:content", "enclosure")]
    yield from content
    if not content:
        yield from (one for one in item.iter() if name_of(one) == "media:thumbnail")


def _is_picture(element: etree._Element) -> bool:
    kind: str = element.get("type", "").lower()
    medium: str = element.get("medium", "").lower()
    if name_of(element) == "enclosure":
        return kind.startswith("image/")
    return (medium or "image") == "image" and (kind or "image/").startswith("image/")


def _said(element: etree._Element, item: etree._Element, name: str, *, alone: bool) -> str:
    """What stands in a picture, in its group, or beside the only picture of an entry."""
    around = element.getparent()
    places = [element]
    if around is not None and name_of(around) == "media:group":
        places.append(around)
    if alone:
        places.append(item)
    for place in places:
        for child in place:
            if name_of(child) == name and (said := plain("".join(child.itertext()))):
                return said
    return ""
