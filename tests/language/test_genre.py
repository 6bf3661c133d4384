"""What sort of text an article is: declared pictures, wires, corrections, languages."""

from __future__ import annotations

import pytest

from checkers.language.captions import is_declared_old
from checkers.language.genre import is_correction
from checkers.model import ClaimKind
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


LANGUAGES = {  # a short text, and whether it is read
    "A blaze in Korma Hill on Monday left 120 families homeless, Councillor Zola Mbeki said. Gas "
    "bottles exploded. Nobody died.": True,
    "Incendie à Korma Hill lundi soir: un hôpital évacué, dit la police centrale du district. "
    "Aucun mort dans le quartier.": False,
    "Ein Brand in Korma Hill am Montag hat 120 Familien obdachlos gemacht, sagte die Polizei. "
    "In dem Hospital starb niemand.": False,
}


@pytest.mark.parametrize(("text", "read"), LANGUAGES.items())
def test_few_lines_full_of_names_are_english(text: str, read: bool) -> None:
    assert (not reading(text).unsupported) is read


def test_a_note_withdraws_what_stood_and_not_what_it_puts_right() -> None:
    note = "Clarification: this report has been amended. It stated that four died; in fact two did."
    counts = [
        (claim.count.point, claim.count.role.value)
        for claim in reading(f"Two people died on the ridge.\n\n{note}").claims
        if claim.kind is ClaimKind.COUNT
    ]
    assert counts == [(2, "total"), (4, "previous")]
