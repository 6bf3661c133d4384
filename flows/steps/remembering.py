"""What the nightly run remembers of a source from one visit to the next, in the store.

What an address answered counts only once all that came of it is stored: a run that is killed in
the middle must not be told by the next one that nothing is new.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from checkers.model import Article
from flows.settings import Settings
from flows.sources.entry import FeedEntry
from flows.steps.rhythm import next_check
from storage.answers import lied_at, load_answers, save_answers, save_rest
from storage.codec import Codec
from storage.database import Engine, Session, reading, session
from storage.pages import load_page, save_pages
from storage.stored import Source
from storage.visited import Answered, Page

# Without the text that a feed carries: it is long, and of use only where there is no page.
_ENTRY = Codec(FeedEntry, without=("body",))


class StoreMemory:
    """The memory of one visit to one source."""

    def __init__(self, engine: Engine, source: Source, settings: Settings, seen: datetime) -> None:
        self._engine = engine
        self._source = source
        self._settings = settings
        self._seen = seen
        self._noted: dict[str, Answered] = {}
        self._taken: list[Page] = []
        self._missed: list[Page] = []
        self._complete = True

    def answered(self, url: str) -> Answered | None:
        """What ``url`` answered last; a page is not trusted where another one of its host lied."""
        with reading(self._engine) as opened:
            found = load_answers(opened, [url]).get(url)
            if found is None or found.lied or url == self._source.url:
                return found
            return replace(found, lied=lied_at(opened, url))

    def note(self, answered: Answered) -> None:
        """Remember an answer, once all that came of it is stored."""
        self._noted[answered.url] = answered

    def rest(self, host: str, until: datetime) -> None:
        """Remember that ``host`` asked to be left alone until then (aware)."""
        with session(self._engine) as opened:
            save_rest(opened, host, until)

    def knows(self, entry: FeedEntry) -> bool:
        """Whether the page of ``entry`` is stored and this source says nothing new of it."""
        with reading(self._engine) as opened:
            page = load_page(opened, entry.link)
        return page is not None and (page.source != self._source.name or page.told == _told(entry))

    def took(self, article: Article, entry: FeedEntry, *, from_page: bool) -> None:
        """Remember that ``article`` is what ``entry`` points to (or what it carries itself)."""
        page = self._page(entry, article.url)
        self._taken.append(self._looked_at(page) if from_page else page)

    def missed(self, entry: FeedEntry) -> None:
        """Remember that nothing is to be had for ``entry`` now; its page is looked at again."""
        self._missed.append(self._looked_at(self._page(entry, "")))

    def ask_again(self) -> None:
        """Do not remember what the source itself answered."""
        self._complete = False

    def keep(self, opened: Session, articles: Sequence[Article]) -> None:
        """Remember the pages of ``articles``, in the transaction that stores these."""
        stored = {article.url for article in articles}
        pages = [page for page in self._taken if page.article in stored]
        self._taken = [page for page in self._taken if page.article not in stored]
        noted = [self._noted.pop(page.url) for page in pages if page.url in self._noted]
        save_pages(opened, pages)
        save_answers(opened, noted)

    def keep_rest(self) -> None:
        """Remember what the source itself answered, now that all it gave is stored."""
        with session(self._engine) as opened:
            save_pages(opened, self._missed)
            if self._complete:
                save_answers(opened, self._noted.values())
        self._missed.clear()
        self._noted.clear()

    def looked_again(self, page: Page) -> None:
        """Remember that a page was looked at again and is as it was."""
        noted = [self._noted.pop(page.url)] if page.url in self._noted else []
        with session(self._engine) as opened:
            save_pages(opened, [replace(self._looked_at(page), gone=None)])
            save_answers(opened, noted)

    def looked_in_vain(self, page: Page, *, gone: bool) -> None:
        """Remember that a page was looked at again and could not be had, or is gone.

        What came in its place is forgotten: the next look compares with what was taken last.
        """
        self._noted.pop(page.url, None)
        since = (page.gone or self._seen) if gone else page.gone
        with session(self._engine) as opened:
            save_pages(opened, [replace(self._looked_at(page), gone=since)])

    def _page(self, entry: FeedEntry, article: str) -> Page:
        with reading(self._engine) as opened:
            known = load_page(opened, entry.link)
        return Page(
            url=entry.link,
            article=article or (known.article if known else ""),
            source=self._source.name,
            entry=_ENTRY.encode(entry),
            told=_told(entry),
            first_seen=known.first_seen if known else self._seen,
            checked=self._seen,
        )

    def _looked_at(self, page: Page) -> Page:
        due = next_check(page.first_seen, self._seen, self._settings.rechecks)
        return replace(page, checked=self._seen, due=due)


def entry_of(page: Page) -> FeedEntry:
    """What the source said of a page."""
    return _ENTRY.decode(page.entry)


def _told(entry: FeedEntry) -> str:
    """A hash of what an entry says, its text included."""
    told: dict[str, Any] = {**_ENTRY.encode(entry), "body": entry.body}
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()
