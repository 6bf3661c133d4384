"""Addresses of pictures: the best of several sizes, and a key that all sizes of one share."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

from lxml import html

from flows.sources.page.markup import web_address

# Attributes in which pages keep the address until the picture is scrolled to, best first.
LAZY = ("data-src", "data-original", "data-lazy-src", "data-full-src", "data-image", "src")
LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
# In a set of sizes each address is followed by its width or density; addresses hold commas too.
_WIDTH = re.compile(r"\d+(?:\.\d+)?[wx],?")
# Sizes in the names of files and folders: "-1200x675", "@2x", "_640", "-scaled", "w1024".
_SIZE = re.compile(
    r"[-_@.]?(?:\d{2,4}[x*]\d{2,4}|\d{2,4}[wh]|[wh]_?\d{2,4}|[1-4]x|scaled|large|medium|small|thumb(?:nail)?)"
    r"(?=[-_.@]|$)|[-_]\d{3,4}(?=\.|$)",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|jfif|tiff?)$", re.IGNORECASE)
# The file and its folder name a picture; "lead.jpg" or "image.jpg" alone would name many.
TELLING_PARTS = 2


def best_address(image: html.HtmlElement, page: str) -> str:
    """The address of the largest size of an ``img`` element, "" where it has none on the web."""
    sized = [found for holder in _holders(image) for found in _sizes(holder)]
    links = [link for _, link in sorted(sized, key=lambda found: -found[0])]
    links = [*links[:1], *(image.get(name, "") for name in LAZY)]
    return next(filter(None, (web_address(page, link) for link in links if link)), "")


def picture_key(address: str) -> str:
    """The same for every size and server of one picture, different for different pictures."""
    path = unquote(urlsplit(_inner(address)).path)
    parts = [part for part in path.lower().split("/") if part]
    if not parts:
        return address
    parts[-1] = _ENDING.sub("", parts[-1])
    bare = [_SIZE.sub("", part) for part in parts]
    named = [part for part in bare if _names_something(part)]
    return "/".join(named[-TELLING_PARTS:]) or path


def _names_something(part: str) -> bool:
    """Whether a part of a path names a picture: not a size, a folder's number or an instruction."""
    return bool(part) and not re.fullmatch(r"\d{1,4}|.*[,=*].*", part)


def _inner(address: str) -> str:
    """The address inside that of a resizing service: "https://cdn.example/w=800/https://…"."""
    at = max(address.rfind("http://"), address.rfind("https://"))
    return address[at:]


def _holders(image: html.HtmlElement) -> list[html.HtmlElement]:
    picture = next(image.iterancestors("picture"), None)
    return [*picture.iter("source"), image] if picture is not None else [image]


def _sizes(element: html.HtmlElement) -> list[tuple[float, str]]:
    """The addresses that an element offers, each with its width or density."""
    found: list[tuple[float, str]] = []
    for name in LAZY_SETS:
        for word in (element.get(name) or "").split():
            if _WIDTH.fullmatch(word) and found:
                found[-1] = (float(word.rstrip(",")[:-1]), found[-1][1])
            elif not word.startswith("data:") and word != ",":
                found.append((1.0, word.rstrip(",")))
    return found
