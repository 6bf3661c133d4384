"""Who wrote a page, where it says so."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from lxml import html

from flows.sources.page.data import PageData, names_of
from flows.sources.page.marked import Marked
from flows.sources.page.markup import words_of
from flows.sources.page.names import Names
from flows.sources.page.story import Story
from flows.sources.printed.date_lines import read_author

AUTHOR_METAS = (
    "author", "article:author", "byl", "parsely-author", "sailthru.author", "dc.creator",
    "dcterms.creator", "cxenseparse:author", "article.author", "byline", "dcsext.author",
)  # fmt: skip
# The names that systems give to whoever sets them up.
_NOBODY = frozenset(
    {"admin", "administrator", "editor", "root", "super user", "superuser", "webmaster"}
)
_LEAD_IN = re.compile(r"^(?:(?:written|posted|words)\s+)?by:?\s+", re.IGNORECASE)
# What follows a name on its line: an address for mail, the day.
_BEHIND_NAME = re.compile(r"\s+\S+@\S+$|,?\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day$", re.I)
_BYLINE = Names(r"by-?line|\bauthors?\b|author[-_]name|\bwriter\b")
# A name has no more words; several authors are a few names.
MOST_WORDS = 12
# A byline stands within so many elements below the headline.
AFTER_HEADLINE = 60


def read_page_author(story: Story, data: PageData, marked: Marked) -> str:
    """Who wrote the page: by its JSON-LD, meta tags, marked-up or printed byline, else ""."""
    candidates = (
        names_of(data.article.get("author")),
        *(data.metas.get(name, "") for name in AUTHOR_METAS),
        marked.value("author", "creator"),
    )
    named = next(filter(None, map(_name, candidates)), "")
    return named or next(filter(None, map(_name, _printed(story))), "")


def _name(given: str) -> str:
    """A name as it is; "" for an address of a profile and for whom the system calls itself."""
    name = _BEHIND_NAME.sub("", _LEAD_IN.sub("", given.strip()))
    if "://" in name or "@" in name or name.lower() in _NOBODY or len(name.split()) > MOST_WORDS:
        return ""
    return name


def _printed(story: Story) -> Iterator[str]:
    """What reads as a byline near the headline: an element named so, or a line "By Jane Doe"."""
    for element in near_headline(story, AFTER_HEADLINE):
        if len(element) > 4 or len("".join(element.itertext())) > 200 or not story.holds(element):
            continue
        said = words_of(element)
        if author := read_author(said):
            yield author
        elif _BYLINE.name(element) and said and not re.search(r"\d{3}|\d:\d|[.!?]$", said):
            yield said


def following(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """The elements that begin behind the end of ``element``, in the order of the page."""
    for part in (element, *element.iterancestors()):
        for sibling in part.itersiblings("*"):
            yield from sibling.iter("*")


def near_headline(story: Story, many: int) -> list[html.HtmlElement]:
    """The elements below the headline, then those above it in its own part of the page."""
    headline = story.headline
    if headline is None:
        return []
    below = list(islice(following(headline), many))
    # Not the whole page above: what a site prints at its top is the date of today.
    part = headline.getparent()
    if part is None or part.tag in ("body", "html"):
        return below
    seen = set(below)
    above = [other for other in part.iterdescendants() if other not in seen]
    return below + above[: 2 * many]
