"""An article: one revision of one page, with every date's origin and every offset's field."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Field(StrEnum):
    """Where in an article a statement stands."""

    # As equality has it; that of an enum is a call into Python, and an article asks it often.
    __hash__ = str.__hash__

    TITLE = "title"
    TEXT = "text"
    CAPTION = "caption"
    CREDIT = "credit"
    METADATA = "metadata"
    URL = "url"


class Origin(StrEnum):
    """Where a date of publication was read."""

    GIVEN = "given"  # a field of a JSON article
    FRONT_MATTER = "front-matter"
    FEED = "feed"
    JSON_LD = "json-ld"
    META = "meta"
    PAGE_TEXT = "page-text"
    ADDRESS = "address"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A moment with where it came from.

    Attributes:
        at: Aware, in the zone in which it was given: "on Friday" is a local day.
        origin: Where it was read.
        day_only: True when only the day was given; the time of ``at`` then means nothing.
        zone_known: False when no zone was given and UTC was put in its place.
    """

    at: datetime
    origin: Origin
    day_only: bool = False
    zone_known: bool = True

    @property
    def day(self) -> date:
        """The local calendar day."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of an article. ``taken`` is kept as given; ``data`` is base64, as it came."""

    url: str = ""
    caption: str = ""
    alt: str = ""
    credit: str = ""
    taken: str = ""
    role: str = ""
    data: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one field of an article.

    Attributes:
        field: Which field.
        start: First character (a Python ``str`` index) of the field as it came in.
        end: One past the last character.
        image: Index of the image whose caption or credit it is, else None.
        key: Name of the metadata entry, else None.
    """

    field: Field
    start: int
    end: int
    image: int | None = None
    key: str | None = None

    def within(self, start: int, end: int) -> Span:
        """Another stretch of the same field."""
        return Span(self.field, start, end, self.image, self.key)

    def covers(self, other: Span) -> bool:
        """Whether ``other`` lies inside this stretch."""
        return (
            (self.field, self.image, self.key) == (other.field, other.image, other.key)
            and self.start <= other.start
            and other.end <= self.end
        )


@dataclass(frozen=True, slots=True)
class Article:
    """One revision of one page, as it came in.

    Readers work on a copy normalised one character for one, so every offset holds here too.

    Attributes:
        url: Address, canonical; a file goes by its ``file:`` address.
        text: Paragraphs separated by blank lines.
        published: When it first appeared; None is unknown and never guessed.
        modified: When the page says it was last changed.
        fetched: When we read it (aware), or None.
        revision: From 1, in the order of fetching.
        status: HTTP status it came with.
        metadata: Further strings of the page, which are statements too.
    """

    url: str
    text: str
    title: str = ""
    published: Stamp | None = None
    modified: Stamp | None = None
    fetched: datetime | None = None
    publisher: str = ""
    author: str = ""
    language: str = ""
    section: str = ""
    guid: str = ""
    images: tuple[Image, ...] = ()
    metadata: Mapping[str, str] = field(default_factory=dict)
    status: int = 200
    revision: int = 1

    @property
    def digest(self) -> str:
        """A hash of what the page states: the same for a page fetched again unchanged."""
        content = [
            self.url,
            self.title,
            self.text,
            self.published.at.isoformat() if self.published else "",
            [[i.url, i.caption, i.alt, i.credit, i.taken, i.data] for i in self.images],
            sorted(self.metadata.items()),
            self.status,
        ]
        return hashlib.sha256(json.dumps(content).encode()).hexdigest()

    @property
    def key(self) -> str:
        """Names this revision: address and number."""
        return f"{self.url}#{self.revision}"

    def value(self, span: Span) -> str:
        """The whole field that ``span`` points into."""
        match span.field:
            case Field.TITLE:
                return self.title
            case Field.TEXT:
                return self.text
            case Field.URL:
                return self.url
            case Field.METADATA:
                return self.metadata[span.key or ""]
            case Field.CAPTION:
                return self.images[span.image or 0].caption
            case Field.CREDIT:
                return self.images[span.image or 0].credit

    def words(self, span: Span) -> str:
        """The words at ``span``."""
        return self.value(span)[span.start : span.end]

    def fields(self) -> Iterator[Span]:
        """Every field that holds text, each as a span over the whole of it, title first."""
        if self.title:
            yield Span(Field.TITLE, 0, len(self.title))
        if self.text:
            yield Span(Field.TEXT, 0, len(self.text))
        for index, image in enumerate(self.images):
            if image.caption:
                yield Span(Field.CAPTION, 0, len(image.caption), image=index)
            if image.credit:
                yield Span(Field.CREDIT, 0, len(image.credit), image=index)
        for key, value in self.metadata.items():
            if value:
                yield Span(Field.METADATA, 0, len(value), key=key)
