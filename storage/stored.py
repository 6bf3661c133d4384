"""What the store adds to the nouns: when a thing was first seen, what was decided, what a run did.

Plain values without a database behind them, so that reading this module costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from checkers.model import Article, Event, Finding, Status

ReadState = Literal["unread", "read", "unsupported-language", "failed"]

# Who decides when no person does: a snooze that ends, a resolved finding that is seen again.
AUTOMATIC = "recount"

# Digits of a fingerprint that make a short id; more only where two fingerprints share them.
SHORT = 8


@dataclass(frozen=True, slots=True)
class Saved:
    """An article as the store holds it, its revision counted, and whether that was news."""

    article: Article
    state: Literal["new", "revised", "unchanged"]


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody made of a finding.

    Attributes:
        status: What it became.
        by: A person's name, or ``recount`` for what follows by itself.
        at: When (aware).
        note: Why, in their words; may be empty.
        until: Last day on which a snoozed finding sleeps, else None.
    """

    status: Status
    by: str
    at: datetime
    note: str = ""
    until: date | None = None


@dataclass(frozen=True, slots=True)
class StoredFinding:
    """A finding with its life in the store.

    Attributes:
        finding: As it was last seen.
        status: As it was last decided.
        first_seen: Of the run that met it first (aware, UTC).
        last_seen: Of the run that met it last (aware, UTC).
        until: Last day on which it sleeps, when snoozed, else None.
        decisions: The oldest first.
        short: Its short id where eight digits are not enough, else "".
    """

    finding: Finding
    status: Status
    first_seen: datetime
    last_seen: datetime
    until: date | None = None
    decisions: tuple[Decision, ...] = ()
    short: str = ""

    @property
    def id(self) -> str:
        """The short id that people type; it stays the same for good."""
        return self.short or self.finding.fingerprint[:SHORT]


@dataclass(frozen=True, slots=True)
class Kept:
    """The findings of one save: those never met before, and those known already."""

    new: tuple[Finding, ...]
    known: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class EventSummary:
    """One line of a list of events.

    Attributes:
        event: Without members and without those kept apart.
        articles: Number of articles that are about it.
        mentions: Number of articles that speak of it in passing.
        findings: Number of open and confirmed findings about it.
    """

    event: Event
    articles: int
    mentions: int
    findings: int


@dataclass(frozen=True, slots=True)
class Run:
    """One run, and what came of it; ``ended`` is None for one that was killed or still goes on."""

    id: str
    kind: str
    started: datetime
    ended: datetime | None
    counts: Mapping[str, int]
    failures: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a nightly run looks for articles, and how it last went.

    Attributes:
        name: Unique; what people call it.
        url: Address of the feed, sitemap or page.
        publisher: The outlet, may be empty.
        kind: ``feed``, ``page``, …
        language: Of its articles (``en``), may be empty.
        enabled: False for one that is kept but not visited.
        every_minutes: Least time between two visits.
        added: When it came into the list (aware).
        last_ok: When it last answered (aware), or None.
        failures: Visits that failed since then.
        last_error: Of the last visit that failed, or "".
    """

    name: str
    url: str
    publisher: str = ""
    kind: str = "feed"
    language: str = "en"
    enabled: bool = True
    every_minutes: int = 60
    added: datetime | None = None
    last_ok: datetime | None = None
    failures: int = 0
    last_error: str = ""


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
        article: The address of the article that it holds.
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
class DatabaseStatus:
    """Where a store is, and how far its schema.

    Attributes:
        url: Its address, without password.
        current: Its schema's revision, or None where there is no store yet.
        head: The revision that this version of Recount works with.
        tables: Rows by table; empty where there is no store yet.
    """

    url: str
    current: str | None
    head: str
    tables: Mapping[str, int]
