"""What the articles of an event give as its figures, in the order of time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from checkers.model import ClaimKind, Event, Figure, Member, Role

_NEVER = datetime.max.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class DatedFigure:
    """One article's total of one measure.

    Attributes:
        measure: What is counted (``killed``).
        low: Least number the article leaves open, or None.
        high: Greatest number, or None for "at least".
        at: When it held: what the text says, else publication (aware); None is unknown.
        url: Address of the article.
        publisher: Its outlet, may be empty.
        attributed_to: Who gave the figure, or None.
    """

    measure: str
    low: float | None
    high: float | None
    at: datetime | None
    url: str
    publisher: str
    attributed_to: str | None


def timeline(event: Event) -> dict[str, tuple[DatedFigure, ...]]:
    """Map each measure to its figures, earliest first; undated ones last."""
    found: dict[str, list[DatedFigure]] = {}
    for member in event.members:
        for measure, figure in member.reading.mention(member.mention).figures.items():
            found.setdefault(measure, []).append(_dated(member, measure, figure))
    return {
        measure: tuple(sorted(figures, key=lambda figure: (figure.at or _NEVER, figure.url)))
        for measure, figures in found.items()
    }


def moved(figures: Mapping[str, Sequence[DatedFigure]]) -> dict[str, Sequence[DatedFigure]]:
    """The measures for which more than one value was given."""
    return {
        measure: dated
        for measure, dated in figures.items()
        if len({(figure.low, figure.high) for figure in dated}) > 1
    }


def _dated(member: Member, measure: str, figure: Figure) -> DatedFigure:
    article = member.reading.article
    claims = [
        claim
        for claim in member.claims()
        if claim.kind is ClaimKind.COUNT
        and claim.count.measure == measure
        and (claim.count.low, claim.count.high) == (figure.low, figure.high)
    ]
    claims.sort(key=lambda claim: (claim.count.role is not Role.TOTAL, not claim.attributed_to))
    said = claims[0] if claims else None
    published = article.published.at if article.published else None
    return DatedFigure(
        measure=measure,
        low=figure.low,
        high=figure.high,
        at=(said.as_of if said else None) or published,
        url=article.url,
        publisher=article.publisher,
        attributed_to=said.attributed_to if said else None,
    )
