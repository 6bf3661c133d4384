"""The sources of the nightly run, each by its kind."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from checkers.errors import ArticleUnreadable
from checkers.model import Article
from flows.sources.client import Client
from flows.sources.failure import Failure
from flows.sources.web import fetch_address, fetch_feed
from storage.stored import Source

FETCHERS = {"feed": fetch_feed, "page": fetch_address}


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
        kinds = " or ".join(FETCHERS)
        raise ArticleUnreadable(f"a source is a {kinds}, not a {source.kind!r}")
    for item in FETCHERS[source.kind](source.url, client, seen):
        if isinstance(item, Failure):
            yield item
        else:
            yield replace(
                item,
                publisher=item.publisher or source.publisher,
                language=item.language or source.language,
            )
