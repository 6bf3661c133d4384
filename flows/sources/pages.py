"""One web page to one article."""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urlsplit

from checkers.errors import ArticleUnreadable
from checkers.model import Article
from flows.sources.entry import FeedEntry
from flows.sources.page.body import read_body, without_furniture
from flows.sources.page.data import PageData, names_of, read_page_data
from flows.sources.page.dates import read_page_dates
from flows.sources.page.markup import read_tree, web_address
from flows.sources.page.pictures import read_pictures
from flows.sources.page.story import find_story
from flows.sources.page.title import find_headline, read_title
from flows.sources.printed.lines import FEWEST_TEXT_WORDS


def article_from_html(
    page: bytes | str,
    url: str,
    fetched: datetime | None,
    feed_entry: FeedEntry | None = None,
    *,
    charset: str | None = None,
) -> Article:
    """The article of a page: its text, and everything the page says of itself.

    Args:
        page: The page as it came.
        url: The address it came from.
        fetched: When it was fetched (aware), None for a file.
        feed_entry: What the feed said of it; it fills what the page lacks.
        charset: Encoding that the server declared, if any.

    Raises:
        ArticleUnreadable: it is no text, or has no text of an article.
    """
    tree = read_tree(page, charset)
    data = read_page_data(tree)
    entry = feed_entry or FeedEntry(url)
    address = _canonical(data.canonical, url)
    headline = find_headline(tree, data)
    title = read_title(data, headline) or entry.title
    story = find_story(tree, address, headline)
    dates = read_page_dates(story, data)
    pictures = read_pictures(story, data)
    paragraphs = without_furniture(read_body(tree), title, pictures)
    if sum(len(paragraph.split()) for paragraph in paragraphs) < FEWEST_TEXT_WORDS:
        raise ArticleUnreadable("no text of an article was found on the page")
    return Article(
        url=address,
        text="\n\n".join(paragraphs),
        title=title,
        published=dates.published or entry.published,
        modified=dates.modified or entry.modified,
        fetched=fetched,
        publisher=names_of(data.article.get("publisher"))
        or data.meta("og:site_name")
        or entry.publisher,
        author=_author(data) or entry.author,
        language=data.language or data.linked("inLanguage") or entry.language,
        section=data.linked("articleSection") or data.meta("article:section") or entry.section,
        guid=entry.guid,
        images=pictures or entry.images,
        metadata=data.statements(),
    )


def _author(data: PageData) -> str:
    """Who wrote it; some systems give the address of a profile there, which is no name."""
    named = [names_of(data.article.get("author")), data.meta("author", "article:author")]
    name = next((name for name in named if name and "://" not in name), "")
    return re.sub(r"^by\s+", "", name, flags=re.IGNORECASE)


def _canonical(given: str, url: str) -> str:
    """The address that the page gives as its own, where it can be.

    A copy that points to the original on another site keeps its own address: it is another outlet's
    page. So does a page whose system calls every page the home page.
    """
    own, other = urlsplit(url), urlsplit(web_address(url, given) if given else "")
    if not other.netloc:
        return url
    if own.scheme == "file":
        return other.geturl()
    home = other.path in ("", "/") and own.path not in ("", "/")
    return url if home or _site(own.hostname) != _site(other.hostname) else other.geturl()


def _site(host: str | None) -> str:
    """A host without the prefixes of its mobile and fast versions."""
    return re.sub(r"^(?:www|m|mobile|amp)\.", "", host or "")
