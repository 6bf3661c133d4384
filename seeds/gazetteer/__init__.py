"""Names of places that Recount knows: a sorted text file from GeoNames, and how names are folded.

``index.txt`` holds one line for each name of each place, sorted by name, so that a reader can look
a name up by bisection without loading anything first. ``build.py`` makes it;
``docs/decisions/0002-gazetteer.md`` says why.

Each line is ``name, kind, key, area, weight``, separated by tabs:

- ``name``: folded, as `folded` does it; with ``", "`` before it when it is a name only after a
  comma ("Mesa, AZ"); ``"=AF.13"`` and ``"=AF"`` lead from the code of a region or country to its
  key, ``"continent of france"`` and ``"capital of france"`` from a country to what it says.
- ``kind``: a letter of `Kind`.
- ``key``: the folded name by which the place is known throughout.
- ``area``: code of the region or country it lies in, or ``">"`` and keys joined by ``"|"``.
- ``weight``: inhabitants, raised for capitals, regions and countries: which of several places of
  one name is most often meant.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from pathlib import Path


class Kind(StrEnum):
    """What a line of the index names."""

    COUNTRY = "C"
    REGION = "R"  # of the first level: a state, a province
    WORLD = "W"  # a part of the world, a sea, an island, a land claimed by two states
    CAPITAL = "K"  # the capital of a country
    TOWN = "T"
    SITE = "S"
    SEAT = "G"  # a building that stands for a government
    PEOPLE = "P"  # "Afghan": the key is that of the country


# Letters that Unicode does not take apart into a letter and an accent.
_LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "ß": "ss", "æ": "ae", "ı": "i", "đ": "d", "þ": "th", "ð": "d", "œ": "oe"}
)
_DROPPED = re.compile(r"[.'’ʻʼ`´‘]")
_BLANK = re.compile(r"[\s\-–,/]+")
_SHORT = re.compile(r"\b(st|ft|mt)(?= )")
_LONG = {"st": "saint", "ft": "fort", "mt": "mount"}


@lru_cache(maxsize=16_384)  # a night's articles repeat a few thousand names
def folded(name: str) -> str:
    """The name without case, accents, apostrophes, hyphens and abbreviated saints."""
    if not name.isascii():
        apart = unicodedata.normalize("NFKD", name.lower().translate(_LETTERS))
        name = "".join(character for character in apart if not unicodedata.combining(character))
    plain = name.lower()
    if not (plain.isascii() and plain.isalpha()):  # one word, as most are, needs no pattern
        plain = _BLANK.sub(" ", _DROPPED.sub("", plain)).strip()
    return _SHORT.sub(lambda match: _LONG[match[0]], plain) if " " in plain else plain


def index_file() -> Path:
    """The sorted file of names."""
    return Path(__file__).parent / "index.txt"
