"""Capitalised stretches of a sentence: what may be a name, and what the words around it are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checkers.language.document import Sentence
from checkers.language.lexicon import listed
from checkers.language.places.words import has
from checkers.model import Field

_LEFT = 72  # characters; as far back as a preposition and its noun stand
_RIGHT = 56  # characters; as far ahead as a noun, a verb or a holder stands
_LAST_LATIN = 0x250

_UPPER = "A-Z" + "".join(chr(c) for c in range(0xC0, _LAST_LATIN) if chr(c).isupper())
_WORD = (
    rf"(?:\b(?:[ae]l|a[dnrstz]|ash|d|l|o)[-'])?"
    rf"(?:\b(?:[A-Z]\.){{2,}}|\b(?:St|Ft|Mt|Pt)\.(?= [A-Z])|\b[{_UPPER}]\w*(?:[-'](?!s\b)\w+)*)"
)
_LINK = (
    r" (?:(?:de|del|de la|de los|da|do|dos|di|du|des|la|le|al|el|bin|ben|upon|sur|sous|van|von|"
    r"den|am|"
    r"(?<=Bay )of|(?<=Gulf )of|(?<=Isle )of|(?<=Strait )of|(?<=Horn )of|(?<=Sea )of|"
    r"(?<=Gulf )of the|(?<=Bay )of the|(?<=Cape )of|(?<=University )of|(?<=Ministry )of|"
    r"(?<=Department )of|(?<=Republic )of|(?<=Republic )of the) )?"
)
_NUMBER = r"(?: \d{1,3}(?![\d.,:]))?"
_STRETCH = re.compile(rf"{_WORD}(?:{_LINK}{_WORD})*{_NUMBER}")
# The same without "al-" and the like before a capital. It begins with the capital itself, so that a
# search leaps from one to the next: a third of the time, and few sentences need the other.
_CAPITAL = (
    rf"[{_UPPER}](?<!\w.)"
    r"(?:(?<=[A-Z])\.(?:[A-Z]\.)+|(?<=[SFMP])t\.(?= [A-Z])|\w*(?:[-'](?!s\b)\w+)*)"
)
_CAPITALS = re.compile(rf"{_CAPITAL}(?:{_LINK}{_CAPITAL})*{_NUMBER}")
_PREFIXED = re.compile(rf"[-'][{_UPPER}]")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_MIN_WORDS = 4  # a headline of fewer does not show whether it is set in capitals
_TITLE_SHARE = 0.8


@dataclass(slots=True)
class Stretch:
    """Words that may be a name.

    Attributes:
        sentence: Where they stand.
        start: First character of the sentence's text.
        end: One past the last.
        name: The words.
        left: The words before them, in lower case, punctuation attached.
        right: The text after them.
    """

    sentence: Sentence
    start: int
    end: int
    name: str
    left: list[str]
    right: str


def stretches(sentence: Sentence, text: str) -> Iterator[Stretch]:
    """The capitalised stretches of a sentence, function words and days cut off.

    Args:
        sentence: The sentence.
        text: Its text with line breaks as blanks.
    """
    no_names = _no_names()
    pattern = _STRETCH if _PREFIXED.search(text) else _CAPITALS
    for match in pattern.finditer(text):
        start, end = match.span()
        words = match[0]
        if " " not in words:
            if words.lower() not in no_names:
                yield stretch_at(sentence, text, start, end)
            continue
        for first, last in _runs(words, opens=not start):
            yield stretch_at(sentence, text, start + first, start + last)


@cache
def _no_names() -> frozenset[str]:
    """Words that are no name by themselves."""
    return listed("places", "function_words") | listed("places", "calendar")


def stretch_at(sentence: Sentence, text: str, start: int, end: int) -> Stretch:
    """The stretch from one character of the sentence's text to another, with its surroundings."""
    left = text[max(0, start - _LEFT) : start].lower()
    glued = left[-1:] not in (" ", '"', "'", "(", "[", "*", "")
    words = [] if glued else left.rstrip("\"'([*").split()
    return Stretch(sentence, start, end, text[start:end], words, text[end : end + _RIGHT])


def _runs(words: str, *, opens: bool) -> list[tuple[int, int]]:
    """(start, end) of the parts of a stretch between days and months, function words cut off.

    Args:
        words: The stretch.
        opens: Whether it opens its sentence, so that the capital of its first word means nothing.
    """
    runs: list[tuple[int, int]] = []
    first = last = end = -1
    for word in words.split(" "):
        low, start = word.lower(), end + 1
        end = start + len(word)
        if has("calendar", low):
            if first >= 0:
                runs.append((first, last))
            first = -1
        elif first >= 0 or not (
            has("function_words", low) or (opens and has("opening_words", low))
        ):
            first = start if first < 0 else first
            last = end
    if first >= 0:
        runs.append((first, last))
    return runs


def in_capitals(sentence: Sentence) -> bool:
    """Whether nearly every word is capitalised, so that capitals say nothing about names."""
    if sentence.field is Field.TEXT and sentence.text[-1:] in '.!?"':
        return False
    words = _LONG_WORD.findall(sentence.text)
    if len(words) < _MIN_WORDS:
        return False
    return sum(not word[0].islower() for word in words) >= _TITLE_SHARE * len(words)
