"""Which details of a text can be set beside those of another."""

from __future__ import annotations

import pytest

from checkers.language.details import details_in, is_detail, of_sort

FOUND: dict[str, tuple[str, ...]] = {
    "He was shot in the 1400 block of Orchard Street.": ("street orchard", "block 1400"),
    "It was at 76 N. Weir Ln. in Dorrin.": ("street weir", "block 76"),
    "They met near 52nd Avenue.": ("street 52nd",),
    "A lorry left Interstate 94.": ("street 94",),
    "The magnitude was 6.4.": ("number 6.4",),
    "It cost 1,400 crowns.": ("number 1400",),
    "It shook Rusna in June 2009.": ("year 2009", "month jun"),
    "The 1900 block was shut.": ("block 1900",),
    "Her father sat in parliament from 1981 to 1994.": (),
    "It burned in 1981 and in 1994.": ("year 1981", "year 1994"),
    "Ida Wessel, 34, was hurt.": (),
    "A 34-year-old was hurt.": (),
    "The Supreme Court met.": (),
    "Nobody was hurt.": (),
}


@pytest.mark.parametrize("text", FOUND)
def test_details_are_found_by_sort(text: str) -> None:
    assert details_in([text]) == FOUND[text]


def test_each_is_given_once() -> None:
    assert details_in(["On Orchard Street.", "On Orchard St."]) == ("street orchard",)


def test_a_detail_is_told_from_words_and_people() -> None:
    terms = ("street orchard", "Ida Wessel", "34-year-old", "moped", "year 2009")
    assert [term for term in terms if is_detail(term)] == ["street orchard", "year 2009"]
    assert of_sort(terms, "year") == {"year 2009"}
