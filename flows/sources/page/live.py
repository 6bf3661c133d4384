"""The text of a live page: its entries in their order, each with the time of its writing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import tzinfo

from lxml import html

from checkers.model import Origin, Stamp
from flows.sources.page.markup import words_of
from flows.sources.page.story import Story, is_paragraph
from flows.sources.stamps import read_stamp

# A live page has several entries; one block with a time is the byline.
FEWEST_ENTRIES = 2
# An entry with its pictures and quotations; what holds more text is a part of the page.
LONGEST_ENTRY = 12_000
SHORTEST_LINE = 25
_ENTRIES = ("article", "section", "div", "li")
_LINES = ("h2", "h3", "h4", "p", "blockquote", "li")


def read_entries(story: Story, zone: tzinfo | None) -> list[str]:
    """The paragraphs of a live page, [] where its entries cannot be told.

    The first line of an entry begins with its time of day in ``zone``, that of the page's
    publication: readers take what follows as of then.
    """
    entries = [entry for entry in map(_entry, _times(story)) if entry is not None]
    if len(entries) < FEWEST_ENTRIES:
        return []
    paragraphs = list(_above(story, entries[0][0]))
    for entry, stamp in entries:
        lines = list(_lines(entry))
        if lines:
            at = stamp.at.astimezone(zone) if zone and stamp.zone_known else stamp.at
            paragraphs += [f"{at:%H:%M} {lines[0]}", *lines[1:]]
    return paragraphs


def _times(story: Story) -> Iterator[tuple[html.HtmlElement, Stamp]]:
    for element in story.tree.iter("time"):
        stamp = read_stamp(element.get("datetime") or "", Origin.PAGE_TEXT)
        if stamp and not stamp.day_only and story.holds(element):
            yield element, stamp


def _entry(found: tuple[html.HtmlElement, Stamp]) -> tuple[html.HtmlElement, Stamp] | None:
    """The box around a time that holds an entry's text and no other entry's time."""
    element, stamp = found
    best = None
    for box in element.iterancestors(*_ENTRIES):
        times = [other for other in box.iter("time") if other.get("datetime")]
        if len(times) > 1 or len("".join(box.itertext())) > LONGEST_ENTRY:
            break
        best = box
    if best is None or next(best.iter("h1"), None) is not None or best.find(".//p") is None:
        return None
    return best, stamp


def _above(story: Story, first: html.HtmlElement) -> Iterator[str]:
    """The paragraphs between the headline and the first entry."""
    if story.headline is None:
        return
    for element in story.headline.xpath("following::*"):
        if element is first:
            return
        if element.tag == "p" and is_paragraph(element) and story.holds(element):
            yield words_of(element)


def _lines(entry: html.HtmlElement) -> Iterator[str]:
    for part in entry.iter(*_LINES):
        if next(part.iterancestors("figure", "aside", "footer"), None) is not None:
            continue
        if any(True for _ in part.iterdescendants(*_LINES)):
            continue
        said = words_of(part)
        if part.tag.startswith("h") or len(said) >= SHORTEST_LINE:
            yield said
