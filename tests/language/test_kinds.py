"""Kinds of happening: how words name them, and which can be one."""

from __future__ import annotations

import pytest

from checkers.language.kinds import (
    can_be_one,
    frequent,
    kinds_in,
    narrower,
    sequels,
    unmistakable,
    wider,
)

NAMED = {
    "A car bomb went off.": ["car-bombing", "explosion"],
    "The fire brigade came.": [],
    "He died of a heart attack.": [],
    "Rockets hit the airport.": ["rocket-attack"],
    "The trial began.": ["trial"],
    "An aftershock followed the quake.": ["aftershock", "earthquake"],
    "A coach skidded.": ["crash"],
    "Two trains derailed.": ["rail-crash"],
    "The ferry sank.": ["sinking", "sinking"],
    "It was only a drill.": ["drill"],
}


@pytest.mark.parametrize(("text", "kinds"), NAMED.items())
def test_words_name_kinds(text: str, kinds: list[str]) -> None:
    assert [kind for _, _, kind in kinds_in(text)] == kinds


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("bombing", "car-bombing", True),
        ("attack", "car-bombing", True),
        ("explosion", "gas-explosion", True),
        ("explosion", "fire", True),
        ("storm", "flood", True),
        ("fire", "politics", True),
        ("", "fire", True),
        ("fire", "earthquake", False),
        ("trial", "fire", False),
        ("aftershock", "earthquake", False),
    ],
)
def test_which_kinds_can_be_one_happening(a: str, b: str, one: bool) -> None:
    assert (can_be_one(a, b), can_be_one(b, a)) == (one, one)


def test_a_kind_is_of_every_kind_above_it() -> None:
    assert wider("car-bombing") == {"car-bombing", "bombing", "attack", "explosion"}


def test_the_narrower_kind_is_taken() -> None:
    assert narrower("car-bombing", "attack") == "car-bombing"
    assert narrower("attack", "car-bombing") == "car-bombing"


def test_what_is_never_taken_for_the_thing_itself_comes_after_it() -> None:
    assert unmistakable() < sequels()
    assert not frequent() & sequels()
