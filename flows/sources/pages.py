"""One web page to one article."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, tzinfo

from checkers.compare.pages import PAGE_KEY
from checkers.errors import ArticleUnreadable
from checkers.model import Article
from flows.sources.entry import FeedEntry
from flows.sources.page.address import page_address
from flows.sources.page.app_data import read_app_data
from flows.sources.page.author import read_page_author
from flows.sources.page.body import read_body, without_furniture
from flows.sources.page.data import names_of, read_page_data
from flows.sources.page.dates import PageDates, read_page_dates
from flows.sources.page.kinds import ARTICLES, Kind, Outline, kind_of_page, read_outline
from flows.sources.page.live import read_entries
from flows.sources.page.marked import read_marked
from flows.sources.page.markup import read_tree
from flows.sources.page.pictures import read_pictures
from flows.sources.page.story import find_story
from flows.sources.page.title import find_headline, read_title
from flows.sources.printed.lines import FEWEST_TEXT_WORDS

# Where pages name their outlet, beside their JSON-LD.
PUBLISHER_METAS = ("og:site_name", "dc.publisher", "dcterms.publisher")


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
        ArticleUnreadable: it is no text, or has neither the text of an article nor the marks of a
            page that came in its place, such as a wall or an error.
    """
    tree = read_tree(page, charset)
    data = read_page_data(tree)
    entry = feed_entry or FeedEntry(url)
    address = page_address(data.canonical, url)
    headline = find_headline(tree, data)
    title = read_title(data, headline) or entry.title
    story = find_story(tree, address, headline)
    marked = read_marked(story)
    app = read_app_data(tree)
    feed = (entry.published, entry.modified)
    told = app.published_at(title)
    dates = read_page_dates(story, data, marked, told=told, feed=feed, seen=fetched)
    pictures = read_pictures(story, data, app.pictures)
    author = read_page_author(story, data, marked)
    # Last of all: the extraction takes the tree to pieces.
    outline = read_outline(story, data)
    entries = read_entries(story, _zone(dates)) if outline.is_live else []
    paragraphs = without_furniture(entries or read_body(tree), title, pictures)
    kind = _kind(outline, paragraphs)
    section = data.linked("articleSection") or data.meta("article:section", "articlesection")
    return Article(
        url=address,
        text="\n\n".join(paragraphs),
        title=title,
        published=dates.published,
        modified=dates.modified,
        fetched=fetched,
        publisher=names_of(data.article.get("publisher"))
        or data.meta(*PUBLISHER_METAS)
        or entry.publisher,
        author=author or entry.author,
        language=data.language or data.linked("inLanguage") or entry.language,
        section=section or marked.value("articleSection") or entry.section,
        guid=entry.guid,
        images=pictures or entry.images,
        metadata=data.statements() | ({PAGE_KEY: kind.value} if kind else {}),
    )


def _kind(outline: Outline, paragraphs: Sequence[str]) -> Kind:
    """What the page is.

    Raises:
        ArticleUnreadable: it has no text, and nothing says what it is instead.
    """
    kind = kind_of_page(outline, paragraphs)
    length = sum(len(paragraph.split()) for paragraph in paragraphs)
    if kind in ARTICLES and length < FEWEST_TEXT_WORDS:
        raise ArticleUnreadable("no text of an article was found on the page")
    return kind


def _zone(dates: PageDates) -> tzinfo | None:
    """The zone in which a page tells its times."""
    return dates.published.at.tzinfo if dates.published else None
