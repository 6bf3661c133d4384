"""What was read in an article: its text with every claim marked, its happenings, its claims."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from checkers.model import (
    Article,
    Caption,
    Claim,
    ClaimKind,
    Count,
    Hedge,
    Mention,
    Place,
    Reading,
    Role,
    Span,
    Statement,
    Value,
    Voice,
    When,
)
from flows.console.figures import order_of
from flows.console.words import (
    NOTHING,
    counted,
    event_words,
    interval,
    moment,
    outlet,
    outside,
    place_in_article,
    stretch,
)
from flows.plain.visible import visible

# Brackets say as much as the colours do, for screens and eyes without them.
STYLES = {
    ClaimKind.COUNT: "bold red",
    ClaimKind.DATE: "bold cyan",
    ClaimKind.PLACE: "green",
    ClaimKind.QUOTATION: "italic",
    ClaimKind.PERSON: "magenta",
    ClaimKind.CAUSE: "yellow",
    ClaimKind.RESPONSIBILITY: "yellow",
}


def reading(read: Reading) -> RenderableType:
    """One article as it was understood."""
    article = read.article
    parts: list[RenderableType] = [
        Rule(
            outside(article.title or outlet("", article.url), "heading"),
            align="left",
            style="quiet",
        ),
        outside(_about(read), "quiet"),
    ]
    if read.unsupported:
        parts.append(
            outside(f"Not read: no reader knows the language {read.unsupported!r}.", "warn")
        )
        return Group(*parts)
    parts += [Text(), *_fields(read), Text("Happenings", "heading"), _mentions(read)]
    parts += [Text(), Text(counted(len(read.claims), "claim").capitalize(), "heading")]
    parts += [_claims(read.claims), Text()]
    return Group(*parts)


def _about(read: Reading) -> str:
    article = read.article
    published = article.published
    parts = [outlet(article.publisher, article.url), moment(published.at if published else None)]
    if published:
        parts.append(f"date from {published.origin.value}")
    if read.wire:
        parts.append(f"repeats {read.wire}")
    if read.not_news:
        parts.append(f"not news: {read.not_news}")
    return " · ".join(parts)


def _fields(read: Reading) -> Iterator[RenderableType]:
    """Each field with its claims marked; the address says nothing that is read here."""
    for span in read.article.fields():
        claims = [claim for claim in read.claims if span.covers(claim.span)]
        text = _marked(read.article, span, claims)
        yield Text(place_in_article(span), "quiet")
        yield Padding(text, (0, 0, 1, 2))


def _marked(article: Article, span: Span, claims: Iterable[Claim]) -> Text:
    """The field's words; a claim is set in brackets, one inside another only styled."""
    words, text, at = article.words(span), Text(), 0
    for claim in sorted(claims, key=lambda one: (one.span.start, -one.span.end)):
        start, end = claim.span.start, claim.span.end
        if start < at or start == end or claim.kind is ClaimKind.CAPTION:
            continue
        text.append(visible(words[at:start], lines=True))
        text.append(f"[{visible(words[start:end], lines=True)}]", STYLES.get(claim.kind, ""))
        at = end
    return text.append(visible(words[at:], lines=True))


def _mentions(read: Reading) -> RenderableType:
    table = Table(box=None, header_style="quiet", pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("id", "happening", "this article's totals"):
        table.add_column(name, overflow="fold")
    for mention in read.mentions:
        where = mention.places[0].name if mention.places else ""
        happening = event_words(mention.title, mention.kind, where, stretch(mention.when))
        role = "in passing" if mention.background else "what it is about"
        table.add_row(
            Text(mention.id),
            Text.assemble(
                happening, "\n", (", ".join(filter(None, (mention.kind, role))), "quiet")
            ),
            _totals(mention),
        )
    return table


def _totals(mention: Mention) -> Text:
    lines = [
        f"{measure}: {interval(figure.low, figure.high)}"
        for measure, figure in sorted(mention.figures.items(), key=lambda one: order_of(one[0]))
    ]
    return outside(", ".join(lines) or NOTHING)


def _claims(claims: Sequence[Claim]) -> RenderableType:
    table = Table(box=None, header_style="quiet", pad_edge=False, padding=(0, 2, 0, 0))
    for name in ("words", "kind", "meaning", "according to", "of"):
        table.add_column(name, overflow="fold")
    for claim in claims:
        meaning = in_words(claim.value)
        if claim.voice is not Voice.OUTLET:
            meaning += f" ({claim.voice.value})"
        if claim.uncertain:
            meaning += f" (uncertain: {claim.uncertain})"
        table.add_row(
            outside(claim.said, STYLES.get(claim.kind, "")),
            Text(claim.kind.value, "quiet"),
            outside(meaning),
            outside(claim.attributed_to or NOTHING),
            Text(claim.mention or NOTHING, "quiet"),
        )
    return table


def in_words(value: Value) -> str:
    """What a claim states, in a few words."""
    match value:
        case Count():
            return _count(value)
        case When():
            ends = (value.written_from, value.written_to)
            return ends[0] or "not resolved" if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
        case Place():
            inside = f" in {', '.join(value.inside)}" if value.inside else ""
            return f"{value.type} {value.name}{inside}, {value.role.value}"
        case Statement():
            return ", ".join(part for part in (value.value, value.status, value.subject) if part)
        case Caption():
            return "caption of an older or drawn picture" if value.file_photo else "caption"


def _count(count: Count) -> str:
    parts = [count.measure, interval(count.low, count.high)]
    if count.unit:
        parts.append(count.unit)
    if count.group not in ("", count.measure):
        parts.append(count.group)
    notes = []
    if count.hedge is not Hedge.EXACT:
        notes.append(count.hedge.value)
    if count.role is not Role.TOTAL:
        notes.append(count.role.value)
    if count.campaign:
        notes.append("over a longer time")
    return " ".join(parts) + (f" ({', '.join(notes)})" if notes else "")
