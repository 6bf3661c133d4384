"""The two outcomes of comparing: findings, and the reasons why a difference is not one."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from checkers.model.article import Span
from checkers.model.claim import Claim


class Severity(StrEnum):
    """How much a reader would be misled."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """3 for high, 1 for low, so that severities can be compared."""
        return {Severity.HIGH: 3, Severity.MEDIUM: 2, Severity.LOW: 1}[self]


class Family(StrEnum):
    """What kind of statement is at odds."""

    CAS = "CAS"
    NUM = "NUM"
    DAT = "DAT"
    CAP = "CAP"
    QUO = "QUO"
    PLA = "PLA"
    CAU = "CAU"
    RSP = "RSP"
    NAM = "NAM"
    STL = "STL"
    EDT = "EDT"


class Reason(StrEnum):
    """Why two statements that differ are not at odds: the closed list of the contract."""

    DIFFERENT_EVENT = "different-event"
    DIFFERENT_GROUP = "different-group"
    CAMPAIGN_TOTAL = "campaign-total"
    SUBSET = "subset"
    SUM = "sum"
    WITHIN_BOUNDS = "within-bounds"
    ROUNDING = "rounding"
    NUMBER_FORMAT = "number-format"
    DERIVED = "derived"
    UNIT_CONVERSION = "unit-conversion"
    OTHER_SCALE = "other-scale"
    PERPETRATORS = "perpetrators"
    CAUSE_SCOPE = "cause-scope"
    TOLL_GREW = "toll-grew"
    OFFICIAL_REVISION = "official-revision"
    CORRECTED = "corrected"
    SAME_SOURCE = "same-source"
    DISPUTED = "disputed"
    DENIED = "denied"
    HYPOTHETICAL = "hypothetical"
    COARSER = "coarser"
    WITHIN_PERIOD = "within-period"
    TIME_ZONE = "time-zone"
    DATE_ORDER = "date-order"
    UNKNOWN_DATE = "unknown-date"
    CONTAINED_PLACE = "contained-place"
    PLACE_ALIAS = "place-alias"
    DIFFERENT_ROLE = "different-role"
    NAME_VARIANT = "name-variant"
    MORE_SPECIFIC = "more-specific"
    SUPERSEDED = "superseded"
    EARLIER_ENTRY = "earlier-entry"
    NOT_NEWS = "not-news"
    TOO_UNCERTAIN = "too-uncertain"
    TYPOGRAPHY = "typography"
    EXTRACT = "extract"
    TRANSLATED = "translated"
    REPORTED_SPEECH = "reported-speech"
    DIFFERENT_UTTERANCE = "different-utterance"
    DIFFERENT_PERSON = "different-person"
    ROLE_AT_TIME = "role-at-time"
    AGENT_OMITTED = "agent-omitted"
    FILE_PHOTO = "file-photo"
    GENERIC_IMAGE = "generic-image"
    SAME_EVENT = "same-event"
    UNRELIABLE_METADATA = "unreliable-metadata"
    DECLARED_REPUBLICATION = "declared-republication"
    SYNDICATED = "syndicated"
    TEMPLATE = "template"
    PAGE_FURNITURE = "page-furniture"
    LAYOUT_CHANGE = "layout-change"
    FETCH_PROBLEM = "fetch-problem"
    HEADLINE_TEST = "headline-test"
    MIGRATION = "migration"
    SAME_ARTICLE = "same-article"
    ATTRIBUTION_ADDED = "attribution-added"
    OTHER_CALENDAR = "other-calendar"
    AMBIGUOUS_DATE = "ambiguous-date"


class Status(StrEnum):
    """What a person, or a later reading, decided about a finding."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    SNOOZED = "snoozed"
    RESOLVED = "resolved"


@dataclass(frozen=True, slots=True)
class Evidence:
    """A quotation and where to find it.

    Attributes:
        url: Address of the article.
        publisher: Its outlet, may be empty.
        published: When it was published (aware), or None.
        revision: Which revision of it, from 1.
        span: The words that carry the value.
        quote: The sentence, headline or caption that states it.
        said: The words at ``span``.
        value: The normalised value, for a reader ("killed: 12").
        attributed_to: Who says so, or None.
    """

    url: str
    publisher: str
    published: datetime | None
    revision: int
    span: Span
    quote: str
    said: str
    value: str
    attributed_to: str | None = None

    @classmethod
    def of(cls, claim: Claim, value: str) -> Evidence:
        """A claim, cut down to what a reader needs to verify it."""
        article = claim.article
        return cls(
            url=article.url,
            publisher=article.publisher,
            published=article.published.at if article.published else None,
            revision=article.revision,
            span=claim.span,
            quote=claim.quote,
            said=claim.said,
            value=value,
            attributed_to=claim.attributed_to,
        )


@dataclass(frozen=True, slots=True)
class Side:
    """One of the statements at odds, with everyone who makes it.

    Attributes:
        value: Normalised, the same however it was worded ("12", "2021-08-30").
        evidence: Who says so, the first to publish first; copies and revisions included.
        roots: Number of independent sources among them.
    """

    value: str
    evidence: tuple[Evidence, ...]
    roots: int = 1


@dataclass(frozen=True, slots=True)
class EventRef:
    """An event as a finding names it; ``first`` and ``last`` are ISO dates or ""."""

    id: str
    title: str
    kind: str
    place: str
    first: str = ""
    last: str = ""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Statements that cannot both stand and for which no reason was found: what a rule reports.

    Attributes:
        severity: How much a reader would be misled.
        message: One sentence that says what differs, who says what, and since when.
        slot: What was compared, normalised ("killed").
        sides: One side where an article contradicts itself in one sentence, else two or more.
        event: The event it is about, or None.
        confidence: How sure the reading is, 0 to 1.
    """

    severity: Severity
    message: str
    slot: str
    sides: tuple[Side, ...]
    event: EventRef | None = None
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class Finding:
    """One inconsistency, with the quotations that show it.

    Attributes:
        code: The rule's code (``CAS101``).
        family: First letters of the code.
        title: The rule's title.
        severity: How much a reader would be misled.
        confidence: How sure the reading is, 0 to 1.
        message: One sentence that says what differs, who says what, and since when.
        slot: What was compared, normalised ("killed|people").
        sides: One side where an article contradicts itself in one sentence, else two or more.
        event: The event it is about, or None.
    """

    code: str
    family: Family
    title: str
    severity: Severity
    confidence: float
    message: str
    slot: str
    sides: tuple[Side, ...]
    event: EventRef | None = None

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """All quotations, side by side."""
        return tuple(item for side in self.sides for item in side.evidence)

    @property
    def roots(self) -> tuple[int, ...]:
        """Number of independent sources of each side."""
        return tuple(side.roots for side in self.sides)

    @property
    def fingerprint(self) -> str:
        """The same for the same rule, slot, values and first articles, on every run."""
        sides = sorted(f"{side.value} {side.evidence[0].url}" for side in self.sides)
        return hashlib.sha256("\n".join([self.code, self.slot, *sides]).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """Two statements that differ, and why that is not an inconsistency."""

    family: Family
    reason: Reason
    message: str
    slot: str
    evidence: tuple[Evidence, ...]
    event: EventRef | None = None

    @property
    def fingerprint(self) -> str:
        """The same for the same reason, slot and statements, on every run."""
        rows = sorted(f"{e.value} {e.url}#{e.revision} {e.span.field}" for e in self.evidence)
        parts = [self.family.value, self.reason.value, self.slot, *rows]
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()


Outcome = Finding | Reconciliation
