"""A place as one sentence names it, before the article's other places have been heard."""

from __future__ import annotations

from dataclasses import dataclass, field

from checkers.language.document import Sentence
from checkers.language.gazetteer import is_well_known
from checkers.language.place_index import Entry, Kind, entries, folded
from checkers.language.places.words import has, held_between, owned_between
from checkers.model import PlaceRole

_POWERS = frozenset({Kind.COUNTRY, Kind.CAPITAL, Kind.SEAT})
_SHORT = 3  # letters; "us" and "uk" are names only in capitals


@dataclass(slots=True, eq=False)
class Sighting:
    """A name where it stands.

    Attributes:
        sentence: The sentence.
        start: First character of the sentence's text.
        end: One past the last.
        name: The words.
        base: What its key is made of.
        type: As far as the words around it tell; "" for a name without a noun.
        role: What it has to do with the event.
        sure: Whether the words make it a place beyond doubt, so that it is one elsewhere too.
        wide: Whether it is likely wider than a town.
        inner: The name within a site's, which may be that of its city; else "".
        noun: The noun that goes with it, or "".
        holders: Names of what holds it, as written, nearest first.
    """

    sentence: Sentence
    start: int
    end: int
    name: str
    base: str
    type: str
    role: PlaceRole
    sure: bool
    wide: bool = False
    inner: str = ""
    noun: str = ""
    holders: list[str] = field(default_factory=list)


def known_as(name: str) -> tuple[Entry, ...]:
    """The gazetteer's places of a name as written; short ones only in capitals."""
    low = folded(name)
    if len(low) <= _SHORT and not name.replace(".", "").isupper():
        return tuple(entry for entry in entries(low) if entry.kind not in _POWERS)
    return entries(low)


def is_power(found: tuple[Entry, ...]) -> bool:
    """Whether the likeliest place of a name is a country, a capital or a seat of government."""
    return bool(found) and found[0].kind in _POWERS


def is_prominent(name: str, found: tuple[Entry, ...]) -> bool:
    """Whether a name alone, without any word that makes it a place, means the place."""
    if not found or has("common_names", name.lower()):
        return False
    return is_well_known(found[0]) and (found[0].plain or found[0].kind is not Kind.TOWN)


def link(previous: Sighting, current: Sighting, gap: str, after: str) -> None:
    """Note which of two neighbours holds the other, if the words between them say so.

    Args:
        previous: The one that comes first.
        current: The one that comes next in the same sentence.
        gap: The text between them.
        after: The text after the second.
    """
    if gap == ", ":
        if _holds_after_comma(previous, current, after):
            previous.holders.append(current.base)
            current.role = previous.role
    elif gap.startswith("'s "):
        if owned_between().fullmatch(gap):
            current.holders.append(previous.base)
    elif len(gap) > len(" in") and held_between().fullmatch(gap):
        previous.holders.append(current.base)


def _holds_after_comma(previous: Sighting, current: Sighting, after: str) -> bool:
    """Whether "A, B" is A in B rather than a list."""
    inner, outer = entries(folded(previous.base)), known_holder(current.name)
    if outer and inner and any(entry.inside[:1] for entry in inner):
        if any(outer[0].key in entry.inside for entry in inner):
            return True
        if outer[0].kind is not Kind.REGION:
            return False
    elif inner and inner[0].kind is Kind.COUNTRY:
        return False
    in_list = after.startswith((" and ", ", and ", " or ", " & "))
    if outer and outer[0].kind in (Kind.COUNTRY, Kind.REGION):
        return not in_list
    closed = not after or after[0] in ".,;:)—–" or after.startswith((" on ", " - "))
    return closed and not in_list and previous.type != "region"


def known_holder(name: str) -> tuple[Entry, ...]:
    """The places of a name after a comma, where "Fla." and "TX" are names too."""
    return entries(f", {folded(name)}") or known_as(name)
