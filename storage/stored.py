"""What the store adds to the nouns: when a thing was first seen, what was decided, what a run did.

Plain values without a database behind them, so that reading this module costs nothing.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

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
class EventChange:
    """An article that went from one event to another, because new ones split or merged them.

    Attributes:
        at: When grouping saw it.
        left: Id of the event that it was in.
        joined: Id of the event that it is in since.
        url: Its address; "" where all that was left of an event went.
        why: What joined it, in words.
    """

    at: datetime
    left: str
    joined: str
    url: str
    why: tuple[str, ...]


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
        section: Part of the outlet that its articles stand in, where they do not say; may be empty.
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
    section: str = ""


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
