"""Words with their marks, cut as spaCy's English tokeniser cuts them."""

from __future__ import annotations

from itertools import product

import pytest
import spacy

from checkers.language.tokeniser import tokens_of

CASES = {
    "harbour": ("harbour",),
    '"Dorrin,"': ('"', "Dorrin", ",", '"'),
    "(Velmara)": ("(", "Velmara", ")"),
    "mayor's,": ("mayor", "'s", ","),
    "Orsk-led": ("Orsk", "-", "led"),
    "84,": ("84", ","),
    "cannot": ("can", "not"),
    '"Oct.': ('"', "Oct."),
    "U.S.-led": ("U.S.-led",),
    "$4.5m": ("$", "4.5", "m"),
}


@pytest.mark.parametrize(("stretch", "tokens"), CASES.items(), ids=CASES)
def test_tokens(stretch: str, tokens: tuple[str, ...]) -> None:
    assert tokens_of(stretch) == tokens


WORDS = (
    "harbour Harbour HARBOUR Oct St Mrs cant Hes I a km p.m 12 12.5 3-4 half-built cant-do "
    "Vale-St it's mayor's Lena's crews' naïve"
).split()
OPENINGS = ("", '"', "(", "'", '("', "[")
CLOSINGS = ("", ",", ".", ":", ";", ")", '"', "'", "''", '."', ".)", "):", ':)"', "'s", "'s,", "!")


def test_cut_as_spacy_cuts() -> None:
    """Whatever stands around a word, the tokens are the tokeniser's own."""
    nlp = spacy.blank("en")
    for opening, word, closing in product(OPENINGS, WORDS, CLOSINGS):
        stretch = opening + word + closing
        assert tokens_of(stretch) == tuple(token.text for token in nlp.make_doc(stretch)), stretch


def test_a_long_run_of_marks() -> None:
    assert len(tokens_of('"' * 5_000)) == 5_000
