"""What a feed or a sitemap lists, sitemaps that it sends us on to included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from checkers.errors import RecountError
from flows.sources.client import Client, Download
from flows.sources.entries import read_entries
from flows.sources.entry import FeedEntry
from flows.sources.failure import Failure
from flows.sources.intake import Kind, kind_of
from flows.sources.packed import unpacked
from flows.sources.sitemap import Sitemap, is_sitemap, read_sitemap

# A sitemap lists an outlet's whole past; what is older is passed over. A week covers a run that was
# away for some nights; news sitemaps themselves hold two days (Google's rules for them).
RECENT = timedelta(days=7)
# An index leads to sitemaps, and these to pages: an index in an index is followed once.
MOST_LEVELS = 2
# Sitemaps of one index that are fetched, the newest first. News stands in one to three of them.
MOST_MAPS = 10
# Most bytes of a sitemap, unpacked (the protocol's own limit).
LARGEST_MAP = 52_428_800


def read_listing(
    download: Download, client: Client, seen: datetime
) -> tuple[list[FeedEntry], list[Failure]]:
    """The pages that a feed or sitemap points to, and what of it could not be had.

    Of sitemaps, those of the last week, the newest first; an index is followed.

    Args:
        download: The feed or sitemap as it came.
        client: The client of this run.
        seen: The time of the run (aware).

    Raises:
        ArticleUnreadable: it is neither.
    """
    body = unpacked(download.body, LARGEST_MAP)
    if not is_sitemap(body):
        return read_entries(body, download.url), []
    walk = _Walk(client, seen)
    walk.take(read_sitemap(body, download.url), download.url, MOST_LEVELS)
    return _newest_first(walk.pages.values()), walk.failures


@dataclass(slots=True)
class _Walk:
    """A walk through sitemaps, each of them once."""

    client: Client
    seen: datetime
    pages: dict[str, FeedEntry] = field(default_factory=dict)
    failures: list[Failure] = field(default_factory=list)
    visited: set[str] = field(default_factory=set)

    def take(self, sitemap: Sitemap, address: str, levels: int) -> None:
        """Take the pages of a sitemap, and go on to those that it points to."""
        self.visited.add(address)
        if sitemap.broken:
            self.failures.append(Failure(address, sitemap.broken))
        for page in sitemap.pages:
            if self._is_recent(_changed(page)):
                self.pages.setdefault(page.link, page)
        if sitemap.maps:  # these may hold something new though the index does not change
            self.client.memory.ask_again()
        if levels:
            for link in self._next(sitemap):
                self._visit(link, levels - 1)

    def _visit(self, link: str, levels: int) -> None:
        self.visited.add(link)
        try:
            download = self.client.get(link)
            body = unpacked(download.body, LARGEST_MAP)
            if kind_of(body) is Kind.FEED and is_sitemap(body):
                self.take(read_sitemap(body, download.url), link, levels)
            else:
                self.failures.append(Failure(link, "this is not a sitemap"))
        except RecountError as error:
            self.failures.append(Failure(link, str(error)))

    def _next(self, sitemap: Sitemap) -> list[str]:
        """Sitemaps to visit: changed of late, the newest first; those that do not say come last."""
        maps = [
            (link, changed)
            for link, changed in sitemap.maps
            if link not in self.visited and self._is_recent(changed)
        ]
        # Of those without a date the ones for news lead; else the order of the index holds.
        maps.sort(key=lambda one: (_age(self.seen, one[1]), "news" not in one[0].lower()))
        room = MOST_MAPS - len(self.visited) + 1
        return [link for link, _ in maps[: max(room, 0)]]

    def _is_recent(self, changed: datetime | None) -> bool:
        return changed is None or self.seen - changed <= RECENT


def _changed(page: FeedEntry) -> datetime | None:
    """When a page appeared or was changed, whichever is later."""
    stamps = [stamp.at for stamp in (page.published, page.modified) if stamp]
    return max(stamps, default=None)


def _age(seen: datetime, changed: datetime | None) -> float:
    return (seen - changed).total_seconds() if changed else float("inf")


def _newest_first(pages: Iterable[FeedEntry]) -> list[FeedEntry]:
    oldest = datetime.min.replace(tzinfo=UTC)
    return sorted(pages, key=lambda page: _changed(page) or oldest, reverse=True)
