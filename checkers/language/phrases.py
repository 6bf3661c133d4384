"""Fixed phrases of one or more words, found in a sentence's tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from checkers.language.characters import lowered

T = TypeVar("T")


class Phrases(Generic[T]):
    """Phrases with a value each; the longest one that starts at a token wins."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Take (phrase, value) pairs; a phrase is lower case, its tokens separated by blanks."""
        self._by_first: dict[str, list[tuple[list[str], T]]] = {}
        for phrase, value in entries:
            words = phrase.replace("-", " - ").replace("n't", " n't").split()
            self._by_first.setdefault(words[0], []).append((words, value))
        for group in self._by_first.values():
            group.sort(key=lambda entry: -len(entry[0]))

    @property
    def first_words(self) -> frozenset[str]:
        """The words with which some phrase starts."""
        return frozenset(self._by_first)

    def starting(self, word: str) -> list[tuple[list[str], T]]:
        """(words, value) of the phrases that start with a word, the longest first."""
        return self._by_first.get(word, [])

    def at(self, words: list[str], start: int) -> tuple[int, T] | None:
        """(end, value) of the longest phrase that starts at ``start``, or None."""
        phrases = self._by_first.get(words[start])
        if phrases is None:
            return None
        for phrase, value in phrases:
            end = start + len(phrase)
            if words[start:end] == phrase:
                return end, value
        return None


_WORD = re.compile(r"[^\W_][\w']*")
_RUN = re.compile(r"\w+")


def _is_word(phrase: str) -> bool:
    return _WORD.fullmatch(phrase) is not None


def words_of(lower: str) -> list[str]:
    """The words of a lower-case text, as ``Finder.search`` takes them."""
    return _WORD.findall(lower)


def runs_of(lower: str) -> list[str]:
    """The unbroken runs of letters and digits of a lower-case text: "it's" is two."""
    return _RUN.findall(lower)


def opening_runs(phrases: Iterable[str]) -> frozenset[str]:
    """The first run of each phrase: a text without any of these holds none of the phrases.

    To look at the words of a text costs a tenth of trying a pattern of many phrases on it.
    """
    return frozenset(first[0] for first in map(_RUN.search, phrases) if first)


class Finder(Generic[T]):
    """Phrases found in running text: one look-up a word, however many phrases there are."""

    def __init__(self, entries: Iterable[tuple[str, T]]) -> None:
        """Take (phrase, value) pairs, phrases in lower case."""
        self._by_first: dict[str, list[tuple[str, T]]] = {}
        self._by_longest: dict[str, list[str]] = {}
        for phrase, value in entries:
            words = words_of(phrase)
            if _WORD.match(phrase):
                self._by_first.setdefault(words[0], []).append((phrase, value))
                self._by_longest.setdefault(max(words, key=len), []).append(phrase)
        self._firsts = frozenset(self._by_first)
        self._longest = frozenset(self._by_longest)
        self._alone = frozenset(
            phrase for group in self._by_first.values() for phrase, _ in group if _is_word(phrase)
        )
        for group in self._by_first.values():
            group.sort(key=lambda entry: -len(entry[0]))

    def find(self, text: str, words: Sequence[str] | None = None) -> list[tuple[int, int, T]]:
        """(start, end, value) of each phrase in the text, the longest at each place.

        ``words`` are its words, where they are known and ``may_find`` was asked.

        The words are followed through the text one by one: to take each as a match of a pattern
        would cost three times as much. Most texts hold no phrase: they are not walked.
        """
        lower = lowered(text)
        found: list[tuple[int, int, T]] = []
        if words is None:
            words = words_of(lower)
            if not self.may_find(lower, words):
                return found
        free = last = 0
        for word in words:
            start = lower.index(word, last)
            last = start + len(word)
            candidates = self._by_first.get(word)
            if candidates is None or start < free:
                continue
            for phrase, value in candidates:
                end = start + len(phrase)
                if lower.startswith(phrase, start) and not lower[end : end + 1].isalnum():
                    found.append((start, end, value))
                    free = end
                    break
        return found

    def may_find(self, lower: str, words: Sequence[str]) -> bool:
        """Whether the letters of a phrase stand in a lower-case text of these words: the gate.

        Asked by its longest word, which is rarer than its first. Where a mark is glued to the last
        word of a phrase ("car bomb's") only the first is sure to be a word of the text.
        """
        if "'" in lower or "_" in lower:
            return any(
                phrase in lower
                for word in self._firsts.intersection(words)
                for phrase, _ in self._by_first[word]
            )
        for word in self._longest.intersection(words):
            for phrase in self._by_longest[word]:
                if phrase in lower:
                    return True
        return False

    def search(self, text: str, words: Sequence[str] | None = None) -> bool:
        """Whether any phrase is in the text.

        ``words`` are its words, where they are known; the text is in lower case then.
        """
        if words is None:
            text = lowered(text)
            words = words_of(text)
        if not self._alone.isdisjoint(words):
            return True
        return self.may_find(text, words) and bool(self.find(text))
