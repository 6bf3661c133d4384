"""The morning after: what one night's run found, as an editor wants to read it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nsmallest

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from checkers.model import Event, Reason
from flows.console.event import event_heading
from flows.console.figures import charts
from flows.console.finding import finding_card, tally
from flows.console.reconciled import reason_counts
from flows.console.words import counted, outside
from flows.plain.timeline import moved, timeline
from storage.stored import StoredFinding

CHARTS = 4  # events whose figures are drawn; `recount event ID` draws any


@dataclass(frozen=True, slots=True)
class Night:
    """What a run comes to.

    Attributes:
        statuses: How many articles came to each status ("read", "unchanged", …).
        events: The events these articles are about.
        findings: Findings that rest on these articles, in an editor's order.
        new: Fingerprints of those met for the first time.
        reasons: How many differences each reason explained.
        failures: What could not be taken in or read, and why.
    """

    statuses: Mapping[str, int]
    events: Collection[Event]
    findings: Collection[StoredFinding]
    new: frozenset[str]
    reasons: Mapping[Reason, int]
    failures: Sequence[tuple[str, str]]


def summary(night: Night) -> Iterator[RenderableType]:
    """Counts, findings worst first, figures that moved, reasons, failures; one after the other."""
    yield from (_counts(night), Text())
    for stored in night.findings:
        yield finding_card(stored, new=stored.finding.fingerprint in night.new)
    yield from _moved(night.events)
    if night.reasons:
        total = counted(sum(night.reasons.values()), "difference")
        yield from (
            _heading(f"Compared and not flagged: {total}"),
            reason_counts(night.reasons),
            Text(),
        )
    if night.failures:
        yield from (_heading(f"Failed: {len(night.failures)}"), _failures(night.failures), Text())
    first = next(iter(night.findings), None)
    if first:
        yield Text(f"recount show {first.id} has the whole of a finding.", "quiet")
    else:
        yield Text("recount findings lists what stands open from before.", "quiet")


def _counts(night: Night) -> Group:
    became = dict(night.statuses)
    articles = [counted(became.pop("read", 0), "article") + " read"]
    articles += [f"{number} {status}" for status, number in sorted(became.items())]
    articles.append(counted(len(night.events), "event"))
    found = f"{tally(night.findings)}"
    if night.findings:
        found += f" ({len(night.new)} new)"
    return Group(Text(" · ".join(articles)), Text(found.capitalize(), "heading"))


def _moved(events: Iterable[Event]) -> list[RenderableType]:
    """Charts of the events with most reports among those whose figures for people moved."""
    drawn = ((event, moved(timeline(event))) for event in events)
    changed = nsmallest(
        CHARTS,
        (one for one in drawn if one[1]),
        key=lambda one: (-len(one[0].members), one[0].id),
    )
    if not changed:
        return []
    parts: list[RenderableType] = [_heading("Figures that moved")]
    for event, figures in changed:
        chart = Padding(charts(figures), (0, 0, 1, 2))
        parts += [event_heading(event), chart]
    return parts


def _failures(failures: Sequence[tuple[str, str]]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(overflow="fold", ratio=1)
    for what, why in failures:
        table.add_row(outside(what, "bad"), outside(why))
    return table


def _heading(words: str) -> Rule:
    return Rule(Text(words, "heading"), align="left", style="quiet")
