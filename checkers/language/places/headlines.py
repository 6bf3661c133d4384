"""Headlines in which every word is capitalised: only names known otherwise are read in them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checkers.language.document import Sentence
from checkers.language.place_index import folded, people_of
from checkers.language.places.cues import cue_before, role_after
from checkers.language.places.naming import as_named, is_adjectival, with_noun
from checkers.language.places.shapes import stretch_at
from checkers.language.places.sightings import Sighting, is_power, is_prominent, known_as
from checkers.language.places.sites import shape_of
from checkers.language.places.words import has

_MAX_WORDS = 4  # of a name
_WORD = re.compile(r"[^\W\d_][\w.]*(?:[-'](?!s\b)\w+)*")


def headline_sightings(sentence: Sentence, named: frozenset[str]) -> Iterator[Sighting]:
    """The places in a headline in capitals.

    Args:
        sentence: The headline.
        named: Folded names that are places in the rest of the article.
    """
    text = sentence.text.replace("\n", " ")
    words = [match.span() for match in _WORD.finditer(text)]
    index = 0
    while index < len(words):
        sighting, used = _longest(sentence, text, words[index : index + _MAX_WORDS], named)
        if sighting:
            yield sighting
        index += used


def _longest(
    sentence: Sentence, text: str, words: list[tuple[int, int]], named: frozenset[str]
) -> tuple[Sighting | None, int]:
    """The longest name that begins with the first of these words, and how many words it takes."""
    start = words[0][0]
    for count in range(len(words), 0, -1):
        end = words[count - 1][1]
        name = text[start:end]
        if not name[0].isupper() or has("function_words", name.lower()):
            continue
        sighting = _sighting(sentence, text, start, end, named)
        if sighting:
            return sighting, sum(first < sighting.end for first, _ in words)
    return None, 1


def _sighting(
    sentence: Sentence, text: str, start: int, end: int, named: frozenset[str]
) -> Sighting | None:
    name = text[start:end]
    found, low = known_as(name), folded(name)
    known = is_prominent(name, found) and not people_of(low)
    if not (low in named or known) or has("not_places", low):
        return None
    stretch = stretch_at(sentence, text, start, end)
    stretch.right = stretch.right.lower()
    following = stretch.right.split(" ", 2)[1:2]
    if following and has("outlet_nouns", following[0].strip(",.:")):
        return None
    cue = cue_before(stretch)
    shape = shape_of(stretch)
    if shape and shape.end > stretch.end:
        return with_noun(stretch, shape, cue, inner=shape.inner)
    role = cue.role or role_after(stretch, power=is_power(found))
    if is_adjectival(stretch, role):
        return None
    return as_named(stretch, cue, role, sure=False)
