"""What the store knows of an article's past, put together for the rules that look at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checkers.compare.traces import (
    column_targets,
    headline_key,
    moved_keys,
    named_keys,
    naming_key,
    nights_around,
    sentence_keys,
)
from checkers.grouping.copies import bands, signature
from checkers.model import Article, Copies, Reading, Revisions
from storage.database import Session
from storage.histories import load_histories, published_before, sharing, uncrowded

# Articles that share text with one, as many as are handed over: a wire report has hundreds of
# copies, and the first of them say as much as all.
MOST_OTHERS = 8
# Sentences that two articles must share to be set side by side where their texts are not alike.
LEAST_SHARED = 2
# Corrections columns that name one article, and pages of one night, that are handed over.
MOST_NOTES = 3
MOST_REDATED = 6


def trace_keys(session: Session, article: Article) -> list[str]:
    """The keys under which an article is to be found again, apart from the bands of its text."""
    own = [headline_key(article)] if article.title else []
    moved = moved_keys(article, published_before(session, article))
    return uncrowded(session, [*own, *named_keys(article), *moved, *sentence_keys(article)])


def past_of(session: Session, readings: Sequence[Reading]) -> Iterator[Revisions | Copies]:
    """The dossiers of these articles' pasts, where they have any: one of a kind for each page."""
    pages = {reading.article.url: reading.article for reading in readings}
    named = [url for article in pages.values() for url in _named_by(session, article)]
    histories = load_histories(session, [*pages, *named])
    for url in dict.fromkeys([*pages, *named]):
        if len(histories.get(url, ())) > 1:
            yield _revisions(session, histories[url])
    for reading in readings:
        yield from _copies(session, reading, histories)


def _named_by(session: Session, article: Article) -> list[str]:
    """The pages that a corrections column names: they are judged again with it."""
    targets = column_targets(article)
    return sharing(session, article.url, targets, most=MOST_NOTES) if targets else []


def _revisions(session: Session, history: tuple[Reading, ...]) -> Revisions:
    latest = history[-1].article
    columns = sharing(session, latest.url, [naming_key(history[0].article)], most=MOST_NOTES)
    notes = [found[-1] for found in load_histories(session, columns).values()]
    redated: tuple[Article, ...] = ()
    if published_before(session, latest) not in (None, latest.published):
        pages = sharing(session, "", nights_around(latest), most=MOST_REDATED)
        found = load_histories(session, pages)
        redated = tuple(found[url][-1].article for url in sorted(found))
    return Revisions(history, tuple(notes), redated)


def _copies(
    session: Session, reading: Reading, histories: dict[str, tuple[Reading, ...]]
) -> Iterator[Copies]:
    """The article beside those that share its text, judged once for each page."""
    article = reading.article
    own = histories.get(article.url, ())
    if reading.page or not own or own[-1].article.revision != article.revision:
        return
    alike = bands(signature(article))
    others = sharing(
        session, article.url, sentence_keys(article), alike, most=MOST_OTHERS, least=LEAST_SHARED
    )
    found = load_histories(session, others)
    if found:
        yield Copies(Revisions(own), tuple(Revisions(found[url]) for url in others if url in found))
