"""Dates set side by side: a weekday against its date, one event's dates across articles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations

from checkers.compare.values import reference, when_said
from checkers.language.kinds import can_be_one, frames, kinds_in
from checkers.model import (
    Anchor,
    Claim,
    ClaimKind,
    Event,
    Evidence,
    Family,
    Field,
    Grain,
    Member,
    Reason,
    Reconciliation,
    Side,
    When,
)

# Two reports of one happening may fall on either side of midnight: local time against UTC, or
# "Thursday night" against "early Friday".
_MIDNIGHT = timedelta(hours=6)
_ANOTHER_ZONE = timedelta(hours=14)
# Two accounts of one moment may differ by this much in the time of day ("noon", "12:40").
_SAME_HOUR = timedelta(hours=2)
_CLAUSE = re.compile(r"; |\b(?:after|which|but|before)\b")
_FINE = (Grain.DAY, Grain.PART, Grain.MINUTE)


@dataclass(frozen=True, slots=True)
class Dating:
    """When one article says that the event happened."""

    member: Member
    claim: Claim

    @property
    def when(self) -> When:
        """The time it gives."""
        return self.claim.when


def event_datings(event: Event) -> list[Dating]:
    """One dating for each article that is about the event and dates it to the day."""
    found = []
    for member in event.members:
        if not member.about:
            continue
        mention = member.reading.mention(member.mention)
        if mention.when is None:
            continue
        claim = _stating(member, mention.when)
        if claim is not None and _tells_of(claim, member, event.kind):
            found.append(Dating(member, claim))
    return found


def _tells_of(claim: Claim, member: Member, kind: str) -> bool:
    """Whether the dated clause itself tells of the happening: names it, or counts its victims."""
    at = claim.span.start - claim.sentence.start
    start = max((m.end() for m in _CLAUSE.finditer(claim.quote, 0, at)), default=0)
    following = _CLAUSE.search(claim.quote, at)
    end = following.start() if following else len(claim.quote)
    named = [k for _, _, k in kinds_in(claim.quote[start:end]) if k not in frames()]
    if any(can_be_one(k, kind) for k in named):
        return True
    told = claim.sentence.within(claim.sentence.start + start, claim.sentence.start + end)
    return any(c.kind is ClaimKind.COUNT and told.covers(c.span) for c in member.claims())


def _stating(member: Member, when: When) -> Claim | None:
    """The claim in which the article states the time of its main happening."""
    for claim in member.claims():
        if claim.kind is ClaimKind.DATE and claim.value == when:
            return claim
    return None


def compare_datings(event: Event) -> Iterator[tuple[Dating, Dating] | Reconciliation]:
    """Pairs of datings that cannot both stand; a reconciliation for those that only look so."""
    seen: set[tuple[str, str, str]] = set()
    for one, other in combinations(event_datings(event), 2):
        if one.claim.value == other.claim.value:
            continue
        reason = _reason(one, other)
        if reason is None:
            yield one, other
            continue
        key = (reason.value, one.claim.said.lower(), other.claim.said.lower())
        same_day = reason is Reason.COARSER and one.when.written_from == other.when.written_from
        if not same_day and key not in seen:
            seen.add(key)
            yield _reconciled(event, one, other, reason)


def _reason(one: Dating, other: Dating) -> Reason | None:
    a, b = one.when, other.when
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return Reason.UNKNOWN_DATE
    if a.grain not in _FINE or b.grain not in _FINE:
        return Reason.COARSER if _overlap(a, b) else None
    if _overlap(a, b):
        wide = max(a.last - a.first, b.last - b.first) > timedelta(days=1)
        return Reason.WITHIN_PERIOD if wide or Grain.PART in (a.grain, b.grain) else Reason.COARSER
    if _other_reading(a, b):
        return (
            Reason.DATE_ORDER if "/" in one.claim.said + other.claim.said else Reason.AMBIGUOUS_DATE
        )
    if a.zone_stated or b.zone_stated:
        return Reason.TIME_ZONE if _gap(a, b) <= _ANOTHER_ZONE else None
    if Grain.MINUTE in (a.grain, b.grain) and a.grain is b.grain:
        return Reason.COARSER if _gap(a, b) <= _SAME_HOUR else None
    if _gap(a, b) <= _MIDNIGHT and Grain.DAY not in (a.grain, b.grain):
        return Reason.WITHIN_PERIOD
    if _gap(a, b) <= _MIDNIGHT and (_near_midnight(a, b) or _near_midnight(b, a)):
        return Reason.TIME_ZONE
    return None


def _overlap(a: When, b: When) -> bool:
    return _gap(a, b) <= timedelta(0)


def _other_reading(a: When, b: When) -> bool:
    """Whether some other reading of an ambiguous date agrees."""

    def spans(when: When) -> list[tuple[datetime, datetime]]:
        own = [(when.first, when.last)] if when.first and when.last else []
        return [*own, *when.others]

    return any(s[0] <= t[1] and t[0] <= s[1] for s in spans(a) for t in spans(b))


def _gap(a: When, b: When) -> timedelta:
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return timedelta(0)
    return max(a.first - b.last, b.first - a.last)


def _near_midnight(fine: When, day: When) -> bool:
    """Whether the finer time lies within hours of the other day's edge."""
    return fine.grain in (Grain.PART, Grain.MINUTE) and day.grain is Grain.DAY


def _reconciled(event: Event, one: Dating, other: Dating, reason: Reason) -> Reconciliation:
    return Reconciliation(
        family=Family.DAT,
        reason=reason,
        message=f"“{one.claim.said}” ({when_said(one.claim)}) and “{other.claim.said}” "
        f"({when_said(other.claim)}) speak of {written(one.when)} and {written(other.when)}.",
        slot="event-date",
        evidence=(date_evidence(one.claim), date_evidence(other.claim)),
        event=reference(event),
    )


def written(when: When) -> str:
    """A time for a reader: "Thursday 5 March 2026"."""
    if when.first is None or when.last is None:
        return "an unknown date"
    first, last = _day(when.first), _day(when.last)
    if when.grain is Grain.MINUTE:
        return f"{first}, {when.first:%H:%M}"
    if when.grain is Grain.PART:
        until = f"{when.last:%H:%M}" if first == last else f"{when.last:%A %H:%M}"
        return f"{first}, {when.first:%H:%M} to {until}"
    return first if first == last else f"{first} to {last}"


def _day(moment: datetime) -> str:
    return f"{moment:%A} {moment.day} {moment:%B %Y}"


def date_evidence(claim: Claim) -> Evidence:
    """A date as evidence."""
    return Evidence.of(claim, written(claim.when))


def misdated(event: Event) -> Iterator[tuple[tuple[Claim, ...], Member]]:
    """Dates with a weekday that is not theirs, or that no calendar has, copies taken together."""
    groups: dict[tuple[str, str], list[tuple[Claim, Member]]] = {}
    for member in event.members:
        if not member.about:
            continue
        for claim in member.reading.claims_of(ClaimKind.DATE):
            if claim.span.field is Field.METADATA or claim.when.anchor is Anchor.UNKNOWN:
                continue
            if not claim.when.weekday_fits or not claim.when.exists:
                groups.setdefault((claim.said.lower(), ""), []).append((claim, member))
    for found in groups.values():
        yield tuple(claim for claim, _ in found), found[0][1]


def side_of(value: str, claims: tuple[Claim, ...], roots: int = 1) -> Side:
    """One side of a finding about dates."""
    return Side(value, tuple(date_evidence(claim) for claim in claims), roots)
