"""Which words stand for a story, and how much it tells to share them."""

from __future__ import annotations

import pytest

from checkers.language.rarity import rarity
from checkers.language.terms import is_age, is_name, is_person, salient_terms, weight

KEPT = {  # (headline, text): terms that must be among those kept
    ("Ferry sinks off Orlanda", "The Grey Heron sank on Friday."): {"Heron", "ferry", "orlanda"},
    ("", "Divers raised the wreck of the Halcyon."): {"Halcyon", "wreck", "diver"},
    ("", "The mayor, Clara Vey, 52, wept."): {"Clara Vey", "Vey", "52-year-old"},
    ("", "A 19-year-old was hurt."): {"19-year-old"},
    ("", "Two men aged 23 and 31 were hurt."): {"23-year-old"},
    ("", "Police identified the dead man as Tomas Wrede."): {"Tomas Wrede"},
    ("", "The 41-year-old Emil Harsk had no enemies."): {"Emil Harsk", "41-year-old"},
    ("", "The driver, Emil Harsk III, 24, died."): {"Emil Harsk"},
    ("", "It was Emil Harsk's bakery."): {"Harsk", "bakery"},
    ("", "They sold pretzels; pretzels were all they had."): {"pretzel"},
}


@pytest.mark.parametrize(("story", "kept"), KEPT.items())
def test_telling_words_are_kept(story: tuple[str, str], kept: set[str]) -> None:
    headline, text = story
    assert kept <= set(salient_terms(headline, [text]))


LEFT_OUT = {  # text: what must not be among its terms
    "They were there on Thursday in March.": {"thursday", "march", "they", "there"},
    "The Mayor spoke; the mayor left.": {"Mayor"},
    "Bread is dear.": {"Bread"},
    "NATO met.": {"NATO", "Nato"},
    "Chief Ana Torrel, who spoke, left.": {"Ana Torrel"},
    "Watch it on Harlow Action News 5.": {"Harlow News", "Action News"},
    "On April 21, they wept.": {"On April"},
}


@pytest.mark.parametrize(("text", "out"), LEFT_OUT.items())
def test_what_tells_nothing_or_is_no_name_is_not_kept_as_one(text: str, out: set[str]) -> None:
    assert not out & set(salient_terms("", [text]))


def test_a_headline_weighs_more_than_the_text() -> None:
    assert salient_terms("Granary collapses", ["Pigeons fled. A turnstile jammed."])[0] == "granary"


@pytest.mark.parametrize(
    ("rarer", "commoner"),
    [
        ("granary", "house"),
        ("pretzel", "police"),
        ("halcyon", "water"),
        ("zzyzx", "bakery"),
        ("bakery", "gunman"),  # every shooting has one
        ("mayor", "officer"),
    ],
)
def test_a_rare_word_tells_more_than_a_common_one(rarer: str, commoner: str) -> None:
    assert rarity(rarer) > rarity(commoner)


@pytest.mark.parametrize("word", ["the", "and", "monday", "march", "they"])
def test_function_words_and_times_tell_nothing(word: str) -> None:
    assert rarity(word) == 0


@pytest.mark.parametrize(
    ("term", "is_what"),
    [("Harsk", is_name), ("Emil Harsk", is_person), ("41-year-old", is_age)],
)
def test_a_term_is_of_one_sort(term: str, is_what: object) -> None:
    assert [test for test in (is_name, is_person, is_age) if test(term)] == [is_what]


def test_a_person_tells_more_than_any_word() -> None:
    assert weight("Emil Harsk") > weight("Zzyzx") > weight("41-year-old")
