"""From names as written to places: one key for one place, with everything that holds it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from checkers.language.gazetteer import is_well_known, level_of, resolve
from checkers.language.lexicon import listed
from checkers.language.place_index import Kind, entries, folded, holders_of
from checkers.language.places.sightings import Sighting, is_prominent, known_holder
from checkers.model import Place

_CLEAR = 5  # times likelier than the next of its name, for a city to speak for others


def places_of(sightings: Sequence[Sighting], countries: Collection[str]) -> list[Place]:
    """The place of each sighting, in their order.

    Args:
        sightings: All of one article.
        countries: Keys of countries whose people or things the article names.
    """
    holders: dict[str, list[str]] = defaultdict(list)
    for sighting in sightings:
        holders[folded(sighting.base)] += sighting.holders
    near = {*countries, *_surroundings(sightings)}
    outer = {folded(name) for s in sightings if s.type != "site" for name in s.holders}
    settled: dict[str, Place] = {}
    # What holds others comes before what it holds.
    for sighting in sorted(sightings, key=lambda s: (s.type == "site", bool(s.holders))):
        low = folded(sighting.base)
        if low not in settled:
            same = [s for s in sightings if folded(s.base) == low]
            settled[low] = _settle(same, holders[low], near, outer, settled)
    return [_as_written(sighting, settled[folded(sighting.base)]) for sighting in sightings]


def _as_written(sighting: Sighting, place: Place) -> Place:
    return Place(sighting.name, place.key, place.type, place.inside, sighting.role, place.known)


def _surroundings(sightings: Sequence[Sighting]) -> set[str]:
    """Keys of the countries and regions named, and of those that hold the cities named.

    A city well known and without rival speaks for itself; lesser towns only where two of them lie
    in one region, and in no other.
    """
    keys: set[str] = set()
    together: Counter[str] = Counter()
    for name in {folded(sighting.base) for sighting in sightings}:
        found = entries(name)
        if not found:
            continue
        first = found[0]
        clear = len(found) == 1 or first.weight >= found[1].weight * _CLEAR
        if clear and is_well_known(first):
            keys.update(first.inside)
            if first.kind in (Kind.COUNTRY, Kind.REGION):
                keys.add(first.key)
        together.update({entry.inside[0] for entry in found if len(entry.inside) > 1})
    ranked = together.most_common(2)
    if ranked and ranked[0][1] > 1 and ranked[0][1] > ranked[-1][1] * (len(ranked) > 1):
        keys.add(ranked[0][0])
    return keys


def _settle(
    same: Sequence[Sighting],
    held_by: Sequence[str],
    near: Collection[str],
    outer: Collection[str],
    settled: dict[str, Place],
) -> Place:
    """The place that all sightings of one name mean."""
    first = same[0]
    keys = list(dict.fromkeys(_key_of(name, settled) for name in held_by))
    kinds = [s.type for s in same if s.type]
    kind = "city" if "city" in kinds else kinds[0] if kinds else ""
    known = resolve(first.base, keys, near)
    if known is None and first.noun and kind == "region":
        known = resolve(first.inner or first.name, keys, near)
        known = known if known and known.type in ("region", "country") else None
    if known:
        return known
    inner = settled.get(folded(first.inner))
    if kind == "site" and inner and inner.type != "site":
        keys.append(inner.key)
    elif kind == "site" and is_prominent(first.inner, entries(folded(first.inner))):
        keys.append(_key_of(first.inner, settled))
    key = folded(first.base)
    inside = [holder for holder in _closed(keys, settled) if holder != key]
    return Place(first.name, key, kind or _likely_type(same, outer), tuple(inside))


def _key_of(name: str, settled: dict[str, Place]) -> str:
    """The key of a place that holds another."""
    low = folded(name)
    if low in settled:
        return settled[low].key
    found = known_holder(name)
    return found[0].key if found else low


def _closed(keys: Sequence[str], settled: dict[str, Place]) -> list[str]:
    """These keys and those of all that holds them, nearest first."""
    by_key = {place.key: place for place in settled.values()}
    wider = [
        outer
        for key in keys
        for outer in (by_key[key].inside if key in by_key else holders_of(key))
    ]
    ordered = dict.fromkeys((*keys, *wider))
    return sorted(ordered, key=lambda key: _RANKS.get(level_of(key), _RANKS[""]))


_RANKS = {"site": 0, "city": 1, "": 2, "region": 3, "country": 4}


def _likely_type(same: Sequence[Sighting], outer: Collection[str]) -> str:
    """The type of a place that is only a name: a town, unless something hints at more."""
    low = folded(same[0].base)
    ending = low.endswith(tuple(listed("places", "wide_endings")))
    wider = ending or low in outer or any(s.wide for s in same)
    return "unknown" if wider else "city"
