"""PLA101 to PLA103 over tables of articles: where it was, in which direction, what was struck."""

from __future__ import annotations

import pytest

from checkers.model import Finding, Reconciliation
from checkers.rules import directions_disagree, event_places_disagree, targets_disagree
from tests.told import said, told

CABLE = (
    "A cable car with 17 passengers stopped above the village of {place} on Thursday. Engineer "
    "Tove Marsk lowered all of them on ropes. Nobody was hurt."
)
ROPES = (
    "Seventeen passengers were lowered on ropes from a cable car that had stopped {where} on "
    "Thursday, Engineer Tove Marsk said. Nobody was hurt."
)

TOWNS = {  # what is tried: articles, towns in the finding, reasons
    "two villages": (
        [CABLE.format(place="Orvane"), ROPES.format(where="in Telmont")],
        ["Orvane", "Telmont"],
        [],
    ),
    "one village": ([CABLE.format(place="Orvane"), ROPES.format(where="in Orvane")], [], []),
    "two spellings": (
        [CABLE.format(place="Novy Gradets"), ROPES.format(where="in Novyi Gradets")],
        [],
        ["place-alias"],
    ),
    "a town and its English name": (
        [CABLE.format(place="Wien"), ROPES.format(where="in Vienna")],
        [],
        ["place-alias"],
    ),
    "a town and its province": (
        [CABLE.format(place="Orvane"), ROPES.format(where="in Orvane province")],
        [],
        ["contained-place"],
    ),
    "a dateline": (
        [CABLE.format(place="Orvane"), "TELMONT - " + ROPES.format(where="in Orvane")],
        [],
        ["different-role"],
    ),
    "a hospital": (
        [
            CABLE.format(place="Orvane"),
            ROPES.format(where="in Orvane") + " One was taken to hospital in Telmont.",
        ],
        [],
        ["different-role"],
    ),
    "a place that the other names too": (
        [CABLE.format(place="Orvane") + " Telmont is near.", ROPES.format(where="in Telmont")],
        [],
        [],
    ),
    "nothing else in common": (
        [CABLE.format(place="Orvane"), "A cable car was halted in Telmont on Thursday by wind."],
        [],
        [],
    ),
    "other days": (
        [
            CABLE.format(place="Orvane"),
            ROPES.format(where="in Telmont").replace("Thursday", "Sunday"),
        ],
        [],
        [],
    ),
    "a town that two states claim": (
        [
            CABLE.format(place="Orvane") + " Neighbouring Sarv also claims the town.",
            ROPES.format(where="in Orvane"),
        ],
        [],
        ["disputed"],
    ),
}


@pytest.mark.parametrize(("texts", "towns", "spared"), TOWNS.values(), ids=TOWNS)
def test_event_places_disagree(texts: list[str], towns: list[str], spared: list[str]) -> None:
    outcomes = list(event_places_disagree.check(told(*texts)))
    reasons = [found.reason.value for found in outcomes if isinstance(found, Reconciliation)]
    assert (said(outcomes), reasons) == ([towns] if towns else [], spared)


PLANE = "A small plane came down in a wood 12 km {way} of Orvane on Thursday."

WAYS = {  # what is tried: the two directions, the words of the finding
    "opposite": ("north", "south", ["12 km north of Orvane", "12 km south of Orvane"]),
    "opposite between the points": (
        "south-east",
        "north-west",
        ["12 km north-west of Orvane", "12 km south-east of Orvane"],
    ),
    "crossing": ("north", "east", ["12 km east of Orvane", "12 km north of Orvane"]),
    "the same": ("west", "west", []),
    "neighbouring points": ("north", "north-west", []),
    "half a point apart": ("south-west", "south-southwest", []),
}


@pytest.mark.parametrize(("one", "other", "words"), WAYS.values(), ids=WAYS)
def test_directions_disagree(one: str, other: str, words: list[str]) -> None:
    event = told(PLANE.format(way=one), PLANE.format(way=other))
    assert said(list(directions_disagree.check(event))) == ([words] if words else [])


def test_an_article_that_gives_two_directions_is_spared() -> None:
    both = f"{PLANE.format(way='north')} Wreckage lay 3 km south of Orvane after the crash."
    assert list(directions_disagree.check(told(both, PLANE.format(way="south")))) == []


def test_a_part_of_the_town_where_something_else_went_on_is_no_direction() -> None:
    near = "A small plane came down in a wood near Orvane on Thursday."
    aside = "Traffic in the {way} of Orvane stood still."
    event = told(*(f"{near} {aside.format(way=way)}" for way in ("north", "south")))
    assert list(directions_disagree.check(event)) == []


def test_three_articles_are_one_finding() -> None:
    event = told(*(PLANE.format(way=way) for way in ("north", "south", "north")))
    (finding,) = directions_disagree.check(event)
    assert isinstance(finding, Finding)
    assert finding.roots == (2, 1)


RAM = "Inspector Tove Marsk said a man of 46 was arrested in Orvane on Thursday."

STRUCK = {  # what is tried: what the two articles say, the words of the finding
    "object": (
        "Thieves robbed a bank.",
        "Thieves broke into the post office.",
        ["broke into the post office", "robbed a bank"],
    ),
    "driven into": (
        "He drove a stolen tractor into the front of the library.",
        "A tractor was rammed into the wall of the fire station.",
        [
            "drove a stolen tractor into the front of the library",
            "rammed into the wall of the fire station",
        ],
    ),
    "passive": (
        "The mosque was set on fire.",
        "The library was set on fire.",
        ["library was set on fire", "mosque was set on fire"],
    ),
    "waters": (
        "His van plunged into the reservoir.",
        "His van fell into the harbour.",
        ["fell into the harbour", "plunged into the reservoir"],
    ),
    "one thing by two names": ("He torched a clinic.", "He torched the hospital.", []),
    "any building": ("He torched a clinic.", "He torched the building.", []),
    "the other is named too": (
        "He torched a clinic beside the library.",
        "He torched the library.",
        [],
    ),
    "a street of that name": ("He torched a clinic.", "He attacked Market Street.", []),
}


@pytest.mark.parametrize(("one", "other", "words"), STRUCK.values(), ids=STRUCK)
def test_targets_disagree(one: str, other: str, words: list[str]) -> None:
    event = told(f"{one} {RAM}", f"{other} {RAM}", kind="attack")
    assert said(list(targets_disagree.check(event))) == ([words] if words else [])
