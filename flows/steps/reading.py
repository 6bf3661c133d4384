"""Reading articles: the step that costs the most and needs nothing but the articles."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import dataclass

from checkers.language.reader import read_article
from checkers.model import Article, Reading
from flows.steps.salvage import what_failed

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An article on which reading failed, and why."""

    article: Article
    why: str


def read_batch(articles: Sequence[Article]) -> list[Reading | Unreadable]:
    """Read each article; one that trips the reader does not stop the others."""
    return [_read(article) for article in articles]


def _read(article: Article) -> Reading | Unreadable:
    try:
        return read_article(article)
    except Exception as error:
        log.exception("reading %s failed", article.url)
        return Unreadable(article, what_failed(error))
