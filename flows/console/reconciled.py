"""Differences that are not findings: what was compared, and why it was let stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from checkers.model import Reason, Reconciliation
from flows.console.quotations import pair
from flows.console.words import counted, outside
from flows.plain.vocabulary import REASONS

EACH = 8  # differences shown for one reason; --json lists all of them


def reconciled(differences: Iterable[Reconciliation], *, each: int = EACH) -> RenderableType:
    """Differences by reason, the commonest first, each with both quotations."""
    counts: Counter[Reason] = Counter()
    first: dict[Reason, list[Reconciliation]] = {}
    for difference in differences:
        counts[difference.reason] += 1
        if counts[difference.reason] <= each:
            first.setdefault(difference.reason, []).append(difference)
    parts: list[RenderableType] = []
    for reason in sorted(counts, key=lambda one: (-counts[one], one)):
        parts.append(Text.assemble((reason.value, "heading"), (f"  {REASONS[reason]}", "quiet")))
        parts += [
            Padding(Group(outside(one.message), pair(one.evidence)), (0, 0, 1, 2))
            for one in first.get(reason, ())
        ]
        if counts[reason] > each:
            more = counted(counts[reason] - each, "more difference")
            parts.append(Padding(Text(f"{more}; --json lists all", "quiet"), (0, 0, 1, 2)))
    return Group(*parts)


def reason_counts(counts: Mapping[Reason, int]) -> Table:
    """How many differences each reason explains, the commonest first."""
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right")
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for reason, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        table.add_row(Text(str(count)), Text(reason.value), Text(REASONS[reason], "quiet"))
    return table
