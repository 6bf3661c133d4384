"""Articles of web archives: the pages that servers answered with once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import BinaryIO

from checkers.errors import ArticleUnreadable
from checkers.model import Article, Origin
from flows.sources.archive_records import Answer, read_answers
from flows.sources.failure import Failure
from flows.sources.fields import STATUS
from flows.sources.page.address import bare_address
from flows.sources.page.markup import read_tree, words_of
from flows.sources.pages import article_from_html
from flows.sources.stamps import read_stamp

# An error page says what it has to say at its beginning.
LONGEST_ERROR = 2_000


def read_archive(file: BinaryIO, name: str, max_bytes: int) -> Iterator[Article | Failure]:
    """The articles of a WARC file, streamed; what cannot be read comes as a failure.

    An answer that sends on to another address is passed over; the page behind it stands in the
    archive itself. An error page comes as an article with its status, under the address asked for.

    Args:
        file: The archive, packed with gzip or not; it must be possible to move in it.
        name: What to call it in failures.
        max_bytes: Most bytes of a page, unpacked.
    """
    found = False
    for item in read_answers(file, name, max_bytes):
        if isinstance(item, Failure):
            found = True
            yield item
        elif not 300 <= item.status < 400:
            found = True
            yield _article(item, name)
    if not found:
        yield Failure(name, "there are no web pages in this archive")


def _article(answer: Answer, name: str) -> Article | Failure:
    try:
        return article_from_answer(answer)
    except ArticleUnreadable as error:
        return Failure(f"{name}, {answer.url}", str(error))


def article_from_answer(answer: Answer) -> Article:
    """The article of an archived page, with its status and the time at which it was fetched.

    Raises:
        ArticleUnreadable: there is no article in it.
    """
    if re.search(r"\s", answer.url):
        raise ArticleUnreadable("its address holds white space")
    if answer.status not in STATUS:
        raise ArticleUnreadable("the answer that was kept has no HTTP status")
    taken = _taken(answer.taken)
    if answer.status >= 400:
        return _error_page(answer, taken)
    if not answer.body.strip():
        raise ArticleUnreadable("it is empty")
    article = article_from_html(answer.body, answer.url, taken, charset=answer.charset)
    return replace(article, status=answer.status)


def _error_page(answer: Answer, taken: datetime | None) -> Article:
    """What stood where an article was looked for; it tells of the address, not of news."""
    address = bare_address(answer.url)
    try:
        tree = read_tree(answer.body, answer.charset)
    except ArticleUnreadable:
        return Article(url=address, text="", fetched=taken, status=answer.status)
    title = " ".join(words_of(one) for one in tree.iter("title"))
    for one in [*tree.iter("script", "style", "noscript", "template")]:
        one.drop_tree()
    body = next(tree.iter("body"), tree)
    return Article(
        url=address,
        text=words_of(body)[:LONGEST_ERROR],
        title=title,
        fetched=taken,
        status=answer.status,
    )


def _taken(written: str) -> datetime | None:
    """When an answer was kept; the time is in UTC whatever else it says (WARC 1.1, 5.4)."""
    stamp = read_stamp(written, Origin.GIVEN)
    if stamp is None:
        return None
    return stamp.at if stamp.zone_known else stamp.at.replace(tzinfo=UTC)
