"""Captions in a printed page: lines that plainly belong to a picture and not to the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from checkers.model import Image
from flows.sources.printed.credits import (
    is_archive_caption,
    names_agency_only,
    read_credit,
    read_labelled_caption,
    split_credit,
)
from flows.sources.printed.dates import MONTH
from flows.sources.printed.furniture import is_note
from flows.sources.printed.lines import Line, Mark

# A line of fewer words says too little to be taken for a caption.
FEWEST_WORDS = 4
# Lines in italics are captions near the top, where a page has its picture; further down, notes.
NEAR_TOP = 6
LONGEST_CAPTION = 600

# Agencies end a caption with place and date: "… in Dorrin, Orlanda, Thursday, March 5, 2026."
_AGENCY_FORM = re.compile(
    r".*\b(?:in|at|near|outside|over|off|on)\b.*,\s"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,\s)?"
    rf"(?:{MONTH}\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\s{MONTH}\s\d{{4}})\.?",
    re.IGNORECASE,
)


def take_captions(lines: Sequence[Line]) -> tuple[tuple[Image, ...], list[Line]]:
    """The pictures whose captions stand in ``lines``, a page below its headline; and the rest."""
    pictures: list[Image] = []
    others: list[Line] = []
    last = -1  # index of the line after the last caption: a credit there belongs to it
    index = 0
    in_head = True
    while index < len(lines):
        picture, used = _picture_at(lines, index, in_head=in_head)
        if picture is None:
            others.append(lines[index])
            in_head = in_head and not lines[index].is_paragraph
            index += 1
            continue
        if pictures and last == index and _complete(pictures[-1], picture):
            pictures[-1] = _merged(pictures[-1], picture)
        elif picture not in pictures:
            pictures.append(picture)
        index += used
        last = index
    return tuple(pictures), others


def _picture_at(lines: Sequence[Line], index: int, *, in_head: bool) -> tuple[Image | None, int]:
    """The picture that line ``index`` speaks of, or None, and how many lines it takes."""
    line = lines[index]
    if line.mark is Mark.PICTURE:
        return Image(url=line.address, alt=line.words), 1
    if line.mark is Mark.HEADING or len(line.words) > LONGEST_CAPTION:
        return None, 0
    caption, credit = split_credit(line.words)
    if repeated := _repeated(lines, index):
        return repeated, 2
    if own := read_credit(line.words):
        return Image(credit=own), 1
    if labelled := read_labelled_caption(line.words):
        return _credited(labelled), 1
    if _is_caption(line, index, in_head, credit):
        return Image(caption=caption, credit=credit), 1
    return None, 0


def _repeated(lines: Sequence[Line], index: int) -> Image | None:
    """The picture whose caption is printed twice in a row, once perhaps without its credit."""
    if index + 1 == len(lines):
        return None
    first, second = (split_credit(line.words) for line in lines[index : index + 2])
    if _plain(first[0]) != _plain(second[0]) or len(first[0].split()) < FEWEST_WORDS:
        return None
    return Image(caption=first[0], credit=first[1] or second[1])


def _is_caption(line: Line, index: int, in_head: bool, credit: str) -> bool:
    """Whether a line on its own is a caption: credited, of the archive, in italics, agency form."""
    if credit and not names_agency_only(credit):
        return True
    if is_archive_caption(line.words):
        return True
    if len(line.words.split()) < FEWEST_WORDS:
        return False
    if line.mark is Mark.ITALIC:
        return index < NEAR_TOP and not is_note(line.words)
    return in_head and bool(credit or _AGENCY_FORM.fullmatch(line.words))


def _credited(words: str) -> Image:
    caption, credit = split_credit(words)
    return Image(caption=caption, credit=credit)


def _complete(earlier: Image, later: Image) -> bool:
    """Whether two neighbouring finds are parts of one picture: each says what the other lacks."""
    fields = ("url", "caption", "credit")
    return not any(getattr(earlier, name) and getattr(later, name) for name in fields)


def _merged(earlier: Image, later: Image) -> Image:
    return replace(
        earlier,
        url=earlier.url or later.url,
        caption=earlier.caption or later.caption,
        alt=earlier.alt or later.alt,
        credit=earlier.credit or later.credit,
    )


def _plain(words: str) -> str:
    return re.sub(r"\W+", " ", words).strip().casefold()
