"""In which direction from a place articles put an event, set side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checkers.compare.passages import Passage
from checkers.language.bearings import Bearing, angle, bearing_before
from checkers.language.gazetteer import related
from checkers.language.kinds import can_be_one, kinds_in
from checkers.model import Claim, ClaimKind, Event, Field, Member, Place

_STATING = (Field.TITLE, Field.TEXT)
# "North" and "north-east" may be said of one spot, "north" and "east" may not.
_LEAST_ANGLE = 90.0
_OPENING = 500  # characters of text in which a report says where


@dataclass(frozen=True, slots=True)
class Bearings:
    """One article's direction from one place to the event."""

    member: Member
    said: Passage
    place: Place
    bearing: Bearing


def compare_bearings(event: Event) -> Iterator[tuple[Bearings, Bearings]]:
    """Pairs of articles that put the event in opposite or crossing directions from one place."""
    found = [
        found for member in event.members if member.about for found in _bearings(member, event.kind)
    ]
    for one, other in combinations(found, 2):
        if one.member is other.member or related(one.place, other.place) != "same":
            continue
        if angle(one.bearing, other.bearing) >= _LEAST_ANGLE:
            yield one, other


def _bearings(member: Member, kind: str) -> Iterator[Bearings]:
    """The bearings of one article; those from a place for which it gives two are left out."""
    found: dict[str, list[Bearings]] = {}
    for claim in member.claims():
        if claim.kind is not ClaimKind.PLACE or not _is_of_event(claim, kind):
            continue
        bearing = bearing_before(claim.quote, claim.span.start - claim.sentence.start)
        if bearing is None or _is_aside(claim, bearing, kind):
            continue
        span = claim.span.within(claim.sentence.start + bearing.start, claim.span.end)
        said = Passage(claim.article, span, claim.sentence, bearing.words, claim.attributed_to)
        found.setdefault(claim.place.key, []).append(Bearings(member, said, claim.place, bearing))
    for group in found.values():
        if all(angle(group[0].bearing, other.bearing) < _LEAST_ANGLE for other in group):
            yield group[0]


def _is_aside(claim: Claim, bearing: Bearing, kind: str) -> bool:
    """As in "traffic in the north of Orvane stood still": a part of the town, not the spot."""
    before = claim.quote[: bearing.start].rstrip().lower()
    named = any(can_be_one(named, kind) for _, _, named in kinds_in(claim.quote))
    return before.endswith("in the") and not named


def _is_of_event(claim: Claim, kind: str) -> bool:
    """Whether a sentence says where the event was: an opening one, or one that names it."""
    if claim.span.field not in _STATING or claim.background:
        return False
    if claim.span.field is Field.TITLE or claim.sentence.start < _OPENING:
        return True
    return any(can_be_one(named, kind) for _, _, named in kinds_in(claim.quote))
