"""Which accounts are looked at together: those that links lead to, whatever order they came in."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, pairwise

import pytest

from checkers.grouping import neighbourhoods as hoods
from checkers.grouping.clusters import clusters
from checkers.grouping.profile import Account
from checkers.model import Mention

ENOUGH, IN_PASSING = 0.0, 1.0


def accounts(names: str, passing: str = "") -> list[Account]:
    """One account for each letter; those in ``passing`` are said in passing."""
    return [
        Account(f"https://{name}.example/", None, Mention("m1", "fire", background=name in passing))
        for name in names
    ]


def name(account: Account) -> str:
    return account.url[len("https://")]


class Points:
    """Points of pairs as a table gives them ("ab": 2.0), the rest alike too little."""

    def __init__(self, told: Mapping[str, float], otherwise: float = -2.0) -> None:
        self._told = told
        self._otherwise = otherwise

    def __call__(self, a: Account, b: Account) -> float:
        return self._told.get("".join(sorted(name(a) + name(b))), self._otherwise)


def neighbourhoods(told: Sequence[Account], points: Points) -> list[list[Account]]:
    return [part.accounts for part in hoods.neighbourhoods(told, points, ENOUGH, IN_PASSING)]


def drawn(lot: str) -> float:
    """Points from -4 to 2, a third of them enough."""
    return hashlib.sha256(lot.encode()).digest()[0] / 256 * 6 - 4


def shown(parts: Sequence[Sequence[Account]]) -> list[str]:
    return sorted("".join(sorted(name(one) for one in part)) for part in parts)


LINKED: dict[str, tuple[str, str, dict[str, float], list[str]]] = {
    "nothing links them": ("abc", "", {}, ["a", "b", "c"]),
    "a chain is one neighbourhood": ("abcd", "", {"ab": 2.0, "bc": 0.5}, ["abc", "d"]),
    "points that are just enough": ("ab", "", {"ab": ENOUGH}, ["ab"]),
    "too few for what is said in passing": ("ab", "b", {"ab": 0.5}, ["a", "b"]),
    "just enough for it": ("ab", "b", {"ab": IN_PASSING}, ["ab"]),
}


@pytest.mark.parametrize("case", LINKED)
def test_links_make_a_neighbourhood(case: str) -> None:
    names, passing, points, expected = LINKED[case]
    found = neighbourhoods(accounts(names, passing), Points(points))
    assert shown(found) == expected


def test_clustering_each_by_itself_gives_what_clustering_all_gives() -> None:
    names = "abcdefghijklmnopqrstuvwxyz"
    for turn in range(20):
        pairs = [a + b for a, b in combinations(names, 2)]
        points = Points({pair: drawn(f"{turn} {pair}") for pair in pairs})
        told = accounts(names, passing="xyz")
        whole = clusters(told, points, ENOUGH, IN_PASSING)
        parts = neighbourhoods(told, points)
        apart = [group for part in parts for group in clusters(part, points, ENOUGH, IN_PASSING)]
        assert shown(apart) == shown(whole)


def test_one_that_grew_too_large_is_parted_where_its_links_are_weakest() -> None:
    one, other = range(0x4E00, 0x4E00 + 30), range(0x5E00, 0x5E00 + 30)
    sides = ["".join(map(chr, side)) for side in (one, other)]
    assert sum(map(len, sides)) > hoods.MOST_TOGETHER
    strong = {a + b: 3.0 for side in sides for a, b in pairwise(side)}
    points = Points({**strong, sides[0][0] + sides[1][0]: 0.5})
    found = neighbourhoods(accounts("".join(sides)), points)
    assert shown(found) == sides


def test_where_the_strongest_links_hold_too_many_each_event_is_by_itself() -> None:
    names = "".join(map(chr, range(0x4E00, 0x4E00 + 60)))
    assert len(names) > hoods.MOST_TOGETHER
    events = [names[at : at + 3] for at in range(0, 60, 3)]
    within = {a + b: 8.0 for event in events for a, b in combinations(event, 2)}
    bridges = {a[-1] + b[0]: 8.0 for a, b in pairwise(events)}
    found = neighbourhoods(accounts(names), Points({**within, **bridges}))
    assert shown(found) == events


def test_a_great_story_stays_whole_however_many_tell_it() -> None:
    names = "".join(map(chr, range(0x4E00, 0x4E00 + 2 * hoods.MOST_TOGETHER)))
    found = neighbourhoods(accounts(names), Points({}, otherwise=2.0))
    assert shown(found) == [names]


def test_nothing_is_left_for_the_search_for_garbage(garbage_seldom: None) -> None:
    letters = accounts("abcdef")
    points = Points({"ab": 2.0, "bc": 2.0, "de": 0.5})
    hoods.neighbourhoods(letters, points, ENOUGH, IN_PASSING)
    gc.collect()
    hoods.neighbourhoods(letters, points, ENOUGH, IN_PASSING)
    assert gc.collect() == 0


@pytest.fixture
def garbage_seldom() -> Iterator[None]:
    """Garbage is looked for only where the test says so, as in a night of articles."""
    gc.disable()
    yield
    gc.enable()
