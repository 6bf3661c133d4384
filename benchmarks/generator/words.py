"""The words of generated articles: ``words.toml``, and names made of syllables."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

# Towns in the generated world. Drawn by rank, a few are in the news every week and most once a
# year, as it is with real ones.
TOWNS = 1500

# Every how manyth town is a real city, so that the gazetteer has something to find.
_REAL = 4


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
    cities = [Town(*pair) for pair in book()["cities"]]
    chance.shuffle(cities)
    found: dict[str, Town] = {}
    while len(found) < TOWNS:
        if cities and len(found) % _REAL == 0:
            town = cities.pop()
        else:
            town = Town(made_name(chance), chance.choice(book()["countries"]))
        found.setdefault(town.name, town)
    return tuple(found.values())


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


@cache
def _first_names() -> list[str]:
    names: str = book()["first_names"]
    return names.split()
