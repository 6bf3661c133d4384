"""Errors, named for what the caller should do next.

RecountError
 +-- SourceUnavailable     try again later
 +-- ArticleUnreadable     set this one aside and go on
 +-- WrongUse              tell the person what to write instead
 |    +-- NotFound         there is no such finding, event or source
 +-- ConfigurationError    someone has to change a setting; stop
"""

from __future__ import annotations


class RecountError(Exception):
    """Root of every error raised on purpose; its message is one line a person can act on."""


class SourceUnavailable(RecountError):
    """A source did not answer; trying again later may help."""


class ArticleUnreadable(RecountError):
    """This article will never parse; set it aside and go on."""


class WrongUse(RecountError):
    """The caller asked for something that cannot be; the message says what to do."""


class NotFound(WrongUse):
    """There is no such thing, or its short id fits several."""


class ConfigurationError(RecountError):
    """Someone has to change a setting; stop the run."""
