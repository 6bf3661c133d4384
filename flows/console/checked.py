"""What a check says of a few articles: event by event, what differs and what was let stand."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

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

T = TypeVar("T", covariant=True)


class Held(Collection[T], Protocol[T]):
    """Values that may be too many for memory, read at each pass."""

    def only(self, keys: Sequence[str]) -> Held[T]:
        """Those of some ids or fingerprints, in their order."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check comes to.

    Attributes:
        about: Addresses of the articles about each event that these articles speak of, by its id.
        events: These events.
        findings: Findings that rest on these articles.
        new: Fingerprints of those met for the first time.
        differences: What was compared and not flagged.
        read: Number of articles read.
    """

    about: Mapping[str, Set[str]]
    events: Held[Event]
    findings: Held[StoredFinding]
    new: frozenset[str]
    differences: Held[Reconciliation]
    read: int


@dataclass(slots=True)
class _Section:
    """An event and all that was found about it, by their keys.

    Attributes:
        event: Id of the event; None for what belongs to no event of these.
        about: Number of articles about it.
        worst: Rank of its worst finding.
        findings: Fingerprints of its findings.
        differences: Fingerprints of what was let stand.
    """

    event: str | None
    about: int
    worst: int = 0
    findings: list[str] = field(default_factory=list)
    differences: list[str] = field(default_factory=list)

    @property
    def order(self) -> tuple[int, int, int]:
        """Worst findings first, then what most articles are about; what has no event comes last."""
        return (self.event is None, -self.worst, -self.about)


def checked(result: Checked) -> Iterator[RenderableType]:
    """The whole result: counts, then each event with its findings, the worst first."""
    yield Text(
        f"{counted(result.read, 'article')} read · {counted(len(result.events), 'event')} · "
        f"{tally(result.findings)} · "
        f"{counted(len(result.differences), 'difference')} compared and not flagged",
        "heading",
    )
    for section in sorted(_sections(result), key=lambda section: section.order):
        if section.event or section.findings or section.differences:
            yield _shown(section, result)


def _sections(result: Checked) -> Collection[_Section]:
    sections = {of: _Section(of, len(urls)) for of, urls in result.about.items()}
    nowhere = _Section(None, 0)
    events_about = _events_by_article(result.about)
    for stored in result.findings:
        section = sections.get(_home(stored.finding, events_about), nowhere)
        section.findings.append(stored.finding.fingerprint)
        section.worst = max(section.worst, stored.finding.severity.rank)
    for difference in result.differences:
        section = sections.get(_home(difference, events_about), nowhere)
        section.differences.append(difference.fingerprint)
    return [*sections.values(), nowhere]


def _events_by_article(about: Mapping[str, Set[str]]) -> dict[str, list[str]]:
    """The events that each article is about, by its address."""
    found: dict[str, list[str]] = {}
    for event, urls in about.items():
        for url in urls:
            found.setdefault(url, []).append(event)
    return found


def _home(outcome: Finding | Reconciliation, events_about: Mapping[str, Sequence[str]]) -> str:
    """The event that an outcome is about; for one inside an article, what that article is about.

    Its id, "" where there is none.
    """
    if outcome.event:
        return outcome.event.id
    first, *others = {item.url for item in outcome.evidence}
    for event in events_about.get(first, ()):
        if all(event in events_about.get(url, ()) for url in others):
            return event
    return ""


def _shown(section: _Section, result: Checked) -> RenderableType:
    event = next(iter(result.events.only([section.event])), None) if section.event else None
    parts: list[RenderableType] = []
    if event:
        parts += [articles_list(event, joined=True), Text()]
        if changed := moved(timeline(event)):
            parts += [charts(changed), Text()]
        if (table := figures_table(event, background=True)) is not None:
            parts += [table, Text()]
    parts += [
        finding_card(stored, new=stored.finding.fingerprint in result.new, with_event=event is None)
        for stored in in_order(result.findings.only(section.findings))
    ]
    if section.differences:
        parts.append(not_flagged(result.differences.only(section.differences)))
    if event and event.apart:
        parts += [Text("Kept apart from", "heading"), kept_apart(event), Text()]
    heading = event_heading(event) if event else Text("About no event of these", "heading")
    body = Padding(Group(*parts), (0, 0, 0, 2))
    return Group(Text(), Rule(style="quiet"), heading, body)
