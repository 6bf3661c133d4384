"""Looking up names in the gazetteer's sorted file, block by block: nothing is loaded before."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

from seeds.gazetteer import Kind, folded, index_file

__all__ = ["Entry", "Kind", "entries", "folded", "holders_of", "people_of"]

# Names. Of four times as many, one look-up in a hundred fewer is made anew (measured on 1,800
# reports), and tens of megabytes more are held.
_CACHED = 16_384
# Bytes: to look through so many costs less than a step of bisection in Python.
_BLOCK = 4096
_ASKED_TWICE = 256  # names of which it is asked at once what they name and whose people they are


class Entry(NamedTuple):
    """One place that bears a name.

    Attributes:
        key: The name by which it is known throughout.
        kind: What it is.
        inside: Keys of the places that hold it, nearest first.
        weight: Inhabitants, raised for what is well known: how likely it is meant.
        plain: Whether the name is its main one, not an alias.
    """

    key: str
    kind: Kind
    inside: tuple[str, ...]
    weight: int
    plain: bool


@lru_cache(maxsize=_CACHED)
def entries(name: str) -> tuple[Entry, ...]:
    """The places of that folded name, the likeliest first; empty when there are none."""
    found: dict[tuple[str, tuple[str, ...]], Entry] = {}
    for kind, key, area, weight in _rows(name):
        if kind is not Kind.PEOPLE:
            entry = Entry(key, kind, _inside(area), weight, name == key)
            known = found.setdefault((key, entry.inside), entry)
            if kind is Kind.CAPITAL and known.kind is Kind.TOWN:
                found[key, entry.inside] = known._replace(kind=kind)
    return tuple(found.values())


@lru_cache(maxsize=_CACHED)
def people_of(word: str) -> str | None:
    """The key of the country of which this folded word is the adjective, or None."""
    for kind, key, _, _ in _rows(word):
        if kind is Kind.PEOPLE:
            return key
    return None


@lru_cache(maxsize=_CACHED)
def holders_of(key: str) -> tuple[str, ...]:
    """Keys of the places that hold the best-known place of that key, nearest first."""
    return next((entry.inside for entry in entries(key) if entry.key == key), ())


def _inside(area: str) -> tuple[str, ...]:
    """An area of the index as keys, nearest first."""
    if area.startswith(">"):
        return tuple(area[1:].split("|")) if area != ">" else ()
    country = area.partition(".")[0]
    codes = (area, country) if area != country else (area,) if area else ()
    return tuple(key for code in codes if (key := _key_of(code)))


@cache
def _key_of(code: str) -> str:
    """The key of a region or country by its code; "" for a region of which no name is known."""
    return next((key for _, key, _, _ in _rows(f"={code}")), "")


@cache
def _data() -> bytes:
    return index_file().read_bytes()


@cache
def _blocks() -> tuple[list[int], list[bytes]]:
    """Where blocks of lines begin, and the name in the first line of each with the tab after it."""
    data = _data()
    ends = (data.find(b"\n", at) for at in range(_BLOCK, len(data), _BLOCK))
    starts = sorted({0, *(end + 1 for end in ends if 0 <= end < len(data) - 1)})
    return starts, [data[start : data.index(b"\t", start) + 1] for start in starts]


@lru_cache(maxsize=_ASKED_TWICE)
def _rows(name: str) -> tuple[tuple[Kind, str, str, int], ...]:
    """(kind, key, area, weight) of each line of that name."""
    data, target = _data(), f"{name}\t".encode()
    starts, names = _blocks()
    block = bisect_left(names, target) - 1  # the last that begins with a lesser name
    low = starts[max(block, 0)]
    if not data.startswith(target, low):
        last = starts[block + 1] if block + 1 < len(starts) else len(data)
        low = data.find(b"\n" + target, low, last + len(target)) + 1
    rows = []
    while low < len(data) and data.startswith(target, low):
        end = data.index(b"\n", low)
        kind, key, area, weight = data[low + len(target) : end].decode().split("\t")
        rows.append((Kind(kind), key, area, int(weight)))
        low = end + 1
    return tuple(rows)
