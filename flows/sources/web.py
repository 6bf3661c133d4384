"""One address of the web: a page, a text, or a feed with the pages that it points to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from urllib.parse import urlsplit

from checkers.errors import ArticleUnreadable, RecountError
from checkers.model import Article
from flows.sources.client import Client, Download
from flows.sources.entries import article_from_entry
from flows.sources.entry import FeedEntry
from flows.sources.failure import Failure
from flows.sources.intake import (
    BEGINNING,
    Kind,
    article_from_bytes,
    first_element,
    kind_of,
    read_several,
)
from flows.sources.listing import read_listing
from flows.sources.page.kinds import is_walled
from flows.sources.pages import article_from_html
from flows.sources.unanswered import Gone, LeftAlone, may_come_later

# Newest entries of a feed that are read; outlets' feeds have 10 to 100.
MOST_ENTRIES = 200


def fetch_address(url: str, client: Client, seen: datetime) -> Iterator[Article | Failure]:
    """What stands at ``url``: one article, or those of a feed, of JSON Lines or of an archive.

    Args:
        url: The address.
        client: The client of this run.
        seen: When it is fetched (aware).

    Raises:
        SourceUnavailable: it does not answer.
        ArticleUnreadable: there is no article in what it answers.
    """
    download = client.get_if_changed(url)
    if download is None:
        return
    kind = kind_of(download.body, download.kind)
    if kind is Kind.FEED:
        yield from _read_feed(download, client, seen)
    elif kind in (Kind.LINES, Kind.ARCHIVE):
        yield from read_several(download.body, kind, download.url, client.max_bytes)
    else:
        yield article_of(download, seen)


def fetch_feed(url: str, client: Client, seen: datetime) -> Iterator[Article | Failure]:
    """The articles of the feed at ``url``, its pages fetched; each page that fails, as a failure.

    Raises:
        SourceUnavailable: the feed does not answer.
        ArticleUnreadable: what it answers is no feed.
    """
    download = client.get_if_changed(url)
    if download is None:
        return
    if first_element(download.body[:BEGINNING]) == b"html":
        raise ArticleUnreadable("this is a web page and not a feed")
    yield from _read_feed(download, client, seen)


def _read_feed(download: Download, client: Client, seen: datetime) -> Iterator[Article | Failure]:
    entries, failures = read_listing(download, client, seen)
    yield from failures
    new = [entry for entry in entries if not client.memory.knows(entry)]
    left_alone = 0
    for entry in new[:MOST_ENTRIES]:
        try:
            yield _from_entry(entry, client, seen)
        except RecountError as error:
            if may_come_later(error):
                client.memory.ask_again()
            else:
                client.memory.missed(entry)
            if isinstance(error, LeftAlone):
                left_alone += 1
                last = str(error)
            else:
                yield Failure(entry.link, str(error))
    if left_alone:  # one line for all of them: after the first nobody was asked
        yield Failure(download.url, f"{left_alone} of its pages wait for a later run: {last}")
    if len(new) > MOST_ENTRIES:
        client.memory.ask_again()
        why = f"only the first {MOST_ENTRIES} of its {len(new)} entries were read"
        yield Failure(download.url, why)


def _from_entry(entry: FeedEntry, client: Client, seen: datetime) -> Article:
    """The article of an entry's page, or of the entry itself where that cannot be had."""
    try:
        download = client.get(entry.link)
        check_not_home(entry.link, download.url)
        article = _past_wall(article_of(download, seen, entry), entry, seen)
    except RecountError as error:
        article = _instead(entry, seen, error)
        client.memory.took(article, entry, from_page=False)
    else:
        client.memory.took(article, entry, from_page=True)
    return article


def _past_wall(article: Article, entry: FeedEntry, seen: datetime) -> Article:
    """What the feed carries itself, where its page always shows a wall; else ``article``."""
    if not is_walled(article):
        return article
    try:
        return replace(article_from_entry(entry), fetched=seen)
    except ArticleUnreadable:
        return article


def _instead(entry: FeedEntry, seen: datetime, error: RecountError) -> Article:
    """The article that an entry carries itself, for a page that failed with ``error``."""
    if may_come_later(error):
        # Its page may be there tomorrow, and would look like an edit of what the feed carries.
        raise error
    try:
        return replace(article_from_entry(entry), fetched=seen)
    except ArticleUnreadable:
        raise error from None


def check_not_home(asked: str, answered: str) -> None:
    """Pass what a page redirects to, unless it is a home page: so many sites hide what is gone.

    Raises:
        Gone: it is one.
    """
    if asked != answered and _is_home(answered) and not _is_home(asked):
        raise Gone("it redirects to the home page of its site")


def _is_home(url: str) -> bool:
    return urlsplit(url).path in ("", "/") and not urlsplit(url).query


def article_of(download: Download, seen: datetime, entry: FeedEntry | None = None) -> Article:
    """The article of a page or text that was downloaded.

    Raises:
        ArticleUnreadable: it is neither, or holds no text of an article.
    """
    kind = kind_of(download.body, download.kind)
    if kind is Kind.PAGE:
        return article_from_html(download.body, download.url, seen, entry, charset=download.charset)
    if kind is not Kind.DOCUMENT or download.kind not in ("", "text/plain", "text/markdown"):
        raise ArticleUnreadable(f"it is {download.kind or 'data'} and not a page")
    article = article_from_bytes(
        download.body, download.url, is_page=False, charset=download.charset
    )
    return replace(article, fetched=seen)
