"""CAS105 over a table of cases: more people than were aboard."""

from __future__ import annotations

import pytest

from checkers.rules.parts_exceed_whole import check
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
