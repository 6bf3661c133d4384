"""Quotations of edits: a sentence, or an article as a whole, in one of its revisions."""

from __future__ import annotations

from datetime import datetime

from checkers.compare.wording import Piece, pieces
from checkers.model import (
    Article,
    Evidence,
    Family,
    Field,
    Reading,
    Reason,
    Reconciliation,
    Span,
)


def quoted(reading: Reading, sentence: Span, said: Span | None = None) -> Evidence:
    """A sentence of one revision as evidence; ``said`` are the words in it that matter."""
    article, span = reading.article, said or sentence
    return Evidence(
        url=article.url,
        publisher=article.publisher,
        published=article.published.at if article.published else None,
        revision=article.revision,
        span=span,
        quote=article.words(sentence),
        said=article.words(span),
        value=article.words(span),
    )


def article_evidence(reading: Reading) -> Evidence:
    """An article as a whole as evidence: its title, else its first sentence."""
    return quoted(reading, shown(reading.article))


def piece_evidence(reading: Reading, piece: Piece) -> Evidence:
    """A sentence as evidence."""
    return quoted(reading, piece.span)


def shown(article: Article) -> Span:
    """The title, else the first sentence: what an article is shown by as a whole."""
    first = next(article.fields(), Span(Field.URL, 0, len(article.url)))
    if first.field is Field.TITLE:
        return first
    return next((p.span for p in pieces(article, Field.TEXT)), first)


def edited_for(reason: Reason, message: str, slot: str, *evidence: Evidence) -> Reconciliation:
    """A change between revisions that has its reason."""
    return Reconciliation(Family.EDT, reason, message, slot, evidence)


def by_when(article: Article) -> str:
    """By when the edit had been made."""
    at: datetime | None = article.fetched
    return f" by {at.day} {at:%b %Y %H:%M}" if at else ""
