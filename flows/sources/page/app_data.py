"""What the application behind a page knows of it: the JSON that its scripts start from.

Pages that are drawn by scripts often show a picture without its words, and keep these in the data.
Only what the page shows is completed from there: the data name other stories and pictures too.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from lxml import html

from checkers.model import Origin, Stamp
from flows.sources.fields import read_date
from flows.sources.page.data import names_of, text_of

# Larger data are those of a whole site; deeper ones are a mistake or an attack.
LARGEST = 2_000_000
DEEPEST = 24
# A script of fewer characters describes no page.
SHORTEST = 200
# Objects looked at on one page.
MOST_OBJECTS = 20_000
_ASSIGNED = re.compile(
    r"(?:globalContent|__PRELOADED_STATE__|__INITIAL_STATE__|__INITIAL_DATA__|__APOLLO_STATE__"
    r"|__NUXT__|preloadedData)\s*=\s*(?=\{)"
)
_CAPTIONS = ("caption", "captionText", "caption_text", "description")
_CREDITS = ("credit", "creditText", "credit_text", "byline", "photographer", "copyright")
_WANTED = frozenset({*_CAPTIONS, *_CREDITS, "credits"})
_TAKEN = ("taken_on", "dateTaken", "date_taken", "dateCreated", "date_created", "taken")
_ADDRESSES = ("src", "url", "href", "contentUrl", "image_url", "imageUrl")


# Scripts that hold none of these describe nothing that is read here.
_TELLING = ("aption", "redit", "ublish", "ubDate")
_TITLES = ("headline", "title", "name", "basic")
_PUBLISHED = (
    "firstPublished", "first_published", "datePublished", "publishedAt", "published_at",
    "publishDate", "publicationDate", "first_publish_date", "display_date", "publish_date",
    "pubDate",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class AppData:
    """What an application's data say of a page.

    Attributes:
        pictures: The pictures that they describe in words, of other stories too.
        published: By title, when they say that a story was published.
    """

    pictures: tuple[AppPicture, ...] = ()
    published: Mapping[str, str] = field(default_factory=dict)

    def published_at(self, title: str) -> Stamp | None:
        """When the story of this title was published, None where the data do not say."""
        return read_date(self.published.get(title, ""), Origin.META)


@dataclass(frozen=True, slots=True)
class AppPicture:
    """A picture as an application's data describe it."""

    address: str
    caption: str = ""
    credit: str = ""
    taken: str = ""


def read_app_data(tree: html.HtmlElement) -> AppData:
    """What the data in a page's scripts say of its pictures and dates."""
    pictures: list[AppPicture] = []
    published: dict[str, str] = {}
    left = [MOST_OBJECTS]
    for script in tree.iter("script"):
        text = script.text or ""
        if not LARGEST >= len(text) > SHORTEST or not any(part in text for part in _TELLING):
            continue
        for value in _values(script.get("type") or "", text):
            for node in _objects(value, 0, left):
                if picture := _picture(node):
                    pictures.append(picture)
                for title, written in _dated(node):
                    published.setdefault(title, written)
    return AppData(tuple(pictures), published)


def _values(kind: str, text: str) -> Iterator[Any]:
    if kind == "application/json":
        try:
            yield json.loads(text)
        except (ValueError, RecursionError):
            return
        return
    if "ld+json" in kind:
        return
    for match in _ASSIGNED.finditer(text):
        try:
            yield json.JSONDecoder().raw_decode(text, match.end())[0]
        except (ValueError, RecursionError):
            continue


def _objects(value: Any, depth: int, left: list[int]) -> Iterator[dict[str, Any]]:
    """The objects in a value, outer ones first, as many as are left to be looked at."""
    if depth > DEEPEST or left[0] <= 0:
        return
    if isinstance(value, dict):
        left[0] -= 1
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for entry in value:
            if isinstance(entry, dict | list):
                yield from _objects(entry, depth + 1, left)


def _dated(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Title and date of publication of an object that has both."""
    written = next((node[key] for key in _PUBLISHED if isinstance(node.get(key), str)), "")
    if written:
        for key in _TITLES:
            if isinstance(node.get(key), str):
                yield text_of(node[key]), written
        if isinstance(node.get("headlines"), dict):
            yield text_of(node["headlines"].get("basic")), written


def _picture(node: dict[str, Any]) -> AppPicture | None:
    """The picture that an object describes: it has an address, and a caption or a credit."""
    if _WANTED.isdisjoint(node):
        return None
    address = next((node[key] for key in _ADDRESSES if _is_address(node.get(key))), "")
    caption = next(filter(None, (_plain(node.get(key)) for key in _CAPTIONS)), "")
    credit = next(filter(None, (names_of(node.get(key)) for key in _CREDITS)), "") or _credits(node)
    if not address or not (caption or credit):
        return None
    taken = next(filter(None, (text_of(node.get(key)) for key in _TAKEN)), "")
    return AppPicture(address, caption, credit, taken)


def _is_address(value: Any) -> bool:
    return isinstance(value, str) and value.startswith(("https://", "http://", "//"))


def _plain(value: Any) -> str:
    return re.sub(r"<[^>]*>", "", text_of(value)) if isinstance(value, str) else ""


def _credits(node: dict[str, Any]) -> str:
    """People and outlets as one publishing system lists them: ``credits.by``, ``.affiliation``."""
    credits = node.get("credits")
    if not isinstance(credits, dict):
        return ""
    return "/".join(filter(None, (names_of(credits.get(key)) for key in ("by", "affiliation"))))
