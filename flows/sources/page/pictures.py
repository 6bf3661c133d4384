"""The pictures of a story with all their captions, descriptions and credits, folded per picture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from checkers.model import Image
from flows.sources.page.data import PageData, names_of, text_of, types_of
from flows.sources.page.figures import read_figures
from flows.sources.page.markup import web_address
from flows.sources.page.picture_address import picture_key
from flows.sources.page.story import Story

CREDIT_FIELDS = ("creditText", "copyrightNotice", "creator", "author", "copyrightHolder")


def read_pictures(story: Story, data: PageData) -> tuple[Image, ...]:
    """Every picture of the story, in the order of the page, then those only its data name.

    One picture in several sizes, or both shown and described in the data, is one; where two
    captions of it differ, both are kept, each with its picture.
    """
    kept: list[Image] = []
    for picture in read_figures(story):
        _fold(kept, picture, by_caption=False)
    for picture in (*_linked(data, story.address), *_announced(data, story.address)):
        _fold(kept, picture, by_caption=True)
    return tuple(kept)


def _linked(data: PageData, address: str) -> Iterator[Image]:
    """The pictures that the page's JSON-LD describes."""
    by_id = {str(node["@id"]): node for node in data.nodes if "@id" in node}
    given = data.article.get("image")
    entries = list(given) if isinstance(given, list) else [given]
    entries += [node for node in data.nodes if "ImageObject" in types_of(node)]
    for entry in entries:
        if isinstance(entry, str):
            yield Image(url=web_address(address, entry))
        elif isinstance(entry, dict):
            yield _from_node(by_id.get(str(entry.get("@id")), entry), address)


def _from_node(node: Mapping[str, Any], address: str) -> Image:
    url = text_of(node.get("contentUrl")) or text_of(node.get("url"))
    return Image(
        url=web_address(address, url),
        caption=text_of(node.get("caption")) or text_of(node.get("description")),
        credit=next(filter(None, (names_of(node.get(name)) for name in CREDIT_FIELDS)), ""),
        taken=text_of(node.get("dateCreated")),
    )


def _announced(data: PageData, address: str) -> Iterator[Image]:
    """The picture that stands for the page where it is shared."""
    link = data.meta("og:image:secure_url", "og:image", "twitter:image", "twitter:image:src")
    if url := web_address(address, link) if link else "":
        alt = data.meta("og:image:alt", "twitter:image:alt")
        yield Image(url=url, alt=alt, role="lead")


def _fold(kept: list[Image], picture: Image, *, by_caption: bool) -> None:
    """Add ``picture`` to ``kept``, or to the one of them that it is."""
    if not picture.url and not picture.caption:
        return
    for index, other in enumerate(kept):
        same = picture.url and other.url and picture_key(picture.url) == picture_key(other.url)
        told = by_caption or not (picture.url and other.url)
        if (same and _fit(picture.caption, other.caption)) or (
            told and picture.caption and _plain(picture.caption) == _plain(other.caption)
        ):
            kept[index] = _merged(other, picture)
            return
    kept.append(picture)


def _fit(one: str, other: str) -> bool:
    """Whether two captions are one: the same words, or one cut short."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    return long.startswith(short)


def _merged(one: Image, other: Image) -> Image:
    return replace(
        one,
        url=one.url or other.url,
        caption=max(one.caption, other.caption, key=len),
        alt=one.alt or other.alt,
        credit=one.credit or other.credit,
        taken=one.taken or other.taken,
        role=one.role or other.role,
    )


def _plain(caption: str) -> str:
    return re.sub(r"\W+", " ", caption).strip().casefold()
