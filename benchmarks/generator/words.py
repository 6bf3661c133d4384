"""The words of generated articles: ``words.toml``, and names made of syllables."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from random import Random
from typing import Any

from seeds.gazetteer import Kind, index_file

# Towns in the generated world. Drawn by rank, a few are in the news every week and most once a
# year, as it is with real ones.
TOWNS = 1500

# Every how manyth town is one that the gazetteer does not have, as villages are in the news too.
_INVENTED = 6


@dataclass(frozen=True, slots=True)
class Town:
    """A town and the country it lies in."""

    name: str
    country: str


@cache
def book() -> dict[str, Any]:
    """The whole of ``words.toml``."""
    with (Path(__file__).parent / "words.toml").open("rb") as file:
        return tomllib.load(file)


def phrases(name: str) -> list[str]:
    """One list of sentences."""
    listed: list[str] = book()["phrases"][name]
    return listed


def kinds() -> dict[str, dict[str, Any]]:
    """What is said of each kind of happening, by its name."""
    told: dict[str, dict[str, Any]] = book()["kinds"]
    return told


@cache
def towns() -> tuple[Town, ...]:
    """Every town, those most in the news first; the same for every seed."""
    chance = Random("towns")
    known = iter(_known_towns())
    found: dict[str, Town] = {}
    while len(found) < TOWNS:
        if len(found) % _INVENTED == _INVENTED - 1:
            town = Town(made_name(chance), chance.choice(book()["countries"]))
        else:
            town = next(known)
        found.setdefault(town.name, town)
    return tuple(found.values())


def _known_towns() -> Iterator[Town]:
    """Towns of the gazetteer whose name is that of nothing else, the largest first."""
    rows = [line.split("\t") for line in index_file().read_text(encoding="utf-8").splitlines()]
    countries = {name[1:]: key for name, kind, key, *_ in rows if name[0] == "=" and kind == "C"}
    named = Counter(name for name, *_ in rows)
    largest_first = sorted(
        (-int(weight), name, area[:2])
        for name, kind, key, area, weight in rows
        if kind == Kind.TOWN and name == key and name.isalpha() and named[name] == 1
    )
    for _, name, area in largest_first:
        if area in countries:
            yield Town(name.capitalize(), countries[area].title())


@cache
def _syllables() -> tuple[list[str], list[str], list[str]]:
    words = book()
    first, middle, last = (words[f"syllables_{part}"] for part in ("first", "middle", "last"))
    return first.split(), middle.split(), last.split()


def made_name(chance: Random) -> str:
    """An invented name of two or three syllables ("Torundvik")."""
    first, middle, last = _syllables()
    inner = chance.choice(middle) if chance.random() < 0.7 else ""
    return chance.choice(first) + inner + chance.choice(last)


def person(chance: Random) -> str:
    """An invented person's name."""
    return f"{chance.choice(_first_names())} {made_name(chance)}"


# How many of each a happening has to itself.
_PEOPLE, _THINGS, _LOOKS, _TRADES, _STREETS, _FIRMS = 6, 8, 4, 4, 2, 2


def cast_of(about: str, chance: Random) -> dict[str, str]:
    """What stands in the blanks of one sentence on what ``about`` names: drawn from its own few."""
    own = _cast(about)
    name, other = chance.sample(own["people"], 2)
    thing, other_thing = chance.sample(own["things"], 2)
    drawn = {one: chance.choice(own[one]) for one in ("look", "trade", "street", "company")}
    return {"name": name, "other_name": other, "thing": thing, "object": other_thing, **drawn}


@lru_cache(maxsize=1024)
def _cast(about: str) -> dict[str, list[str]]:
    """The people, things, streets and firms that the reports of one happening speak of."""
    lot = Random(f"cast of {about}")
    return {
        "people": [person(lot) for _ in range(_PEOPLE)],
        "things": lot.sample(_listed("things"), _THINGS),
        "look": lot.sample(_listed("looks"), _LOOKS),
        "trade": lot.sample(_listed("trades"), _TRADES),
        "street": [made_name(lot) for _ in range(_STREETS)],
        "company": [made_name(lot) for _ in range(_FIRMS)],
    }


@cache
def _listed(name: str) -> list[str]:
    words: str = book()[name]
    return words.split()


@cache
def _first_names() -> list[str]:
    names: str = book()["first_names"]
    return names.split()
