"""Names of persons, which look like names of places and must not be taken for them."""

from __future__ import annotations

import re

from checkers.language.place_index import entries, folded
from checkers.language.places.shapes import Stretch
from checkers.language.places.words import has

_AGED = re.compile(r", (?:aged )?\d{1,3}(?:[,;)]|\.(?!\d)| years)")
_SPEAKS = re.compile(r",? (?:said|says|told|added|wrote|who|whose|tweeted|testified|recalled)\b")
_SPOKEN = frozenset({"said", "says", "told", "added", "named"})


def person_in(stretch: Stretch) -> str | None:
    """The person's name in a stretch that is one: after a title, before an age, as a speaker."""
    words = stretch.name.split(" ")
    before = stretch.left[-1] if stretch.left else ""
    if len(words) > 1 and has("titles", words[0].lower().rstrip(".")):
        return " ".join(words[1:])
    known = bool(entries(folded(stretch.name)))
    if _AGED.match(stretch.right) and (len(words) > 1 or not known):
        return stretch.name
    if known or has("locative", before):
        return None
    speaks = len(words) > 1 and (before in _SPOKEN or _SPEAKS.match(stretch.right))
    return stretch.name if speaks or has("titles", before) else None
