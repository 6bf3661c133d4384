"""Whether two names are spellings of one: transliterations, not merely names that look alike."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

# Sounds that are written in several ways when a name is carried over into Latin letters, each
# brought to one. Source: the differences between the common systems (BGN/PCGN, ISO 9, pinyin and
# Wade-Giles excepted) and the habits of German, French and English newspapers; own list.
_SOUNDS = [
    ("dzh", "j"), ("tsch", "ch"), ("tch", "ch"), ("sch", "sh"), ("dj", "j"), ("zh", "z"),
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("q", "k"),
    ("x", "ks"), ("tz", "ts"), ("w", "v"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("oe", "o"),
    ("ae", "a"), ("ue", "u"), ("aa", "a"), ("y", "i"), ("ey", "ei"), ("ai", "ei"),
]  # fmt: skip
_HARD_C = re.compile(r"c(?![hei])")
_SOFT_J = re.compile(r"j\b|(?<=[aeiou])j")
_DOUBLED = re.compile(r"(.)\1+")
_MUTE_H = re.compile(r"(?<=[aeiou])h\b")
_VOWELS = re.compile(r"[aeiou]+")

_MIN_SAME = 6  # letters; shorter names differ too often in one sound ("Lunde", "Lund")
_MIN_VOWELS_FREE = 8  # letters; from here on vowels alone seldom tell two towns apart
_VOWELS_APART = 2

# Vowels that transliterations exchange, after `_SOUNDS`.
_EXCHANGED = frozenset(map(frozenset, ("ou", "ae", "ei", ("ei", "i"), ("ei", "e"), ("ei", "a"))))
# Endings that one Slavic adjective takes in names of towns, and in transliterations of them.
_ADJECTIVE = re.compile(r"(?<=\w{4})(?:aya|aia|aja|oye|oe|oie|oje|yi|yy|ij|iy|y|i|a|e|o)$")
# The Arabic article, written as it is spelled or as it is spoken.
_ARTICLES = frozenset(["al", "el", "as", "ash", "an", "ar", "at", "ad", "az"])


@lru_cache(maxsize=65_536)
def spelled_alike(one: str, other: str) -> Literal["same", "near", "different"]:
    """Compare two folded names.

    "same": one name in two transliterations. "near": one letter apart, or too short to be sure: a
    slip of the pen as likely as another town. "different": anything else.
    """
    words, others = one.split(), other.split()
    if len(words) != len(others):
        words, others = [one.replace(" ", "")], [other.replace(" ", "")]
    shorter = min(len(one), len(other))
    verdicts = {_word_alike(*pair, shorter) for pair in zip(words, others, strict=True)}
    if "different" in verdicts and len(words) > 1 and words[-1] == others[-1]:
        pairs = zip(words[:-1], others[:-1], strict=True)
        return "same" if all(map(_one_adjective, *zip(*pairs, strict=True))) else "different"
    if "different" in verdicts:
        return "different"
    return "near" if "near" in verdicts else "same"


def _word_alike(one: str, other: str, letters: int) -> str:
    """The verdict on two words of names of which the shorter has so many letters."""
    if one == other or {one, other} <= _ARTICLES:
        return "same"
    if one[:1] != other[:1] and _sound(one)[:1] != _sound(other)[:1]:
        return "different"
    if _sound(one) == _sound(other):
        return "same" if letters >= _MIN_SAME else "near"
    shorter = min(len(one), len(other))
    if shorter >= _MIN_VOWELS_FREE and _vowels_vary(_sound(one), _sound(other)):
        return "same"
    return "near" if shorter > 3 and _one_edit(one, other) else "different"


def _one_adjective(one: str, other: str) -> bool:
    """Whether two words are one adjective in two forms: "krasna", "krasnaya"."""
    stem = _ADJECTIVE.sub("", one)
    return stem != one and stem == _ADJECTIVE.sub("", other)


@lru_cache(maxsize=65_536)
def _sound(word: str) -> str:
    """The word with every sound written in one way."""
    word = _SOFT_J.sub("i", word)
    for written, sound in _SOUNDS:
        word = word.replace(written, sound)
    word = _HARD_C.sub("k", _MUTE_H.sub("", word))
    return _DOUBLED.sub(r"\1", word)


def _vowels_vary(one: str, other: str) -> bool:
    """Whether only few vowels differ: "Mohammedabad", "Muhammadabad"."""
    if _VOWELS.sub("-", one) != _VOWELS.sub("-", other):
        return False
    pairs = zip(_VOWELS.findall(one), _VOWELS.findall(other), strict=True)
    changed = [frozenset((a, b)) for a, b in pairs if a != b]
    return len(changed) <= _VOWELS_APART and all(pair in _EXCHANGED for pair in changed)


def _one_edit(one: str, other: str) -> bool:
    """Whether one letter changed, added, left out or swapped with the next makes them equal."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if start is None:
        return True
    rest, others = one[start:], other[start:]
    swapped = rest[:2] == others[1::-1] and rest[2:] == others[2:]
    return swapped or rest[1:] == others[1:] or rest[1:] == others or rest == others[1:]
