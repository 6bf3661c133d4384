"""Printed times of pages, pictures and posts, beside the day of what they tell of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from checkers.compare.datings import FINE
from checkers.compare.moments import overlap
from checkers.compare.stated_days import POSTED, is_calendar, stated_days
from checkers.model import Claim, ClaimKind, Field, Member

# "(Published Sunday, July 7, 2013)", "Updated: May 5", "By Ann Bell | May 5, 2026 at 12:57".
_LABEL = re.compile(r"\b(?:published|posted|updated?)\W{0,3}(?:on |at )?$", re.IGNORECASE)
_BYLINE = re.compile(r"\|\s*$")
_HEAD = 300  # characters at the head of a page where its own stamp stands
_BEFORE = 60  # characters in which a label stands
# Local time, "overnight" and pages stamped in another zone are no fault. What is older than a month
# is a recording of another time, shown again on purpose.
_SLACK, _OLDEST = timedelta(days=1), timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Early:
    """A printed time that lies before the day of what its article tells of."""

    stamp: Claim
    told: Claim


def printed_too_early(member: Member) -> Iterator[Early]:
    """Printed times before the day of the happening, each with the words that give that day."""
    mention = member.reading.mention(member.mention)
    when = mention.when
    if when is not None and (when.first is None or when.grain not in FINE):
        return
    told = [
        claim
        for claim in stated_days(member, mention.kind)
        if not is_calendar(claim) and claim.when.first is not None
    ]
    if not told or (when and not any(overlap(claim.when, when) for claim in told)):
        return
    begun, first = min(
        (moment, at) for at, claim in enumerate(told) if (moment := claim.when.first)
    )
    for claim in member.reading.claims_of(ClaimKind.DATE):
        last = claim.when.last
        if last is None or not _is_stamp(claim) or _counts_from(claim, told[first]):
            continue
        if _SLACK < begun - last <= _OLDEST:
            yield Early(claim, told[first])


def _counts_from(stamp: Claim, told: Claim) -> bool:
    """Whether the text may count its days from this stamp: that of the page, on which it was new.

    A page stored again weeks later still says "Saturday" of the Saturday on which it was written.
    """
    if stamp.span.start > _HEAD or stamp.when.first is None or told.when.first is None:
        return False
    return (stamp.when.first.weekday() - told.when.first.weekday()) % 7 <= 1


def _is_stamp(claim: Claim) -> bool:
    if claim.span.field is not Field.TEXT or claim.when.grain not in FINE or not is_calendar(claim):
        return False
    before = claim.article.text[max(0, claim.span.start - _BEFORE) : claim.span.start]
    return any(pattern.search(before) for pattern in (_LABEL, POSTED, _BYLINE))
