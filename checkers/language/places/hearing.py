"""Hearing an article out: which of its capitalised names are places, and what is said of each.

A name counts as a place where its words say so, where the gazetteer has it under a name that means
little else, or where another sentence of the article made it one; so doubtful names wait to the end.
"""

from __future__ import annotations

import re

from checkers.language.document import Sentence
from checkers.language.lexicon import listed
from checkers.language.place_index import Entry, Kind, entries, folded, people_of
from checkers.language.places.cues import NOTHING, Cue, cue_before, hospital_role, role_after
from checkers.language.places.datelines import dateline_of
from checkers.language.places.persons import person_in
from checkers.language.places.shapes import Stretch, stretches
from checkers.language.places.sightings import (
    Sighting,
    is_power,
    is_prominent,
    known_as,
    known_holder,
    link,
)
from checkers.language.places.sites import Shape, organisation, shape_of
from checkers.language.places.words import has, noun_type, qualified_noun
from checkers.model import Field, PlaceRole

_JOINED = frozenset({", ", " and ", ", and ", " or ", ", or ", " & "})
_CLOSES = re.compile(r"[,.;:)]|$|\s[—–-]\s|\s(?:on|in|at|after|when|where|early|late)\b")
_FAMOUS = 1_000_000  # inhabitants; such a name means the city even as the first word (a guess)
_ADJECTIVAL = frozenset({"us", "uk", "usa"})  # "US troops", but "in the US"
_NOUN_NEXT = re.compile(r"-| (?!(?:and|or|on|in|at|to|of|as|by|for|from|with|after|before|when|where|"
                        r"since|until|but|who|that|which|is|was|has|will|would)\b)\w")  # fmt: skip
_CAPITAL_NEXT = re.compile(r" capital\b(?!,? [A-Z]| of)")


class Hearing:
    """What has been heard of an article's places so far.

    Attributes:
        sightings: The names that are places.
        countries: Keys of the countries whose people or things are spoken of.
    """

    def __init__(self) -> None:
        self.sightings: list[Sighting] = []
        self.countries: set[str] = set()
        self._people: set[str] = set()
        self._doubtful: list[tuple[Stretch, Cue]] = []

    def hear(self, sentence: Sentence) -> None:
        """Take in one sentence in ordinary case."""
        text = sentence.text.replace("\n", " ")
        begun = self._dateline(sentence)
        previous: Sighting | None = None
        for stretch in stretches(sentence, text):
            if stretch.start < (previous.end if previous else begun):
                continue
            gap = text[previous.end : stretch.start] if previous else ""
            sighting = self._sighting(stretch, previous, gap)
            if sighting and previous:
                link(previous, sighting, gap, text[sighting.end : sighting.end + 8])
                if gap in _JOINED and sighting.role is PlaceRole.SEAT:
                    previous.role = _governing(previous)
            if sighting:
                self.sightings.append(sighting)
            previous = sighting

    def settle(self) -> None:
        """Decide on the doubtful names, now that the whole article has been heard."""
        self.sightings = [s for s in self.sightings if s.sure or not self._is_person(s.base)]
        named = self.names()
        for stretch, cue in self._doubtful:
            sighting = self.recognised(stretch, cue, named)
            if sighting:
                self.sightings.append(sighting)

    def names(self) -> frozenset[str]:
        """The folded names that are places in this article."""
        return frozenset(folded(sighting.base) for sighting in self.sightings)

    def recognised(self, stretch: Stretch, cue: Cue, named: frozenset[str]) -> Sighting | None:
        """A name that another sentence made a place, here without such words."""
        shape = shape_of(stretch)
        if shape and (folded(shape.base) in named or folded(shape.inner) in named):
            return with_noun(stretch, shape, cue, inner=shape.inner)
        if folded(stretch.name) not in named:
            return None
        return as_named(stretch, cue, cue.role or role_after(stretch, power=False), sure=False)

    def _dateline(self, sentence: Sentence) -> int:
        """Note the sentence's dateline; where it ends."""
        end = 0
        for place in dateline_of(sentence):
            spans = [(place.start, place.end), *([place.holder] if place.holder else [])]
            seen = [_at(sentence, start, end, PlaceRole.DATELINE) for start, end in spans]
            if place.holder:
                seen[0].holders.append(seen[1].name)
            self.sightings += seen
            end = spans[-1][1]
        return end

    def _sighting(self, stretch: Stretch, previous: Sighting | None, gap: str) -> Sighting | None:
        """What a stretch is, as far as its own sentence tells."""
        low = folded(stretch.name)
        if has("not_places", low):
            return None
        person = person_in(stretch)
        if person:
            self._people.update((folded(person), folded(person.rpartition(" ")[2])))
            return None
        cue = cue_before(stretch)
        if previous and gap in _JOINED and cue.role is None:
            cue = _continued(stretch, previous, gap)
        shape = shape_of(stretch)
        if shape:
            return self._with_noun(stretch, shape, cue)
        found = known_holder(stretch.name) if previous and gap == ", " else known_as(stretch.name)
        country = people_of(low)
        if country and (not found or found[0].kind is Kind.TOWN):
            return self._of_people(stretch, country, cue)
        if found:
            return self._known(stretch, found, cue)
        if organisation(stretch.name):
            return None
        if cue.role is None or not cue.firm or _qualifies(stretch):
            self._doubtful.append((stretch, cue))
            return None
        return as_named(stretch, cue, cue.role, sure=cue.role is not PlaceRole.ORIGIN)

    def _known(self, stretch: Stretch, found: tuple[Entry, ...], cue: Cue) -> Sighting | None:
        """A name that the gazetteer has."""
        role = cue.role or role_after(stretch, power=is_power(found))
        if is_adjectival(stretch, role):
            self.countries.add(found[0].key)
            return None
        placed = cue.firm and cue.role is not None
        alone = is_prominent(stretch.name, found) and not (stretch.start == 0 and _is_lesser(found))
        if placed or role is PlaceRole.SEAT or alone:
            return as_named(stretch, cue, role, sure=placed)
        self._doubtful.append((stretch, cue))
        return None

    def _of_people(self, stretch: Stretch, country: str, cue: Cue) -> Sighting | None:
        """An adjective of a country: only "the Afghan capital" is a place."""
        self.countries.add(country)
        noun = _CAPITAL_NEXT.match(stretch.right)
        if not noun:
            return None
        role = cue.role or role_after(stretch, power=False)
        sighting = _at(stretch.sentence, stretch.start, stretch.end + noun.end(), role)
        sighting.base = f"capital of {country}"
        return sighting

    def _with_noun(self, stretch: Stretch, shape: Shape, cue: Cue) -> Sighting | None:
        """A name with a noun, if the noun, the cue or the name within makes it a place."""
        found = known_as(shape.inner) if shape.inner else ()
        if organisation(shape.inner) and not found:
            return None
        placed = cue.role is not None and (cue.firm or cue.role is PlaceRole.EVENT)
        known = bool(entries(folded(shape.base))) or is_prominent(shape.inner, found)
        told_first = _leads(stretch) and shape.end > stretch.end
        if not (shape.firm or placed or known or told_first):
            self._doubtful.append((stretch, cue))
            return None
        return with_noun(stretch, shape, cue, inner=shape.inner)

    def _is_person(self, name: str) -> bool:
        low = folded(name)
        return low in self._people and not entries(low)


def _at(sentence: Sentence, start: int, end: int, role: PlaceRole) -> Sighting:
    name = sentence.text[start:end]
    return Sighting(sentence, start, end, name, name, "", role, sure=True)


def _leads(stretch: Stretch) -> bool:
    """Whether a name stands in the headline or the lead, not as one word at the very beginning."""
    sentence = stretch.sentence
    lead = sentence.field is not Field.TEXT or sentence.paragraph == 0
    return lead and (stretch.start > 0 or " " in stretch.name)


def _is_lesser(found: tuple[Entry, ...]) -> bool:
    """Whether a name that opens a sentence is as likely another word: "Van drives on to pavement"."""
    return found[0].kind is Kind.TOWN and found[0].weight < _FAMOUS


def _qualifies(stretch: Stretch) -> bool:
    """Whether an unknown name only qualifies what follows: "Orsk's car", "the Marenian border town"."""
    if stretch.right.startswith("'s "):
        return True
    adjective = stretch.name.endswith(tuple(listed("places", "adjective_endings")))
    return adjective and bool(qualified_noun().match(stretch.right))


def is_adjectival(stretch: Stretch, role: PlaceRole) -> bool:
    """Whether a country's initials only qualify what follows: "the US troops", not "in the US"."""
    if folded(stretch.name) not in _ADJECTIVAL:
        return False
    return role is not PlaceRole.SEAT and bool(_NOUN_NEXT.match(stretch.right))


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


def _continued(stretch: Stretch, previous: Sighting, gap: str) -> Cue:
    """What a name takes over from the one before it: "in Dorrin and Velmara", "in Dorrin, Vesle"."""
    if previous.role in (PlaceRole.SEAT, PlaceRole.OTHER):
        return NOTHING
    closed = bool(_CLOSES.match(stretch.right))
    short = stretch.name.count(" ") < 2
    return Cue(previous.role, firm=previous.sure and closed and short)


def _governing(previous: Sighting) -> PlaceRole:
    """The role of the first of two subjects: "Moscow and London blamed each other"."""
    power = is_power(known_as(previous.name)) and previous.role is PlaceRole.OTHER
    return PlaceRole.SEAT if power else previous.role
