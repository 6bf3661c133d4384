"""Where articles say that an event happened, set side by side."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from checkers.compare.kinship import LIKELY_ONE, ONE_BUT_FOR_PLACE, SURELY_ONE, kinship, of_one_day
from checkers.compare.values import reference
from checkers.language.gazetteer import related
from checkers.language.kinds import can_be_one, kinds_in, wider
from checkers.language.lexicon import listed
from checkers.model import (
    Claim,
    ClaimKind,
    Event,
    Evidence,
    Family,
    Field,
    Member,
    Place,
    PlaceRole,
    Reason,
    Reconciliation,
)

_STATING = (Field.TITLE, Field.TEXT)
_TOWNS = frozenset({"city", "unknown"})
_ONE = frozenset({"same", "a-in-b", "b-in-a"})
_ROLES = (PlaceRole.DATELINE, PlaceRole.HOSPITAL, PlaceRole.SEAT)
# Characters of text in which a report says where; further down it speaks of other things too.
_OPENING = 900
# An article that puts its event in more towns than this tells of something wide.
_MOST_TOWNS = 3
_MOST_REASONS = 4
_BY_PLACE = "other places"  # how grouping says that places alone kept two events apart


@dataclass(frozen=True, slots=True)
class Siting:
    """Where one article says that the event happened.

    Attributes:
        member: The article's part in the event.
        claim: The claim that stands for it.
        places: All places of the event that it names.
    """

    member: Member
    claim: Claim
    places: tuple[Place, ...]

    @property
    def place(self) -> Place:
        """The place that stands for it."""
        return self.claim.place

    @property
    def towns(self) -> tuple[Place, ...]:
        """Its towns, or the wider places where it names no town."""
        return tuple(p for p in self.places if p.type in _TOWNS)


def sitings(event: Event) -> list[Siting]:
    """One siting for each article that is news about the event and says where it happened."""
    found = []
    for member in event.members:
        if not member.about or member.reading.not_news:
            continue
        claims = [claim for claim in member.claims() if _is_of_event(claim)]
        if claims:
            best = min(claims, key=_weight)
            found.append(Siting(member, best, tuple(claim.place for claim in claims)))
    return found


def _is_of_event(claim: Claim) -> bool:
    return (
        claim.kind is ClaimKind.PLACE
        and claim.span.field in _STATING
        and claim.place.role is PlaceRole.EVENT
        and (claim.span.field is Field.TITLE or claim.span.start < _OPENING)
    )


def _weight(claim: Claim) -> tuple[bool, bool, bool, int]:
    """Towns before wider places, sentences that name a happening before others, text first."""
    told = bool(kinds_in(claim.quote))
    return (
        claim.place.type not in _TOWNS,
        not told,
        claim.span.field is Field.TITLE,
        claim.span.start,
    )


def compare_sitings(event: Event) -> Iterator[tuple[Siting, Siting] | Reconciliation]:
    """Pairs of sitings that cannot both stand; a reconciliation for those that only look so."""
    found = sitings(event)
    explained: dict[tuple[Reason, frozenset[str]], Reconciliation] = {}
    for one, other in combinations(found, 2):
        reason = _reason(one, other)
        if reason is not None:
            names = frozenset({one.place.name.lower(), other.place.name.lower()})
            explained.setdefault(
                (reason, names), _reconciled(event, reason, one.claim, other.claim)
            )
        elif _exclude(one, other) and _at_one_time(one, other) and _kin(one, other) >= LIKELY_ONE:
            yield one, other
    for siting in found:
        for claim in _other_roles(event, siting):
            names = frozenset({siting.place.name.lower(), claim.place.key})
            key = (Reason.DIFFERENT_ROLE, names)
            if key not in explained and len(explained) < _MOST_REASONS:
                explained[key] = _reconciled(event, Reason.DIFFERENT_ROLE, siting.claim, claim)
    yield from explained.values()
    yield from _of_near_events(event, found)


def _of_near_events(
    event: Event, found: list[Siting]
) -> Iterator[tuple[Siting, Siting] | Reconciliation]:
    """Events kept apart by their places alone: one and the same by all the rest, or two."""
    for apart in event.apart:
        others = sitings(apart.event)
        if not can_be_one(event.kind, apart.event.kind):
            continue
        least = ONE_BUT_FOR_PLACE if apart.why.startswith(_BY_PLACE) else SURELY_ONE
        for one in found[:3]:
            for other in others[:3]:
                if not _at_one_time(one, other):
                    continue
                if _exclude(one, other) and _kin(one, other) >= least:
                    yield one, other
                elif one.place.key == other.place.key and related(one.place, other.place) != "same":
                    yield _reconciled(event, Reason.DIFFERENT_EVENT, one.claim, other.claim)


def _at_one_time(one: Siting, other: Siting) -> bool:
    """Whether both tell of one day and of a happening that befalls one place."""
    for siting in (one, other):
        mention = siting.member.reading.mention(siting.member.mention)
        if mention.when is None or mention.when.first is None:
            return False
        if not wider(mention.kind).isdisjoint(listed("places", "wide_kinds")):
            return False
    return of_one_day(one.member, other.member)


def _kin(one: Siting, other: Siting) -> float:
    names = (p.name.lower() for s in (one, other) for p in s.places)
    words = frozenset(word for name in names for word in name.replace("-", " ").split())
    return kinship(one.member, other.member, words)


def _reason(one: Siting, other: Siting) -> Reason | None:
    """Why two sitings that differ in words are one place, or None."""
    a, b = one.place, other.place
    relation = related(a, b)
    if relation == "same":
        plain = a.name.lower() != b.name.lower() and not _is_part_of_name(a, b)
        return Reason.PLACE_ALIAS if plain else _dispute(one, other)
    if relation in _ONE:
        return Reason.CONTAINED_PLACE
    if any(related(p, q) in _ONE for p in one.places for q in other.places):
        return Reason.CONTAINED_PLACE if a.key != b.key else None
    return None


def _is_part_of_name(a: Place, b: Place) -> bool:
    """Whether one name is the other with a word more: "Dorrin city"."""
    one, other = a.name.lower(), b.name.lower()
    return one in other or other in one


def _dispute(one: Siting, other: Siting) -> Reason | None:
    """Disputed, where two articles place one town under different rulers and one says so."""
    for siting in (one, other):
        text = siting.member.reading.article.text.lower()
        if any(cue in text for cue in listed("places", "dispute_cues")):
            return Reason.DISPUTED
    return None


def _exclude(one: Siting, other: Siting) -> bool:
    """Whether no town of the one can be a town of the other, and neither names the other's."""
    towns, others = one.towns, other.towns
    if not towns or not others:
        return False
    if max(len({p.key for p in towns}), len({p.key for p in others})) > _MOST_TOWNS:
        return False
    if not all(related(p, q) == "apart" for p in towns for q in others):
        return False
    if any(related(p, q) in _ONE for p in one.places for q in other.places):
        return False
    if _known_cities(one) & _known_cities(other):
        return False  # two quarters of one city, or two towns beside it
    return not (_speaks_of(one, others) or _speaks_of(other, towns))


def _known_cities(siting: Siting) -> set[str]:
    """Cities of the gazetteer that an article names, other than as a seat of government."""
    named = (claim.place for claim in siting.member.reading.claims_of(ClaimKind.PLACE))
    return {p.key for p in named if p.known and p.type == "city" and p.role is not PlaceRole.SEAT}


def _speaks_of(siting: Siting, places: tuple[Place, ...]) -> bool:
    """Whether an article names one of these places at all, in whatever role."""
    article = siting.member.reading.article
    text = f"{article.title}\n{article.text}".lower()
    if any(place.name.lower() in text or place.key in text for place in places):
        return True
    named = [c.place for c in siting.member.reading.claims_of(ClaimKind.PLACE)]
    return any(related(p, q) in _ONE for p in named for q in places if p.type != "country")


def _other_roles(event: Event, siting: Siting) -> Iterator[Claim]:
    """Places of other roles, in any article of the event, that are not where it happened."""
    for member in event.members:
        for claim in member.claims() if member.about else ():
            if claim.kind is ClaimKind.PLACE and _is_elsewhere(claim.place, siting.place):
                yield claim


def _is_elsewhere(place: Place, event_place: Place) -> bool:
    """Whether a dateline, hospital or seat of government is not at the place of the event."""
    if place.type == "country" or place.role not in _ROLES:
        return False
    relation = related(place, event_place)
    return relation == "apart" or (place.role is PlaceRole.SEAT and relation not in _ONE)


def _reconciled(event: Event, reason: Reason, one: Claim, other: Claim) -> Reconciliation:
    return Reconciliation(
        family=Family.PLA,
        reason=reason,
        message=f"“{one.place.name}” ({written(one.place)}) and “{other.place.name}” "
        f"({written(other.place)}).",
        slot="place",
        evidence=(place_evidence(one), place_evidence(other)),
        event=reference(event),
    )


def written(place: Place) -> str:
    """A place for a reader, with what holds it: "in vesle canton", "a dateline"."""
    parts = [] if place.role in (PlaceRole.EVENT, PlaceRole.OTHER) else [place.role.value]
    parts += (
        [f"in {', '.join(holder.title() for holder in place.inside[:2])}"] if place.inside else []
    )
    return ", ".join(parts) or place.type.replace("unknown", "place")


def place_evidence(claim: Claim) -> Evidence:
    """A place as evidence."""
    return Evidence.of(claim, claim.place.name)
