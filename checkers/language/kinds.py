"""What kind of happening a text speaks of, and which kinds can be one and the same."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from seeds import words

UNKNOWN = ""
_COMMON_ANCESTOR_ONLY = frozenset({"trial", "memorial", "funeral", "drill"})


@cache
def _by_word() -> dict[str, str]:
    return {word: kind for kind, entry in words("kinds").items() for word in entry["words"]}


@cache
def _trigger() -> re.Pattern[str]:
    longest_first = sorted(_by_word(), key=lambda word: (-len(word), word))
    return re.compile(r"\b(?:" + "|".join(map(re.escape, longest_first)) + r")\b", re.IGNORECASE)


def kinds_in(text: str) -> Counter[str]:
    """How often each kind of happening is named in a text."""
    by_word = _by_word()
    return Counter(by_word[match[0].lower()] for match in _trigger().finditer(text))


def first_kinds(text: str) -> list[tuple[int, int, str]]:
    """(start, end, kind) of each word that names a happening, in order."""
    by_word = _by_word()
    return [(m.start(), m.end(), by_word[m[0].lower()]) for m in _trigger().finditer(text)]


@cache
def wider(kind: str) -> frozenset[str]:
    """A kind and everything it is a kind of."""
    entry = words("kinds").get(kind)
    if entry is None:
        return frozenset()
    return frozenset({kind}).union(*(wider(parent) for parent in entry["is"]))


def can_be_one(a: str, b: str) -> bool:
    """Whether happenings of these kinds can be one: unknown, the same, or one a kind of the other.

    An explosion may be found to be a bombing or a burst boiler; a fire may follow a crash. Kinds
    that tell what comes after (a trial, a funeral) never are the happening they come after.
    """
    if not a or not b or a == b:
        return True
    if a in _COMMON_ANCESTOR_ONLY or b in _COMMON_ANCESTOR_ONLY:
        return False
    if wider(a) & wider(b):
        return True
    return frozenset({a, b}) in _TOGETHER or any(
        frozenset({x, y}) in _TOGETHER for x in wider(a) for y in wider(b)
    )


def narrower(a: str, b: str) -> str:
    """The more specific of two kinds that can be one."""
    return a if b in wider(a) or not b else b


# Kinds under which one happening is commonly reported at once (a blast that brings a house down).
_TOGETHER = frozenset(
    frozenset(pair)
    for pair in (
        ("explosion", "fire"),
        ("explosion", "collapse"),
        ("explosion", "mine-accident"),
        ("explosion", "spill"),
        ("mine-accident", "collapse"),
        ("mine-accident", "flood"),
        ("mine-accident", "fire"),
        ("crash", "fire"),
        ("crash", "explosion"),
        ("crash", "drowning"),
        ("crash", "collapse"),
        ("earthquake", "collapse"),
        ("storm", "flood"),
        ("storm", "landslide"),
        ("flood", "landslide"),
        ("flood", "collapse"),
        ("flood", "drowning"),
        ("landslide", "collapse"),
        ("crush", "collapse"),
        ("attack", "robbery"),
        ("attack", "arrest"),
        ("attack", "explosion"),
        ("attack", "fire"),
        ("protest", "attack"),
        ("protest", "arrest"),
        ("protest", "crush"),
        ("robbery", "arrest"),
        ("attack", "closure"),
        ("crash", "closure"),
        ("spill", "fire"),
        ("spill", "evacuation"),
        ("fire", "evacuation"),
        ("flood", "evacuation"),
        ("avalanche", "crash"),
        ("storm", "crash"),
        ("storm", "collapse"),
        ("sport", "crush"),
        ("sport", "collapse"),
        ("illness", "spill"),
        ("protest", "labour-strike"),
        ("attack", "evacuation"),
    )
)
