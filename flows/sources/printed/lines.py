"""A printed page as lines: Markdown marks taken off, wrapped paragraphs put together again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

# A text is wrapped by hand at 60 to 100 columns; lines longer than this were never wrapped.
WIDEST_WRAP = 120
# Below this width a list of short lines looks like wrapped prose.
NARROWEST_WRAP = 40
# Greedy wrapping leaves no room for the next word; a few columns allow for marks taken off.
SLACK = 3
# Share of the line breaks inside paragraphs that must look like wrapping.
WRAPPED_SHARE = 0.6
# A sentence of fewer words may be a label or a button; running text begins with a longer one.
FEWEST_TEXT_WORDS = 8
# A sentence broken by a stray blank line is at least this long before the break.
SHORTEST_BROKEN = 40


class Mark(Enum):
    """How Markdown marks a whole line."""

    NONE = "none"
    HEADING = "heading"
    ITALIC = "italic"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page, or a paragraph put together from several.

    Attributes:
        words: The line without marks and surrounding space.
        mark: How the whole line was marked.
        apart: True when a blank line, or the start of the page, stands before it.
        address: Address of a picture, for a line that is one.
    """

    words: str
    mark: Mark = Mark.NONE
    apart: bool = False
    address: str = ""

    @property
    def ends_sentence(self) -> bool:
        """Whether it ends as a sentence does."""
        return bool(re.search(r"[.!?…:;][\"'”’»)\]*]*$", self.words))

    @property
    def is_paragraph(self) -> bool:
        """Whether it is running text: a whole sentence at least, longer than a label."""
        long_enough = len(self.words.split()) >= FEWEST_TEXT_WORDS
        return self.mark is Mark.NONE and self.ends_sentence and long_enough


# The start of a list item, a heading or a quotation in Markdown.
_ITEM = re.compile(r"(?:[-*•+>]|#{1,6}|\d{1,2}[.)])\s")
_HEADING = re.compile(r"#{1,6}\s+(?P<words>.*?)\s*#*")
# No mark may hold its own opening sign: a line of nothing but signs is then read in one pass.
_PICTURE = re.compile(r"!\[(?P<words>[^\[\]]*)\]\((?P<address>[^\s()]+)(?:\s[^()]*)?\)")
_LINK = re.compile(r"\[(?P<words>[^\[\]]+)\]\([^\s()]+(?:\s[^()]*)?\)")
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?P<words>[^\s*_](?:[^*_]*[^\s*_])?)(?P=mark)")
_ITALIC = re.compile(
    r"(?<![\w*])(?P<mark>[*_])(?P<words>[^\s*_](?:[^*_]*[^\s*_])?)(?P=mark)(?![\w*])"
)


def read_lines(text: str) -> list[Line]:
    """The lines of a page that are not blank, without their Markdown marks."""
    lines: list[Line] = []
    apart = True
    for raw in text.splitlines():
        stripped = raw.strip().strip("\ufeff")
        if not re.search(r"\w", stripped):
            # Blank, or a rule or a stray quotation mark: it parts, and says nothing.
            apart = True
            continue
        lines.append(replace(_unmarked(stripped), apart=apart))
        apart = False
    return lines


def _unmarked(raw: str) -> Line:
    if picture := _PICTURE.fullmatch(raw):
        return Line(picture["words"].strip(), Mark.PICTURE, address=picture["address"])
    mark = Mark.NONE
    if heading := _HEADING.fullmatch(raw):
        raw, mark = heading["words"], Mark.HEADING
    elif _BOLD.fullmatch(raw):
        mark = Mark.HEADING
    elif _ITALIC.fullmatch(raw):
        mark = Mark.ITALIC
    for pattern in (_PICTURE, _LINK, _ITALIC, _BOLD, _ITALIC):
        raw = pattern.sub(lambda match: match["words"], raw)
    return Line(raw.strip(), mark)


def join_wrapped(lines: Sequence[Line]) -> list[Line]:
    """The lines with wrapped ones put together by a space: one for each paragraph."""
    wrapped = _is_wrapped(lines)
    width = max((len(line.words) for line in lines), default=0)
    joined: list[Line] = []
    previous: Line | None = None
    for line in lines:
        if previous and joined and _continues(previous, line, wrapped, width, len(joined)):
            joined[-1] = replace(joined[-1], words=f"{joined[-1].words} {line.words}")
        else:
            joined.append(line)
        previous = line
    return joined


def _breaks(lines: Sequence[Line]) -> Iterator[tuple[Line, Line]]:
    """Each pair of lines with no blank line between them."""
    for before, after in pairwise(lines):
        if not after.apart:
            yield before, after


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Whether the page was wrapped to a width: most lines leave no room for the next word."""
    width = max((len(line.words) for line in lines), default=0)
    breaks = list(_breaks(lines))
    if not breaks or not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return False
    full = sum(_is_full(before, after, width) for before, after in breaks)
    return full >= WRAPPED_SHARE * len(breaks)


def _is_full(line: Line, following: Line, width: int) -> bool:
    """Whether the first word of ``following`` would not have fitted on ``line``."""
    return len(line.words) + 1 + len(following.words.split()[0]) > width - SLACK


def _continues(line: Line, following: Line, wrapped: bool, width: int, number: int) -> bool:
    """Whether ``following`` goes on with the paragraph of ``line``, the page's ``number``-th."""
    if (
        line.mark is not Mark.NONE
        or following.mark is not Mark.NONE
        or _ITEM.match(following.words)
    ):
        return False
    begins_small = following.words[0].islower() and not line.ends_sentence
    if following.apart:
        return begins_small and number > 1 and len(line.words) >= SHORTEST_BROKEN
    return begins_small or (wrapped and _is_full(line, following, width))


def unwrap(text: str) -> str:
    """``text`` with each line break inside a wrapped paragraph replaced by a space, one for one.

    Lines that are paragraphs of their own get a blank line between them.
    """
    blocks = re.split(r"\n[ \t]*\n\s*", text.replace("\r\n", "\n").strip())
    lines = [
        Line(row.strip(), apart=number == 0)
        for block in blocks
        for number, row in enumerate(block.split("\n"))
    ]
    wrapped, width = _is_wrapped(lines), max(len(line.words) for line in lines)

    def joined(block: str) -> str:
        rows = block.split("\n")
        whole = rows[0]
        for before, after in pairwise(rows):
            goes_on = _continues(Line(before.strip()), Line(after.strip()), wrapped, width, 2)
            whole += (" " if goes_on else "\n\n") + after
        return whole

    return "\n\n".join(map(joined, blocks))
