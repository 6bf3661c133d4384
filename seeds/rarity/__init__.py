"""How rare a word of English is: a list by level, and the form in which words are counted."""

from __future__ import annotations

from pathlib import Path

# Two texts of general English that share a word of level 50 share, on average, one word in
# e^5 = 148 texts of 300 words. A word that is not listed is rarer than all that are.
UNLISTED = 100


def levels_file() -> Path:
    """The list: on each line a level, in tenths of a natural logarithm, and its words.

    The level of a word is -10 ln p, where p is the share of texts of 300 words that hold it.
    """
    return Path(__file__).with_name("levels.txt")


def stem(word: str) -> str:
    """A word in lower case, without possessive and plural s: brings its forms together."""
    word = word.lower().replace("’", "'").removesuffix("'s").removesuffix("'")
    if len(word) > 4 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    return word
