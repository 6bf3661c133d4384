"""A printed page or a note in plain text or Markdown: title, dates and captions from its own lines.

What does not stand there plainly stays unknown.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checkers.model import Article, Stamp
from flows.sources.printed.captions import take_captions
from flows.sources.printed.date_lines import DateLine, read_author, read_date_line
from flows.sources.printed.dates import named_days
from flows.sources.printed.furniture import is_furniture, is_imprint, is_label
from flows.sources.printed.lines import Line, Mark, join_wrapped, read_lines

# Headlines of newspapers run to about twenty words and a hundred and fifty characters at most.
LONGEST_HEADLINE = 160
MOST_HEADLINE_WORDS = 25
# A shorter line above another headline is the outlet's or the section's name.
FEWEST_HEADLINE_WORDS = 3
# Dates and bylines stand within so many lines of the headline, before the second paragraph.
HEAD = 8


@dataclass(frozen=True, slots=True)
class Head:
    """What the lines around the headline say."""

    published: Stamp | None = None
    modified: Stamp | None = None
    author: str = ""


def article_from_text(text: str, url: str) -> Article:
    """The article of a printed page; its ``text`` is the paragraphs that remain, as they stand."""
    lines = join_wrapped([line for line in read_lines(text) if not is_furniture(line.words)])
    at = _headline_at(lines)
    title = "" if at is None else lines[at].words
    above, below = ([], lines) if at is None else (lines[:at], lines[at + 1 :])
    below = [line for line in below if line.words != title]
    head, rest = _take_head(above, below, named_days(text))
    pictures, rest = take_captions(rest)
    return Article(
        url=url,
        text="\n\n".join(line.words for line in _without_labels(rest)),
        title=title,
        published=head.published,
        modified=head.modified,
        author=head.author,
        images=pictures,
    )


def _headline_at(lines: Sequence[Line]) -> int | None:
    """Index of the headline, None where the page begins with its text or is one line only."""
    for index, line in enumerate(lines[:HEAD]):
        if line.mark in (Mark.PICTURE, Mark.ITALIC) or _belongs_to_head(line.words):
            continue
        following = lines[index + 1 : HEAD]
        if not following or not _reads_as_headline(line):
            return None
        if line.mark is Mark.HEADING or not _is_name(line, following):
            return index
    return None


def _belongs_to_head(words: str) -> bool:
    """Whether a line is a date, a byline or an imprint, which stand above or below a headline."""
    return bool(read_date_line(words) or read_author(words)) or is_imprint(words)


def _reads_as_headline(line: Line) -> bool:
    return line.mark is Mark.HEADING or (
        len(line.words) <= LONGEST_HEADLINE
        and len(line.words.split()) <= MOST_HEADLINE_WORDS
        and not line.words[0].islower()
        and not re.search(r"(?<!U\.S)(?<!U\.N)(?<!U\.K)[.,;:][\"'”’)]*$", line.words)
    )


def _is_name(line: Line, following: Sequence[Line]) -> bool:
    """Whether a very short line names the outlet or the section above the headline."""
    if len(line.words.split()) >= FEWEST_HEADLINE_WORDS:
        return False
    below = next((other for other in following if not _belongs_to_head(other.words)), line)
    return len(below.words.split()) >= FEWEST_HEADLINE_WORDS and _reads_as_headline(below)


def _take_head(
    above: Sequence[Line], below: Sequence[Line], named: frozenset[date]
) -> tuple[Head, list[Line]]:
    """What the date lines and bylines say, and the lines below the headline without them."""
    head = Head()
    for line in above:
        head = _told(head, line.words, named)
    rest: list[Line] = []
    for line in below[:HEAD]:
        paragraphs = sum(other.is_paragraph for other in rest)
        byline = not paragraphs and read_author(line.words)
        if byline or (paragraphs < 2 and read_date_line(line.words)):
            head = _told(head, line.words, named)
        else:
            rest.append(line)
    return head, [*rest, *below[HEAD:]]


def _told(head: Head, words: str, named: frozenset[date]) -> Head:
    """``head`` with what one more line says; what stands higher on the page leads."""
    dates = read_date_line(words, named) or DateLine()
    return Head(
        head.published or dates.published,
        head.modified or dates.modified,
        head.author or dates.author or read_author(words),
    )


def _without_labels(lines: Sequence[Line]) -> list[Line]:
    """``lines`` without the names and buttons that stand above the first paragraph."""
    first = next((index for index, line in enumerate(lines) if line.is_paragraph), 0)
    return [line for index, line in enumerate(lines) if index >= first or not is_label(line.words)]
