"""What is known of places: lookup by any name, and how two places stand to each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Literal

from checkers.language.lexicon import listed
from checkers.language.place_index import Entry, Kind, entries, folded, holders_of
from checkers.language.place_spelling import spelled_alike
from checkers.model import Place

Relation = Literal["same", "a-in-b", "b-in-a", "unknown", "apart"]

_TYPES = {
    Kind.COUNTRY: "country",
    Kind.REGION: "region",
    Kind.WORLD: "region",
    Kind.CAPITAL: "city",
    Kind.TOWN: "city",
    Kind.SITE: "site",
    Kind.SEAT: "site",
}
# How much likelier than the next of its name a place must be to be taken without more evidence.
_CLEAR = 5  # a guess: Paris in France is, Hyderabad in India is not
PROMINENT = 300_000  # inhabitants, raised for capitals: such a name alone means the city (a guess)
# How much less likely a place may be that a country or region named in the article speaks for.
_COUNTRY_SPEAKS = 20
_REGION_SPEAKS = 200


def lookup(name: str) -> tuple[Place, ...]:
    """The places that bear a name, in any usual spelling, the likeliest first."""
    return tuple(_place(name, entry, entry.inside) for entry in entries(folded(name)))


def resolve(name: str, holders: Collection[str] = (), near: Collection[str] = ()) -> Place | None:
    """The place meant by a name, or None where no place that bears it fits.

    Args:
        name: As written.
        holders: Keys of what the words say holds it ("Paris, Texas"): these decide.
        near: Keys of countries and regions that the article names elsewhere: these speak for it.

    Where neither decides and no place is much likelier than the next, the likeliest is given,
    inside only what holds all of them; a small town for which nothing speaks is inside nothing,
    since many smaller ones share its name.
    """
    found = entries(folded(name))
    if holders:
        found = tuple(entry for entry in found if _fits(entry, holders))
    if not found:
        return None
    first, *others = found
    rivals = [entry for entry in others if entry.weight * _CLEAR > first.weight]
    spoken_for = None if holders else _spoken_for(found, near)
    if spoken_for:
        return _place(name, spoken_for, spoken_for.inside)
    shared = tuple(key for key in first.inside if all(key in r.inside for r in rivals))
    vouched = bool(holders) or any(key in near for key in first.inside)
    return _place(name, first, shared if vouched or rivals or is_well_known(first) else ())


def is_well_known(entry: Entry) -> bool:
    """Whether a name means this place rather than one too small for the gazetteer."""
    return entry.kind is not Kind.TOWN or entry.weight >= PROMINENT


@lru_cache(maxsize=65_536)
def related(a: Place, b: Place) -> Relation:
    """How two places stand to each other.

    "same": one place, also under two names. "a-in-b", "b-in-a": one holds the other. "apart":
    different cities, regions or countries. "unknown": too little is known of one of them to say.
    """
    if a.key == b.key:
        return _of_one_name(a, b)
    if _holds(b, a):
        return "a-in-b"
    if _holds(a, b):
        return "b-in-a"
    if not (a.known and b.known):
        alike = spelled_alike(a.key, b.key)
        if alike != "different":
            return _of_one_name(a, b) if alike == "same" else "unknown"
    if any(_differ(level, a, b) for level in ("country", "region", "city")):
        return "apart"
    return "apart" if _differ("site", a, b) else "unknown"


def level_of(key: str) -> str:
    """Country, region, city or site, as far as a key alone tells; else ""."""
    first = next((entry for entry in entries(key) if entry.key == key), None)
    if first:
        return "" if first.kind is Kind.WORLD else _TYPES[first.kind]
    last = key.rpartition(" ")[2]
    return "region" if last in listed("places", "region_nouns") else ""


def _place(name: str, entry: Entry, inside: tuple[str, ...]) -> Place:
    return Place(name, entry.key, _TYPES[entry.kind], inside, known=True)


def _fits(entry: Entry, holders: Collection[str]) -> bool:
    """Whether a place may lie in these; one of which nothing is known says nothing."""
    return entry.kind not in (Kind.COUNTRY, Kind.WORLD) and all(
        key in entry.inside or key == entry.key or not entries(key) for key in holders
    )


def _spoken_for(found: tuple[Entry, ...], near: Collection[str]) -> Entry | None:
    """The place for which the article's other places speak, where they speak for one."""
    if not near or any(key in near for key in found[0].inside) or found[0].key in near:
        return None if len(found) == 1 else _only_named(found, near)
    for entry in found[1:]:
        named = [key for key in entry.inside if key in near]
        bound = _REGION_SPEAKS if named and named[0] == entry.inside[0] else _COUNTRY_SPEAKS
        if named and entry.weight * bound > found[0].weight:
            return entry
    return None


def _only_named(found: tuple[Entry, ...], near: Collection[str]) -> Entry | None:
    """The likeliest place, if it is the only one whose surroundings the article names."""
    named = [entry for entry in found if any(key in near for key in entry.inside)]
    return named[0] if len(named) == 1 else None


def _of_one_name(a: Place, b: Place) -> Relation:
    """Two places of one name: one place, unless what holds them tells them apart."""
    if any(_differ(level, a, b) for level in ("country", "region")):
        return "apart"
    strangers = a.inside and b.inside and not set(_holders(a)) & set(_holders(b))
    return "unknown" if strangers and not (a.known and b.known) else "same"


def _holds(outer: Place, inner: Place) -> bool:
    """Whether the one place lies in the other, by what is known or by the names themselves."""
    if outer.key in _holders(inner):
        return True
    if inner.type == "site" and inner.key.startswith(f"{outer.key} "):
        return outer.type != "site"
    if outer.type == "region" and inner.type in ("city", "unknown"):
        name, _, noun = outer.key.rpartition(" ")
        return name == inner.key and noun in listed("places", "region_nouns")
    return False


def _holders(place: Place) -> tuple[str, ...]:
    """Keys of all that holds a place, what is known of its holders included."""
    if place.type == "country":
        return tuple(entry.key for entry in entries(f"continent of {place.key}"))
    return _closed(place.inside)


@lru_cache(maxsize=65_536)
def _closed(inside: tuple[str, ...]) -> tuple[str, ...]:
    beyond = [outer for key in inside for outer in holders_of(key)]
    continents = [
        entry.key for key in (*inside, *beyond) for entry in entries(f"continent of {key}")
    ]
    return tuple(dict.fromkeys((*inside, *beyond, *continents)))


def _differ(level: str, a: Place, b: Place) -> bool:
    """Whether two places belong to different ones of a level: countries, regions, cities, sites."""
    one, other = _at(level, a), _at(level, b)
    if not one or not other or one == other:
        return False
    if not (entries(one) and entries(other)) and spelled_alike(one, other) != "different":
        return False
    match level:
        case "country":
            return True
        case "region":
            return _regions_exclude(one, other)
        case "city":
            return _towns_exclude(one, other, a, b)
        case _:
            return _sites_exclude(one, other)


def _at(level: str, place: Place) -> str:
    """The key of the country, region, city or site to which a place belongs, or ""."""
    if place.type == level and (level != "region" or not place.known or level_of(place.key)):
        return place.key
    return next(_keys_at(level, place), "")


def _keys_at(level: str, place: Place) -> Iterator[str]:
    for key in _holders(place):
        known = level_of(key)
        if known == level or (level == "city" and not known and place.type == "site"):
            yield key


def _regions_exclude(one: str, other: str) -> bool:
    """Whether no place can lie in both: regions of the first level, or of one sort."""
    both_known = bool(entries(one)) and bool(entries(other))
    return both_known or (one.rpartition(" ")[2] == other.rpartition(" ")[2] and " " in one)


def _towns_exclude(one: str, other: str, a: Place, b: Place) -> bool:
    """Whether two towns are two: a name that is in no gazetteer may be part of a great city."""
    if "region" in (a.type, b.type) or "country" in (a.type, b.type):
        return False
    return not ((_is_great(one) and not entries(other)) or (_is_great(other) and not entries(one)))


def _is_great(key: str) -> bool:
    """Whether a city is so great that its quarters are named without it."""
    return any(entry.key == key and is_well_known(entry) for entry in entries(key))


def _sites_exclude(one: str, other: str) -> bool:
    """Whether two sites are two of a sort; streets and rivers cross, so they never exclude."""
    noun, other_noun = one.rpartition(" ")[2], other.rpartition(" ")[2]
    return noun == other_noun and noun not in listed("places", "long_nouns")
