"""One character for one: regular text whose offsets still hold."""

from __future__ import annotations

import subprocess
import sys

import pytest

from checkers.language.characters import normalise

CASES = {  # what is tried: as it came in, normalised
    "plain text": ("12 people were killed.", "12 people were killed."),
    "typographic quotation marks": ("“We can’t,” she said.", '"We can\'t," she said.'),
    "guillemets and low marks": ("«a» „b“", '"a" "b"'),
    "narrow and fixed spaces": ("1 200\u00a0people\u202fdied", "1 200 people died"),
    "Arabic-Indic digits": ("١٢ قتيلا", "12 قتيلا"),
    "Devanagari digits": ("१२ लोग", "12 लोग"),
    "full-width forms": ("１２ ｄｅａｄ！", "12 dead!"),
    "a hyphen that does not break": ("24\u2011year\u2011old", "24-year-old"),
    "tabs and line ends": ("a\tb\r\nc", "a b \nc"),
    "characters beyond the basic plane": ("𝟏𝟐 people 🙂", "12 people 🙂"),
}


@pytest.mark.parametrize(("text", "plain"), CASES.values(), ids=CASES)
def test_normalised_and_as_long_as_before(text: str, plain: str) -> None:
    assert normalise(text) == plain
    assert len(normalise(text)) == len(text)


def test_reading_does_not_import_all_of_textacy_and_leaves_it_whole_for_others() -> None:
    told = (
        "import sys, checkers.language.characters; assert 'sklearn' not in sys.modules; "
        "from textacy import extract, preprocessing; "
        "print(preprocessing.normalize.quotation_marks('“x”'), extract.__name__)"
    )
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == '"x" textacy.extract'
