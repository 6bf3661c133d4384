"""What the past hands to a rule: every reading of one article, and articles that share a text."""

from __future__ import annotations

from dataclasses import dataclass

from checkers.model.article import Article
from checkers.model.event import Reading


@dataclass(frozen=True, slots=True)
class Revisions:
    """All that was ever read at one address: what a rule on edits looks at.

    Attributes:
        readings: One for each revision, oldest first; never empty.
        notes: Readings of the outlet's corrections columns that name the article.
        redated: Pages of the outlet, this one included, whose date of publication moved in the
            same night, in a fixed order; no more than a few of many.
    """

    readings: tuple[Reading, ...]
    notes: tuple[Reading, ...] = ()
    redated: tuple[Article, ...] = ()

    @property
    def url(self) -> str:
        """The address."""
        return self.readings[0].article.url


@dataclass(frozen=True, slots=True)
class Copies:
    """An article beside others that share its text or sentences of it, each with its revisions.

    Attributes:
        own: The article looked at.
        others: Articles that share text with it, the most alike first; no more than a few of many.
    """

    own: Revisions
    others: tuple[Revisions, ...]
