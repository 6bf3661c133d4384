"""The sources of the nightly run, each by its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from checkers.errors import ArticleUnreadable, SourceUnavailable
from checkers.model import Article
from flows.sources.client import Client
from flows.sources.failure import Failure
from flows.sources.files import path_of, read_since
from flows.sources.web import fetch_address, fetch_feed
from storage.stored import Source

# The clock of a file's disk may run behind that of the night.
CLOCKS_DIFFER_BY = timedelta(hours=1)


def fetch_source(source: Source, client: Client, seen: datetime) -> Iterator[Article | Failure]:
    """The articles of one source; a page of it that cannot be read comes as a failure.

    The publisher and language that the list gives for a source fill what its pages leave open.

    Args:
        source: The source.
        client: The client of this run.
        seen: When it is fetched (aware).

    Raises:
        SourceUnavailable: the source itself does not answer.
        ArticleUnreadable: the source itself is not what its kind says.
    """
    if source.kind not in FETCHERS:
        kinds = ", ".join(FETCHERS)
        raise ArticleUnreadable(f"a source is one of {kinds}, not a {source.kind!r}")
    for item in FETCHERS[source.kind](source, client, seen):
        if isinstance(item, Failure):
            yield item
        else:
            yield filled(item, source)


def filled(article: Article, source: Source) -> Article:
    """An article with what the list says of its source, where it says nothing itself."""
    return replace(
        article,
        publisher=article.publisher or source.publisher,
        language=article.language or source.language,
        section=article.section or source.section,
    )


def _feed(source: Source, client: Client, seen: datetime) -> Iterator[Article | Failure]:
    return fetch_feed(source.url, client, seen)


def _page(source: Source, client: Client, seen: datetime) -> Iterator[Article | Failure]:
    return fetch_address(source.url, client, seen)


def _files(source: Source, client: Client, seen: datetime) -> Iterator[Article | Failure]:
    """The articles of a file, or of a folder's files that came or changed since the last visit."""
    del seen  # a file's articles say themselves when they were fetched
    path = path_of(source.url)
    if not path.exists():
        raise SourceUnavailable(f"there is no file or folder {path}")
    since = source.last_ok - CLOCKS_DIFFER_BY if source.last_ok else None
    yield from read_since(path, since, client.max_bytes)


FETCHERS = {"feed": _feed, "page": _page, "sitemap": _feed, "files": _files}
