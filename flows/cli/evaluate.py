"""``recount evaluate``: runs cases and scores them."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from checkers.errors import WrongUse
from flows.cli.exits import Exit
from flows.cli.options import SET_UP, AsJson, examples
from flows.cli.output import print_json, say_failures, show

if TYPE_CHECKING:
    from flows.evaluate.cases import Case
    from flows.evaluate.running import CaseRun
    from flows.evaluate.scoring import CaseScore


def add_to(app: typer.Typer) -> None:
    """Register the command."""
    app.command(
        rich_help_panel=SET_UP,
        epilog=examples(
            "recount evaluate tests/cases/figures.jsonl",
            "recount evaluate cases.jsonl --only FIG-06",
            "recount evaluate cases.jsonl --json > runs.jsonl",
        ),
    )(evaluate)


def evaluate(
    files: Annotated[
        list[Path],
        typer.Argument(metavar="CASES", help="Files of cases, one JSON object to a line."),
    ],
    *,
    only: Annotated[
        str, typer.Option(metavar="PREFIX", help="Run only cases whose id begins so.")
    ] = "",
    jobs: Annotated[
        int, typer.Option(min=0, help="Processes to run at once; 0: one to a core.")
    ] = 0,
    as_json: AsJson = False,
) -> int:
    """Run cases, each in a store of its own, and score what was found against what was expected."""
    from flows.cli.progress import progress
    from flows.evaluate.running import run_cases
    from flows.evaluate.scoring import score_case
    from flows.evaluate.shown import score_page

    cases, failures = _cases(files, only)
    scores = []
    with progress() as advance:
        runs = run_cases(cases, jobs=jobs or os.cpu_count() or 1, seen=datetime.now(UTC))
        for number, run in enumerate(runs, start=1):
            if advance:
                advance("cases", number, len(cases))
            failures += run.failures
            score = score_case(run.case, run.findings, run.reconciliations)
            scores.append(score)
            if as_json:
                print_json([_record(run, score)])
    if not as_json and scores:
        show(score_page(scores))
    say_failures(failures)
    if not scores:
        return Exit.UNUSABLE
    return Exit.PARTLY if failures else Exit.DONE


def _cases(files: list[Path], only: str) -> tuple[list[Case], list[tuple[str, str]]]:
    """The cases to run, and the lines that hold none.

    Raises:
        WrongUse: a file cannot be read, or no case has such an id.
    """
    from flows.evaluate.cases import CaseUnreadable, read_cases

    cases: list[Case] = []
    failures: list[tuple[str, str]] = []
    for path in files:
        for case in read_cases(path):
            if isinstance(case, CaseUnreadable):
                failures.append((case.where, case.why))
            elif case.id.startswith(only):
                cases.append(case)
    if not cases and not failures:
        raise WrongUse(f"no case has an id that begins with {only!r}")
    return cases, failures


def _record(run: CaseRun, score: CaseScore) -> dict[str, Any]:
    from flows.exports.records import finding_record, reconciliation_record

    return {
        "type": "case",
        "id": run.case.id,
        "findings": [finding_record(stored) for stored in run.findings],
        "reconciliations": [reconciliation_record(one) for one in run.reconciliations],
        "met": [dict(met.expected.row) for met in score.met],
        "missed": [dict(expected.row) for expected in score.missed],
        "false_alarms": [finding_record(stored) for stored in score.false_alarms],
        "reasons_met": [dict(reason.row) for reason in score.reasons_met],
        "reasons_missed": [dict(reason.row) for reason in score.reasons_missed],
    }
