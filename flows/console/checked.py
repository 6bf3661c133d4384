"""What a check says of a few articles: event by event, what differs and what was let stand."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.text import Text

from checkers.model import Event, EventRef, Reconciliation
from flows.console.event import articles_list, event_title, not_flagged
from flows.console.figures import charts, figures_table
from flows.console.finding import finding_card, in_order, tally
from flows.console.words import counted, outside
from flows.plain.timeline import moved, timeline
from storage.stored import StoredFinding


def checked(
    events: Sequence[Event],
    findings: Sequence[StoredFinding],
    new: frozenset[str],
    differences: Sequence[Reconciliation],
    read: int,
) -> RenderableType:
    """The whole result: events with findings first, then the others, then what has no event.

    Args:
        events: Those the articles are about.
        findings: Those that rest on these articles.
        new: Fingerprints of the findings met for the first time.
        differences: What was compared and not flagged.
        read: Number of articles read.
    """
    worst = {event.id: _worst(event, findings) for event in events}
    parts: list[RenderableType] = [_counts(events, findings, differences, read)]
    known = {event.id for event in events}
    for event in sorted(events, key=lambda one: -worst[one.id]):
        parts += [
            Text(),
            _section(
                event,
                [stored for stored in findings if _of(stored.finding.event) == event.id],
                new,
                [one for one in differences if _of(one.event) == event.id],
            ),
        ]
    parts += _rest(
        [stored for stored in findings if _of(stored.finding.event) not in known],
        new,
        [one for one in differences if _of(one.event) not in known],
    )
    return Group(*parts)


def _counts(
    events: Sequence[Event],
    findings: Sequence[StoredFinding],
    differences: Sequence[Reconciliation],
    read: int,
) -> Text:
    return Text(
        f"{counted(read, 'article')} read · {counted(len(events), 'event')} · {tally(findings)} · "
        f"{counted(len(differences), 'difference')} compared and not flagged",
        "heading",
    )


def _section(
    event: Event,
    findings: Sequence[StoredFinding],
    new: frozenset[str],
    differences: Sequence[Reconciliation],
) -> RenderableType:
    heading = Text.assemble(event_title(event), (f"  event {event.id}", "quiet"))
    parts: list[RenderableType] = [articles_list(event, joined=True)]
    if changed := moved(timeline(event)):
        parts += [Text(), charts(changed)]
    if (table := figures_table(event, background=True)) is not None:
        parts += [Text(), table]
    parts.append(Text())
    parts += [
        finding_card(stored, new=stored.finding.fingerprint in new, with_event=False)
        for stored in in_order(findings)
    ]
    if differences:
        parts.append(not_flagged(differences))
    if event.apart:
        parts += [_kept_apart(event)]
    return Group(Rule(heading, align="left", style="quiet"), Padding(Group(*parts), (0, 0, 0, 1)))


def _kept_apart(event: Event) -> Text:
    lines = [Text("Kept apart from", "heading")]
    lines += [
        Text.assemble("  ", event_title(one.event), ("  ", ""), outside(one.why, "quiet"))
        for one in event.apart
    ]
    return Text("\n").join(lines)


def _rest(
    findings: Sequence[StoredFinding], new: frozenset[str], differences: Sequence[Reconciliation]
) -> list[RenderableType]:
    """What rests on a single article or a picture, and on no event of these."""
    if not findings and not differences:
        return []
    parts: list[RenderableType] = [
        finding_card(stored, new=stored.finding.fingerprint in new) for stored in in_order(findings)
    ]
    if differences:
        parts.append(not_flagged(differences))
    heading = Rule(Text("Within one article, or about no event above"), align="left", style="quiet")
    return [Text(), heading, Padding(Group(*parts), (0, 0, 0, 1))]


def _worst(event: Event, findings: Sequence[StoredFinding]) -> int:
    ranks = [one.finding.severity.rank for one in findings if _of(one.finding.event) == event.id]
    return max(ranks, default=0)


def _of(event: EventRef | None) -> str:
    return event.id if event else ""
