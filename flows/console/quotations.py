"""Both sides of a difference: next to one another where there is room, else one below the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from checkers.model import Article, Evidence, Side
from flows.console.differing import Marked, marked
from flows.console.words import counted, listed, origin, outlet, outside, place_in_article

SIDE_BY_SIDE_FROM = 100  # columns; below it a quotation would have fewer than 45 to itself
CONTEXT = 180  # characters shown on each side of a quotation in full: about a sentence


@dataclass(frozen=True, slots=True)
class Barred:
    """Something with a bar at its left, as quotations are set in mails and in print."""

    inside: RenderableType
    style: str = "quiet"

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Each line of what is inside, behind the bar."""
        narrower = options.update(width=max(options.max_width - 2, 1), height=None)
        bar = Segment("│ ", console.get_style(self.style))
        for line in console.render_lines(self.inside, narrower, pad=False):
            yield bar
            yield from line
            yield Segment.line()


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Blocks in two columns, or one below the other on a narrow screen."""

    blocks: tuple[RenderableType, ...]

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Two blocks to a row where they have room."""
        if len(self.blocks) < 2 or options.max_width < SIDE_BY_SIDE_FROM:
            for number, block in enumerate(self.blocks):
                if number:
                    yield Text()
                yield block
            return
        table = Table.grid(padding=(0, 2, 0, 0), expand=True)
        table.add_column(ratio=1, overflow="fold")
        table.add_column(ratio=1, overflow="fold")
        for first in range(0, len(self.blocks), 2):
            if first:
                table.add_row()
            table.add_row(*self.blocks[first : first + 2])
        yield table


def sides(given: Sequence[Side], *, style: str = "quiet") -> SideBySide:
    """Each side's first quotation in short, with how many others say the same."""
    blocks = [Barred(_in_short(side, _other(given, at)), style) for at, side in enumerate(given)]
    return SideBySide(tuple(blocks))


def sides_in_full(
    given: Sequence[Side], articles: Mapping[tuple[str, int], Article], *, style: str = "quiet"
) -> SideBySide:
    """Every quotation of each side, with what stands around it in its article.

    Args:
        given: The sides of a finding.
        articles: Those at hand, by address and revision; one that is missing only costs context.
        style: Style of the bar.
    """
    blocks = []
    for at, side in enumerate(given):
        other = _other(given, at)
        quotations: list[RenderableType] = [Text(_heading(side), "heading"), Text()]
        for item in side.evidence:
            article = articles.get((item.url, item.revision))
            quotations += [_in_full(item, other, article), Text()]
        blocks.append(Barred(Group(*quotations[:-1]), style))
    return SideBySide(tuple(blocks))


def pair(evidence: Sequence[Evidence]) -> SideBySide:
    """The quotations of a difference that was reconciled, in short."""
    blocks = []
    for at, item in enumerate(evidence):
        others = [other.said for number, other in enumerate(evidence) if number != at]
        quotation = _quotation(item, others[0] if others else "", short=True)
        blocks.append(Barred(Group(_who(item), quotation)))
    return SideBySide(tuple(blocks))


def _in_short(side: Side, other: str) -> Group:
    first = side.evidence[0]
    parts: list[RenderableType] = [_who(first), _quotation(first, other, short=True)]
    if first.attributed_to:
        parts.append(_source(first))
    if also := _also(side):
        parts.append(outside(f"also {also}", "quiet"))
    return Group(*parts)


def _also(side: Side) -> str:
    """Where else a side says the same: other outlets, or else other parts of the one article."""
    first = side.evidence[0]
    others = dict.fromkeys(
        outlet(item.publisher, item.url) for item in side.evidence if item.url != first.url
    )
    if others:
        return f"{listed(list(others))} ({_roots(side)})"
    parts = dict.fromkeys(place_in_article(item.span) for item in side.evidence[1:])
    return listed([f"in its {part}" for part in parts if part != place_in_article(first.span)])


def _in_full(evidence: Evidence, other: str, article: Article | None) -> Group:
    parts: list[RenderableType] = [_who(evidence, revised=True)]
    if article and article.title and evidence.quote != article.title:
        parts.append(outside(article.title, "italic"))
    before, after = _around(evidence, article)
    if before:
        parts.append(outside(before, "quiet"))
    parts.append(_quotation(evidence, other, short=False, article=article))
    if after:
        parts.append(outside(after, "quiet"))
    if evidence.attributed_to:
        parts.append(_source(evidence))
    parts.append(outside(evidence.url, "quiet"))
    return Group(*parts)


def _who(evidence: Evidence, *, revised: bool = False) -> Text:
    return Text.assemble(
        outside(outlet(evidence.publisher, evidence.url), "outlet"),
        "  ",
        outside(origin(evidence, revised=revised), "quiet"),
    )


def _source(evidence: Evidence) -> Text:
    return outside(f"according to {evidence.attributed_to}", "italic")


def _quotation(
    evidence: Evidence, other: str, *, short: bool, article: Article | None = None
) -> Marked:
    begins = _begins(evidence, article)
    at = None if begins is None else evidence.span.start - begins
    return marked(evidence.quote, evidence.said, other, at=at, short=short)


def _begins(evidence: Evidence, article: Article | None) -> int | None:
    """Where the quotation begins in its field, or None where that cannot be told."""
    if article is None:
        return None
    field, span = article.value(evidence.span), evidence.span
    at = field.rfind(evidence.quote, 0, span.start + len(evidence.quote))
    return at if 0 <= at <= span.start and span.end <= at + len(evidence.quote) else None


def _around(evidence: Evidence, article: Article | None) -> tuple[str, str]:
    """What stands before and after the quotation in its paragraph, cut at words."""
    begins = _begins(evidence, article)
    if article is None or begins is None:
        return "", ""
    field = article.value(evidence.span)
    before = field[:begins].rpartition("\n\n")[2].strip()
    after = field[begins + len(evidence.quote) :].partition("\n\n")[0].strip()
    if len(before) > CONTEXT:
        before = f"… {before[-CONTEXT:].partition(' ')[2]}"
    if len(after) > CONTEXT:
        after = f"{after[:CONTEXT].rpartition(' ')[0]} …"
    return before, after


def _other(given: Sequence[Side], at: int) -> str:
    """What the first of the other sides says, to mark differences against."""
    return next((side.evidence[0].said for n, side in enumerate(given) if n != at), "")


def _heading(side: Side) -> str:
    articles = counted(len({item.url for item in side.evidence}), "article")
    return f"{articles}, {_roots(side)}"


def _roots(side: Side) -> str:
    return counted(side.roots, "independent source")
