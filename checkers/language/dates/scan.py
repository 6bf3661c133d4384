"""A sentence looked through for pieces of time expressions."""

from __future__ import annotations

import re
from collections.abc import Callable

from checkers.language.dates import calendar_forms, clock_forms, near_forms
from checkers.language.dates.patterns import form, form_of, places_to_scan, scanner
from checkers.language.dates.pieces import Line, Piece

_READERS: dict[str, Callable[[re.Match[str], Line], list[Piece]]] = {
    **calendar_forms.READERS,
    **near_forms.READERS,
    **clock_forms.READERS,
}
_GAP = re.compile(r"[ -]")


def find_pieces(line: Line) -> list[Piece]:
    """All pieces of a sentence, in order."""
    found: list[Piece] = []
    position = 0
    for place in places_to_scan(line.text, line.runs):
        match = scanner().match(line.text, place) if place >= position else None
        if match is None:
            continue
        name = form_of(match)
        exact = form(name).match(line.text, match.start())
        pieces = _READERS[name](exact, line) if exact else []
        found += pieces
        position = max(match.start() + 1, pieces[-1].end if pieces else _next_word(match))
    return found


def _next_word(match: re.Match[str]) -> int:
    """Where to look on after a match that was no date: past its first word."""
    gap = _GAP.search(match.string, match.start(), match.end())
    return gap.end() if gap else match.end()
