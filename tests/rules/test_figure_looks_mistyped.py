"""CAS107 over a table of cases: letters where digits belong."""

from __future__ import annotations

from dataclasses import replace

from checkers.model import Finding, Severity
from checkers.rules.figure_looks_mistyped import check
from tests.marked import Text, reading


def test_a_doubtful_figure_is_low_and_says_what_was_meant() -> None:
    found = reading(Text(9, "[l2 people]{killed 12..12} were killed."))
    doubtful = replace(
        found, claims=tuple(replace(c, uncertain="suspected typo") for c in found.claims)
    )
    (finding,) = check(doubtful)
    assert isinstance(finding, Finding)
    assert finding.severity is Severity.LOW
    assert finding.message == "“l2 people” was probably meant to be 12."
    assert [e.quote for e in finding.evidence] == ["l2 people were killed."]


def test_a_plain_figure_is_not_flagged() -> None:
    assert list(check(reading(Text(9, "[12 people]{killed 12..12} were killed.")))) == []
