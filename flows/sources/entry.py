"""An entry of a feed: what it says of the page that it points to."""

from __future__ import annotations

from dataclasses import dataclass

from checkers.model import Image, Stamp

# More entries of one feed are not looked at. Outlets' feeds have 10 to 100, the newest first.
MOST_LISTED = 2_000


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One entry. Whatever the feed does not say is "" or None.

    Attributes:
        link: Address of the page.
        title: Headline in the feed.
        guid: The feed's own name for the entry.
        published: When the feed says that it appeared.
        modified: When the feed says that it was last changed.
        author: Who wrote it.
        body: HTML of the whole text, where the feed carries it; a summary is not the text.
        publisher: The outlet, where the feed names it for each entry.
        language: Language of the page.
        section: Part of the outlet that it stands in.
        images: Its pictures, with the captions and credits that the feed gives them.
    """

    link: str
    title: str = ""
    guid: str = ""
    published: Stamp | None = None
    modified: Stamp | None = None
    author: str = ""
    body: str = ""
    publisher: str = ""
    language: str = ""
    section: str = ""
    images: tuple[Image, ...] = ()
