"""How much a shared word tells: a rare one much, a common one nothing."""

from __future__ import annotations

from functools import cache, lru_cache

from spacy.lang.en.stop_words import STOP_WORDS

from checkers.language.lexicon import listed
from seeds import words
from seeds.rarity import UNLISTED, levels_file, stem

# What stands in most reports of its sort tells a third as much as its place in English has it.
_IN_MOST_REPORTS = 0.3


@lru_cache(16_384)  # words of articles come without end
def rarity(word: str) -> float:
    """0 to 10: minus the logarithm of the share of texts that hold the word, which is stemmed."""
    if word in _never_telling():
        return 0.0
    level = _levels().get(word, UNLISTED) / 10
    return level * _IN_MOST_REPORTS if is_common(word) else level


def is_common(word: str) -> bool:
    """Whether the stemmed word stands in most reports of its sort: ``common.toml``, kinds."""
    return word in _common()


@cache
def _levels() -> dict[str, int]:
    levels: dict[str, int] = {}
    for line in levels_file().read_text(encoding="utf-8").splitlines():
        level, *listed_words = line.split(" ")
        levels.update(dict.fromkeys(listed_words, int(level)))
    return levels


@cache
def _common() -> frozenset[str]:
    of_kinds = {
        stem(word)
        for entry in words("kinds").values()
        for phrase in entry["words"]
        for word in phrase.split()
    }
    return frozenset(of_kinds | {stem(word) for word in listed("common", "words")})


@cache
def _never_telling() -> frozenset[str]:
    """Function words, and the names of days and months: times are compared as times."""
    return frozenset(map(stem, STOP_WORDS)) | {stem(w) for w in listed("common", "calendar")}
