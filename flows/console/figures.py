"""The figures of an event: as a table of who says what, and over time as a small chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from checkers.model import Claim, ClaimKind, Event, Hedge, Member, Role, Voice
from flows.console.words import NOTHING, amount, interval, moment, outlet, outside, shortened
from flows.plain.timeline import DatedFigure

# The measures that befall people come first, in this order; others follow by name.
FIRST = (
    "killed",
    "injured",
    "missing",
    "rescued",
    "evacuated",
    "displaced",
    "arrested",
    "abducted",
)
CHART_WIDTH = 36  # columns of the longest bar
OUTLET = 22  # characters of an outlet's or file's name in a row of figures
IN_FULL_FROM = 110  # columns; below it a row of figures leaves out how they were written
SOURCE_FROM = 140  # columns; below it a bar names its outlet only
CHART_ROWS = 12  # more reports than this show their first and last ones
_LATEST = datetime.max.replace(tzinfo=UTC)


def order_of(measure: str) -> tuple[int, str]:
    """Sorts measures as people expect to read them."""
    return (FIRST.index(measure) if measure in FIRST else len(FIRST), measure)


@dataclass(frozen=True, slots=True)
class FiguresTable:
    """Claims in rows; on a narrow screen without the words they are made in."""

    claims: tuple[Claim, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """The table, with the columns that have room."""
        wide = options.max_width >= IN_FULL_FROM
        table = Table(box=None, header_style="quiet", pad_edge=False, padding=(0, 2, 0, 0))
        table.add_column("measure", overflow="fold")
        table.add_column("value", no_wrap=True)
        for name in (
            ("as written", "according to", "outlet") if wide else ("according to", "outlet")
        ):
            table.add_column(name, overflow="fold")
        table.add_column("published", no_wrap=True)
        last = ""
        for claim in self.claims:
            measure, article = _measured(claim), claim.article
            table.add_row(
                outside("" if measure == last else measure),
                Text(_value(claim)),
                *((outside(claim.said),) if wide else ()),
                outside(claim.attributed_to or NOTHING, "" if claim.attributed_to else "quiet"),
                outside(shortened(outlet(article.publisher, article.url), OUTLET)),
                Text(moment(article.published.at if article.published else None), "quiet"),
            )
            last = measure
        yield table


def figures_table(event: Event, *, background: bool = False) -> FiguresTable | None:
    """Every figure the articles give for the event, or None when there is none.

    Args:
        event: With its members' readings.
        background: Whether to show figures of articles that only mention the event, too.
    """
    rows = _rows(event, background)
    return FiguresTable(tuple(rows)) if rows else None


def _rows(event: Event, background: bool) -> list[Claim]:
    """Counts to show: each value once to an article, measure by measure, earliest first."""
    shown: dict[tuple[object, ...], Claim] = {}
    for member in event.members:
        if member.about or background:
            for claim in _counts(member):
                count = claim.count
                key = (claim.article.url, count.measure, count.group, count.low, count.high)
                known = shown.get((*key, claim.voice))
                if known is None or (claim.attributed_to and not known.attributed_to):
                    shown[*key, claim.voice] = claim
    return sorted(shown.values(), key=_sorted)


def _counts(member: Member) -> list[Claim]:
    return [claim for claim in member.claims() if claim.kind is ClaimKind.COUNT]


def _sorted(claim: Claim) -> tuple[object, ...]:
    published = claim.article.published
    return (
        *order_of(claim.count.measure),
        claim.count.group,
        published.at if published else _LATEST,
        claim.article.url,
        claim.span.start,
    )


def _measured(claim: Claim) -> str:
    count = claim.count
    group = "" if count.group in ("", "people", count.measure) else f", {count.group}"
    action = f" {count.action}" if count.action else ""
    return f"{count.measure}{action}{group}"


def _value(claim: Claim) -> str:
    count = claim.count
    parts = [interval(count.low, count.high)]
    if count.hedge is Hedge.ABOUT and count.point is not None:
        parts = [f"about {amount(count.point)}"]
    if count.unit:
        parts.append(count.unit)
    notes = [count.role.value] if count.role is not Role.TOTAL else []
    if count.campaign:
        notes.append("over a longer time")
    if claim.voice in (Voice.DENIED, Voice.HYPOTHETICAL):
        notes.append(claim.voice.value)
    return " ".join(parts) + (f" ({', '.join(notes)})" if notes else "")


class FiguresChart:
    """One measure over time: a bar of block characters to each report, with who gave it.

    The full part of a bar is the least the report leaves open, the light part reaches to the most;
    an arrow says that no upper end is given.
    """

    def __init__(self, figures: Sequence[DatedFigure]) -> None:
        """Takes figures of one measure, in the order in which to show them."""
        self._figures = figures

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """A row to a report: when, bar, value, outlet."""
        figures, left_out = _ends(self._figures)
        top = max((figure.high or figure.low or 0 for figure in self._figures), default=0) or 1
        narrow = options.max_width < SOURCE_FROM
        width = min(CHART_WIDTH, max(options.max_width - 64, 10))
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column(no_wrap=True)
        table.add_column(overflow="fold")
        for number, figure in enumerate(figures):
            if left_out and number == CHART_ROWS // 2:
                table.add_row(Text("…", "quiet"), Text(), Text(), Text(f"{left_out} more", "quiet"))
            table.add_row(
                Text(moment(figure.at), "quiet"),
                _bar(figure, top, width),
                Text(interval(figure.low, figure.high), "heading"),
                outside(_given_by(figure, narrow)),
            )
        yield table


def charts(moved: dict[str, Sequence[DatedFigure]]) -> Group:
    """A chart for each measure, the ones about people first."""
    parts: list[RenderableType] = []
    for measure in sorted(moved, key=order_of):
        parts += [outside(f"{measure} over time", "heading"), FiguresChart(moved[measure])]
    return Group(*parts)


def _bar(figure: DatedFigure, top: float, width: int) -> Text:
    low = figure.low or 0
    high = figure.high if figure.high is not None else low
    full = round(low / top * width)
    full = max(full, 1) if low else full
    light = max(round(high / top * width) - full, 0)
    arrow = "▸" if figure.high is None else ""
    return Text.assemble(("█" * full, "red"), ("░" * light, "red"), arrow)


def _given_by(figure: DatedFigure, narrow: bool) -> str:
    name = outlet(figure.publisher, figure.url)
    if narrow or not figure.attributed_to:
        return name
    return f"{name}, according to {figure.attributed_to}"


def _ends(figures: Sequence[DatedFigure]) -> tuple[list[DatedFigure], int]:
    """The figures to show, and how many in the middle are left out."""
    if len(figures) <= CHART_ROWS:
        return list(figures), 0
    half = CHART_ROWS // 2
    return [*figures[:half], *figures[-half:]], len(figures) - CHART_ROWS
