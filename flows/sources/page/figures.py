"""The pictures that a page shows: figures, captioned boxes, pictures with a description alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html

from checkers.model import Image
from flows.sources.page.figure_words import CAPTION_NAMES, CREDIT_NAMES, caption_and_credit
from flows.sources.page.markup import one_line, words_of
from flows.sources.page.picture_address import best_address
from flows.sources.page.story import Story, is_named

_BOXES = ("dd", "div", "em", "li", "p", "small", "span", "td")
# A caption and its picture share a box; the box around the third holds half the page.
NEAREST_BOXES = 3
# Narrower pictures are icons, portraits of authors and counting pixels.
NARROWEST = 120
# A picture without a caption is told from decoration by a description of some words.
FEWEST_ALT_WORDS = 3
_OF_SITE = re.compile(r"\b(?:logo|icon|button|btn|sprite|avatar|pixel|bookmark)\b", re.IGNORECASE)


def read_figures(story: Story) -> Iterator[Image]:
    """The pictures of figures and captioned boxes in the order of the page, then the others."""
    for element in story.tree.iter("figure", *_BOXES):
        is_figure = element.tag == "figure"
        if not (is_figure or _is_caption(element)) or _in_figure(element):
            continue
        if not story.shows(element):
            continue
        if is_figure:
            yield from _of_figure(element, story.address)
        elif not any(map(_is_caption, element.iterdescendants())):
            yield from _of_caption(element, story.address)
    yield from _described(story)


def _of_figure(figure: html.HtmlElement, address: str) -> Iterator[Image]:
    """The pictures of a figure; where it holds figures, what they lack comes from the whole."""
    parts = list(figure.iterdescendants("figure")) or [figure]
    whole_caption, whole_credit = _words_of_figure(figure, own_only=len(parts) > 1)
    for part in parts:
        caption, credit = _words_of_figure(part)
        caption, credit = caption or whole_caption, credit or whole_credit
        images = [image for image in part.iter("img") if not _is_tiny(image)]
        for image in images:
            yield _shown(image, caption, credit, address)
        if not images and caption:
            yield Image(caption=caption, credit=credit)


def _words_of_figure(figure: html.HtmlElement, own_only: bool = False) -> tuple[str, str]:
    """Caption and credit of a figure; with ``own_only`` not those of figures inside it."""
    inside = [
        part
        for part in figure.iterdescendants()
        if isinstance(part.tag, str) and (not own_only or _nearest_figure(part) is figure)
    ]
    holder = next((part for part in inside if part.tag == "figcaption"), None)
    if holder is None:
        holder = next(filter(_is_caption, inside), None)
    caption, credit = ("", "") if holder is None else caption_and_credit(holder)
    if not credit:
        credit = next((_credit(part) for part in inside if is_named(part, CREDIT_NAMES)), "")
    return caption, credit


def _of_caption(caption: html.HtmlElement, address: str) -> Iterator[Image]:
    """The picture whose caption stands in an element that only its class marks."""
    image = _nearest_image(caption)
    said, credit = caption_and_credit(caption)
    if image is not None and (said or credit):
        yield _shown(image, said, credit or _credit_beside(caption), address)


def _described(story: Story) -> Iterator[Image]:
    """Pictures with a description and no caption, in the part of the page that has the text."""
    part = story.part()
    for image in part.iter("img") if part is not None else ():
        picture = _shown(image, "", "", story.address)
        described = len(picture.alt.split()) >= FEWEST_ALT_WORDS
        of_site = _OF_SITE.search(f"{picture.url} {picture.alt}")
        if described and not of_site and not _is_tiny(image) and story.shows(image):
            yield picture


def _shown(image: html.HtmlElement, caption: str, credit: str, address: str) -> Image:
    alt = one_line(image.get("alt") or "")
    return Image(url=best_address(image, address), caption=caption, alt=alt, credit=credit)


def _is_caption(element: html.HtmlElement) -> bool:
    return element.tag not in ("a", "button") and (
        is_named(element, CAPTION_NAMES) and not is_named(element, CREDIT_NAMES)
    )


def _credit(mark: html.HtmlElement) -> str:
    return caption_and_credit(mark)[1] or words_of(mark)


def _credit_beside(caption: html.HtmlElement) -> str:
    """The credit in an element of its own next to a caption, or ""."""
    box = caption.getparent()
    marks = [part for part in box if is_named(part, CREDIT_NAMES)] if box is not None else []
    return _credit(marks[0]) if marks else ""


def _nearest_image(caption: html.HtmlElement) -> html.HtmlElement | None:
    """The picture in the smallest box around a caption, None where there is none near."""
    for box in list(caption.iterancestors())[:NEAREST_BOXES]:
        if box.tag in ("article", "body", "main"):
            return None
        images = [image for image in box.iter("img") if not _is_tiny(image)]
        if images:
            return images[0] if len(images) == 1 else None
    return None


def _in_figure(element: html.HtmlElement) -> bool:
    return _nearest_figure(element) is not None


def _nearest_figure(element: html.HtmlElement) -> html.HtmlElement | None:
    return next(element.iterancestors("figure"), None)


def _is_tiny(image: html.HtmlElement) -> bool:
    width = re.match(r"\d+", image.get("width") or "")
    return width is not None and int(width[0]) < NARROWEST
