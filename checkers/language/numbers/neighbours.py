"""The tokens beside a number: words by index, hyphens, and whether a word can be counted."""

from __future__ import annotations

from checkers.language.document import Tokens
from checkers.language.lexicon import mapped

_COUNTED = frozenset(mapped("numbers", "counted")["words"])
_NO_PLURAL = frozenset(mapped("numbers", "counted")["no_plural"])


def word(tokens: Tokens, at: int) -> str:
    """The lower-case token at an index, or "" outside the sentence."""
    return tokens.lower[at] if 0 <= at < len(tokens.lower) else ""


def glued(tokens: Tokens, at: int) -> bool:
    """Whether the token at ``at`` follows the one before it without a blank."""
    return 0 < at < len(tokens.starts) and tokens.starts[at] == tokens.ends[at - 1]


def hyphen(tokens: Tokens, at: int) -> bool:
    """Whether ``at`` is a hyphen with no blank on either side."""
    return word(tokens, at) == "-" and glued(tokens, at) and glued(tokens, at + 1)


def counted_noun(word_: str) -> bool:
    """Whether a word is, by its form or by the list, a plural that can be counted."""
    if word_ in _COUNTED:
        return True
    return len(word_) > 3 and word_[-1] == "s" and word_ not in _NO_PLURAL and word_.isalpha()
