"""Rules: the list, and one with what it flags, what it spares, and an example of each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from checkers.rule import Report, Rule
from flows.console.words import counted, moment, outside
from flows.plain.vocabulary import CLAIM_FIELDS, FAMILIES, FIELDS_OF


def rules_table(rules: Sequence[Rule]) -> RenderableType:
    """One row to a rule."""
    table = Table(box=None, header_style="quiet", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("code", no_wrap=True)
    table.add_column("looks at", no_wrap=True)
    table.add_column("what it flags", overflow="fold")
    for rule in rules:
        table.add_row(
            Text(rule.code, "bold"),
            Text(rule.looks_at.value, "quiet"),
            Text.assemble(outside(rule.title, "heading"), "\n", outside(rule.flags)),
        )
    return Group(table, Text(counted(len(rules), "rule"), "quiet"))


def rule_in_full(rule: Rule) -> RenderableType:
    """One rule, as its author explains it."""
    return Group(
        Text.assemble((rule.code, "bold"), " ", outside(rule.title, "heading")),
        Text(f"{FAMILIES[rule.family]} · looks at: {rule.looks_at.value}", "quiet"),
        Text(),
        _flags_and_spares(rule),
        Text(),
        Text("Flagged", "heading"),
        *(_report(report) for report in rule.example),
        Text("Not flagged", "heading"),
        *(_report(report) for report in rule.counterexample),
    )


def _flags_and_spares(rule: Rule) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    table.add_row(Text("Flags", "heading"), outside(rule.flags))
    table.add_row(Text("Spares", "heading"), outside(rule.spares))
    return table


def claims_explained() -> RenderableType:
    """The fields of a claim, as ``recount read --json`` prints them: of all kinds, then of each."""
    parts: list[RenderableType] = [Text("Every claim", "heading"), _fields(CLAIM_FIELDS)]
    for kind, fields in FIELDS_OF.items():
        parts += [Text(kind.value, "heading"), _fields(fields)]
    return Group(*parts)


def _fields(fields: Mapping[str, str]) -> RenderableType:
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True, min_width=max(len(name) for name in CLAIM_FIELDS))
    table.add_column(overflow="fold")
    for name, meaning in fields.items():
        table.add_row(Text(name, "bold"), Text(meaning))
    return Padding(table, (0, 0, 1, 2))


def _report(report: Report) -> RenderableType:
    title = (outside(report.title, "heading"), "\n") if report.title else ()
    caption = ("\nCaption: ", outside(report.caption, "italic")) if report.caption else ()
    words = Text.assemble(*title, outside(report.text), *caption)
    at = datetime.fromisoformat(report.published) if report.published else None
    return Padding(Group(Text(moment(at), "quiet"), words), (0, 0, 1, 2))
