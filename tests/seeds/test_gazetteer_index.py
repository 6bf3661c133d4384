"""The gazetteer's index is what its sources make of it, in the order in which it is searched."""

from __future__ import annotations

from seeds.gazetteer import folded, index_file
from seeds.gazetteer.build import index_text


def test_the_index_is_current() -> None:
    written = index_file().read_text(encoding="utf-8")
    assert written == index_text(), "run `python -m seeds.gazetteer.build`"


def test_the_index_is_sorted_for_bisection() -> None:
    names = [line.split(b"\t")[0] for line in index_file().read_bytes().splitlines()]
    assert names == sorted(names)


def test_names_are_folded() -> None:
    names = {
        "São Paulo": "sao paulo",
        "N'Djamena": "ndjamena",
        "St. John's": "saint johns",
        "Port-au-Prince": "port au prince",
        "Łódź": "lodz",
        "U.S.": "us",
        "Mt Skarv": "mount skarv",
        " Tell  Mora ": "tell mora",
    }
    assert {name: folded(name) for name in names} == names
