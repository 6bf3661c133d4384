"""Fixed phrases of one or more words, found in a sentence's tokens."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases with a value each; the longest one that starts at a token wins."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Take (phrase, value) pairs; a phrase is lower case, its tokens separated by blanks."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], T]]] = {}
        for phrase, value in entries:
            words = tuple(phrase.replace("-", " - ").replace("n't", " n't").split())
            self._by_first.setdefault(words[0], []).append((words, value))
        for group in self._by_first.values():
            group.sort(key=lambda entry: -len(entry[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which some phrase starts."""
        return frozenset(self._by_first)

    def at(self, words: Sequence[str], start: int) -> tuple[int, T] | None:
        """(end, value) of the longest phrase that starts at ``start``, or None."""
        for phrase, value in self._by_first.get(words[start], ()):
            end = start + len(phrase)
            if tuple(words[start:end]) == phrase:
                return end, value
        return None
