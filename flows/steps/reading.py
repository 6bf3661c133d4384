"""Reading articles: the step that costs the most and needs nothing but the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkers.compare.pages import what_came
from checkers.language.reader import read_article
from checkers.model import Article, Mention, Reading
from flows.steps.salvage import salvage


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An article on which reading failed, and why."""

    article: Article
    why: str


Outcome = Reading | Unreadable


def read_batch(articles: Sequence[Article]) -> list[Outcome]:
    """Read each article; one that trips the reader does not stop the others."""
    read: list[Outcome] = []
    salvage(
        articles,
        lambda given: read.extend([_read(article) for article in given]),
        lambda article, why: read.append(Unreadable(article, why)),
    )
    return read


def _read(article: Article) -> Reading:
    """What an article states: nothing, where a wall or an error page came in its place."""
    page = what_came(article)
    if page:
        return Reading(article, mentions=(Mention("m1", ""),), page=page)
    return read_article(article)
