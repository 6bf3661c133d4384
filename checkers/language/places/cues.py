"""What stands around a name: whether it makes the name a place, and in which role."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from checkers.language.lexicon import listed
from checkers.language.places.shapes import Stretch
from checkers.language.places.words import (
    away_behind,
    compass_before,
    distance_before,
    governs_after,
    happening_after,
    has,
    hospital_in,
    noun_type,
    under_attack,
)
from checkers.model import Field, PlaceRole

_LEAD_PARAGRAPHS = 2  # of the text; what comes first is what happened
_MAX_WORDS = 3  # of a name of which nothing else is known


class Cue(NamedTuple):
    """What the words before a name say.

    Attributes:
        role: The role they give; None when they say nothing.
        firm: Whether they make a place of a name of which nothing is known.
        wide: Whether the place is likely wider than a town.
        noun: What the words call the place ("village", "canton"), or "".
    """

    role: PlaceRole | None
    firm: bool = False
    wide: bool = False
    noun: str = ""


NOTHING = Cue(None)


def cue_before(stretch: Stretch) -> Cue:
    """What the words before a stretch say of it."""
    left = stretch.left
    if not left:
        return NOTHING
    index = len(left) - 1
    while index and has("between", left[index]):
        index -= 1
    word = left[index]
    if word == "of" and index:
        return _of(left, index, stretch)
    if word in ("from", "to", "for"):
        return _way(word, left, index, stretch)
    if has("locative", word):
        return _locative(word, left, index, stretch)
    if has("striking_verbs", word):
        return Cue(PlaceRole.EVENT, firm=stretch.name.count(" ") < 2)
    return _called(left, stretch)


def told(stretch: Stretch) -> PlaceRole:
    """The role of a place in or at which something is: the event's, where the sentence has one."""
    sentence = stretch.sentence
    lead = sentence.field is not Field.TEXT or sentence.paragraph < _LEAD_PARAGRAPHS
    return PlaceRole.EVENT if lead or _tells(sentence.lower) else PlaceRole.OTHER


@lru_cache(maxsize=8)  # several names of one sentence ask the same
def _tells(lower: str) -> bool:
    """Whether a sentence tells what happened."""
    return any(map(lower.__contains__, listed("places", "happening_stems")))


def role_after(stretch: Stretch, *, power: bool) -> PlaceRole:
    """The role of a name that no words before it explain, by what follows it.

    Args:
        stretch: The name.
        power: Whether it is a country, a capital or a seat of government.
    """
    if power and governs_after().match(stretch.right):
        return PlaceRole.SEAT
    if happening_after().match(stretch.right):
        return told(stretch)
    return PlaceRole.OTHER


def hospital_role(stretch: Stretch) -> PlaceRole:
    """Whether a hospital took people in, or is itself where something happened."""
    before = " ".join(stretch.left)
    hit = stretch.right.startswith((" was hit", " was struck", " was bombed", " was shelled"))
    return PlaceRole.EVENT if hit or under_attack().search(before) else PlaceRole.HOSPITAL


def _locative(word: str, left: list[str], index: int, stretch: Stretch) -> Cue:
    short = stretch.name.count(" ") < _MAX_WORDS
    if word in ("off", "outside") and distance_before().search(" ".join(left) + " "):
        return Cue(PlaceRole.DISTANCE, firm=True)
    if word == "between":
        on_the_way = any(
            has("way_words", w) or has("town_nouns", w) for w in left[max(0, index - 4) : index]
        )
        return Cue(PlaceRole.DISTANCE, firm=short) if on_the_way else Cue(PlaceRole.OTHER)
    if word == "at" and any(has("employment", w) for w in left[max(0, index - 4) : index]):
        return NOTHING
    if hospital_in().search(" ".join(left) + " "):
        return Cue(hospital_role(stretch), firm=True)
    if away_behind().match(stretch.right):
        return Cue(PlaceRole.DISTANCE, firm=True)
    named = left[-1] != "the"  # towns go without an article; what has one is told by its noun
    firm = short and named and not has("loose_prepositions", word)
    return Cue(told(stretch), firm, wide=has("wide_prepositions", word))


def _of(left: list[str], index: int, stretch: Stretch) -> Cue:
    """What "the village of", "the outskirts of", "30 km north of" say of the name after them."""
    noun = left[index - 1].strip(",")
    before = " ".join(left) + " "
    if has("compass", noun):
        if distance_before().search(before) or compass_before().search(before):
            return Cue(PlaceRole.DISTANCE, firm=True)
        return Cue(told(stretch), firm=True, wide=True)
    kind = noun_type(noun)
    if kind in ("city", "region"):
        outer = Stretch(
            stretch.sentence, stretch.start, stretch.end, stretch.name, left[: index - 1], ""
        )
        role = cue_before(outer).role if index > 1 else None
        return Cue(role or told(stretch), firm=True, wide=kind == "region", noun=noun)
    if has("part_nouns", noun) or has("struck_nouns", noun):
        firm = has("part_nouns", noun) or noun not in ("fall", "attack", "attacks", "strike")
        return Cue(told(stretch), firm, wide=noun in ("parts", "part", "most", "much", "all"))
    if hospital_in().search(before):
        return Cue(hospital_role(stretch), firm=True)
    if kind == "site":
        return Cue(told(stretch), firm=True)
    if has("office_nouns", noun):
        return Cue(PlaceRole.OTHER, firm=stretch.name.count(" ") < 2 and left[-1] != "the")
    if has("people_nouns", noun):
        return Cue(PlaceRole.ORIGIN, firm=stretch.name.count(" ") < 2)
    aged = noun.isdigit() and left[index - 1][-1] == ","
    return Cue(PlaceRole.ORIGIN, firm=aged) if aged else Cue(PlaceRole.OTHER)


def _way(word: str, left: list[str], index: int, stretch: Stretch) -> Cue:
    """What "from", "to" and "for" say of the name after them."""
    near = left[max(0, index - 4) : index]
    if word == "from" and distance_before().search(" ".join(left) + " "):
        return Cue(PlaceRole.DISTANCE, firm=True)
    firm = stretch.name.count(" ") < 2
    if word == "from":
        if any(has("leaving_words", w) for w in near):
            return Cue(told(stretch), firm)
        if any(has("withdrawing_words", w) for w in near):
            return Cue(PlaceRole.OTHER)
        people = any(has("people_nouns", w) or has("way_words", w) for w in near)
        return Cue(PlaceRole.ORIGIN, firm) if people else Cue(PlaceRole.OTHER)
    if any(has("way_words", w) for w in near):
        return Cue(PlaceRole.ORIGIN, firm and word == "to")
    return Cue(PlaceRole.OTHER)


def _called(left: list[str], stretch: Stretch) -> Cue:
    """What the noun before a name says: "the capital, Belmour", "the river Sil"."""
    noun = left[-1].strip(",")
    kind = noun_type(noun)
    if kind != "city" and not (has("leading_nouns", noun) and left[-1] == noun):
        return NOTHING
    outer = Stretch(stretch.sentence, stretch.start, stretch.end, stretch.name, left[:-1], "")
    role = cue_before(outer).role if len(left) > 1 else None
    return Cue(role or told(stretch), firm=True, noun=noun)
