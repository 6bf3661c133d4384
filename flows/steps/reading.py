"""Reading articles: the step that costs the most and needs nothing but the articles."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checkers.language.reader import read_article
from checkers.model import Article, Reading
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
        lambda given: read.extend([read_article(article) for article in given]),
        lambda article, why: read.append(Unreadable(article, why)),
    )
    return read
