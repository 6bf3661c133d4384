"""What the store knows of an article's past, put together for the rules that look at it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

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
from storage.copies import KnownTexts
from storage.database import Session
from storage.histories import load_histories, published_before

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
    return [*own, *named_keys(article), *moved, *sentence_keys(article)]


class Past:
    """What the store holds beside a batch of articles: their revisions, and what shares their text.

    Attributes:
        current: The readings that speak for their articles; what an article said before it was
            edited is a matter for the rules on edits alone.
        revised: Addresses of the articles that have several revisions.
    """

    def __init__(self, session: Session, readings: Sequence[Reading]) -> None:
        self._session = session
        self._pages = {reading.article.url: reading.article for reading in readings}
        named = [url for article in self._pages.values() for url in _named_by(session, article)]
        self._urls = list(dict.fromkeys([*self._pages, *named]))
        self._histories = load_histories(session, self._urls)
        self.current = [reading for reading in readings if self._speaks(reading)]
        self.revised = {url for url in self._urls if len(self._histories.get(url, ())) > 1}

    def dossiers(self) -> Iterator[Revisions | Copies]:
        """One of a kind for each page, where its past holds anything."""
        for url in self._urls:
            if url in self.revised:
                yield _revisions(self._session, self._histories[url])
        yield from self._copies()

    def _copies(self) -> Iterator[Copies]:
        """The articles beside those that share their text."""
        articles = [reading.article for reading in self.current]
        alike = [bands(signature(article)) for article in articles]
        sentences = [sentence_keys(article) for article in articles]
        texts = KnownTexts(self._session, chain(*alike, *sentences))
        others = [
            texts.sharing(article.url, keys, some, most=MOST_OTHERS, least=LEAST_SHARED)
            for article, some, keys in zip(articles, alike, sentences, strict=True)
        ]
        found = load_histories(self._session, set(chain(*others)))
        for article, urls in zip(articles, others, strict=True):
            beside = tuple(Revisions(found[url]) for url in urls if url in found)
            if beside:
                yield Copies(Revisions(self._histories[article.url]), beside)

    def _speaks(self, reading: Reading) -> bool:
        history = self._histories.get(reading.article.url, ())
        standing = [other for other in history if not other.page]
        return bool(standing) and standing[-1].article.revision == reading.article.revision


def _named_by(session: Session, article: Article) -> list[str]:
    """The pages that a corrections column names: they are judged again with it."""
    targets = column_targets(article)
    return _sharing(session, article.url, targets, MOST_NOTES) if targets else []


def _sharing(session: Session, url: str, keys: Sequence[str], most: int) -> list[str]:
    return KnownTexts(session, keys).sharing(url, keys, most=most)


def _revisions(session: Session, history: tuple[Reading, ...]) -> Revisions:
    latest = history[-1].article
    columns = _sharing(session, latest.url, [naming_key(history[0].article)], MOST_NOTES)
    notes = [found[-1] for found in load_histories(session, columns).values()]
    redated: tuple[Article, ...] = ()
    if published_before(session, latest) not in (None, latest.published):
        pages = _sharing(session, "", nights_around(latest), MOST_REDATED)
        found = load_histories(session, pages)
        redated = tuple(found[url][-1].article for url in sorted(found))
    return Revisions(history, tuple(notes), redated)
