"""The text of a page: its paragraphs without menus, captions and notices."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from lxml import etree, html

from checkers.model import Image
from flows.sources.page.story import FEWEST_PARAGRAPHS, is_paragraph
from flows.sources.printed.date_lines import read_author, read_date_line
from flows.sources.printed.furniture import is_furniture, is_label
from flows.sources.printed.lines import FEWEST_TEXT_WORDS

# A body with fewer characters is what is left when the precise extraction missed the text.
SHORTEST_BODY = 600
# A paragraph that holds a caption of some words and little else is the caption.
FEWEST_CAPTION_WORDS = 4
LONGEST_BESIDE_CAPTION = 60
# Lines of dates stand above the text or, below a standfirst, among its first lines.
LAST_DATE_LINE = 8
MOST_ROW_WORDS = 20
# What no extraction reads, and what none keeps: taken out once, so that each step has less to go
# through. The texts of 134 saved pages are the same with and without it.
_NEVER_READ = (
    "aside", "audio", "button", "canvas", "datalist", "embed", "footer", "iframe", "input", "link",
    "map", "meta", "nav", "object", "select", "source", "style", "svg", "video",
)  # fmt: skip
# The quick, precise way, then the thorough and balanced one.
_WAYS: tuple[dict[str, bool], ...] = ({"fast": True, "favor_precision": True}, {})


def read_body(tree: html.HtmlElement) -> list[str]:
    """The paragraphs of a page, as they stand; what is no text is taken out of ``tree``.

    Precision first: a related story's figures in the text would be read as this story's. Where that
    finds next to nothing, the balanced way is tried, which looks into the page's data too. On 91
    saved pages this scores a body F1 (shingles of four words) of 0.965; precision with the
    extractor's own fall-backs 0.963 in a quarter more time, the balanced way alone 0.951.
    """
    _open_layout(tree)
    for script in list(tree.iter("script")):
        if "ld+json" not in (script.get("type") or ""):
            script.drop_tree()
    etree.strip_elements(tree, *_NEVER_READ, with_tail=False)
    extract = _extractor()
    best = ""
    for way in _WAYS:
        found = extract(tree, include_comments=False, **way)
        best = max(best, (found.text if found else None) or "", key=len)
        if len(best) >= SHORTEST_BODY:
            break
    return [line.strip() for line in best.split("\n") if line.strip()]


def without_furniture(
    paragraphs: Iterable[str], title: str, pictures: Iterable[Image]
) -> list[str]:
    """The paragraphs without the headline, dates and bylines above them, captions and buttons."""
    captions = [_plain(picture.caption) for picture in pictures if picture.caption]
    credits = {_plain(picture.credit) for picture in pictures if " " in picture.credit.strip()}
    left = [
        words
        for words in paragraphs
        if not (_is_elsewhere(_plain(words), captions, credits | {_plain(title)}))
        and not is_furniture(words)
    ]
    left = [
        words
        for number, words in enumerate(left)
        if number >= LAST_DATE_LINE or not read_date_line(words)
    ]
    head = next((number for number, words in enumerate(left) if _is_running(words)), 0)
    return [words for number, words in enumerate(left) if number >= head or not _is_above(words)]


def _is_elsewhere(words: str, captions: list[str], others: set[str]) -> bool:
    """Whether a paragraph is a caption, perhaps with its credit or number, or another such line."""
    return words in others or any(
        caption == words
        or (
            len(caption.split()) >= FEWEST_CAPTION_WORDS
            and caption in words
            and len(words) <= len(caption) + LONGEST_BESIDE_CAPTION
        )
        for caption in captions
    )


def _open_layout(tree: html.HtmlElement) -> None:
    """Make plain boxes of tables that lay out a page: they hold tables or paragraphs of a text."""
    for table in list(tree.iter("table")):
        inner = table.find(".//table") is not None
        if inner or sum(map(is_paragraph, table.iter("p"))) >= FEWEST_PARAGRAPHS:
            for part in table.iter("table", "tbody", "tr", "td"):
                if next(part.iterancestors("table"), table) is table:
                    part.tag = "div"


def _is_running(words: str) -> bool:
    if len(words.split()) < FEWEST_TEXT_WORDS or read_date_line(words):
        return False
    return not _is_row(words)


def _is_row(words: str) -> bool:
    """Whether a line is a row of short notes such as "Source: Post | 2026-03-05 | Editor: jd"."""
    return words.count(" | ") >= 2 and len(words.split()) <= MOST_ROW_WORDS


def _is_above(words: str) -> bool:
    """Whether a line above the text is a date, a byline or a label."""
    return bool(read_date_line(words) or read_author(words)) or is_label(words) or _is_row(words)


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()


@cache
def _extractor() -> Callable[..., Any]:
    # Imported where it is used: it takes longer to import than a text file to check.
    from trafilatura import bare_extraction

    # It warns of every page in which it finds nothing; we name those ourselves, once.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    return bare_extraction
