"""How the places of two accounts go together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkers.grouping.profile import Account
from checkers.language.gazetteer import related
from checkers.model import Place

_TOWNS = frozenset({"city", "unknown"})


@dataclass(frozen=True, slots=True)
class PlaceFit:
    """How the places of two accounts go together.

    Attributes:
        same: They name one place.
        holds: One names a place that holds the other's.
        other: What keeps them apart, in words, or "": places of which none can be the other.
        named: The same where all that is known is that their towns bear other names, or "".
        sites: What keeps them apart where both name the spot: two sites of one town, or "".
        reason: What joins them, in words, or "".
    """

    same: bool = False
    holds: bool = False
    other: str = ""
    named: str = ""
    sites: str = ""
    reason: str = ""


def fit_places(a: Account, b: Account) -> PlaceFit:
    """Compare the places of two happenings."""
    mine, theirs = a.spots, b.spots
    if not mine or not theirs:
        return PlaceFit()
    relations = [(related(one, other), one, other) for one in mine for other in theirs]
    sites = _other_sites(mine, theirs)
    wide = _of_one_region(relations, mine, theirs)
    for relation, one, _ in relations if not wide else ():
        if relation == "same" and one.type != "country":
            return PlaceFit(same=True, sites=sites, reason=f"same place: {one.name}")
    for relation, one, other in relations if not wide else ():
        if relation in ("a-in-b", "b-in-a", "same"):
            reason = f"one place holds the other: {one.name}, {other.name}"
            return PlaceFit(holds=True, sites=sites, reason=reason)
    said = f"other places: {mine[0].name} and {theirs[0].name}"
    if all(relation == "apart" for relation, _, _ in relations) or _other_towns(mine, theirs):
        return PlaceFit(other=said)
    return PlaceFit(named=said if _towns(mine) and _towns(theirs) else "", sites=sites)


def _of_one_region(
    relations: Sequence[tuple[str, Place, Place]], mine: Sequence[Place], theirs: Sequence[Place]
) -> bool:
    """Whether both name towns, none of them the other's, and share no more than their region."""
    if not (_towns(mine) and _towns(theirs)):
        return False
    narrow = (
        relation
        for relation, one, other in relations
        if one.type != "region" and other.type != "region"
    )
    return all(relation == "apart" for relation in narrow)


def _other_towns(mine: Sequence[Place], theirs: Sequence[Place]) -> bool:
    """Whether both name towns, and none of them can be one of the other's."""
    towns, others = _towns(mine), _towns(theirs)
    return bool(towns and others) and all(related(a, b) == "apart" for a in towns for b in others)


def _towns(places: Sequence[Place]) -> Sequence[Place]:
    return [place for place in places if place.type in _TOWNS]


def _other_sites(mine: Sequence[Place], theirs: Sequence[Place]) -> str:
    """Why two reports that name the very spot do not name one, or ""."""
    sites = [p for p in mine if p.type == "site"]
    others = [p for p in theirs if p.type == "site"]
    if not sites or not others:
        return ""
    if any(related(a, b) in ("same", "a-in-b", "b-in-a") for a in sites for b in others):
        return ""
    return f"other sites: {sites[0].name} and {others[0].name}"
