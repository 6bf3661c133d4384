"""Which words of two quotations are marked, and how."""

from __future__ import annotations

import pytest

from flows.console.differing import differing, locate, marked
from tests.flows.rendered import lines

WORDS = {
    "one number for another": ("12 people", "nine people", ["12"]),
    "several stretches": ("12 men and 3 boys", "9 men and 5 boys", ["12", "3"]),
    "what only this side says": ("at least 12 people", "12 people", ["at least"]),
    "nothing but what the other says too": ("12", "at least 12", ["12"]),
    "the same words": ("12 people", "12 People.", []),
    "no other side": ("12 people", "", ["12 people"]),
    "case and punctuation do not differ": (
        "“Nobody knew,” he said",
        "nobody knew he lied",
        ["said"],
    ),
    "a full stop that belongs to the words": ("at 7.30 a.m.", "Thursday", ["at 7.30 a.m."]),
    "a quotation that lost a word": ("we will not pay", "we will pay", ["not"]),
}


@pytest.mark.parametrize(("said", "other", "marks"), WORDS.values(), ids=WORDS)
def test_words_that_differ(said: str, other: str, marks: list[str]) -> None:
    assert [said[start:end] for start, end in differing(said, other)] == marks


PLACES = {
    "as a whole word, not as part of a number": ("In 120 minutes 12 died", "12", 15),
    "in the middle of a word, if nowhere else": ("a 12-year-old", "year-o", 5),
    "not there": ("Nine died", "12", None),
    "nothing to look for": ("Nine died", "", None),
}


@pytest.mark.parametrize(("quote", "said", "at"), PLACES.values(), ids=PLACES)
def test_where_the_value_stands(quote: str, said: str, at: int | None) -> None:
    assert locate(quote, said) == at


def test_without_styles_characters_mark_what_differs() -> None:
    assert lines(marked("Fire kills 12 people.", "12 people", "9 people")) == [
        "“Fire kills **12** people.”"
    ]


def test_on_a_terminal_what_differs_is_reversed_not_only_coloured() -> None:
    [line] = lines(marked("Fire kills 12.", "12", "9"), styled=True)
    assert line == "“Fire kills \x1b[1;7m12\x1b[0m.”"


def test_the_given_place_wins_over_the_first_match() -> None:
    twice = marked("12 hurt, 12 killed", "12", "9", at=9)
    assert lines(twice) == ["“12 hurt, **12** killed”"]


def test_a_long_quotation_is_cut_around_its_value_at_words() -> None:
    quote = f"{'before ' * 40}killed 12 people {'after ' * 40}end."
    [line] = lines(marked(quote, "12 people", "9 people", short=True), 400)
    assert line.startswith("“… before before")
    assert line.endswith("after after …”")
    assert "killed **12** people after" in line
    assert len(line) < 270


def test_a_short_quotation_is_left_whole() -> None:
    assert lines(marked("Fire kills 12.", "12", "9", short=True)) == ["“Fire kills **12**.”"]


def test_a_quotation_with_an_escape_sequence_is_shown_not_obeyed() -> None:
    [line] = lines(marked("\x1b[2J12 died", "12", "9"), styled=True)
    assert line == "“␛[2J\x1b[1;7m12\x1b[0m died”"
