"""The score of a run over cases as rich renderables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from flows.console.finding import finding_card
from flows.console.words import NOTHING, counted, outside
from flows.evaluate.cases import Case, Expected
from flows.evaluate.scoring import CaseScore, Score, by_family, by_prefix, total


def score_page(scores: Sequence[CaseScore]) -> RenderableType:
    """Scores, then every missed row and every false alarm with its quotations."""
    parts: list[RenderableType] = [_scores(scores), Text(), _apart(scores)]
    missed = [(score.case, row) for score in scores for row in score.missed]
    if missed:
        parts += [Text(), _heading(f"Missed: {len(missed)}")]
        parts += [_missed(case, row) for case, row in missed]
    alarms = [(score.case, alarm) for score in scores for alarm in score.false_alarms]
    if alarms:
        parts += [Text(), _heading(f"False alarms: {len(alarms)}")]
        for case, alarm in alarms:
            parts += [_case(case), Padding(finding_card(alarm), (0, 0, 0, 2))]
    reasons = [(score.case, row) for score in scores for row in score.reasons_missed]
    if reasons:
        parts += [Text(), _heading(f"Reasons not given: {len(reasons)}")]
        for case, row in reasons:
            wanted = " or ".join(reason.value for reason in row.reasons)
            families = " or ".join(family.value for family in row.families)
            parts.append(Text.assemble(_case(case), f"  {families} {wanted}"))
    return Group(*parts)


def _scores(scores: Sequence[CaseScore]) -> Table:
    table = Table(box=None, header_style="quiet", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("")
    for name in ("rows", "met", "missed", "false alarms", "precision", "recall", "F1"):
        table.add_column(name, justify="right")
    _row(table, f"all {counted(len(scores), 'case')}", total(scores), "heading")
    families = {family.value: score for family, score in by_family(scores).items()}
    for groups in (families, by_prefix(scores)):
        table.add_row()
        _rows(table, groups)
    return table


def _rows(table: Table, groups: Mapping[str, Score]) -> None:
    for name, score in groups.items():
        _row(table, name, score)


def _row(table: Table, name: str, score: Score, style: str = "") -> None:
    shares = (
        NOTHING if share is None else f"{share:.3f}"
        for share in (score.precision, score.recall, score.f1)
    )
    numbers = (score.met + score.missed, score.met, score.missed, score.false_alarms)
    table.add_row(outside(name), *(str(number) for number in numbers), *shares, style=style)


def _apart(scores: Sequence[CaseScore]) -> Text:
    """Severity, roots and reasons, each in its line."""
    met = [one for score in scores for one in score.met]
    off = [one.severity_off for one in met if one.severity_off is not None]
    roots = [one.roots_right for one in met if one.roots_right is not None]
    given = sum(len(score.reasons_met) for score in scores)
    asked = given + sum(len(score.reasons_missed) for score in scores)
    near = sum(steps <= 1 for steps in off)
    lines = [
        f"severity: {_share(off.count(0), len(off))}; within one step: {_share(near, len(off))}",
        f"independent sources: {_share(sum(roots), len(roots))}",
        f"reasons: {_share(given, asked)}",
    ]
    return Text("\n".join(lines))


def _share(right: int, asked: int) -> str:
    return f"{right} of {asked} ({right / asked:.3f})" if asked else "none asked"


def _missed(case: Case, row: Expected) -> RenderableType:
    families = " or ".join(family.value for family in row.families)
    severity = f" {row.severity.value}" if row.severity else ""
    lines = [Text(f"{families}{severity}")]
    for saying in row.sayings:
        where = " or ".join(saying.urls)
        if saying.field:
            where += f", {saying.field.value}"
        if saying.revision:
            where += f", revision {saying.revision}"
        words = " or ".join(f"“{words}”" for words in saying.says)
        lines.append(Text.assemble(outside(words), "  ", outside(where, "quiet")))
    return Group(_case(case), Padding(Group(*lines), (0, 0, 1, 2)))


def _case(case: Case) -> Text:
    return Text.assemble(outside(case.id, "bold"), "  ", outside(case.about))


def _heading(words: str) -> Rule:
    return Rule(Text(words, "heading"), align="left", style="quiet")
