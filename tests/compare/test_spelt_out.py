"""A number of people beside the words that spell them out."""

from __future__ import annotations

import pytest

from checkers.compare.spelt_out import misspelt
from checkers.model import Article, Reading

WRONG = {  # a text: the number with its noun, and the list
    "Five others -- two women and a man -- were taken to hospital.": (
        "Five others",
        "two women and a man",
    ),
    "The flood cut off four people, a 14-year-old and an 18-year-old, overnight.": (
        "four people",
        "a 14-year-old and an 18-year-old",
    ),
    "The five wounded victims - three men and a woman - are at home.": (
        "five wounded victims",
        "three men and a woman",
    ),
    "Six relatives (two girls, a boy and a man) are missing.": (
        "Six relatives",
        "two girls, a boy and a man",
    ),
}

RIGHT = [
    "Three others -- two women and a man -- were taken to hospital.",
    "Five people, two men and three women, drowned.",
    "Five people, among them two women and a man, drowned.",
    "Five people, a man and a woman, and three children drowned.",
    "Five people were on the boat, two men and a woman, the harbour master said.",
    "Three passengers (two girls, a boy and their uncle) and a guard are missing.",
    "The two men and a woman, five people said, had left before.",
]


@pytest.mark.parametrize(("text", "slip"), WRONG.items())
def test_a_list_that_makes_another_number(text: str, slip: tuple[str, str]) -> None:
    found = misspelt(Reading(Article(url="https://harbourpost.example/a", text=text)))
    assert [(s.counted.said, s.listed.said) for s in found] == [slip]


@pytest.mark.parametrize("text", RIGHT)
def test_a_list_that_fits_or_does_not_name_all(text: str) -> None:
    assert not list(misspelt(Reading(Article(url="https://harbourpost.example/a", text=text))))
