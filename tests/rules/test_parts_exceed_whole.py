"""CAS105 over tables of cases: more people than were aboard, or than hospitals took in."""

from __future__ import annotations

import pytest

from checkers.rules.parts_exceed_whole import check
from tests.language.counted import reading as read
from tests.marked import Text, quotations, reading

ABOARD = "The ferry carried [150]{aboard 150..150}. "

CASES = {  # what is tried: text, quotations in the finding
    "fourteen too many": (
        "[94]{rescued 94..94} rescued, [40]{killed 40..40} dead, [30]{missing 30..30} missing.",
        [["150", "40", "30", "94"]],
    ),
    "exactly all of them": (
        "[94]{rescued 94..94} rescued, [26]{killed 26..26} dead, [30]{missing 30..30} missing.",
        [],
    ),
    "fewer than were aboard": ("[94]{rescued 94..94} rescued, [40]{killed 40..40} dead.", []),
    "a single part is compared elsewhere": ("[164]{rescued 164..164} rescued.", []),
    "figures of another sinking": (
        "[94]{rescued 94..94 m2} rescued, [70]{killed 70..70 m2} dead in 2019.",
        [],
    ),
}


@pytest.mark.parametrize(("text", "flagged"), CASES.values(), ids=CASES)
def test_parts(text: str, flagged: list[list[str]]) -> None:
    assert quotations(list(check(reading(Text(9, ABOARD + text))))) == flagged


TAKEN_IN = {  # what is tried: text, message of the finding or ""
    "two too many": (
        "The hospitals of the region received 12 people. Nine people were taken to Orvel "
        "Medical Centre. Vell Hospital received six patients.",
        "All hospitals together took in 12, one by one 9, 6: that makes 15.",
    ),
    "together, told the other way round": (
        "Twelve people were taken to hospitals in Orvel. Eight were taken to Vell Hospital and are "
        "stable. Seven people were taken to St Ilva Clinic.",
        "All hospitals together took in 12, one by one 8, 7: that makes 15.",
    ),
    "fewer: not every hospital is named": (
        "The town's hospitals received 12 people. Four people were taken to Vell Hospital. Six "
        "people were taken to St Ilva Clinic.",
        "",
    ),
    "some of one hospital were told of before": (
        "The town's hospitals received 12 people. Nine people were taken to Vell Hospital. Five "
        "people were taken to Vell Hospital by helicopter.",
        "",
    ),
    "some were moved on": (
        "The town's hospitals received 12 people. Nine people were taken to Vell Hospital. Five "
        "people were transferred to St Ilva Clinic.",
        "",
    ),
    "one hospital alone is no list": (
        "Vell Hospital received 12 people. Nine people were taken to St Ilva Clinic. Five people "
        "were taken to Orvel Infirmary.",
        "",
    ),
}


@pytest.mark.parametrize(("text", "message"), TAKEN_IN.values(), ids=TAKEN_IN)
def test_hospitals(text: str, message: str) -> None:
    told = read(f"A roof fell in Orvel on Friday.\n\n{text}", "Roof falls in Orvel")
    found = [outcome.message for outcome in check(told)]
    assert found == ([message] if message else [])
