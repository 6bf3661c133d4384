"""Claims: what an article states, each with its words, its speaker and its voice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from checkers.model.article import Article, Span


class ClaimKind(StrEnum):
    """What a claim states."""

    COUNT = "count"
    DATE = "date"
    PLACE = "place"
    CAUSE = "cause"
    RESPONSIBILITY = "responsibility"
    QUOTATION = "quotation"
    PERSON = "person"
    CAPTION = "caption"


class Voice(StrEnum):
    """In which voice a claim is made."""

    OUTLET = "outlet"
    QUOTED = "quoted"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"


class Hedge(StrEnum):
    """How a number is softened; ``NONE`` is a count of nobody ("no one")."""

    EXACT = "exact"
    AT_LEAST = "at least"
    UP_TO = "up to"
    ABOUT = "about"
    BETWEEN = "between"
    VAGUE = "vague"
    NONE = "none"


class Role(StrEnum):
    """What part a figure plays in its article's account."""

    TOTAL = "total"
    PART = "part"  # "including two children"
    INCREMENT = "increment"  # "three more bodies"
    PREVIOUS = "previous"  # "rose from 12"
    ORDINAL = "ordinal"  # "the 12th victim"


@dataclass(frozen=True, slots=True)
class Count:
    """A number of people or things, or a measured amount, as a closed interval.

    Attributes:
        measure: ``killed``, ``injured``, … or the counted noun's lemma (``rocket``).
        group: Whom or what it counts (``people``, ``civilians``, ``rockets``, …).
        low: Least number the words allow; None when they set no lower bound.
        high: Greatest number the words allow; None for "at least".
        hedge: How the words soften it.
        role: Total, part, increment, previous value or ordinal.
        unit: Unit of a measured amount (``km``, ``hectare``), else None.
        campaign: True for the total of a war, a season, a year.
        noun: The counted words as written ("worshippers"), lower case; may be empty.
        place: The place inside the event to which the words restrict it, else None.
        style: How the number was written: ``digits``, ``words``, ``lakh``, ``dozen``, ``article``,
            ``sum``, ``fraction``, ``continental``, ``script``, ``typo``, ``none``.
        action: The verb that tells apart uses of one noun (``fired``, ``intercepted``), else None.
        point: The number as written, before its hedge widened it; None for "dozens".
        whole: For a part, the words of the whole it belongs to ("Seven people"), else None.
        includes_attackers: True when the words say that attackers are counted too.
    """

    measure: str
    group: str
    low: float | None
    high: float | None
    hedge: Hedge = Hedge.EXACT
    role: Role = Role.TOTAL
    unit: str | None = None
    campaign: bool = False
    noun: str = ""
    place: str | None = None
    style: str = "digits"
    action: str | None = None
    point: float | None = None
    whole: str | None = None
    includes_attackers: bool = False

    @property
    def size(self) -> float:
        """The number as written, else the nearest bound: what counts are ordered by."""
        if self.point is not None:
            return self.point
        return self.low if self.low is not None else (self.high or 0)

    def overlaps(self, other: Count) -> bool:
        """Whether one true number could satisfy both intervals."""
        low, high = self.low or 0, self.high
        other_low, other_high = other.low or 0, other.high
        return (high is None or other_low <= high) and (other_high is None or low <= other_high)


class Grain(StrEnum):
    """How precisely a time is given."""

    YEAR = "year"
    MONTH = "month"
    WEEK = "week"
    DAY = "day"
    PART = "part"  # a part of a day: "overnight", "Friday evening"
    MINUTE = "minute"


class Anchor(StrEnum):
    """What a time expression was resolved against."""

    ABSOLUTE = "absolute"  # day, month and year are in the words
    PUBLICATION = "publication"
    DATELINE = "dateline"
    CONTEXT = "context"  # another date of the same text: "two days later"
    UNKNOWN = "unknown"  # not resolved: first and last are None


@dataclass(frozen=True, slots=True)
class When:
    """A stretch of time, both ends included, in the article's local time.

    Attributes:
        first: Start (aware), or None where it could not be resolved.
        last: End (aware, the last second that still belongs to it), or None.
        grain: How precisely it was given.
        anchor: What it was resolved against.
        weekday: The weekday as written ("Thursday"), or None.
        weekday_fits: False when the words name a weekday that is not that date's.
        exists: False for a date that no calendar has (31 November).
        others: Further readings ("last Friday"), as (first, last) pairs.
        zone_stated: True when the words name the zone ("0430 GMT").
        about: "about 7:40": a time of day given as approximate.
        told: ``past`` or ``future``, by the tense of the words around it; "" where nothing shows.
    """

    first: datetime | None
    last: datetime | None
    grain: Grain
    anchor: Anchor
    weekday: str | None = None
    weekday_fits: bool = True
    exists: bool = True
    others: tuple[tuple[datetime, datetime], ...] = ()
    zone_stated: bool = False
    about: bool = False
    told: str = ""

    @property
    def written_from(self) -> str | None:
        """``first`` as ISO: a date for whole days, a time for anything finer."""
        return self._written(self.first)

    @property
    def written_to(self) -> str | None:
        """``last`` as ISO: a date for whole days, a time for anything finer."""
        return self._written(self.last)

    def _written(self, moment: datetime | None) -> str | None:
        if moment is None:
            return None
        if self.grain in (Grain.PART, Grain.MINUTE):
            return moment.isoformat(timespec="minutes")
        return moment.date().isoformat()


class PlaceRole(StrEnum):
    """What a named place has to do with what is told."""

    EVENT = "event"
    DATELINE = "dateline"
    HOSPITAL = "hospital"
    SEAT = "seat"  # a government spoken of by its capital
    ORIGIN = "origin"  # where somebody comes from or was going
    DISTANCE = "distance"  # "30 km north of Dorrin"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Place:
    """A named place.

    Attributes:
        name: As written, without articles and prepositions.
        key: Lower-case canonical name, the same for all its aliases; places compare by it.
        type: ``country``, ``region``, ``city``, ``site`` (a building, street, square) or
            ``unknown``.
        inside: Keys of the places that hold it, nearest first ("kabul", "afghanistan").
        role: What it has to do with the event.
        known: True when a gazetteer has it, False when its name was read from the text by pattern.
    """

    name: str
    key: str
    type: str = "unknown"
    inside: tuple[str, ...] = ()
    role: PlaceRole = PlaceRole.OTHER
    known: bool = False


@dataclass(frozen=True, slots=True)
class Statement:
    """A claim whose value is words: a cause, who is responsible, a quotation, a person.

    Attributes:
        value: Canonical form, which is what gets compared (``gas leak``, ``islamic state``).
        status: State of it: ``claimed``, ``blamed``, ``denied``, ``suspected``, …; may be empty.
        subject: What or whom it is about; may be empty.
    """

    value: str
    status: str = ""
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """What the caption of a picture says of itself.

    Attributes:
        image: Index of the picture in its article.
        file_photo: True when it declares the picture old, illustrative or drawn.
        repeated: True when the page prints it more than once.
    """

    image: int
    file_photo: bool = False
    repeated: bool = False


Value = Count | When | Place | Statement | Caption


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of an article.

    Attributes:
        kind: What it states.
        article: The revision that makes it.
        span: The words that carry the value ("said").
        sentence: The sentence, headline or caption around them ("quote").
        value: What is stated.
        attributed_to: Who says so, as named in the text, or None.
        voice: The outlet's own words, quoted, denied or hypothetical.
        mention: Id of the happening in this article it speaks of, or None.
        background: True when that happening is not what the article is about.
        as_of: When the statement holds (aware), from the text, or None: the article's own time.
        uncertain: Why the reading is doubtful ("suspected typo"), or "" when it is not.
    """

    kind: ClaimKind
    article: Article
    span: Span
    sentence: Span
    value: Value
    attributed_to: str | None = None
    voice: Voice = Voice.OUTLET
    mention: str | None = None
    background: bool = False
    as_of: datetime | None = None
    uncertain: str = ""

    @property
    def said(self) -> str:
        """The words that carry the value."""
        return self.article.words(self.span)

    @property
    def quote(self) -> str:
        """The sentence, headline or caption that states it."""
        return self.article.words(self.sentence)

    @property
    def count(self) -> Count:
        """The value of a ``count`` claim."""
        assert isinstance(self.value, Count), self.kind
        return self.value

    @property
    def when(self) -> When:
        """The value of a ``date`` claim."""
        assert isinstance(self.value, When), self.kind
        return self.value

    @property
    def place(self) -> Place:
        """The value of a ``place`` claim."""
        assert isinstance(self.value, Place), self.kind
        return self.value
