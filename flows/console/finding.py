"""Findings: as a list, as a card in a summary, and one in full."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from checkers.model import Article, Finding, Severity
from flows.console.quotations import sides, sides_in_full
from flows.console.words import (
    counted,
    event_line,
    listed,
    moment,
    outlet,
    outside,
    place_in_article,
    severity_badge,
    short_id,
)
from storage.stored import StoredFinding


def findings_table(findings: Sequence[StoredFinding]) -> RenderableType:
    """One row to a finding, worst first: what is at odds, in which event, who says so."""
    table = Table(box=None, header_style="quiet", pad_edge=False, padding=(0, 2, 0, 0), expand=True)
    table.add_column("id", no_wrap=True)
    table.add_column("severity", no_wrap=True)
    table.add_column("status", no_wrap=True)
    table.add_column("what is at odds", ratio=1, overflow="fold")
    for stored in in_order(findings):
        table.add_row(
            Text(stored.id, "bold"),
            severity_badge(stored.finding.severity),
            Text(stored.status.value),
            _row_words(stored),
        )
        table.add_row()
    return Group(table, Text(tally(findings), "quiet"))


def _row_words(stored: StoredFinding) -> Group:
    finding = stored.finding
    outlets = dict.fromkeys(outlet(item.publisher, item.url) for item in finding.evidence)
    about = event_line(finding.event)
    source = outside(listed(list(outlets)), "quiet")
    below = Text.assemble(about, " — " if about else "", source)
    heading = Text.assemble((finding.code, "quiet"), " ", outside(finding.message))
    return Group(heading, below)


def finding_card(stored: StoredFinding, *, new: bool = False, with_event: bool = True) -> Group:
    """One finding as an editor meets it: what is at odds, then both sides' quotations."""
    finding = stored.finding
    parts: list[RenderableType] = [_headline(stored, new=new)]
    if with_event and finding.event:
        parts.append(event_line(finding.event))
    parts += [
        outside(finding.message),
        Padding(sides(finding.sides, style=_bar(finding.severity)), (1, 0, 1, 2)),
    ]
    return Group(*parts)


def finding_in_full(
    stored: StoredFinding, articles: Mapping[tuple[str, int], Article]
) -> RenderableType:
    """Everything about one finding: quotations with context, who was first, timeline, history."""
    finding = stored.finding
    parts: list[RenderableType] = [_headline(stored, new=False)]
    if finding.event:
        parts.append(
            Text.assemble(
                event_line(finding.event), (f"  event {short_id(finding.event.id)}", "quiet")
            )
        )
    parts += [
        outside(finding.message, "heading"),
        Text(),
        sides_in_full(finding.sides, articles, style=_bar(finding.severity)),
        Text(),
        Text("Published in this order", "heading"),
        _published(finding),
        Text(),
        Text("History", "heading"),
        _history(stored),
        Text(),
        Text(f"recount explain {finding.code} says what this rule flags and spares.", "quiet"),
        Text(f"recount mark {stored.id} confirmed --note … keeps your decision.", "quiet"),
    ]
    return Group(*parts)


def in_order(findings: Iterable[StoredFinding]) -> list[StoredFinding]:
    """An editor's order: worst first, then by number of independent sources, then the freshest."""
    return sorted(
        findings,
        key=lambda stored: (
            -stored.finding.severity.rank,
            -sum(stored.finding.roots),
            -stored.last_seen.timestamp(),
            stored.id,
        ),
    )


def tally(findings: Collection[StoredFinding]) -> str:
    """``5 findings: 2 high, 3 low``."""
    if not findings:
        return "no findings"
    by_severity = Counter(stored.finding.severity for stored in findings)
    parts = [f"{by_severity[one]} {one.value}" for one in Severity if by_severity[one]]
    return f"{counted(len(findings), 'finding')}: {', '.join(parts)}"


def _headline(stored: StoredFinding, *, new: bool) -> Table:
    finding = stored.finding
    line = Table.grid(padding=(0, 1), expand=True)
    line.add_column(no_wrap=True)
    line.add_column(ratio=1, overflow="fold")
    line.add_column(justify="right", no_wrap=True)
    state = "new" if new else stored.status.value
    line.add_row(
        severity_badge(finding.severity),
        outside(finding.title, "heading"),
        Text.assemble((stored.id, "bold"), (f" · {finding.code} · {state}", "quiet")),
    )
    return line


def _published(finding: Finding) -> Table:
    """Every quotation in the order of publication: who said what first."""
    table = Table.grid(padding=(0, 2))
    for _ in range(3):
        table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    dated = sorted(
        (item for item in finding.evidence if item.published),
        key=lambda item: (item.published, item.revision) if item.published else (),
    )
    undated = [item for item in finding.evidence if not item.published]
    for number, item in enumerate([*dated, *undated]):
        first = ", first" if number == 0 and item.published else ""
        table.add_row(
            Text(moment(item.published)),
            outside(outlet(item.publisher, item.url), "outlet"),
            outside(item.value),
            outside(f"{place_in_article(item.span)}{first}", "quiet"),
        )
    return table


def _history(stored: StoredFinding) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(Text(moment(stored.first_seen)), Text("first seen"))
    for decision in stored.decisions:
        note = f": {decision.note}" if decision.note else ""
        table.add_row(
            Text(moment(decision.at)),
            outside(f"{decision.status.value} by {decision.by}{note}"),
        )
    if stored.until:
        table.add_row(Text(f"{stored.until.day} {stored.until:%b %Y}"), Text("snoozed until then"))
    table.add_row(Text(moment(stored.last_seen)), Text("last seen"))
    return table


def _bar(severity: Severity) -> str:
    return {Severity.HIGH: "red", Severity.MEDIUM: "yellow", Severity.LOW: "cyan"}[severity]
