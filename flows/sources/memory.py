"""What is remembered from one visit to the next, as the client and the readers of feeds ask for it.

Where nothing is kept (an address on the command line, a source that is only tried) it is
``Forgetful``; the nightly run has one that lives in the store.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from checkers.model import Article
from flows.sources.entry import FeedEntry
from storage.visited import Answered


class Memory(Protocol):
    """What earlier visits left behind."""

    def answered(self, url: str) -> Answered | None:
        """What ``url`` answered last."""

    def note(self, answered: Answered) -> None:
        """Remember an answer, once all that came of it is stored."""

    def rest(self, host: str, until: datetime) -> None:
        """Remember that ``host`` asked to be left alone until then (aware)."""

    def knows(self, entry: FeedEntry) -> bool:
        """Whether the page of ``entry`` is stored and the feed says nothing new of it."""

    def took(self, article: Article, entry: FeedEntry, *, from_page: bool) -> None:
        """Remember that ``article`` is what ``entry`` points to (or what it carries itself)."""

    def missed(self, entry: FeedEntry) -> None:
        """Remember that nothing is to be had for ``entry``, so that it is named once."""

    def ask_again(self) -> None:
        """Ask the source in full at the next visit, whether or not it says anything new.

        Something that it points to could not be had and may come later, or leads further.
        """


class Forgetful:
    """Remembers nothing."""

    def answered(self, url: str) -> Answered | None:
        """Nothing."""
        return None

    def note(self, answered: Answered) -> None:
        """Do nothing."""

    def rest(self, host: str, until: datetime) -> None:
        """Do nothing."""

    def knows(self, entry: FeedEntry) -> bool:
        """No."""
        return False

    def took(self, article: Article, entry: FeedEntry, *, from_page: bool) -> None:
        """Do nothing."""

    def missed(self, entry: FeedEntry) -> None:
        """Do nothing."""

    def ask_again(self) -> None:
        """Do nothing."""
