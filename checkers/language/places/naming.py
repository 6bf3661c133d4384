"""From a stretch and its cue to a sighting, and what keeps a stretch from being one."""

from __future__ import annotations

import re

from checkers.language.document import Sentence
from checkers.language.lexicon import listed
from checkers.language.place_index import entries, folded
from checkers.language.places.cues import Cue, hospital_role, role_after
from checkers.language.places.shapes import Stretch
from checkers.language.places.sightings import Sighting, known_as
from checkers.language.places.sites import Shape
from checkers.language.places.words import has, noun_after, noun_type, qualified_noun
from checkers.model import PlaceRole

_ADJECTIVAL = frozenset({"us", "uk", "usa"})  # "US troops", but "in the US"
_NOUN_NEXT = re.compile(
    r"-| (?!(?:and|or|on|in|at|to|of|as|by|for|from|with|after|before|when|where|since|until|but|"
    r"who|that|which|is|was|has|will|would)\b)\w"
)
_OWNED_NAME = re.compile(r"'s (?:[A-Z][\w-]* )*([A-Z][\w-]*)")


def sighted(sentence: Sentence, start: int, end: int, role: PlaceRole) -> Sighting:
    """These characters of a sentence as a name that is a place beyond doubt."""
    name = sentence.text[start:end]
    return Sighting(sentence, start, end, name, name, "", role, sure=True)


def as_named(stretch: Stretch, cue: Cue, role: PlaceRole, *, sure: bool) -> Sighting:
    """A name without a noun of its own, but perhaps with one before it ("the river Sil")."""
    kind = noun_type(cue.noun)
    base = f"{stretch.name} {cue.noun}" if kind in ("site", "region") else stretch.name
    if kind == "region" and entries(folded(stretch.name)) and not entries(folded(base)):
        base = stretch.name  # "the state of Texas", "the island of Crete"
    return Sighting(
        stretch.sentence, stretch.start, stretch.end, stretch.name, base, kind, role, sure,
        wide=cue.wide, noun=cue.noun,
    )  # fmt: skip


def with_noun(stretch: Stretch, shape: Shape, cue: Cue, *, inner: str) -> Sighting:
    """A name with its noun; ``inner`` is the name within, which may be its city's."""
    right = stretch.right[shape.end - stretch.end :]
    whole = Stretch(stretch.sentence, stretch.start, shape.end, shape.name, stretch.left, right)
    role = cue.role or role_after(whole, power=False)
    if has("hospital_nouns", shape.noun) and role is not PlaceRole.DISTANCE:
        role = hospital_role(whole)
    return Sighting(
        stretch.sentence, stretch.start, shape.end, shape.name, shape.base, shape.type, role,
        sure=True, inner=inner, noun=shape.noun,
    )  # fmt: skip


def is_adjectival(stretch: Stretch, role: PlaceRole) -> bool:
    """Whether a country's initials only qualify what follows: "the US troops", not "in the US"."""
    if folded(stretch.name) not in _ADJECTIVAL:
        return False
    return role is not PlaceRole.SEAT and bool(_NOUN_NEXT.match(stretch.right))


def qualifies(stretch: Stretch) -> bool:
    """Whether an unknown name only qualifies what follows: "Orsk's car", "the Marenian town"."""
    if stretch.right.startswith("'s "):
        named = _OWNED_NAME.match(stretch.right)  # "Dorrin's Old Market", but not "Tanner's Row"
        holds = noun_type(named[1].lower()) if named else noun_after().match(stretch.right)
        return not holds
    adjective = stretch.name.endswith(tuple(listed("places", "adjective_endings")))
    return adjective and bool(qualified_noun().match(stretch.right))


def spelt_out(name: str) -> str:
    """A state's name for its abbreviation, any other name as it is."""
    short = entries(f", {folded(name)}")
    return short[0].key if short and not known_as(name) else name
