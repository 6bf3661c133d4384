"""The elements of a page that show pictures, and what each of them says of its own picture."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lxml import html

from checkers.model import Image
from flows.sources.page.markup import one_line
from flows.sources.page.picture_address import best_address

SHOWING = ("img", "amp-img", "video")
# Narrower pictures are icons, portraits of authors and counting pixels; lower ones are rules.
NARROWEST = 120
LOWEST = 40
_SIZE = re.compile(r"\d+(?=\D*$)")
_BACKGROUND = re.compile(r"background(?:-image)?\s*:[^;]*url\(\s*['\"]?(?P<link>[^'\")]+)")
# Systems put the words of a picture into attributes for their own scripts, under their own names.
_CAPTION_KEY = re.compile(r"caption|data-sub-html$", re.IGNORECASE)
_CREDIT_KEY = re.compile(r"credit|photographer|copyright|iptc-byline|data-photo-by", re.IGNORECASE)
_TAKEN_KEY = re.compile(r"taken|date-?created|creat\w*-?date|date-?shot", re.IGNORECASE)
_OF_SCRIPTS = frozenset({"true", "false", "yes", "no", "none", "null", "left", "right", "bottom"})
# Links that open a picture large carry its caption in their title.
_ENLARGES = re.compile(r"lightbox|fancybox|modal|thickbox|popup|gallery|zoom|swipe", re.IGNORECASE)


def pictures_in(box: html.HtmlElement) -> list[html.HtmlElement]:
    """The elements in ``box`` that show a picture, in the order of the page."""
    return [part for part in box.iter(*SHOWING, "div", "span", "a") if is_showing(part)]


def is_showing(element: html.HtmlElement) -> bool:
    """Whether an element shows a picture that is large enough to be one of news."""
    match element.tag:
        case "img" | "amp-img":
            return not _is_tiny(element)
        case "video":
            return bool(element.get("poster"))
        case _:
            return element.get("role") == "img" and bool(_background(element))


def shown(element: html.HtmlElement, page: str) -> Image:
    """The picture that an element shows, with what its own attributes say."""
    alt = one_line(element.get("alt") or element.get("aria-label") or "")
    if element.tag == "video":
        return Image(url=best_address(element, page), alt="")
    if element.tag not in SHOWING:
        return Image(url=best_address(element, page, _background(element)), alt=alt)
    return Image(url=best_address(element, page), alt=alt)


def said_in_attributes(elements: Iterable[html.HtmlElement]) -> Image:
    """Caption, credit and date that attributes of ``elements`` give, the first of each."""
    caption = credit = taken = ""
    for element in elements:
        for key, value in element.items():
            if " " not in value and key != "title" and not _is_short_word(value):
                continue
            if not caption and _is_caption_at(element, key):
                caption = one_line(re.sub(r"<[^>]*>", " ", value)) if " " in value.strip() else ""
            elif not credit and _CREDIT_KEY.search(key):
                credit = one_line(value)
            elif not taken and _TAKEN_KEY.search(key) and re.search(r"\d{4}", value):
                taken = value.strip()
    return Image(caption=caption, credit=credit, taken=taken)


def without_fallbacks(showing: list[html.HtmlElement], page: str) -> list[html.HtmlElement]:
    """Of several elements the ones that show something: no placeholders, fall-backs if need be."""
    with_address = [element for element in showing if shown(element, page).url]
    plain = [element for element in with_address if not is_fallback(element)]
    return plain or with_address or showing[:1]


def is_fallback(element: html.HtmlElement) -> bool:
    """Whether an element is there for readers without scripts."""
    return next(element.iterancestors("noscript"), None) is not None


def _is_short_word(value: str) -> bool:
    """Whether a value of one word may be a name or a date."""
    return 2 < len(value) < 60 and value.lower() not in _OF_SCRIPTS and "/" not in value[:1]


def _is_caption_at(element: html.HtmlElement, key: str) -> bool:
    if key == "title":
        names = f"{element.get('class', '')} {element.get('rel', '')}"
        return bool(
            (element.tag == "a" and _ENLARGES.search(names + " ".join(element.keys())))
            or (element.tag == "img" and re.search(r"\bcaption\b", names))
        )
    return key not in ("class", "id") and bool(_CAPTION_KEY.search(key))


def _background(element: html.HtmlElement) -> str:
    match = _BACKGROUND.search(element.get("style") or "")
    return match["link"] if match else element.get("data-bg") or ""


def _is_tiny(image: html.HtmlElement) -> bool:
    return any(size < least for size, least in _sizes(image))


def _sizes(image: html.HtmlElement) -> Iterator[tuple[int, int]]:
    for name, least in (("width", NARROWEST), ("height", LOWEST)):
        given = image.get(name)
        # "100%" is no size; "100px" and "100" are.
        if given and "%" not in given and (number := _SIZE.match(given)):
            yield int(number[0]), least
