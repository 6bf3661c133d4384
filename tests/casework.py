"""Runs a file of cases and gives back, case by case, what was found in it."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from checkers.model import Family
from flows.evaluate.cases import Case, read_cases
from flows.evaluate.running import CaseRun, run_cases
from flows.evaluate.scoring import CaseScore, score_case

FOLDER = Path(__file__).parent / "cases"
_SEEN = datetime(2026, 12, 1, 2, 30, tzinfo=UTC)


def case_ids(name: str) -> list[str]:
    """The ids of the cases in ``tests/cases/<name>.jsonl``."""
    return [case.id for case in _cases(name)]


def run_case_file(name: str) -> dict[str, CaseRun]:
    """What was found in each case of ``tests/cases/<name>.jsonl``, by its id; run only once."""
    return _runs(name)


def shortcomings(run: CaseRun, families: frozenset[Family]) -> list[str]:
    """What is missed in a case, and what these families flag in it that nobody asked for."""
    score: CaseScore = score_case(run.case, run.findings, run.reconciliations)
    return [
        *(f"missed {expected.row}" for expected in score.missed),
        *(f"no reason {wanted.row}" for wanted in score.reasons_missed),
        *(
            f"false alarm {stored.finding.message}"
            for stored in score.false_alarms
            if stored.finding.family in families
        ),
        *(f"failed {what}: {why}" for what, why in run.failures),
    ]


@cache
def _cases(name: str) -> tuple[Case, ...]:
    read = tuple(read_cases(FOLDER / f"{name}.jsonl"))
    assert all(isinstance(case, Case) for case in read), read
    return tuple(case for case in read if isinstance(case, Case))


@cache
def _runs(name: str) -> dict[str, CaseRun]:
    return {run.case.id: run for run in run_cases(_cases(name), jobs=1, seen=_SEEN)}
