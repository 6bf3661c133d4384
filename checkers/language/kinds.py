"""What kind of happening a text speaks of, and which kinds can be one and the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from checkers.language.phrases import Finder
from seeds import words

_NOTHING = "none"
_BESIDE = re.compile(
    r"\b(?:during|after|before|following|since|until|amid|ahead of)(?: [\w'’-]+){0,4} ?$",
    re.IGNORECASE,
)
_LOOK_BACK = 60  # characters


@cache
def _finder() -> Finder[str]:
    return Finder((word, kind) for kind, entry in words("kinds").items() for word in entry["words"])


def kinds_in(text: str, words: Sequence[str] | None = None) -> list[tuple[int, int, str]]:
    """(start, end, kind) of each word that names a happening, in order.

    ``words`` are those of a text that is known to name one, in lower case.
    """
    return [found for found in _finder().find(text, words) if found[2] != _NOTHING]


def names_happening(text: str) -> bool:
    """Whether a text says that something happened, and not only names what it can happen to.

    "The ferry, built in 1990" tells of no sinking, though a report with a ferry in it may.
    """
    return any(text[a:b].lower() not in _things() for a, b, _ in kinds_in(text))


@cache
def _things() -> frozenset[str]:
    return frozenset(
        thing for entry in words("kinds").values() for thing in entry.get("things", ())
    )


def may_name_kind(lower: str, words: Sequence[str]) -> bool:
    """Whether a lower-case text of these words can name a happening: the gate of ``kinds_in``."""
    return _finder().may_find(lower, words)


@cache
def frames() -> frozenset[str]:
    """Kinds that frame a report (politics, sport) without befalling anybody."""
    return frozenset(kind for kind, entry in words("kinds").items() if entry.get("frame"))


@cache
def sequels() -> frozenset[str]:
    """Kinds that come after a happening and never are it: a trial, a funeral, an aftershock."""
    return frozenset(kind for kind, entry in words("kinds").items() if entry.get("sequel"))


@cache
def unmistakable() -> frozenset[str]:
    """Kinds that no report takes for what they come after or play: an aftershock, a drill."""
    return frozenset(kind for kind, entry in words("kinds").items() if entry.get("unmistakable"))


@cache
def frequent() -> frozenset[str]:
    """Kinds of which a large city sees one a day: likeness of kind, day and place says less."""
    return frozenset(kind for kind, entry in words("kinds").items() if entry.get("frequent"))


@cache
def wider(kind: str) -> frozenset[str]:
    """A kind and everything it is a kind of."""
    entry = words("kinds").get(kind)
    if entry is None:
        return frozenset()
    return frozenset({kind}).union(*(wider(parent) for parent in entry["is"]))


def is_beside_drill(text: str, start: int) -> bool:
    """Whether what is told only happened at the time of the drill named at ``start``.

    Who was "killed during a military exercise", or "hours after a drill", played no victim.
    """
    return _BESIDE.search(text, max(0, start - _LOOK_BACK), start) is not None


def can_be_one(a: str, b: str) -> bool:
    """Whether happenings of these kinds can be one: unknown, the same, or one a kind of the other.

    An explosion may be found to be a bombing or a burst boiler; a fire may follow a crash. Kinds
    that tell what comes after (a trial, a funeral) never are the happening they come after.
    """
    if not a or not b or a == b or a in frames() or b in frames():
        return True
    if a in sequels() or b in sequels():
        return False
    above_a, above_b = wider(a), wider(b)
    if a in above_b or b in above_a:
        return True
    return any(frozenset({x, y}) in _TOGETHER for x in above_a for y in above_b)


def narrower(a: str, b: str) -> str:
    """The first of two kinds where it is a kind of the second, else the second."""
    return a if not b or b in wider(a) else b


# Kinds under which one happening is commonly reported at once (a blast that brings a house down).
_TOGETHER = frozenset(
    frozenset(pair)
    for pair in (
        ("shelling", "air-strike"),
        ("rocket-attack", "air-strike"),
        ("bombing", "shooting"),
        ("killing", "shooting"),
        ("killing", "stabbing"),
        ("fighting", "shooting"),
        ("fighting", "shelling"),
        ("fighting", "air-strike"),
        ("abduction", "shooting"),
        ("gas-explosion", "collapse"),
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
