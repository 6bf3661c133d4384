"""Ways in which an address gives nothing, named for what to do next.

SourceUnavailable
 +-- NotNow          a later run may do better, and so may this one in half a minute
 |    +-- Passing    the client itself tries again at once
 +-- LeftAlone       the host asked not to be asked before some time
 +-- Declined        the server will not give it; asking again soon changes nothing
      +-- Gone       there is nothing at this address, or no longer
ArticleUnreadable
 +-- Refused         we do not ask: the site's rules, or our own, forbid it
"""

from __future__ import annotations

from datetime import datetime, timedelta

from checkers.errors import ArticleUnreadable, SourceUnavailable


class NotNow(SourceUnavailable):
    """A failure that may be over within the minute."""


class Passing(NotNow):
    """A failure after which another attempt may succeed; ``wait`` is when the server says."""

    def __init__(self, message: str, wait: timedelta | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class LeftAlone(SourceUnavailable):
    """A ``host`` asked to be left alone ``until`` then (aware)."""

    def __init__(self, message: str, until: datetime | None = None, host: str = "") -> None:
        super().__init__(message)
        self.until = until
        self.host = host


class Declined(SourceUnavailable):
    """The server answers that it will not give this (400 to 499, redirects without end)."""


class Gone(Declined):
    """The server answers that there is nothing there (404), or no longer (410)."""


class Refused(ArticleUnreadable):
    """The address is not asked for: robots.txt or the operator's own rules forbid it."""


def may_come_later(error: Exception) -> bool:
    """Whether what failed so should be tried again by the next run."""
    return isinstance(error, SourceUnavailable) and not isinstance(error, Declined)
