"""The entries of a feed or a news sitemap, whatever it is written in."""

from __future__ import annotations

from checkers.errors import ArticleUnreadable
from checkers.model import Article
from flows.sources.entry import FeedEntry
from flows.sources.marked_words import paragraphs

# A shorter body is a summary: no news text of that length is complete.
SHORTEST_BODY = 600


def read_entries(feed: bytes, address: str) -> list[FeedEntry]:
    """The entries that point to a page, in the feed's order, each page once.

    Args:
        feed: An RSS, RDF, Atom or JSON feed as it came.
        address: Its address, to which its links are relative.

    Raises:
        ArticleUnreadable: it is no feed.
    """
    from flows.sources.json_feed import read_json_feed
    from flows.sources.xml_feed import read_xml_feed

    if feed.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{":
        read = read_json_feed(feed, address)
    else:
        found = read_xml_feed(feed, address)
        if found is None:  # broken, or in a dialect of its own
            from flows.sources.loose_feed import read_loose_feed

            found = read_loose_feed(feed, address)
        read = found
    entries: dict[str, FeedEntry] = {}
    for entry in read:
        if entry.link:
            entries.setdefault(entry.link, entry)
    return list(entries.values())


def article_from_entry(entry: FeedEntry) -> Article:
    """The article that a feed carries itself, for a page that cannot be fetched.

    Raises:
        ArticleUnreadable: the feed has no more than a summary.
    """
    text = "\n\n".join(paragraphs(entry.body))
    if len(text) < SHORTEST_BODY:
        raise ArticleUnreadable("the feed has only a summary")
    return Article(
        url=entry.link,
        text=text,
        title=entry.title,
        published=entry.published,
        modified=entry.modified,
        publisher=entry.publisher,
        author=entry.author,
        language=entry.language,
        section=entry.section,
        guid=entry.guid,
        images=entry.images,
    )
