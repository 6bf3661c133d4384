"""Addresses of pictures: the best of several sizes, and a key that all sizes of one share."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlsplit

from lxml import html

from flows.sources.page.markup import web_address

# Attributes in which pages keep the address until the picture is scrolled to, best first.
LAZY = (
    "data-src", "data-original", "data-lazy-src", "data-full-src", "data-image", "data-url",
    "data-gl-src", "src", "poster",
)  # fmt: skip
LAZY_SETS = ("data-srcset", "data-lazy-srcset", "srcset")
# In a set of sizes each address is followed by its width or density; addresses hold commas too, and
# some systems put no space behind the comma that ends one.
_SIZED = re.compile(r"(?P<link>[^\s,]\S*[^\s,])(?:\s+(?P<size>\d+(?:\.\d+)?)[wx])?\s*(?:,|$)")
# Sizes and crops in the names of files and folders: "-1200x675", "@2x", "_640", "-scaled", "s1600",
# "-superJumbo". The words are those of publishing systems, as seen in the addresses of news pages.
_SIZE = re.compile(
    r"[-_@.]?(?:\d{2,4}[x*]\d{2,4}|\d{2,4}[wh]|[wh]_?\d{2,4}|s\d{3,4}b?|c\d{2}|[1-4]x|scaled|large|medium"
    r"|small|thumb(?:nail)?|articlelarge|superjumbo|facebookjumbo|jumbo|mobilemaster[a-z\d]*|master\d*"
    r"|(?:video)?(?:sixteenbynine|threebytwo|squareat)[a-z\d]*|wide|custom|resize|hu[\da-f]{3,}|e\d{12,13})"
    r"(?=[-_.@]|$)|[-_]\d{3,4}(?=\.|$)",
    re.IGNORECASE,
)
_ENDING = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|jfif|tiff?)(?=\.|$)", re.IGNORECASE)
# Parts of a query that say how large a picture is to be sent, or whether it may be.
_HOW_SENT = re.compile(
    r"w|h|q|s|c|f|o|p|x|y|dpr|fit|crop|size|auto|auth|width|height|quality|format|fm|resize|smart|strip"
    r"|ssl|itok|imwidth|imheight|op|rect|sig|token|v|ver|cb|t|ts|m|zoom|bg|blur|compress|disable"
    r"|enable|overlay[\w-]*|precrop|ratio|scale|sharp|trim|upscale|output[\w-]*|downsize|interpolation",
    re.IGNORECASE,
)
# What stands in for a picture until it is loaded.
_STAND_IN = re.compile(
    r"(?:^|[/_-])(?:placeholder|blank|spacer|transparent|loading|pixel|grey|gray|1x1|default|clear|empty"
    r"|lazy|grey-placeholder|share-default|og-default|no-?image)(?:[-_.\d]|$)[^/]*$",
    re.IGNORECASE,
)
# The file and its folder name a picture; "lead.jpg" or "image.jpg" alone would name many.
TELLING_PARTS = 2
# A shorter name of a file, or one of these, may be that of many pictures.
SHORTEST_TELLING = 6
_OF_MANY = re.compile(
    r"(?:image|picture|photo|original|master|thumbnail|default|header|article|poster|social|share)s?"
    r"[-_\d]*$"
)


def best_address(element: html.HtmlElement, page: str, background: str = "") -> str:
    """The address of the largest size of a picture, "" where it has none on the web.

    Args:
        element: What shows the picture.
        page: Address of its page.
        background: The picture in the element's style, where that shows it.
    """
    sized = [found for holder in _holders(element) for found in _sizes(holder)]
    best = max(sized, key=lambda found: found[0])[1] if sized else ""
    links = [best, *(element.get(name, "") for name in LAZY), background]
    found = (web_address(page, link) for link in links if link)
    return next((address for address in found if address and not is_stand_in(address)), "")


def is_stand_in(address: str) -> bool:
    """Whether an address is that of a grey box or an empty point, or of a site's own picture."""
    return _STAND_IN.search(urlsplit(address).path) is not None


@lru_cache(maxsize=4096)
def picture_key(address: str) -> str:
    """The same for every size and server of one picture, different for different pictures."""
    inner = _inner(address)
    try:
        split = urlsplit(inner)
    except ValueError:
        return address
    path = unquote(split.path)
    parts = [part for part in path.lower().split("/") if part]
    if not parts:
        return address
    is_file = _ENDING.search(parts[-1]) is not None
    parts[-1] = _ENDING.sub("", parts[-1])
    bare = [_SIZE.sub("", part) for part in parts]
    named = [part for part in bare if _names_something(part)]
    key = "/".join(named[-TELLING_PARTS:]) or path
    return key if is_file else f"{key}{_asked(split.query)}"


def file_key(address: str) -> str:
    """The name of a picture's file without its size, where that may name it on any server; else "".

    Pictures are numbered by some systems: there the number in front says it all.
    """
    name = picture_key(address).rsplit("/", 1)[-1]
    if number := re.match(r"\d{6,}(?=[-_])", name):
        return number[0]
    return name if len(name) >= SHORTEST_TELLING and not _OF_MANY.match(name) else ""


def _names_something(part: str) -> bool:
    """Whether a part of a path names a picture: not a size, a folder's number or an instruction."""
    return bool(part) and not re.fullmatch(
        r"\d{1,4}|.*[,=*].*|[swh]\d+(?:-[a-z\d]+)*(?:-[a-z]+)*|(?:fit-in|smart|resizer?|image|v\d|original|master|public|styles|fill|fit)",
        part,
    )


def _inner(address: str) -> str:
    """The address inside that of a resizing service: "https://cdn.example/w=800/https://…"."""
    address = unquote(address) if "%3A%2F%2F" in address or "%3a%2f%2f" in address else address
    at = max(address.rfind("http://"), address.rfind("https://"))
    if at <= 0:
        return address
    inner = address[at:]
    # Behind "?url=" what follows the next "&" belongs to the service.
    return inner.split("&", 1)[0] if address[at - 1] == "=" else inner


def _asked(query: str) -> str:
    """What a query asks for, where no file is named: "?id=12" names a picture, "?w=300" none."""
    kept = [f"{name}={value}" for name, value in parse_qsl(query) if not _HOW_SENT.fullmatch(name)]
    return f"?{'&'.join(sorted(kept))}" if kept else ""


def _holders(element: html.HtmlElement) -> list[html.HtmlElement]:
    picture = next(element.iterancestors("picture"), None)
    return [*picture.iter("source"), element] if picture is not None else [element]


def _sizes(element: html.HtmlElement) -> list[tuple[float, str]]:
    """The addresses that an element offers, each with its width or density."""
    found: list[tuple[float, str]] = []
    for name in LAZY_SETS:
        found += [
            (float(match["size"] or 1), match["link"])
            for match in _SIZED.finditer(element.get(name) or "")
            if not match["link"].startswith("data:")
        ]
    return found
