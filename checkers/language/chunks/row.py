"""The tokens of one sentence as the chunker sees them."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from checkers.language.chunks.vocabulary import groups, small_words, word_tag
from checkers.language.document import Sentence
from checkers.language.lexicon import listed
from checkers.language.numbers import Number, find_numbers
from checkers.model import Field

_SHORTEST_TITLE_WORD = 4  # shorter words stay lower-case in most headlines
_TITLE_CASE = 0.7
_KEPT = 16_384  # words kept with what they can be
_OPEN_CLASS = re.compile(r"[^\W\d_][\w'.]*$")


class Row:
    """Words and numbers of one sentence, by index of token.

    Attributes:
        words: The words, lower case.
        raw: The words as written.
        numbers: Number by its first token.
        inside: Number by each of its tokens.
        headline: Written in the clipped grammar of headlines.
    """

    __slots__ = ("_title_case", "_tokens", "headline", "inside", "numbers", "raw", "words")

    def __init__(self, sentence: Sentence) -> None:
        self._tokens = sentence.tokens
        self.words = sentence.tokens.lower
        self.raw = sentence.tokens.raw
        self.numbers = {number.first: number for number in find_numbers(sentence.tokens)}
        self.inside: dict[int, Number] = {
            index: number
            for number in self.numbers.values()
            for index in range(number.first, number.last)
        }
        self.headline = sentence.field in (Field.TITLE, Field.URL)
        self._title_case: bool | None = None

    @property
    def title_case(self) -> bool:
        """Whether it is written with capitals throughout, so that they mark no names."""
        if self._title_case is None:
            self._title_case = _in_title_case(self.raw)
        return self._title_case

    def word(self, at: int) -> str:
        """The word at an index, "" outside the sentence."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def is_glued(self, at: int) -> bool:
        """Whether no space stands before a word: the "-" of "4-year", not of "4 - Orvane News"."""
        tokens = self._tokens
        return 0 < at < len(self.words) and tokens.ends[at - 1] == tokens.starts[at]

    def may_modify(self, at: int) -> bool:
        """Whether a word can stand inside a noun phrase, before its noun."""
        word = self.word(at)
        if not _may_modify(word) or at in self.inside:
            return False
        return word not in _small_firsts() or small_words().at(self.words, at) is None

    def is_open(self, at: int) -> bool:
        """Whether a word is a noun, verb or adjective rather than a mark or figure."""
        return bool(_OPEN_CLASS.match(self.word(at)))

    def group_at(self, at: int) -> tuple[int, str] | None:
        """(end, group) of the noun for people that starts at a token."""
        return groups().at(self.words, at) if self.word(at) else None


@cache
def _small_firsts() -> frozenset[str]:
    return small_words().first_words


@lru_cache(maxsize=_KEPT)
def _may_modify(word: str) -> bool:
    """Whether a word by itself can stand before a noun."""
    if not word or not _OPEN_CLASS.match(word) or word in listed("grammar", "times"):
        return False
    return word_tag(word) == "n"


def _in_title_case(raw: list[str]) -> bool:
    """Whether most of the longer words have a capital."""
    words = [word for word in raw if len(word) >= _SHORTEST_TITLE_WORD and word.isalpha()]
    return sum(word[0].isupper() for word in words) > _TITLE_CASE * len(words)
