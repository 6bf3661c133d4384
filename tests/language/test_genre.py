"""What sort of text an article is: declared pictures, wires, corrections, languages."""

from __future__ import annotations

import pytest

from checkers.language.captions import is_declared_old
from checkers.language.genre import is_correction
from tests.language.counted import reading

CAPTIONS = {
    "FILE - The harbour of Orvel.": True,
    "The harbour of Orvel (file photo)": True,
    "A stock picture of a fire engine": True,
    "Artist's impression of the bridge": True,
    "Illustration: Ana Brek": True,
    "AI-generated picture": True,
    "Rescuers at the market hall on Friday": False,
    "Police file past the coffin": False,
    "The archbishop arrives": False,
}


@pytest.mark.parametrize(("caption", "declared"), CAPTIONS.items())
def test_a_picture_declared_old_or_drawn(caption: str, declared: bool) -> None:
    assert is_declared_old(caption) is declared


CORRECTIONS = {
    "Correction: the toll is 12.": True,
    "An earlier version of this article gave a wrong name.": True,
    "This story has been corrected.": True,
    "We apologise for the error.": True,
    "The mayor corrected the minister.": False,
    "He was sent to a house of correction in 1890.": False,
}


@pytest.mark.parametrize(("sentence", "corrects"), CORRECTIONS.items())
def test_a_correction_is_the_outlets_own(sentence: str, corrects: bool) -> None:
    assert is_correction(sentence) is corrects


WIRES = {
    "ORVEL (TCP) — Nine people died in a fire on Friday.": "TCP",
    "Nine people died in a fire on Friday.\n\n(Reuters)": "Reuters",
    "Nine people died in a fire on Friday, the AP office said.": "",
}


@pytest.mark.parametrize(("text", "wire"), WIRES.items())
def test_whose_report_an_article_repeats(text: str, wire: str) -> None:
    assert reading(text).wire == wire
