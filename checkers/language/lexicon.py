"""Word lists of ``seeds/words``, each read once."""

from __future__ import annotations

from functools import cache
from typing import Any

from seeds import words


@cache
def listed(book: str, name: str) -> frozenset[str]:
    """The words of one list of one book, lower case."""
    return frozenset(words(book)[name])


@cache
def mapped(book: str, name: str) -> dict[str, Any]:
    """One table of one book."""
    return dict(words(book)[name])


@cache
def inverted(book: str, name: str) -> dict[str, str]:
    """Word to heading, for a table that lists the words under their heading."""
    return {word: heading for heading, group in words(book)[name].items() for word in group}
