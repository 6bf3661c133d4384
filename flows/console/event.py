"""Events: the list of them, their articles, and one in full."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from checkers.model import Event, Member, Reconciliation
from flows.console.figures import charts, figures_table
from flows.console.finding import finding_card, in_order, tally
from flows.console.reconciled import reconciled
from flows.console.words import counted, event_words, moment, outlet, outside, short_id, stretch
from flows.plain.timeline import moved, timeline
from storage.stored import EventChange, EventSummary, StoredFinding


def events_table(events: Sequence[EventSummary]) -> RenderableType:
    """One row to an event of the store: what, where and when, and how much is told of it."""
    table = Table(box=None, header_style="quiet", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("id", no_wrap=True)
    for name in ("articles", "in passing", "findings"):
        table.add_column(name, justify="right")
    table.add_column("event", overflow="fold")
    for summary in events:
        table.add_row(
            Text(short_id(summary.event.id), "bold"),
            Text(str(summary.articles)),
            Text(str(summary.mentions), "quiet"),
            Text(str(summary.findings), "bad" if summary.findings else "quiet"),
            event_title(summary.event),
        )
    return Group(table, Text(counted(len(events), "event"), "quiet"))


def events_with_articles(events: Sequence[Event]) -> RenderableType:
    """Each event with its articles and what joined them, those with most articles first."""
    parts: list[RenderableType] = []
    for event in sorted(events, key=lambda one: (-len(_articles(one, about=True)), one.id)):
        parts += [
            event_heading(event),
            Padding(articles_list(event, joined=True), (0, 0, 1, 2), expand=False),
        ]
    return Group(*parts, Text(counted(len(events), "event"), "quiet"))


def event_title(event: Event) -> Text:
    """Title, place and days of an event."""
    return event_words(event.title, event.kind, event.place, stretch(event.when))


def event_heading(event: Event) -> Text:
    """Title, place, days and id, to stand above what is said of the event."""
    title = event_title(event)
    title.stylize("heading")
    return title.append(f"  event {short_id(event.id)}", "quiet")


def event_in_full(
    event: Event,
    findings: Sequence[StoredFinding],
    differences: Sequence[Reconciliation],
    changes: Sequence[EventChange] = (),
) -> RenderableType:
    """One event: its articles and what joined them, figures, what was kept apart, what moved."""
    parts: list[RenderableType] = [
        event_heading(event),
        outside(event.kind, "quiet"),
        Text(),
        articles_list(event, joined=True),
    ]
    figures = timeline(event)
    if changed := moved(figures):
        parts += [Text(), charts(changed)]
    if (table := figures_table(event, background=True)) is not None:
        parts += [Text(), Text("Figures", "heading"), table]
    if event.apart:
        parts += [Text(), Text("Kept apart from", "heading"), kept_apart(event)]
    if changes:
        parts += [Text(), Text("Split and merged", "heading"), changes_list(event.id, changes)]
    parts += [Text(), Text(tally(findings).capitalize(), "heading"), Text()]
    parts += [finding_card(stored, with_event=False) for stored in in_order(findings)]
    if differences:
        parts += [not_flagged(differences)]
    return Group(*parts)


def articles_list(event: Event, *, joined: bool = False) -> RenderableType:
    """The articles about the event, then those that only mention it.

    Args:
        event: With its members.
        joined: Whether to say what joined each article to the event.
    """
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for member in (*_articles(event, about=True), *_articles(event, about=False)):
        article = member.reading.article
        title = outside(article.title or outlet("", article.url))
        if not member.about:
            title = Text.assemble(("in passing: ", "quiet"), title)
        if joined and member.joined_by:
            title = Text.assemble(title, "\n", outside("; ".join(member.joined_by), "quiet"))
        table.add_row(
            outside(outlet(article.publisher, article.url), "outlet"),
            Text(moment(article.published.at if article.published else None), "quiet"),
            title,
        )
    return table


def changes_list(event: str, changes: Sequence[EventChange]) -> Table:
    """What came from other events and what went to others, the earliest first."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for change in changes:
        what = outside(change.url or "all that was left")
        where = (
            f" came from event {short_id(change.left)}"
            if change.joined == event
            else f" went to event {short_id(change.joined)}"
        )
        said = Text.assemble(what, where)
        if change.why:
            said.append("\n").append(outside("; ".join(change.why), "quiet"))
        table.add_row(Text(moment(change.at), "quiet"), said)
    return table


def not_flagged(differences: Collection[Reconciliation]) -> RenderableType:
    """Heading and body of the part that says what was compared and let stand."""
    return Group(
        Text.assemble(
            ("Compared and not flagged", "heading"),
            (f"  {counted(len(differences), 'difference')}", "quiet"),
        ),
        Padding(reconciled(differences), (1, 0, 0, 2)),
    )


def _articles(event: Event, *, about: bool) -> list[Member]:
    """One member to an article; an article that is about the event is not listed in passing too."""
    main = {member.reading.article.url for member in event.members if member.about}
    found: dict[str, Member] = {}
    for member in event.members:
        url = member.reading.article.url
        if member.about is about and (about or url not in main):
            found.setdefault(url, member)
    return list(found.values())


def kept_apart(event: Event) -> Table:
    """The events that look alike, each with what kept it apart."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold", ratio=1)
    for apart in event.apart:
        why = Text.assemble(event_title(apart.event), "\n", outside(apart.why, "quiet"))
        table.add_row(Text(short_id(apart.event.id), "bold"), why)
    return table
