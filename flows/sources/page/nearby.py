"""Which picture a caption belongs to, and which words near a picture are its caption."""

from __future__ import annotations

import re
from collections.abc import Set

from lxml import html

from flows.sources.page.figure_words import caption_and_credit, captions_in
from flows.sources.page.markup import one_line
from flows.sources.page.showing import is_fallback, pictures_in, without_fallbacks
from flows.sources.printed.credits import is_archive_caption, split_credit

# A caption and its picture share a box; the box around the fourth holds half the page.
NEAREST_BOXES = 4
# What stands in a table with a picture alone, or in italics below it, is a caption of some words.
FEWEST_WORDS = 2
LONGEST_NEARBY = 500
# How captions are set apart where nothing names them.
_SET_APART = frozenset({"em", "i", "small"})
_BLOCKS = frozenset({"p", "div", "center"})
_OF_PICTURE = re.compile(
    r"(?:this |a )?(?:file |undated |combination )?(?:photo|picture|image)\b", re.I
)


def nearest_pictures(
    caption: html.HtmlElement, used: Set[html.HtmlElement], address: str
) -> list[html.HtmlElement]:
    """The pictures in the smallest box around a caption that holds any, [] where none is near.

    Of several pictures with as many captions each has its own, in their order; several pictures
    with one caption share it.
    """
    for box in list(caption.iterancestors())[:NEAREST_BOXES]:
        if box.tag in ("article", "body", "main") and not _is_picture_box(box):
            return []
        showing = pictures_in(box)
        if not showing:
            continue
        showing = without_fallbacks(showing, address)
        captions = captions_in(box)
        if len(captions) > 1 and len(showing) > 1:
            matched = len(captions) == len(showing) and caption in captions
            showing = [showing[captions.index(caption)]] if matched else []
        return [element for element in showing if element not in used]
    return []


def caption_near(element: html.HtmlElement, tree: html.HtmlElement) -> tuple[str, str]:
    """Caption and credit of a picture that stands in no figure, "" where there are none."""
    for name in (element.get("aria-describedby") or "").split():
        told = next(iter(tree.xpath("//*[@id=$name]", name=name)), None)
        if told is not None:
            return caption_and_credit(told)
    if is_fallback(element):
        return "", ""
    return _in_table(element) or _in_paragraph(element) or ("", "")


def _is_picture_box(box: html.HtmlElement) -> bool:
    """Whether an ``article`` is no story but a picture with its words, as one system marks them."""
    return (
        box.tag == "article"
        and next(box.iter("h1", "h2", "h3"), None) is None
        and (len("".join(box.itertext())) <= LONGEST_NEARBY)
    )


def _in_table(element: html.HtmlElement) -> tuple[str, str] | None:
    """The words of a small table that holds this picture and no other."""
    table = next(element.iterancestors("table"), None)
    if table is None or len(pictures_in(table)) != 1:
        return None
    said = one_line("".join(table.itertext()))
    if not len(said.split()) >= FEWEST_WORDS or len(said) > LONGEST_NEARBY:
        return None
    return caption_and_credit(table)


def _in_paragraph(element: html.HtmlElement) -> tuple[str, str] | None:
    """Words set apart in the picture's own paragraph, or in the one below it."""
    box = next((part for part in element.iterancestors() if part.tag in _BLOCKS), None)
    if box is None or len(pictures_in(box)) != 1:
        return None
    said = one_line("".join(box.itertext()))
    if said:
        return caption_and_credit(box) if _is_set_apart(box, said) else None
    below = box.getnext()
    if below is None or below.tag not in _BLOCKS or pictures_in(below):
        return None
    said = one_line("".join(below.itertext()))
    if _is_set_apart(below, said) or _reads_as_caption(said):
        return caption_and_credit(below)
    return None


def _is_set_apart(box: html.HtmlElement, said: str) -> bool:
    """Whether all the words in ``box`` stand in italics or small letters."""
    if not len(said.split()) >= FEWEST_WORDS or len(said) > LONGEST_NEARBY:
        return False
    apart = [
        part
        for part in box.iter(*_SET_APART)
        if not any(outer.tag in _SET_APART for outer in part.iterancestors())
    ]
    return one_line("".join("".join(part.itertext()) for part in apart)) == said


def _reads_as_caption(said: str) -> bool:
    """Whether a paragraph below a picture ends in a credit or speaks of the picture."""
    if not said or len(said) > LONGEST_NEARBY:
        return False
    return (
        bool(split_credit(said)[1])
        or is_archive_caption(said)
        or bool(_OF_PICTURE.match(said) and re.search(r"\b(?:shows?|taken)\b", said))
    )
