"""The sources of the nightly run, and how each last went."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from checkers.model import Article
from flows.console.words import NOTHING, counted, moment, outside
from storage.visited import Standing

SHOWN = 5  # articles of a source that is tried out


def sources_table(standings: Sequence[Standing]) -> RenderableType:
    """One row to a source."""
    table = Table(box=None, header_style="quiet", pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("on", no_wrap=True)
    for name in ("name", "address", "last answered", "next visit", "trouble"):
        table.add_column(name, overflow="fold")
    for standing in standings:
        source, visits = standing.source, standing.visits
        given_up = visits.given_up is not None
        table.add_row(
            Text("yes", "good") if source.enabled else Text("no", "quiet"),
            outside(source.name, "outlet"),
            outside(source.url),
            Text(moment(source.last_ok) if source.last_ok else NOTHING, "quiet"),
            Text(moment(visits.next) if visits.next and not given_up else NOTHING, "quiet"),
            outside("; ".join(_troubles(standing)), "bad"),
        )
    on = sum(standing.source.enabled for standing in standings)
    return Group(table, Text(f"{counted(len(standings), 'source')}, {on} on", "quiet"))


def _troubles(standing: Standing) -> Iterator[str]:
    """What somebody should know of a source, one thing at a time."""
    source, visits, answered = standing.source, standing.visits, standing.answered
    if visits.given_up:
        again = "`recount sources enable` has it tried again"
        yield f"given up on {moment(visits.given_up)} ({again})"
    if source.failures:
        since = f" since {moment(visits.failing_since)}" if visits.failing_since else ""
        yield f"{counted(source.failures, 'failure')}{since}: {source.last_error}"
    if visits.rest:
        yield f"asked to be left alone until {moment(visits.rest)}"
    if answered and answered.moved:
        yield f"has moved for good to {answered.moved}"
    if answered and answered.lied:
        since = moment(answered.lied)
        yield f"says that nothing is new when something is: asked in full since {since}"
    if standing.gone:
        yield f"{counted(standing.gone, 'page')} gone"


@dataclass(slots=True)
class Tried:
    """What a source gave when it was tried out: its articles counted, and the first of them.

    Attributes:
        articles: How many it gave.
        dated: How many of them say when they appeared.
        first: The first of them.
    """

    articles: int = 0
    dated: int = 0
    first: list[Article] = field(default_factory=list)

    def took(self, article: Article) -> None:
        """Count one more."""
        self.articles += 1
        self.dated += article.published is not None
        if len(self.first) < SHOWN:
            self.first.append(article)


def tested(tried: Tried) -> RenderableType:
    """What a source gave: how much, and its first articles with their dates."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for article in tried.first:
        at = article.published.at if article.published else None
        table.add_row(Text(moment(at), "quiet"), outside(article.title or article.url))
    return Group(
        Text(f"{counted(tried.articles, 'article')}, {tried.dated} dated", "heading"), table
    )
