"""What counts were read in a text, in a short notation that tables of expectations can use."""

from __future__ import annotations

from datetime import datetime

from checkers.language.reader import read_article
from checkers.model import Article, Claim, ClaimKind, Count, Origin, Reading, Role, Stamp

NOON = "2026-11-20T12:00:00+02:00"


def reading(text: str, title: str = "", *, published: str | None = NOON) -> Reading:
    """The reading of an article with that text."""
    stamp = Stamp(datetime.fromisoformat(published), Origin.GIVEN) if published else None
    url = "https://outlet.example/a"
    return read_article(Article(url, text, title=title, published=stamp, language="en"))


def count_claims(text: str, title: str = "") -> list[Claim]:
    """The counts of an article with that text, in its order."""
    found = reading(text, title)
    return [claim for claim in found.claims if claim.kind is ClaimKind.COUNT]


def counts(text: str, title: str = "") -> list[str]:
    """The counts of a text as "words = measure low..high", the role where it is no total.

    A group is shown where it says more than "people".
    """
    return [f"{claim.said} = {shown(claim.count)}" for claim in count_claims(text, title)]


def totals(text: str, title: str = "") -> dict[str, tuple[float | None, float | None]]:
    """The figures of what an article with that text is about: measure to least and greatest."""
    figures = reading(text, title).mentions[0].figures
    return {measure: (figure.low, figure.high) for measure, figure in sorted(figures.items())}


def shown(count: Count) -> str:
    """One count: measure, interval, then group, action, unit and role where they say something."""
    low, high = _number(count.low), _number(count.high)
    words = [count.measure, low if low == high else f"{low}..{high}"]
    if count.group not in ("people", count.measure, count.noun):
        words.append(count.group)
    words += [word for word in (count.action, count.unit) if word]
    if count.campaign:
        words.append("campaign")
    if count.role is not Role.TOTAL:
        words.append(f"({count.role.value})")
    return " ".join(words)


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"
