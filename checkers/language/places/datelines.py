"""Datelines: where a report was written, at the head of its first paragraph."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from checkers.language.document import Sentence
from checkers.language.place_index import entries, folded
from checkers.language.places.sightings import is_prominent
from checkers.language.places.words import has, pattern
from checkers.model import Field

_HEAD = 110  # characters; no dateline is longer
_LAST_PARAGRAPH = 12  # page furniture may stand before the first paragraph proper
_MIN_LETTERS = 3  # shorter words in capitals are initials

_PIECE = r"[A-ZÀ-ÞĀ-Ž][\w.'-]*"
_NAME = rf"{_PIECE}(?:[ /](?:(?:de|la|al|of|the) )?{_PIECE}){{0,4}}?"
# "MESA, Ariz." by itself, where its full stop was taken for the end of a sentence.
_CUT_OFF = re.compile(
    rf"(?P<bold>)(?P<name>[A-ZÀ-ÞĀ-Ž][A-ZÀ-ÞĀ-Ž .'-]+), (?P<holder>{_PIECE}\.)(?P<wire>)(?P<dash>)"
    r"(?P<colon>)"
)
_MARKS = (":", ")", " -", "—", "–")  # one of them ends a dateline that is not cut off
_LONGEST_CUT = 40  # characters


class Dateline(NamedTuple):
    """One place of a dateline.

    Attributes:
        start: First character of the sentence's text.
        end: One past the last.
        name: The words.
        holder: (start, end) of the place after the comma that holds it, or None.
    """

    start: int
    end: int
    name: str
    holder: tuple[int, int] | None


def dateline_of(sentence: Sentence) -> list[Dateline]:
    """The places of the dateline that a sentence begins with; empty when it begins with none."""
    if sentence.field is not Field.TEXT or sentence.paragraph > _LAST_PARAGRAPH:
        return []
    head = sentence.text[:_HEAD]
    if len(head) > _LONGEST_CUT and not any(map(head.__contains__, _MARKS)):
        return []
    match = _head().match(head) or _CUT_OFF.fullmatch(head)
    if not match or not _plausible(match):
        return []
    holder = match.span("holder") if match["holder"] else None
    found, start = [], match.start("name")
    for name in match["name"].split("/"):
        bare = name.rstrip(".") if not holder else name
        found.append(Dateline(start, start + len(bare), bare, holder))
        start += len(name) + 1
    return found


@cache
def _head() -> re.Pattern[str]:
    """A name, perhaps what holds it, a date and an agency, then a dash, a colon or the report."""
    days = pattern("calendar")
    year = r"(?: \d{4})?"
    month_first = rf",? \(?(?i:{days})\b\.?,?(?: \d{{1,2}}\b,?)?{year}\)?"
    date = rf"(?:{month_first}|,? \d{{1,2}} (?i:{days})\b\.?{year})*"
    return re.compile(
        rf"(?P<bold>[*_]{{0,3}})(?P<name>{_NAME})(?:, (?P<holder>{_NAME}))?\.?{date}"
        r"(?P<wire>(?: \([^()]{2,40}\)| \[[^\[\]]{2,40}\])?)[*_]{0,3}"
        r"(?: ?(?P<dash>[—–]|(?<= )--?(?= )|--)|(?P<colon>:)[*_]{0,3} |(?<=\)) (?=[A-Z\"]))"
    )


def _plausible(match: re.Match[str]) -> bool:
    """Whether the head of a sentence is a dateline, not a label ("READ ALSO:") or a subject."""
    name, holder = match["name"], match["holder"]
    low = folded(name)
    if has("not_places", low) or has("function_words", low) or has("calendar", low):
        return False
    known = bool(entries(low)) or "/" in name
    capitals = name.isupper() and len(name) >= _MIN_LETTERS
    if match["colon"]:  # in an interview, "NELSON:" is who speaks
        return is_prominent(name, entries(low)) and bool(match["bold"] or capitals)
    if holder and not capitals:
        return bool(known or entries(folded(holder)) or entries(f", {folded(holder)}"))
    return known or capitals or bool(match["wire"] and match["dash"])
