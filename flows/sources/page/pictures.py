"""The pictures of a story with all their captions, descriptions and credits, folded per picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from checkers.model import Image
from flows.sources.page.app_data import AppPicture
from flows.sources.page.data import PageData, names_of, text_of, types_of
from flows.sources.page.figure_words import bare_credit
from flows.sources.page.figures import read_figures
from flows.sources.page.layout import read_layout
from flows.sources.page.markup import web_address
from flows.sources.page.picture_address import file_key, is_stand_in, picture_key
from flows.sources.page.story import Story

CREDIT_FIELDS = ("creditText", "creator", "author", "copyrightHolder", "copyrightNotice")
# Nodes that describe somebody or something else than the story, with a picture of their own.
_OTHERS = frozenset({"Organization", "NewsMediaOrganization", "Person", "WebSite", "Brand"})
_OF_SITE = re.compile(
    r"\b(?:logo|icon|avatar|favicon|masthead|gravatar)\b|_logo|logo_", re.IGNORECASE
)


def read_pictures(story: Story, data: PageData, others: Iterable[AppPicture]) -> tuple[Image, ...]:
    """Every picture of the story, in the order of the page, then those only its data name.

    One picture in several sizes, or both shown and described in the data, is one; where two
    captions of it differ, both are kept, each with its picture. The first picture above the text is
    the lead, or the one that stands for the page where it is shared, if the page shows that.
    """
    layout = read_layout(story)
    kept: list[Image] = []
    for placed in read_figures(story, layout):
        if _is_of_site(placed.image):
            continue
        at = _fold(kept, placed.image, by_caption=False)
        if at is not None and placed.place < layout.text and not any(i.role for i in kept):
            kept[at] = replace(kept[at], role="lead")
    for picture in _linked(data, story.address):
        _fold(kept, picture, by_caption=True)
    for announced in _announced(data, story.address):
        _announce(kept, announced)
    told = {file_key(other.address): other for other in others}
    told |= {picture_key(other.address): other for other in others}
    told.pop("", None)
    return tuple(_completed(picture, told) for picture in kept)


def _linked(data: PageData, address: str) -> Iterator[Image]:
    """The pictures of the story that the page's JSON-LD describes."""
    by_id = {str(node["@id"]): node for node in data.nodes if "@id" in node}
    given = data.article.get("image")
    entries = list(given) if isinstance(given, list) else [given]
    of_others = _ids_of_others(data.nodes)
    entries += [
        node
        for node in data.nodes
        if "ImageObject" in types_of(node) and str(node.get("@id")) not in of_others
    ]
    for entry in entries:
        if isinstance(entry, str):
            picture = Image(url=web_address(address, entry))
        elif isinstance(entry, dict):
            picture = _from_node(by_id.get(str(entry.get("@id")), entry), address)
        else:
            continue
        if not (_is_of_site(picture) or is_stand_in(picture.url)):
            yield picture


def _ids_of_others(nodes: Iterable[Mapping[str, Any]]) -> frozenset[str]:
    """The pictures of outlets and people: logos and portraits."""
    ids = set()
    for node in nodes:
        for name in ("logo", "image") if types_of(node) & _OTHERS else ("logo",):
            held = node.get(name)
            if isinstance(held, dict) and "@id" in held:
                ids.add(str(held["@id"]))
    return frozenset(ids)


def _from_node(node: Mapping[str, Any], address: str) -> Image:
    url = text_of(node.get("contentUrl")) or text_of(node.get("url"))
    credit = next(filter(None, (names_of(node.get(name)) for name in CREDIT_FIELDS)), "")
    return Image(
        url=web_address(address, url) if url else "",
        caption=text_of(node.get("caption")) or text_of(node.get("description")),
        credit=bare_credit(credit),
        taken=text_of(node.get("dateCreated")),
    )


def _announced(data: PageData, address: str) -> Iterator[Image]:
    """The picture that stands for the page where it is shared; not a site's own sign."""
    link = data.meta("og:image:secure_url", "og:image", "twitter:image", "twitter:image:src")
    url = web_address(address, link) if link else ""
    alt = data.meta("og:image:alt", "twitter:image:alt")
    picture = Image(url=url, alt=alt)
    if url and not is_stand_in(url) and not _is_of_site(picture):
        yield picture


def _announce(kept: list[Image], picture: Image) -> None:
    """Add the picture that stands for the page; it leads where the page shows it or no other."""
    same = _same_picture(kept, picture.url)
    if same is None:
        shown = any(other.role == "lead" for other in kept)
        kept.append(replace(picture, role="card" if shown else "lead"))
        return
    if not any(other.role == "lead" for other in kept):
        kept[same] = replace(kept[same], role="lead")
    kept[same] = replace(kept[same], alt=kept[same].alt or picture.alt)


def _same_picture(kept: list[Image], url: str) -> int | None:
    """Which of ``kept`` is the picture at ``url``: by its key, else by a telling file name."""
    keys = [picture_key(other.url) if other.url else "" for other in kept]
    if picture_key(url) in keys:
        return keys.index(picture_key(url))
    files = [file_key(other.url) if other.url else "" for other in kept]
    name = file_key(url)
    return files.index(name) if name and files.count(name) == 1 else None


def _completed(picture: Image, told: Mapping[str, AppPicture]) -> Image:
    """A picture with what the page's application knows of it and the page does not show."""
    keys = (picture_key(picture.url), file_key(picture.url)) if picture.url else ()
    other = next((told[key] for key in keys if key in told), None)
    if other is None:
        return picture
    return replace(
        picture,
        caption=picture.caption or other.caption,
        credit=picture.credit or bare_credit(other.credit),
        taken=picture.taken or other.taken,
    )


def _is_of_site(picture: Image) -> bool:
    return not picture.caption and bool(_OF_SITE.search(f"{picture.url} {picture.alt}"))


def _fold(kept: list[Image], picture: Image, *, by_caption: bool) -> int | None:
    """Add ``picture`` to ``kept``, or to the one of them that it is; where it is now."""
    if not picture.url and not picture.caption:
        return None
    for index, other in enumerate(kept):
        same = picture.url and other.url and picture_key(picture.url) == picture_key(other.url)
        told = by_caption or not (picture.url and other.url)
        if (same and _fit(picture.caption, other.caption)) or (
            told and picture.caption and _plain(picture.caption) == _plain(other.caption)
        ):
            kept[index] = _merged(other, picture)
            return index
    kept.append(picture)
    return len(kept) - 1


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
