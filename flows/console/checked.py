"""What a check says of a few articles: event by event, what differs and what was let stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from checkers.model import Event, Finding, Reconciliation
from flows.console.event import articles_list, event_heading, kept_apart, not_flagged
from flows.console.figures import charts, figures_table
from flows.console.finding import finding_card, in_order, tally
from flows.console.words import counted
from flows.plain.timeline import moved, timeline
from storage.stored import StoredFinding


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check comes to.

    Attributes:
        events: The events these articles speak of.
        findings: Findings that rest on these articles.
        new: Fingerprints of those met for the first time.
        differences: What was compared and not flagged.
        read: Number of articles read.
    """

    events: Sequence[Event]
    findings: Sequence[StoredFinding]
    new: frozenset[str]
    differences: Sequence[Reconciliation]
    read: int


@dataclass(frozen=True, slots=True)
class _Section:
    """An event with all that was found about it; None is what belongs to no event of these."""

    event: Event | None
    findings: Sequence[StoredFinding]
    differences: Sequence[Reconciliation]

    @property
    def order(self) -> tuple[int, int, int]:
        """Worst findings first, then what most articles are about; what has no event comes last."""
        ranks = [stored.finding.severity.rank for stored in self.findings]
        about = sum(member.about for member in self.event.members) if self.event else 0
        return (self.event is None, -max(ranks, default=0), -about)


def checked(result: Checked) -> RenderableType:
    """The whole result: counts, then each event with its findings, the worst first."""
    counts = Text(
        f"{counted(result.read, 'article')} read · {counted(len(result.events), 'event')} · "
        f"{tally(result.findings)} · "
        f"{counted(len(result.differences), 'difference')} compared and not flagged",
        "heading",
    )
    sections = sorted(_sections(result), key=lambda section: section.order)
    return Group(counts, *(_shown(section, result.new) for section in sections))


def _sections(result: Checked) -> list[_Section]:
    events: list[Event | None] = [*result.events, None]
    sections = [
        _Section(
            event,
            [one for one in result.findings if _home(one.finding, result.events) is event],
            [one for one in result.differences if _home(one, result.events) is event],
        )
        for event in events
    ]
    return [one for one in sections if one.event or one.findings or one.differences]


def _home(outcome: Finding | Reconciliation, events: Sequence[Event]) -> Event | None:
    """The event that an outcome is about; for one inside an article, what that article is about."""
    if outcome.event:
        return next((event for event in events if event.id == outcome.event.id), None)
    urls = {item.url for item in outcome.evidence}
    return next((event for event in events if urls <= _about(event)), None)


def _about(event: Event) -> set[str]:
    return {member.reading.article.url for member in event.members if member.about}


def _shown(section: _Section, new: frozenset[str]) -> RenderableType:
    event = section.event
    parts: list[RenderableType] = []
    if event:
        parts += [articles_list(event, joined=True), Text()]
        if changed := moved(timeline(event)):
            parts += [charts(changed), Text()]
        if (table := figures_table(event, background=True)) is not None:
            parts += [table, Text()]
    parts += [
        finding_card(stored, new=stored.finding.fingerprint in new, with_event=event is None)
        for stored in in_order(section.findings)
    ]
    if section.differences:
        parts.append(not_flagged(section.differences))
    if event and event.apart:
        parts += [Text("Kept apart from", "heading"), kept_apart(event), Text()]
    heading = event_heading(event) if event else Text("About no event of these", "heading")
    body = Padding(Group(*parts), (0, 0, 0, 2))
    return Group(Text(), Rule(style="quiet"), heading, body)
