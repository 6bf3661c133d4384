"""Figures that look comparable and are not: of other happenings, of a war, denied, imagined."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.compare.counts import family_of
from checkers.compare.growth import put_right
from checkers.compare.report import totals_among
from checkers.compare.values import counted, evidence_of, reference, who_says
from checkers.language.genre import is_correction
from checkers.model import (
    Claim,
    ClaimKind,
    Event,
    Member,
    Reason,
    Reconciliation,
    Role,
    Voice,
)

_MOST_FOR_ONE_ARTICLE = 4


def set_aside(event: Event, measures: frozenset[str]) -> Iterator[Reconciliation]:
    """For each figure that was kept out of the comparison, the figure it differs from and why."""
    own = _event_totals(event, measures)
    seen: set[tuple[Reason, str, str]] = set()
    for member in event.members:
        kept = 0
        for claim, reason in _kept_out(member, measures):
            total = _whole_of(member, claim) or own.get(claim.count.measure)
            if total is None and reason is Reason.HYPOTHETICAL:
                total = _imagined_elsewhere(event, claim)
            if total is None or kept >= _MOST_FOR_ONE_ARTICLE:
                continue
            alike = claim.count.low == total.count.low and claim.count.high == total.count.high
            # That three died and that three did not are at odds, though the figures are alike.
            if alike and reason is not Reason.DENIED:
                continue
            if reason is Reason.HYPOTHETICAL and _is_believed(claim) and _leaves_room(claim, total):
                reason = Reason.WITHIN_BOUNDS
            if reason is Reason.TOLL_GREW and put_right(claim, total, event.kind):
                reason = Reason.OFFICIAL_REVISION
            key = (reason, claim.count.measure, claim.said)
            if key in seen:
                continue
            seen.add(key)
            kept += 1
            yield _aside(event, total, claim, reason)
    yield from _of_other_events(event, own)


def _imagined_elsewhere(event: Event, claim: Claim) -> Claim | None:
    """Of a drill that nobody counts in earnest, the figure that another report gives."""
    first = _imagined_totals(event).get(claim.count.measure)
    return first if first is not None and first.article is not claim.article else None


def _whole_of(member: Member, claim: Claim) -> Claim | None:
    """The article's own total, which a part or an earlier figure of it stands beside."""
    if claim.mention != member.mention:
        return None
    totals = totals_among(_counts(member), claim.count.measure, claim.count.action)
    return totals[0] if totals else None


def _event_totals(event: Event, measures: frozenset[str]) -> dict[str, Claim]:
    """The first total of each measure that an article about the event gives."""
    found: dict[str, Claim] = {}
    for member in sorted(event.members, key=lambda m: not m.about):
        counts = _counts(member)
        for measure in sorted(measures & {claim.count.measure for claim in counts} - found.keys()):
            totals = totals_among(counts, measure, None)
            if totals:
                found.setdefault(measure, totals[0])
    return found


def _kept_out(member: Member, measures: frozenset[str]) -> Iterator[tuple[Claim, Reason]]:
    for claim in member.reading.claims_of(ClaimKind.COUNT):
        if claim.count.measure not in measures:
            continue
        reason = _why_kept_out(claim, member)
        if reason is not None:
            yield claim, reason


def _why_kept_out(claim: Claim, member: Member) -> Reason | None:
    count = claim.count
    if member.reading.not_news:
        return Reason.NOT_NEWS
    if claim.voice is Voice.DENIED:
        return Reason.DENIED
    if claim.voice is Voice.HYPOTHETICAL:
        return Reason.HYPOTHETICAL
    if count.campaign:
        return Reason.CAMPAIGN_TOTAL
    if claim.mention != member.mention:
        about = member.about or not claim.background
        return Reason.DIFFERENT_EVENT if about and count.role is not Role.PART else None
    if count.role is Role.PREVIOUS:
        return Reason.CORRECTED if is_correction(claim.quote) else Reason.TOLL_GREW
    if count.role is not Role.PART or count.style == "article" or count.high == 0:
        return None
    return Reason.SUBSET


# "Up to 40 may have died" bounds what has happened; "could kill 40" tells of what may come.
_BELIEVED = re.compile(
    r"\b(?:may|might|could) have\b|\bfear(?:s|ed)?\b|\bbelieved?s?\b"
    r"|\btoll\b[^.;]{0,80}\b(?:may|might|could) be\b",
    re.IGNORECASE,
)


def _is_believed(claim: Claim) -> bool:
    return bool(_BELIEVED.search(claim.quote))


def _leaves_room(claim: Claim, total: Claim) -> bool:
    bounded = claim.count.low is None or claim.count.high is None
    return bounded and claim.count.overlaps(total.count)


def _counts(member: Member) -> list[Claim]:
    return [claim for claim in member.claims() if claim.kind is ClaimKind.COUNT]


def _aside(event: Event, total: Claim, claim: Claim, reason: Reason) -> Reconciliation:
    return Reconciliation(
        family=family_of(claim.count.measure),
        reason=reason,
        message=f"{who_says(total)}: {counted(total.count)}; "
        f"{who_says(claim)}: {counted(claim.count)}.",
        slot=claim.count.measure,
        evidence=(evidence_of(total), evidence_of(claim)),
        event=reference(event),
    )


def _of_other_events(event: Event, own: dict[str, Claim]) -> Iterator[Reconciliation]:
    """Figures of events that look alike and were kept apart, those of a drill among them."""
    for apart in event.apart:
        theirs = _imagined_totals(apart.event) | _event_totals(apart.event, frozenset(own))
        for measure in sorted(own.keys() & theirs.keys()):
            mine, other = own[measure], theirs[measure]
            if (mine.count.low, mine.count.high) == (other.count.low, other.count.high):
                continue
            if mine.article.url == other.article.url:
                continue
            yield Reconciliation(
                family=family_of(measure),
                reason=_why_apart(apart.event, other),
                message=f"{who_says(mine)}: {counted(mine.count)}; {who_says(other)}: "
                f"{counted(other.count)}; kept apart: {apart.why}.",
                slot=measure,
                evidence=(evidence_of(mine), evidence_of(other)),
                event=reference(event),
            )


def _why_apart(event: Event, claim: Claim) -> Reason:
    """Why a figure of an event that was kept apart is none of the other's."""
    told = next((m.reading for m in event.members if m.reading.article is claim.article), None)
    if told is not None and told.not_news:
        return Reason.NOT_NEWS
    if claim.voice is Voice.HYPOTHETICAL:
        return Reason.HYPOTHETICAL
    return Reason.DIFFERENT_EVENT


def _imagined_totals(event: Event) -> dict[str, Claim]:
    """The first figure of each measure that a drill or a forecast gives to its own event."""
    found: dict[str, Claim] = {}
    for member in event.members:
        if member.reading.mention(member.mention).hypothetical:
            for claim in _counts(member):
                if claim.voice is Voice.HYPOTHETICAL:
                    found.setdefault(claim.count.measure, claim)
    return found
