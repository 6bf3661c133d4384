"""What is remembered of sources, pages and addresses from one visit to the next.

Plain values without a database behind them, so that reading this module costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.stored import Source


@dataclass(frozen=True, slots=True)
class Answered:
    """What an address answered last, as far as it is needed to ask it again.

    Attributes:
        url: The address that was asked.
        etag: The ``ETag`` it gave, or "".
        modified: The ``Last-Modified`` it gave, as it was written, or "".
        digest: SHA-256 of the content, in hexadecimal.
        since_full: Requests since the last that brought content.
        lied: When it gave other content under the same validators (aware), or None.
        moved: Where it has moved for good (a redirect that says so), or "".
    """

    url: str
    etag: str = ""
    modified: str = ""
    digest: str = ""
    since_full: int = 0
    lied: datetime | None = None
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Visits:
    """How the visits to one source went, and when the next is due. All times are aware.

    Attributes:
        url: Its address.
        tried: When it was last visited, or None.
        last: When it last answered, or None.
        news: When it last brought an article that was new, or None.
        gap: Its usual time between two new articles, in seconds; None is not known yet.
        next: Before this it need not be visited; None: it may be at any time.
        rest: Until then it asked to be left alone, or None.
        failures: Visits that failed since it last answered.
        failing_since: When the first of them was, or None.
        given_up: When it was given up after failing for long, or None.
    """

    url: str
    tried: datetime | None = None
    last: datetime | None = None
    news: datetime | None = None
    gap: int | None = None
    next: datetime | None = None
    rest: datetime | None = None
    failures: int = 0
    failing_since: datetime | None = None
    given_up: datetime | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A page that a source pointed to. All times are aware.

    Attributes:
        url: The address that is asked.
        article: The address of the article that it holds; "" where none could be had so far.
        source: Name of the source.
        entry: What the source said of it.
        told: A hash of that; it changes when the source says something new.
        first_seen: Of the run that took it in.
        checked: When it was last asked for.
        due: When to look at it again; None: no more.
        gone: Since when it is no longer there, or None.
    """

    url: str
    article: str
    source: str
    entry: Mapping[str, Any]
    told: str
    first_seen: datetime
    checked: datetime
    due: datetime | None = None
    gone: datetime | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A source with what its visits have shown.

    Attributes:
        source: As it is on the list.
        visits: How they went, and when the next is due.
        answered: What its address answered last, or None.
        gone: How many of the pages that it pointed to are no longer there.
    """

    source: Source
    visits: Visits
    answered: Answered | None = None
    gone: int = 0
