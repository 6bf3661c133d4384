"""Every file of own cases is run and scored; what was missed or flagged for nothing is listed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from flows.evaluate.cases import Case, read_cases
from flows.evaluate.running import run_cases
from flows.evaluate.scoring import CaseScore, score_case, total

CASES = Path(__file__).parent / "cases"
SEEN = datetime(2026, 12, 1, tzinfo=UTC)
LEAST_RECALL = 0.9
LEAST_PRECISION = 0.9
LEAST_REASONS = 0.9


def scored(path: Path) -> list[CaseScore]:
    """The scores of all cases of a file, every line of which must be one."""
    cases = [case for case in read_cases(path) if isinstance(case, Case)]
    assert len(cases) == len(path.read_text(encoding="utf-8").splitlines())
    runs = run_cases(cases, jobs=1, seen=SEEN)
    return [score_case(run.case, run.findings, run.reconciliations) for run in runs]


def shortcomings(scores: list[CaseScore]) -> str:
    """What was missed, flagged for nothing or left without its reason, a line each."""
    lines = []
    for score in scores:
        name = f"{score.case.id} ({score.case.about})"
        lines += [f"missed in {name}: {row.row}" for row in score.missed]
        lines += [f"reason missing in {name}: {row.row}" for row in score.reasons_missed]
        lines += [
            f"false alarm in {name}: {stored.finding.message}" for stored in score.false_alarms
        ]
    return "\n".join(lines)


@pytest.mark.parametrize("path", sorted(CASES.glob("*.jsonl")), ids=lambda path: path.stem)
def test_own_cases_are_met(path: Path) -> None:
    scores = scored(path)
    score = total(scores)
    met = sum(len(one.reasons_met) for one in scores)
    asked = met + sum(len(one.reasons_missed) for one in scores)
    found = shortcomings(scores)
    assert (score.recall or 0) >= LEAST_RECALL, found
    assert (score.precision or 0) >= LEAST_PRECISION, found
    assert met >= LEAST_REASONS * asked, found
