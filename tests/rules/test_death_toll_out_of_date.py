"""CAS102 over a table of cases: figures that had been overtaken when they were published."""

from __future__ import annotations

import pytest

from checkers.model import Finding, Severity
from checkers.rules.death_toll_out_of_date import check
from tests.marked import Text, event, quotations

TWELVE = "The collapse killed [12 people]{killed 12..12}."
THIRTY_ONE = "The toll has reached [31]{killed 31..31}."
LATE = "On Saturday [twelve]{killed 12..12} died."

CASES = {  # what is tried: reports, quotations in the findings
    "the first toll comes back two days later": (
        [Text(9, TWELVE), Text(30, THIRTY_ONE), Text(60, LATE)],
        [["31", "twelve"]],
    ),
    "the first report itself is not out of date": ([Text(9, TWELVE), Text(30, THIRTY_ONE)], []),
    "a lower figure that nobody gave before": ([Text(30, THIRTY_ONE), Text(60, LATE)], []),
    "at the same time as the first report": (
        [Text(9, TWELVE), Text(9, LATE), Text(30, THIRTY_ONE)],
        [],
    ),
    "a revised figure": (
        [
            Text(9, TWELVE),
            Text(30, THIRTY_ONE),
            Text(60, "Officials revised the toll to [12]{killed 12..12}."),
        ],
        [],
    ),
}


@pytest.mark.parametrize(("reports", "flagged"), CASES.values(), ids=CASES)
def test_out_of_date(reports: list[Text], flagged: list[list[str]]) -> None:
    assert quotations(list(check(event(*reports)))) == flagged


def test_it_is_low_and_says_so() -> None:
    reports = (
        Text(9, TWELVE),
        Text(30, THIRTY_ONE, outlet="Wire"),
        Text(60, LATE, outlet="Touchline"),
    )
    (finding,) = [f for f in check(event(*reports)) if isinstance(f, Finding)]
    assert finding.severity is Severity.LOW
    assert finding.message == (
        "Touchline still has 12 on 7 Mar 2026 12:00, after Wire has 31 killed (6 Mar 2026 06:00)."
    )
