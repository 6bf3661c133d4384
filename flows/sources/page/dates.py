"""When a page was published and changed, each with where the page says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from lxml import html

from checkers.model import Origin, Stamp
from flows.sources.fields import read_date
from flows.sources.page.author import near_headline
from flows.sources.page.data import PageData
from flows.sources.page.marked import Marked
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
    "article_date_original", "rnews:datepublished", "publisheddate", "dcsext.articlefirstpublished",
    "article:published_date", "article:publish_date", "first_published", "firstpublished",
    "cxenseparse:publishtime", "dc.date.publication", "bt:pubdate", "vr:published_time", "date",
)  # fmt: skip
MODIFIED_METAS = (
    "article:modified_time", "og:updated_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "article_date_updated", "revised",
    "article:updated_time", "lastdate", "dcsext.articlelastmodified", "bt:moddate", "updated_time",
    "last_updated_date",
)  # fmt: skip
# Dates of publication are printed within so many elements below the headline.
AFTER_HEADLINE = 60
# A line of dates is built of a few parts; what has more is a piece of the page.
MOST_CHILDREN = 8
# A line of dates with all the white space of its markup.
LONGEST_MARKUP = 4 * LONGEST_LINE
_NO_DATES = frozenset({"figcaption", "figure", "img", "script", "style", "svg"})
# Clocks of servers run ahead of ours by minutes, and a day without a zone may be tomorrow's.
LATE_CLOCK = timedelta(hours=26)
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


def read_page_dates(
    story: Story,
    data: PageData,
    marked: Marked,
    *,
    told: Stamp | None = None,
    feed: tuple[Stamp | None, Stamp | None] = (None, None),
    seen: datetime | None = None,
) -> PageDates:
    """The dates of a page: its JSON-LD, else meta tags, the feed, what it prints, its address.

    A date that a later place gives more precisely for the same day is taken from there. Where two
    places of different kinds agree on another day than the first, they are believed: one place is
    at times filled by the system that moved the page. No page is published or changed after it was
    seen; a change before the publication is none.

    Args:
        story: The story.
        data: What the page's data say.
        marked: What its markup says.
        told: When the page's application says that it was published.
        feed: When the feed says that it was published and changed.
        seen: When the page was fetched (aware), if that is known.
    """
    printed = _printed(story)
    published = [
        read_date(data.linked("datePublished"), Origin.JSON_LD),
        *(read_date(data.metas.get(name, ""), Origin.META) for name in PUBLISHED_METAS),
        told,
        feed[0],
        read_date(data.linked("dateCreated"), Origin.JSON_LD),
        read_date(marked.value("datePublished"), Origin.PAGE_TEXT),
        printed.published,
        read_date(marked.value("dateCreated"), Origin.PAGE_TEXT),
        _from_address(story.address),
    ]
    modified = [
        read_date(data.linked("dateModified"), Origin.JSON_LD),
        *(read_date(data.metas.get(name, ""), Origin.META) for name in MODIFIED_METAS),
        feed[1],
        read_date(marked.value("dateModified"), Origin.PAGE_TEXT),
        printed.modified,
    ]
    first = _agreed(_possible(published, seen))
    last = _agreed(_possible(modified, seen))
    return PageDates(first, last if not (first and last) or last.day >= first.day else None)


def _possible(stamps: Iterable[Stamp | None], seen: datetime | None) -> list[Stamp]:
    """The stamps that are there, without those from after the page was seen."""
    latest = seen + LATE_CLOCK if seen else None
    return [stamp for stamp in stamps if stamp and not (latest and stamp.at > latest)]


def _agreed(given: list[Stamp]) -> Stamp | None:
    """The first of the stamps, unless two of other origins agree on another day.

    Of the stamps of that day it is the one that has the time and the zone.
    """
    if not given:
        return None
    day = given[0].day
    near = {stamp.day for stamp in given if abs(stamp.day - day) <= timedelta(days=1)}
    for other in dict.fromkeys(stamp.day for stamp in given):
        origins = {stamp.origin for stamp in given if stamp.day == other}
        if other not in near and len(origins) > 1 and not _backed(given, near):
            day = other
            break
    same_day = [stamp for stamp in given if stamp.day == day]
    return max(same_day, key=lambda stamp: (not stamp.day_only, stamp.zone_known))


def _backed(given: list[Stamp], days: Set[date]) -> bool:
    """Whether places of more than one kind give one of ``days``."""
    return len({stamp.origin for stamp in given if stamp.day in days}) > 1


def _printed(story: Story) -> PageDates:
    """The dates printed or marked near the headline; the first of each kind."""
    published = modified = None
    for element in near_headline(story, AFTER_HEADLINE):
        if published and modified:
            break
        if not isinstance(element.tag, str) or not _may_date(element) or not story.holds(element):
            continue
        marked = _marked(element)
        if marked and _says_modified(element):
            modified = modified or marked
        elif marked:
            published = published or marked
        elif line := _line(element):
            published = published or line.published
            modified = modified or line.modified
    return PageDates(published, modified)


def _may_date(element: html.HtmlElement) -> bool:
    """Whether an element may hold a date at all, told before it is looked at closely."""
    if element.get("datetime") or element.get("itemprop"):
        return True
    if len(element) > MOST_CHILDREN or element.tag in _NO_DATES:
        return False
    said = "".join(element.itertext())
    return len(said) <= LONGEST_MARKUP and _YEAR.search(said) is not None


def _marked(element: html.HtmlElement) -> Stamp | None:
    """The moment that a ``time`` element or a marked-up date gives to machines."""
    given = element.get("datetime") or ""
    if not given and "date" in (element.get("itemprop") or "").lower():
        given = element.get("content") or element.get("title") or ""
    return read_stamp(given, Origin.PAGE_TEXT)


def _says_modified(element: html.HtmlElement) -> bool:
    said = [element.get("itemprop"), element.get("class"), element.text]
    parent = element.getparent()
    said += [parent.text, parent.get("class")] if parent is not None else []
    return bool(re.search(r"updat|modif", " ".join(filter(None, said)), re.IGNORECASE))


def _line(element: html.HtmlElement) -> DateLine | None:
    if element.find(".//time[@datetime]") is not None:
        return None  # what the element inside says is more exact
    said = words_of(element)
    return read_date_line(said) if len(said) <= LONGEST_LINE and _YEAR.search(said) else None


def _from_address(address: str) -> Stamp | None:
    match = _IN_ADDRESS.search(address)
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"])) if match else None
    except ValueError:
        return None
    return stamp_of_day(day, Origin.ADDRESS) if day else None
