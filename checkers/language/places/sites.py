"""Names with a noun that says what they name: "Dorrin bus depot", "Lime Street", "Lake Orvel"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from checkers.language.place_index import entries, folded, people_of
from checkers.language.places.shapes import Stretch
from checkers.language.places.words import governs_after, has, noun_after, noun_type, opening_after

_NEXT_WORD = re.compile(r"(?:'s)? (\w+)")
# Between the name of a city and the noun of a site these say nothing about which site it is.
_EMPTY = frozenset({"international", "regional", "municipal", "main"})


@dataclass(frozen=True, slots=True)
class Shape:
    """A name with its noun.

    Attributes:
        end: Where it ends in the sentence, noun included.
        type: ``city``, ``region``, ``site``.
        name: As written, noun included.
        base: What its key is made of.
        inner: The name within, which may be that of the city it lies in; "" when there is none.
        noun: The noun, in lower case.
        firm: Whether the noun alone makes a place of it.
    """

    end: int
    type: str
    name: str
    base: str
    inner: str
    noun: str
    firm: bool


def shape_of(stretch: Stretch) -> Shape | None:
    """The shape of a stretch and the noun at its end, after it or before it; None without one."""
    # One look-up spares most names the pattern of many nouns.
    opens = _NEXT_WORD.match(stretch.right)
    match = noun_after().match(stretch.right) if opens and opens[1] in opening_after() else None
    if match:
        return _with_noun(
            stretch, match["noun"], match.end(), match["between"], owned=bool(match["owned"])
        )
    words = stretch.name.split(" ")
    if len(words) < 2 or entries(folded(stretch.name)):
        return None
    return _ending(stretch, words) or _leading(stretch, words)


def _with_noun(
    stretch: Stretch, noun: str, length: int, between: str, *, owned: bool
) -> Shape | None:
    """The noun comes after the name: "Dorrin province", "Kabul's main airport"."""
    kind, low = noun_type(noun), folded(stretch.name)
    if kind == "city" and not has("following_town_nouns", noun):
        kind = "site"  # "Dorrin port" is the harbour, "the port of Dorrin" the town
    if has("qualifiers", low) or people_of(low) or (owned and kind != "site"):
        return None
    name = stretch.name + stretch.right[:length]
    end = stretch.end + length
    if kind == "city":
        return Shape(end, "city", name, stretch.name, "", noun, firm=True)
    if kind == "quarter" and _indefinite(stretch.left):
        return None  # "a Brazos County neighborhood" names no quarter
    if kind == "quarter":
        return Shape(end, "site", name, stretch.name, "", noun, firm=True)
    if kind == "region":
        return Shape(end, "region", name, f"{stretch.name} {noun}", stretch.name, noun, firm=True)
    adjectives = [word for word in between.split() if word not in _EMPTY]
    base = " ".join([stretch.name, *adjectives, noun])
    return Shape(end, "site", name, base, stretch.name, noun, firm=False)


def _indefinite(left: list[str]) -> bool:
    """Whether the article before a name is "a"."""
    for word in reversed(left):
        if word in ("a", "an"):
            return True
        if word == "the" or not has("between", word):
            return False
    return False


def _ending(stretch: Stretch, words: list[str]) -> Shape | None:
    """The noun ends the name: "Lime Street", "Kabul International Airport"."""
    for count in (2, 1):
        noun = " ".join(words[-count:]).lower()
        kind = noun_type(noun) if len(words) > count else ""
        if kind and not has("leading_nouns", noun):
            break
        if kind and count == 1:
            break
    else:
        return None
    inner = words[:-count]
    while len(inner) > 1 and inner[-1].lower() in _EMPTY:
        inner.pop()
    before = " ".join(inner)
    kind = "site" if kind == "quarter" else kind
    if kind == "city":
        return Shape(stretch.end, "city", stretch.name, stretch.name, "", noun, firm=True)
    base = f"{before} {noun}"
    firm = kind == "region" and stretch.start > 0 and not governs_after().match(stretch.right)
    return Shape(stretch.end, kind, stretch.name, base, before, noun, firm)


def _leading(stretch: Stretch, words: list[str]) -> Shape | None:
    """The noun leads the name: "Lake Orvel"; the key has it last, as in "Orvel lake"."""
    noun = words[0].lower()
    if not has("leading_nouns", noun):
        return None
    kind = "region" if has("region_nouns", noun) else "site"
    base = " ".join([*words[1:], noun])
    return Shape(stretch.end, kind, stretch.name, base, "", noun, firm=kind == "region")


def organisation(name: str) -> bool:
    """Whether a word of the name makes it an organisation, an outlet, a team, an occasion."""
    words = name.lower().split(" ")
    return len(words) > 1 and any(has("organisation_nouns", word) for word in words)
