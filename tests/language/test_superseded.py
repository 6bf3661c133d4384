"""Figures that a text tells as those of before: which are, and which only stand near such words."""

from __future__ import annotations

import pytest

from checkers.model import ClaimKind, Role
from tests.told import told

SEVEN = "Seven people were hurt when a tram left its rails at Corve on Thursday"
ELEVEN = "Eleven people died in the landslide at Corve on Thursday"

WITHDRAWN = {
    "said at first": (
        f"{SEVEN}. Police had initially said that five people were hurt.",
        ["five people"],
    ),
    "as first reported": (f"{SEVEN}, not five as first reported.", ["five"]),
    "rather than": (f"{SEVEN}, rather than the five first reported.", ["five"]),
    "reported to have been": (
        f"{SEVEN}. Five people were originally reported to have been injured.",
        ["Five people"],
    ),
    "an earlier count": (
        f"{ELEVEN}. An earlier count of 14 dead was wrong, the mayor said.",
        ["14"],
    ),
    "initial reports": (f"{ELEVEN}. Initial reports spoke of 14 dead.", ["14"]),
    "had been said": (f"{ELEVEN}. The council had put the death toll at 14.", ["14"]),
    "announced before": (f"{ELEVEN}, fewer than the 14 announced in the morning.", ["14"]),
    "later raised": (
        "Six people died at Corve, officials said at first, a number later raised to eight.",
        ["Six people"],
    ),
    "has since been revised": (
        "Six people were killed in the fire at Corve. That figure has since been revised to eight.",
        ["Six people"],
    ),
    "in a short sentence behind a long one": (
        "After a leak of chlorine at the pool in Corve on Thursday 33 people were injured, police "
        "said. The number had initially been put at 40.",
        ["40"],
    ),
    "lowered it": (
        "Officials first put the number of dead at Corve at 14, but later lowered it to 11.",
        ["14"],
    ),
}
STANDING = {
    "the only figure": "Police said earlier that 12 people were killed at Corve on Thursday.",
    "two sides": "The army said earlier that 12 people died at Corve while rebels said 20 died.",
    "treated at first": "Two people died at Corve and three people were initially treated there.",
    "died at first": "Two people died initially at Corve and three people died later in hospital.",
}


def _previous(text: str) -> list[str]:
    claims = told(text).members[0].reading.claims_of(ClaimKind.COUNT)
    return [claim.said for claim in claims if claim.count.role is Role.PREVIOUS]


@pytest.mark.parametrize(("text", "said"), WITHDRAWN.values(), ids=WITHDRAWN)
def test_a_figure_is_withdrawn(text: str, said: list[str]) -> None:
    assert _previous(text) == said


@pytest.mark.parametrize("text", STANDING.values(), ids=STANDING)
def test_a_figure_stands(text: str) -> None:
    assert _previous(text) == []
