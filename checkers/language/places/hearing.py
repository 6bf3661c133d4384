"""Hearing an article out: which of its capitalised names are places, and what is said of each.

A name counts as a place where its words say so, where the gazetteer has it under a name that means
little else, or where another sentence of the article made it one; so doubtful names wait to the
end.
"""

from __future__ import annotations

import re

from checkers.language.document import Sentence
from checkers.language.place_index import Entry, Kind, entries, folded, people_of
from checkers.language.places.cues import NOTHING, Cue, cue_before, role_after, told
from checkers.language.places.datelines import dateline_of
from checkers.language.places.naming import (
    as_named,
    is_adjectival,
    qualifies,
    sighted,
    spelt_out,
    with_noun,
)
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
from checkers.language.places.words import has, held_between
from checkers.model import Field, PlaceRole

_JOINED = frozenset({", ", " and ", ", and ", " or ", ", or ", " & "})
_CLOSES = re.compile(r"[,.;:)]|$|\s[—–-]\s|\s(?:and|or|on|in|at|after|when|where|early|late)\b")
_FAMOUS = 1_000_000  # inhabitants; such a name means the city even as the first word (a guess)
# "At 9 a.m. Tokyo time": a clock, wherever it was.
_ZONE_OF = re.compile(r" (?:(?:standard|daylight|summer) )?time\b(?! to| of)")
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
            if sighting and not previous:
                previous = self._explained(sighting, text)
                gap = text[previous.end : sighting.start] if previous else ""
            if sighting and previous:
                link(previous, sighting, gap, text[sighting.end : sighting.end + 8])
                if gap in _JOINED and sighting.role is PlaceRole.SEAT:
                    previous.role = _governing(previous)
            if sighting:
                self.sightings.append(sighting)
            previous = sighting

    def _explained(self, sighting: Sighting, text: str) -> Sighting | None:
        """The doubtful name just before a place that holds it: "Kolva, a town in Zadar"."""
        stretch = self._doubtful[-1][0] if self._doubtful else None
        if not stretch or stretch.sentence is not sighting.sentence:
            return None
        gap = text[stretch.end : sighting.start]
        shape = shape_of(stretch)
        explained = len(gap) > len(", in ") or " " not in stretch.name  # "Lena Orsk, in Dorrin"
        plain = gap[:1] == "," and explained
        if not (plain or shape) or not held_between().fullmatch(gap):
            return None
        self._doubtful.pop()
        cue = Cue(told(stretch))
        found = as_named(stretch, cue, told(stretch), sure=True)
        if shape:
            found = with_noun(stretch, shape, cue, inner=shape.inner)
        self.sightings.append(found)
        return found

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
            seen = [sighted(sentence, start, end, PlaceRole.DATELINE) for start, end in spans]
            if place.holder:
                seen[0].holders.append(seen[1].name)
                seen[1].base = spelt_out(seen[1].name)
            self.sightings += seen
            end = spans[-1][1]
        return end

    def _sighting(self, stretch: Stretch, previous: Sighting | None, gap: str) -> Sighting | None:
        """What a stretch is, as far as its own sentence tells."""
        low = folded(stretch.name)
        if has("not_places", low) or _ZONE_OF.match(stretch.right):
            return None
        person = person_in(stretch)
        if person:
            self._people.update((folded(person), folded(person.rpartition(" ")[2])))
            return None
        cue = cue_before(stretch)
        if previous and gap in _JOINED and cue.role is None:
            cue = _continued(stretch, previous)
        elif previous and gap in ("'s ", " of "):  # "the Pioneer district of Dorrin"
            cue = Cue(previous.role, firm=True)
        shape = shape_of(stretch)
        if shape:
            return self._with_noun(stretch, shape, cue)
        found = known_holder(stretch.name) if previous and gap == ", " else known_as(stretch.name)
        country = people_of(low)
        if country and (not found or found[0].kind is Kind.TOWN):
            return self._of_people(stretch, country, cue)
        if found:
            return self._known(stretch, found, cue)
        if organisation(stretch.name) or people_of(low.partition(" ")[0]):
            return None  # "Dorrin Daily", "the Brazilian Grand Prix"
        if cue.role is None or not cue.firm or qualifies(stretch):
            self._doubtful.append((stretch, cue))
            return None
        return as_named(stretch, cue, cue.role, sure=cue.role is not PlaceRole.ORIGIN)

    def _known(self, stretch: Stretch, found: tuple[Entry, ...], cue: Cue) -> Sighting | None:
        """A name that the gazetteer has."""
        role = cue.role or role_after(stretch, power=is_power(found))
        if is_adjectival(stretch, role):
            self.countries.add(found[0].key)
            return None
        if not known_as(stretch.name):  # "Fla."
            sighting = as_named(stretch, cue, role, sure=True)
            sighting.base = found[0].key
            return sighting
        placed = cue.firm and cue.role is not None and not qualifies(stretch)
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
        sighting = sighted(stretch.sentence, stretch.start, stretch.end + noun.end(), role)
        sighting.base = f"capital of {country}"
        return sighting

    def _with_noun(self, stretch: Stretch, shape: Shape, cue: Cue) -> Sighting | None:
        """A name with a noun, if the noun, the cue or the name within makes it a place."""
        if _is_town(stretch, shape, cue):
            return as_named(stretch, cue._replace(noun="town"), told(stretch), sure=True)
        found = known_as(shape.inner) if shape.inner else ()
        if organisation(shape.inner) and not found:
            return None
        placed = cue.role not in (None, PlaceRole.OTHER)
        known = bool(entries(folded(shape.base))) or is_prominent(shape.inner, found)
        told_first = _leads(stretch) and shape.end > stretch.end
        if not (shape.firm or placed or known or told_first):
            self._doubtful.append((stretch, cue))
            return None
        return with_noun(stretch, shape, cue, inner=shape.inner)

    def _is_person(self, name: str) -> bool:
        low = folded(name)
        return low in self._people and not entries(low)


def _is_town(stretch: Stretch, shape: Shape, cue: Cue) -> bool:
    """Whether a name like "Pell Harbour" stands where a town does, in "in Pell Harbour"."""
    ending = shape.end == stretch.end and has("town_endings", shape.noun)
    return ending and cue.firm and stretch.left[-1:] == ["in"]


def _leads(stretch: Stretch) -> bool:
    """Whether a name stands in the headline or the lead, not as one word at the very beginning."""
    sentence = stretch.sentence
    lead = sentence.field is not Field.TEXT or sentence.paragraph == 0
    return lead and (stretch.start > 0 or " " in stretch.name)


def _is_lesser(found: tuple[Entry, ...]) -> bool:
    """Whether a name that opens a sentence is as likely another word: "Van drives off"."""
    return found[0].kind is Kind.TOWN and found[0].weight < _FAMOUS


def _continued(stretch: Stretch, previous: Sighting) -> Cue:
    """What a name takes over from the one before: "in Dorrin and Velmara", "in Dorrin, Vesle"."""
    if previous.role in (PlaceRole.SEAT, PlaceRole.OTHER):
        return NOTHING
    closed = bool(_CLOSES.match(stretch.right))
    short = stretch.name.count(" ") < 2
    return Cue(previous.role, firm=previous.sure and closed and short)


def _governing(previous: Sighting) -> PlaceRole:
    """The role of the first of two subjects: "Moscow and London blamed each other"."""
    power = is_power(known_as(previous.name)) and previous.role is PlaceRole.OTHER
    return PlaceRole.SEAT if power else previous.role
