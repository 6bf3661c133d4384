"""One article's figures for one event, ready to be set beside another's."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from checkers.compare.values import key_of
from checkers.model import Claim, ClaimKind, Count, Event, Field, Hedge, Member, Role, Voice

_STATING = (Field.TITLE, Field.TEXT)


@dataclass(frozen=True, slots=True)
class Report:
    """What one article says of one measure of one event.

    Attributes:
        member: The article's part in the event.
        totals: Its totals, the one that stands for it first; never empty.
        claims: All its counts about the event, of every measure.
    """

    member: Member
    totals: tuple[Claim, ...]
    claims: tuple[Claim, ...]

    @property
    def best(self) -> Claim:
        """The total that stands for the article."""
        return self.totals[0]

    @property
    def root(self) -> str:
        """Name of the independent source behind it."""
        return self.member.root or self.member.reading.article.url

    @property
    def at(self) -> datetime | None:
        """When it says so: publication, or the time of the entry on a live page."""
        if self.best.as_of is not None:
            return self.best.as_of
        published = self.member.reading.article.published
        return published.at if published else None

    @property
    def day_only(self) -> bool:
        """Whether only the day of ``at`` is known."""
        published = self.member.reading.article.published
        return bool(published and published.day_only)

    @property
    def signature(self) -> tuple[str, ...]:
        """The same for articles that give the same totals."""
        return tuple(sorted({f"{c.count.group} {key_of(c.count)}" for c in self.totals}))

    def parts(self, measure: str) -> list[Count]:
        """The counts of a measure that the article gives as parts of something."""
        return [
            c.count for c in self.claims if c.count.measure == measure and c.count.role is Role.PART
        ]

    def earlier_figures(self, measure: str) -> list[Claim]:
        """The figures that the article itself calls earlier ones."""
        return [
            c for c in self.claims if c.count.measure == measure and c.count.role is Role.PREVIOUS
        ]

    def total_of(self, measure: str) -> Count | None:
        """The total of another measure, or None."""
        found = totals_among(self.claims, measure, None)
        return found[0].count if found else None


def slots(event: Event) -> list[tuple[str, str | None]]:
    """The (measure, action) pairs that articles of the event count, in a fixed order."""
    found = {
        (
            claim.count.measure,
            None if claim.count.measure in _PEOPLE_ACTIONS else claim.count.action,
        )
        for member in event.members
        for claim in _counts(member)
    }
    return sorted(found, key=lambda slot: (slot[0], slot[1] or ""))


# For people the verb is the measure; "treated" only says how the injured were counted.
_PEOPLE_ACTIONS = frozenset({"injured", "killed"})


def reports(event: Event, measure: str, action: str | None) -> list[Report]:
    """The reports that give a total of this measure, the first published first."""
    found = []
    for member in event.members:
        claims = tuple(_counts(member))
        totals = totals_among(claims, measure, action)
        if totals:
            found.append(Report(member, tuple(totals), claims))
    return found


def _counts(member: Member) -> Iterable[Claim]:
    return (claim for claim in member.claims() if claim.kind is ClaimKind.COUNT)


def totals_among(claims: Iterable[Claim], measure: str, action: str | None) -> list[Claim]:
    """The totals of a measure that the outlet states or quotes, the most telling first."""
    own = [
        claim
        for claim in claims
        if claim.count.measure == measure
        and (action is None or claim.count.action == action)
        and is_total(claim)
    ]
    plural = [c for c in own if c.count.style != "article"]
    return sorted(plural or own, key=_weight)


def is_total(claim: Claim) -> bool:
    """Whether a count speaks for the whole happening in the outlet's voice or a quoted one."""
    count = claim.count
    return (
        count.role in (Role.TOTAL, Role.ORDINAL)
        and claim.voice in (Voice.OUTLET, Voice.QUOTED)
        and not count.campaign
        and count.action != "treated"
        and claim.span.field in _STATING
        and not (count.low is None and count.high is None)
    )


# Groups that are more often some of those counted than all of them.
_PART_OF_THE_DEAD = frozenset(
    {"attackers", "police", "soldiers", "children", "firefighters", "crew"}
)


def _weight(claim: Claim) -> tuple[float, int, int, float, bool, int]:
    """Order of totals, the most telling first.

    The latest entry of a live page, plain numbers before vague ones, everybody before a group,
    great before small, the text's sentence before the headline.
    """
    count = claim.count
    vague = {Hedge.VAGUE: 2, Hedge.UP_TO: 1}.get(count.hedge, 0)
    general = 1 if count.group in _PART_OF_THE_DEAD else 0
    latest = -claim.as_of.timestamp() if claim.as_of else 0.0
    return latest, vague, general, -count.size, claim.span.field is Field.TITLE, claim.span.start
