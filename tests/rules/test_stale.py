"""STL101 to STL103 over a file of cases."""

from __future__ import annotations

import pytest

from checkers.model import Family
from checkers.rule import Checker
from checkers.rules import date_moved, old_text_shown_as_new, passage_recycled
from tests.casework import case_ids, run_case_file, shortcomings

STALE = frozenset({Family.EDT, Family.STL})

FOUND_BY: dict[str, Checker] = {
    "ST-01": old_text_shown_as_new,
    "ST-10": date_moved,
    "ST-30": passage_recycled,
}


@pytest.mark.parametrize("case", case_ids("stale"))
def test_stale_stories(case: str) -> None:
    assert shortcomings(run_case_file("stale")[case], STALE) == []


@pytest.mark.parametrize(("case", "rule"), FOUND_BY.items(), ids=FOUND_BY)
def test_each_kind_has_its_rule(case: str, rule: Checker) -> None:
    run = run_case_file("stale")[case]
    assert rule.RULE.code in {stored.finding.code for stored in run.findings}


def test_a_migration_is_one_note() -> None:
    run = run_case_file("stale")["ST-14"]
    notes = [one for one in run.reconciliations if one.reason == "migration"]
    assert len(notes) == 1
