"""One article's figures for one event, ready to be set beside another's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from checkers.compare.values import key_of, listed
from checkers.model import (
    Claim,
    ClaimKind,
    Count,
    Event,
    Field,
    Figure,
    Hedge,
    Member,
    Role,
    Voice,
)

_STATING = (Field.TITLE, Field.TEXT)
FATALLY = re.compile(r"\b(?:fatally|mortally)\b", re.IGNORECASE)
_KNOWN = ("the ", "his ", "her ", "their ")
OTHERS = re.compile(r"\b(?:other|others|more|additional)\b", re.IGNORECASE)


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
        totals = _worked_out_first(member, measure, totals_among(claims, measure, action))
        if totals:
            found.append(Report(member, tuple(totals), claims))
    return found


def _worked_out_first(member: Member, measure: str, totals: list[Claim]) -> list[Claim]:
    """The totals with those first that give what the article's figures come to, all in all."""
    figure = member.reading.mention(member.mention).figures.get(measure)
    if figure is None or measure not in _TOLLS or any(c.as_of is not None for c in totals):
        return totals
    if measure == "injured" and not any(_comes_to(c, figure) for c in totals):
        totals = [*totals, *_headed_patients(member, figure)]
        totals += _wounded_otherwise(member.claims())
    if not figure.exact or any(_comes_to(c, figure) for c in totals):
        return sorted(totals, key=lambda claim: not _comes_to(claim, figure))
    return []  # what its words come to is in none of them: no quotation would show it


def _headed_patients(member: Member, figure: Figure) -> Iterator[Claim]:
    """Those in hospital whom the headline counts, as the article gives them all in all."""
    patients = [c for c in _counts(member) if _speaks_for_all(c) and c.count.action == "treated"]
    headed = {c.count.point for c in patients if c.span.field is Field.TITLE}
    for claim in patients:
        count = claim.count
        if count.point in headed and (count.low, count.high) == (figure.low, figure.high):
            yield claim


_TOLLS = frozenset({"killed", "injured", "shot"})


def _comes_to(claim: Claim, figure: Figure) -> bool:
    given = claim.count.hedge in (Hedge.EXACT, Hedge.NONE, Hedge.BETWEEN)
    return figure.exact and given and claim.count.point == figure.low


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
    if not plural and measure == "injured":
        plural = list(_wounded_otherwise(claims))
    return sorted(plural or own, key=_weight)


def _wounded_otherwise(claims: Iterable[Claim]) -> Iterator[Claim]:
    """The wounded where nobody is called injured: those in hospital, else those shot who lived."""
    counts = [c for c in claims if c.kind is ClaimKind.COUNT and c.count.point is not None]
    whole = [c for c in counts if _speaks_for_all(c)]
    treated = (c for c in whole if c.count.action == "treated")
    yield from (c for c in treated if is_of_victims(c) or _is_with_wounds(c))
    killed = max((c.count.size for c in whole if c.count.measure == "killed"), default=0)
    for claim in counts:
        count = claim.count
        if count.measure != "shot" or count.hedge is not Hedge.EXACT:
            continue
        if _beside_the_dead(claim):
            yield replace(claim, value=replace(count, measure="injured", role=Role.TOTAL))
        elif claim in whole and count.size > killed + 1 and not _spoken_of(claim):
            lived = count.size - killed
            # "Four shot, one killed" leaves open whether the one is among the four.
            hedge = Hedge.BETWEEN if killed else Hedge.EXACT
            wounded = replace(count, measure="injured", low=lived, point=lived, hedge=hedge)
            yield replace(claim, value=wounded)


_WITH_WOUNDS = re.compile(r"\bwith (?:[\w-]+ ){0,2}(?:injur(?:y|ies)|wounds?)\b")


def _is_with_wounds(claim: Claim) -> bool:
    """As in "eight people were taken to Vell General with injuries": not "for observation"."""
    text = claim.article.text if claim.span.field is Field.TEXT else ""
    after = text[claim.span.end : claim.sentence.end]
    return claim.count.group == "people" and bool(_WITH_WOUNDS.search(after))


def _spoken_of(claim: Claim) -> bool:
    """As in "the woman and her son had been shot": known to the reader, and not all there were."""
    return claim.count.style == "sum" and claim.said.lower().startswith(_KNOWN)


def _beside_the_dead(claim: Claim) -> bool:
    """As in "five other people were also shot": the dead told of before are not among them."""
    told = claim.voice is Voice.OUTLET and claim.span.field in _STATING
    role = claim.count.role in (Role.TOTAL, Role.INCREMENT) and claim.count.style != "article"
    return told and role and bool(OTHERS.search(claim.said))


def is_total(claim: Claim) -> bool:
    """Whether a count speaks for the whole happening in the outlet's voice or a quoted one."""
    return _speaks_for_all(claim) and claim.count.action != "treated"


def _speaks_for_all(claim: Claim) -> bool:
    count = claim.count
    return (
        count.role in (Role.TOTAL, Role.ORDINAL)
        and claim.voice in (Voice.OUTLET, Voice.QUOTED)
        and not count.campaign
        and claim.span.field in _STATING
        and not (count.low is None and count.high is None)
    )


_DEFINITE = re.compile(r"\b(?:all|the)(?: other| remaining)?\s+$", re.IGNORECASE)


def is_of_victims(claim: Claim) -> bool:
    """Whether the words are of the victims as such: "all six", "the seven victims"."""
    before = claim.article.text[: claim.span.start]
    return claim.count.noun in ("victims", "victim") or bool(_DEFINITE.search(before))


def is_of_all(whole: Count, count: Count) -> bool:
    """Whether a total is of all those that another count is among: "two men" is not."""
    if whole.group == "people" and whole.noun in listed("anybody"):
        return True
    either_sex = whole.noun == count.noun or whole.noun in listed("youths")
    return count.group == whole.group and either_sex


# Groups that are more often some of those counted than all of them.
_PART_OF_THE_DEAD = frozenset(
    {"attackers", "police", "soldiers", "children", "firefighters", "crew"}
)


def _weight(claim: Claim) -> tuple[bool, float, int, bool, int, float, bool, int]:
    """Order of totals, the most telling first.

    The latest entry of a live page that counts more than "two others", plain numbers before
    vague ones, the outlet's own before quoted ones, everybody before a group, great before small,
    the text's sentence before the headline.
    """
    count = claim.count
    vague = {Hedge.VAGUE: 2, Hedge.UP_TO: 1}.get(count.hedge, 0)
    general = 1 if count.group in _PART_OF_THE_DEAD else 0
    latest = -claim.as_of.timestamp() if claim.as_of else 0.0
    others = claim.as_of is not None and bool(OTHERS.search(claim.said))
    return (
        others,
        latest,
        vague,
        claim.voice is Voice.QUOTED,
        general,
        -count.size,
        claim.span.field is Field.TITLE,
        claim.span.start,
    )
