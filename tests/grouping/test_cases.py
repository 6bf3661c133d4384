"""Whole cases: what is flagged across articles rests on what was grouped, and on nothing else."""

from __future__ import annotations

import pytest

from checkers.model import Family
from tests.casework import case_ids, run_case_file, shortcomings

COUNTS = frozenset({Family.CAS})


@pytest.mark.parametrize("name", case_ids("grouping"))
def test_case(name: str) -> None:
    assert shortcomings(run_case_file("grouping")[name], COUNTS) == []
