"""Articles of a test in their own words, read in earnest and put into one event."""

from __future__ import annotations

from datetime import datetime

from checkers.language.reader import read_article
from checkers.model import Article, Event, Finding, Member, Origin, Outcome, Stamp

PUBLISHED = "2026-03-05T18:00:00+00:00"  # a Thursday


def told(*texts: str | tuple[str, str], kind: str = "") -> Event:
    """An event that all these articles are about.

    Each is a text, published on the evening of Thursday 5 March 2026, or a text with the time of
    its publication. The kind is that of the first article where none is given.
    """
    members = []
    for number, item in enumerate(texts):
        text, published = item if isinstance(item, tuple) else (item, PUBLISHED)
        article = Article(
            url=f"https://outlet-{number}.example/story",
            text=text,
            published=Stamp(datetime.fromisoformat(published), Origin.GIVEN) if published else None,
            publisher=f"Outlet {number}",
        )
        members.append(Member(read_article(article), "m1", root=article.url))
    main = members[0].reading.mention("m1")
    return Event("test", kind or main.kind, "A test", main.when, main.places, tuple(members))


def said(outcomes: list[Outcome]) -> list[list[str]]:
    """The words that each finding rests on, in the order of their texts."""
    return [
        sorted(e.said for e in found.evidence) for found in outcomes if isinstance(found, Finding)
    ]
