"""When a page was published and changed, each with where the page says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lxml import html

from checkers.model import Origin, Stamp
from flows.sources.fields import read_date
from flows.sources.page.data import PageData
from flows.sources.page.markup import words_of
from flows.sources.page.story import Story
from flows.sources.printed.date_lines import LONGEST_LINE, DateLine, read_date_line
from flows.sources.stamps import read_stamp, stamp_of_day

PUBLISHED_METAS = (
    "article:published_time", "article:published", "og:published_time", "datepublished",
    "article.published", "published_at", "publish-date", "publish_date", "publishdate", "pubdate",
    "publication_date", "publicationdate", "date.published", "dc.date.issued", "dcterms.issued",
    "dc.date", "dcterms.created", "dc.date.created", "sailthru.date", "parsely-pub-date",
    "cxenseparse:recs:publishtime", "displaydate", "originalpublicationdate", "datecreated",
    "article_date_original", "rnews:datepublished", "date",
)  # fmt: skip
MODIFIED_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "article_date_updated", "revised",
)  # fmt: skip
# Dates of publication are printed within so many elements below the headline.
AFTER_HEADLINE = 60
# A line of dates is built of a few parts; what has more is a piece of the page.
MOST_CHILDREN = 8
# "/2026/03/05/", "/2026-03-05-", "/20260305/" in an address.
_IN_ADDRESS = re.compile(
    r"/(?P<year>20\d\d)(?P<sep>[/-]?)(?P<month>[01]\d)(?P=sep)(?P<day>[0-3]\d)(?!\d)"
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class PageDates:
    """When a page appeared and when it was last changed, None where it does not say."""

    published: Stamp | None = None
    modified: Stamp | None = None


def read_page_dates(story: Story, data: PageData) -> PageDates:
    """The dates of a page: its JSON-LD, else meta tags, else what it prints, else its address.

    A date that a later place gives more precisely for the same day is taken from there.
    """
    printed = _printed(story)
    published = [
        read_date(data.linked("datePublished"), Origin.JSON_LD),
        *(read_date(data.metas.get(name, ""), Origin.META) for name in PUBLISHED_METAS),
        read_date(data.linked("dateCreated"), Origin.JSON_LD),
        printed.published,
        _from_address(story.address),
    ]
    modified = [
        read_date(data.linked("dateModified"), Origin.JSON_LD),
        *(read_date(data.metas.get(name, ""), Origin.META) for name in MODIFIED_METAS),
        printed.modified,
    ]
    return PageDates(_most_precise(published), _most_precise(modified))


def _most_precise(stamps: Iterable[Stamp | None]) -> Stamp | None:
    """The first of the stamps, or a later one of the same day with the time or zone it lacks."""
    given = [stamp for stamp in stamps if stamp]
    if not given:
        return None
    same_day = [stamp for stamp in given if stamp.day == given[0].day]
    return max(same_day, key=lambda stamp: (not stamp.day_only, stamp.zone_known))


def _printed(story: Story) -> PageDates:
    """The dates printed or marked near the headline; the first of each kind."""
    published = modified = None
    for element in filter(story.holds, _near(story.headline)):
        marked = _marked(element)
        if marked and _says_modified(element):
            modified = modified or marked
        elif marked:
            published = published or marked
        elif line := _line(element):
            published = published or line.published
            modified = modified or line.modified
    return PageDates(published, modified)


def _near(headline: html.HtmlElement | None) -> Iterator[html.HtmlElement]:
    """The elements below the headline, then those above it in its own part of the page."""
    if headline is None:
        return
    below = headline.xpath(f"following::*[position() <= {AFTER_HEADLINE}]")
    yield from below
    # Not the whole page above: what a site prints at its top is the date of today.
    part = headline.getparent()
    if part is not None and part.tag not in ("body", "html"):
        yield from (other for other in part.iterdescendants() if other not in below)


def _marked(element: html.HtmlElement) -> Stamp | None:
    """The moment that a ``time`` element or a marked-up date gives to machines."""
    given = element.get("datetime") or ""
    if not given and "date" in (element.get("itemprop") or "").lower():
        given = element.get("content") or ""
    return read_stamp(given, Origin.PAGE_TEXT)


def _says_modified(element: html.HtmlElement) -> bool:
    said = [element.get("itemprop"), element.get("class"), element.text]
    parent = element.getparent()
    said += [parent.text, parent.get("class")] if parent is not None else []
    return bool(re.search(r"updat|modif", " ".join(filter(None, said)), re.IGNORECASE))


def _line(element: html.HtmlElement) -> DateLine | None:
    if len(element) > MOST_CHILDREN:
        return None
    said = words_of(element)
    return read_date_line(said) if len(said) <= LONGEST_LINE and _YEAR.search(said) else None


def _from_address(address: str) -> Stamp | None:
    match = _IN_ADDRESS.search(address)
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"])) if match else None
    except ValueError:
        return None
    return stamp_of_day(day, Origin.ADDRESS) if day else None
