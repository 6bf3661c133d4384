"""Dates that cannot be: with a weekday that is not theirs, or that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from checkers.model import Anchor, Claim, ClaimKind, Event, Field, Member

# A date without its year is surely of this year only while it is news.
_NEWS = timedelta(days=31)


def misdated(event: Event) -> Iterator[tuple[Claim, ...]]:
    """Dates with a weekday that is not theirs, or that no calendar has, copies taken together."""
    groups: dict[str, list[Claim]] = {}
    for member in event.members:
        if not member.about:
            continue
        for claim in member.reading.claims_of(ClaimKind.DATE):
            if _is_impossible(claim, member):
                groups.setdefault(" ".join(claim.said.lower().split()), []).append(claim)
    for found in groups.values():
        yield tuple(found)


def _is_impossible(claim: Claim, member: Member) -> bool:
    when = claim.when
    if claim.span.field is Field.METADATA or when.anchor is Anchor.UNKNOWN:
        return False
    if not when.exists:
        return True
    return not when.weekday_fits and (when.anchor is Anchor.ABSOLUTE or _is_near(claim, member))


def _is_near(claim: Claim, member: Member) -> bool:
    """Whether a date whose year is not written lies within weeks of publication."""
    published, first = member.reading.article.published, claim.when.first
    return published is not None and first is not None and abs(first - published.at) <= _NEWS
