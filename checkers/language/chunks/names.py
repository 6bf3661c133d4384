"""People called by name: "Lena Orsk, 41", "54-year-old Dan Orsk"."""

from __future__ import annotations

from checkers.language.chunks.chunk import Chunk
from checkers.language.chunks.row import Row
from checkers.language.lexicon import listed

_MOST_NAMES = 5
_DIRECTIONS = frozenset({"north", "south", "east", "west", "new"})
_NAME_PREPOSITIONS = frozenset({"in", "at", "near", "from", "outside", "to", "inside", "on"})


def named(row: Row, at: int) -> Chunk | None:
    """A person's name: two capitalised words or more, with the age behind it."""
    end = _end_of_name(row, at)
    if end is None:
        return None
    last = row.words[end - 1]
    aged = end
    if row.word(end) in (",", "("):
        number = row.numbers.get(end + 1)
        if number is not None and number.use == "age" and row.word(number.last) != "-":
            aged = number.last + (row.word(number.last) == ")")
    elif (number := row.numbers.get(end)) is not None and number.use == "age":
        aged = number.last  # "Dan Orsk 21, was": the comma was left out
    if aged == end and (row.title_case or row.word(at - 1) in _NAME_PREPOSITIONS):
        return None
    return Chunk("S", at, aged, noun=last, group="people", named=True, singular=1)


def _end_of_name(row: Row, at: int) -> int | None:
    """One past the last of the words of a name that starts at a token, or None."""
    index, names = at, 0
    not_names, titles = listed("grammar", "not_a_person"), listed("grammar", "titles")
    while index < len(row.raw) and names <= _MOST_NAMES:
        raw = row.raw[index]
        if raw == '"' and index > at and row.word(index + 2) == '"':
            index += 3  # a nickname
            continue
        if not raw[0].isupper() or index in row.inside:
            break
        if row.words[index] in not_names or (index == at and row.words[index] in _DIRECTIONS):
            return None
        if not raw.replace(".", "").replace("'", "").isalpha() or (len(raw) > 1 and raw.isupper()):
            return None
        names += len(raw.rstrip(".")) > 1 and row.words[index].rstrip(".") not in titles
        index += 1
        if row.word(index) == "-" and index + 1 < len(row.raw) and row.raw[index + 1][0].isupper():
            index += 1
    return index if names >= 2 and row.word(index) != "'s" else None
