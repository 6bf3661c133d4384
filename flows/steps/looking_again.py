"""Pages looked at again for edits, some hours and days after they were taken in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checkers.errors import RecountError
from checkers.model import Article
from flows.sources.failure import Failure
from flows.sources.feeds import filled
from flows.sources.unanswered import Gone, LeftAlone, may_come_later
from flows.sources.web import article_of, check_not_home
from flows.steps.fetched import Fetched, store
from flows.steps.remembering import entry_of
from flows.steps.rhythm import is_last_check
from flows.steps.visit import Visit
from storage.database import reading
from storage.pages import latest_revision, pages_to_check
from storage.visited import Page

# A page that does not answer is asked again by every run until it is so many times as old as at the
# last of the planned looks; then it is let be.
PATIENCE = 2


def look_again(visit: Visit) -> Fetched:
    """Look again at the pages of a source; what changed goes into the store as a new revision.

    A page that is gone is noted as such and changes nothing else; one that does not answer changes
    nothing at all.
    """
    seen, source = visit.round.seen, visit.source
    with reading(visit.engine) as opened:
        pages = pages_to_check(opened, source.name, None if visit.round.everything else seen)
    unchanged: list[tuple[str, int]] = []
    # Those of this very round are not asked twice.
    asked = (page for page in pages if page.checked < seen)
    items = (item for page in asked for item in _look(visit, page, unchanged))
    given = store(visit.engine, source.name, items, seen, visit.memory)
    return replace(given, visited=False, unchanged=(*unchanged, *given.unchanged))


def _look(
    visit: Visit, page: Page, unchanged: list[tuple[str, int]]
) -> Iterator[Article | Failure]:
    """What a page gives now: an article, a failure, or nothing where it did not change."""
    seen = visit.round.seen
    # The last look does not leave it to the server to say whether something changed.
    full = is_last_check(page.first_seen, seen, visit.settings.rechecks)
    entry = entry_of(page)
    try:
        download = visit.client.get_if_changed(page.url, full=full)
        if download is not None:
            check_not_home(page.url, download.url)
            article = filled(article_of(download, seen, entry), visit.source)
            visit.memory.took(article, entry, from_page=True)
            yield article
            return
    except LeftAlone:
        return  # the run after that time asks
    except RecountError as error:
        if not may_come_later(error) or _is_hopeless(visit, page):
            visit.memory.looked_in_vain(page, gone=isinstance(error, Gone) and bool(page.article))
        if page.article and not isinstance(error, Gone):  # others were named when they were missed
            yield Failure(page.url, str(error))
        return
    visit.memory.looked_again(page)
    if page.article:
        with reading(visit.engine) as opened:
            unchanged.append((page.article, latest_revision(opened, page.article)))


def _is_hopeless(visit: Visit, page: Page) -> bool:
    last = max(visit.settings.rechecks, default=None)
    return last is None or visit.round.seen - page.first_seen > PATIENCE * last
