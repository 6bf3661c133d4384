"""Mentions and events: a happening in one article, and across articles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from checkers.model.article import Article
from checkers.model.claim import Claim, ClaimKind, Place, When


@dataclass(frozen=True, slots=True)
class Figure:
    """An article's own total of one measure for one happening; None leaves a side open."""

    low: float | None
    high: float | None

    @property
    def exact(self) -> bool:
        """Whether it is one number."""
        return self.low is not None and self.low == self.high


@dataclass(frozen=True, slots=True)
class Mention:
    """One happening spoken of in one article.

    Attributes:
        id: Unique in its article ("m1"); the main one is always "m1".
        kind: Kind of happening, from the order of kinds in ``seeds/words/kinds.toml``.
        when: When it happened, or None.
        places: Where, most specific first.
        background: True when it is not what the article is about.
        figures: Measure to the article's total for it.
        terms: Salient words (lower-case lemmas and names) that support grouping.
        title: A few words that name it for a reader.
        hypothetical: True for drills, forecasts, fiction.
    """

    id: str
    kind: str
    when: When | None = None
    places: tuple[Place, ...] = ()
    background: bool = False
    figures: Mapping[str, Figure] = field(default_factory=dict)
    terms: tuple[str, ...] = ()
    title: str = ""
    hypothetical: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything read in one revision of an article: what a rule on a single article looks at.

    Attributes:
        article: The revision.
        claims: In the order of the fields, then of the text.
        mentions: The main one first.
        unsupported: The language, when it is one that the readers do not know, else "".
        not_news: Why this is no report ("satire", "drill"), else "".
        wire: The agency whose report it repeats, as credited in the text, else "".
        corrections: Sentences in which the outlet corrects itself.
        page: What came in the article's place ("a consent wall", "taken down"), else "".
    """

    article: Article
    claims: tuple[Claim, ...] = ()
    mentions: tuple[Mention, ...] = ()
    unsupported: str = ""
    not_news: str = ""
    wire: str = ""
    corrections: tuple[str, ...] = ()
    page: str = ""

    def claims_of(self, kind: ClaimKind) -> Iterator[Claim]:
        """Claims of one kind, in the order of the text."""
        return (claim for claim in self.claims if claim.kind is kind)

    def mention(self, mention_id: str) -> Mention:
        """The mention of that id.

        Raises:
            KeyError: there is none.
        """
        for mention in self.mentions:
            if mention.id == mention_id:
                return mention
        raise KeyError(mention_id)


@dataclass(frozen=True, slots=True)
class Member:
    """A mention that belongs to an event, with why.

    Attributes:
        reading: The article's reading, whole.
        mention: Id of the mention in it.
        joined_by: What joined it, in words ("same day and city: Kabul, 30 August 2021").
        root: Name of the independent source: copies of one text share it.
    """

    reading: Reading
    mention: str
    joined_by: tuple[str, ...] = ()
    root: str = ""

    @property
    def about(self) -> bool:
        """Whether the article is about the event, not only speaks of it in passing."""
        return not self.reading.mention(self.mention).background

    def claims(self) -> Iterator[Claim]:
        """The article's claims about this event."""
        return (claim for claim in self.reading.claims if claim.mention == self.mention)


@dataclass(frozen=True, slots=True)
class Apart:
    """An event that was considered the same and is not, with what kept the two apart."""

    event: Event
    why: str


@dataclass(frozen=True, slots=True)
class Event:
    """The mentions, across articles, of one happening: what a rule on events looks at.

    Attributes:
        id: Stable while articles join; never part of a fingerprint.
        kind: Most specific kind that its mentions agree on.
        when: The stretch of time its main mentions leave for it, or None.
        places: Where, most specific first.
        members: Mentions, the first published first.
        apart: Events that look alike and were kept apart (without their own ``apart``).
    """

    id: str
    kind: str
    title: str = ""
    when: When | None = None
    places: tuple[Place, ...] = ()
    members: tuple[Member, ...] = ()
    apart: tuple[Apart, ...] = ()

    @property
    def place(self) -> str:
        """The most specific place name, or ""."""
        return self.places[0].name if self.places else ""


@dataclass(frozen=True, slots=True)
class PictureUse:
    """One appearance of a picture or of its caption in an article."""

    reading: Reading
    image: int
    event: Event | None = None


@dataclass(frozen=True, slots=True)
class PictureUses:
    """Every use of one picture or caption, first published first: what a picture rule looks at."""

    key: str
    uses: tuple[PictureUse, ...]
