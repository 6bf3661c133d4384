"""Caption and credit of a picture, told apart in the markup that holds both."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy
from functools import cache

from lxml import html

from flows.sources.page.markup import words_of
from flows.sources.page.story import is_named
from flows.sources.printed.credits import read_credit, read_labelled_caption, split_credit
from seeds import words

# Class names by which systems mark captions and credits outside the elements made for them.
CAPTION_NAMES = re.compile(
    r"caption(?!ing)|cutline|(?:image|photo|picture|media)[-_]{0,2}(?:desc|text|legend)",
    re.IGNORECASE,
)
CREDIT_NAMES = re.compile(
    r"credit|copyright|photographer|attribution|(?:image|photo|picture)[-_]{0,2}(?:source|by)",
    re.IGNORECASE,
)
# What stands inside a caption but is no part of it.
_NOT_READ = frozenset({"button", "noscript", "script", "style", "svg", "template"})
# "1 of 4" in a gallery; "2 of 4 victims" goes on in lower case.
_NUMBER = re.compile(r"^\(?\d{1,3}\s?(?:of|/)\s?\d{1,3}\)?[\s:.]+(?=[^\W\d_a-z])")
_BUTTON = re.compile(
    r"\s*(?:\b(?:hide|toggle|close) caption|caption close|\[\+\]|\.\.\. ?more)\s*$", re.I
)
# A longer text is a piece of the article, whatever its markup says.
LONGEST_CAPTION = 3000


def caption_and_credit(holder: html.HtmlElement) -> tuple[str, str]:
    """The caption and the credit that ``holder`` holds; "" for what is not there."""
    holder = deepcopy(holder)
    credit = " ".join(map(words_of, _taken_out(holder, _is_credit))).strip(" ()[]|")
    _taken_out(holder, _is_no_caption)
    caption = _bare(words_of(holder))
    if len(caption) > LONGEST_CAPTION:
        return "", _without_label(credit)
    if caption and is_credit(caption):
        caption, credit = "", credit or read_credit(caption) or caption
    if not credit:
        caption, credit = split_credit(caption)
    return caption, _without_label(credit)


def is_credit(line: str) -> bool:
    """Whether a line is nothing but a credit: labelled, or the name of an agency."""
    return bool(read_credit(line)) or line in words("photo_credits")["agencies"]


def _taken_out(
    holder: html.HtmlElement, is_meant: Callable[[html.HtmlElement], bool]
) -> list[html.HtmlElement]:
    """The outermost parts of ``holder`` that are meant, taken out of it."""
    parts: list[html.HtmlElement] = []
    for part in holder.iterdescendants():
        inside = any(ancestor in parts for ancestor in part.iterancestors())
        if not inside and isinstance(part.tag, str) and is_meant(part):
            parts.append(part)
    for part in parts:
        part.drop_tree()
    return parts


def _is_credit(part: html.HtmlElement) -> bool:
    return is_named(part, CREDIT_NAMES)


def _is_no_caption(part: html.HtmlElement) -> bool:
    """Whether a part of a caption is a button or the like: "… more", "less"."""
    return part.tag in _NOT_READ or (part.tag == "a" and is_named(part, CAPTION_NAMES))


def _bare(caption: str) -> str:
    """A caption without its number in a gallery, its label and its buttons."""
    caption = _BUTTON.sub("", _NUMBER.sub("", caption))
    match = _label().match(caption)
    caption = caption[match.end() :] if match else caption
    return (read_labelled_caption(caption) or caption).strip(" |")


def _without_label(credit: str) -> str:
    match = re.match(
        r"(?:image copyright|image source|credit\.\.\.|©)[,:]?\s+", credit, re.IGNORECASE
    )
    return credit[match.end() :] if match else credit


@cache
def _label() -> re.Pattern[str]:
    """Labels that only a screen reader reads out: "Image caption" without colon or comma."""
    labels = "|".join(map(re.escape, words("photo_credits")["captions"]))
    return re.compile(rf"(?:{labels})[,:]?\s+")
