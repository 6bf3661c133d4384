"""Figures of a toll: "the death toll rose from 12 to 19"."""

from __future__ import annotations

import re

from checkers.language.casualties.clause import Clause, Link
from checkers.model import Role

_PREVIOUS = frozenset(
    {"previous", "previously", "earlier", "initial", "initially", "first", "originally", "original"}
)
_FARTHEST = 30  # chunks between the toll and its number


def tie_tolls(clause: Clause) -> None:
    """The numbers of every toll named in the sentence."""
    for index, item in enumerate(clause.chunks) if "T" in clause.row else ():
        if item.tag != "T":
            continue
        earlier = bool(_PREVIOUS & set(clause.between(index - 3, index)))
        for at in _reached(clause, index):
            aside = _aside(clause, index, at)
            if aside is not None:
                clause.links.setdefault(at, Link(item.measure, index, Role.PREVIOUS))
                clause.links.setdefault(aside, Link(item.measure, index))
                continue
            role = Role.PREVIOUS if earlier or _is_from(clause, at) else Role.TOTAL
            clause.links.setdefault(at, Link(item.measure, index, role))


def tie_open_toll(clause: Clause, toll: str) -> None:
    """As in "there were as many as 200", after a sentence that named the toll."""
    if not toll or clause.links:
        return
    for index in clause.people:
        item = clause.chunks[index]
        if item.tag == "Q" and not item.noun and clause.row[:index].endswith("X"):
            clause.links[index] = Link(toll, None)
            return


def _aside(clause: Clause, index: int, at: int) -> int | None:
    """The number that stands now, where ``at`` is an aside: "the toll, earlier 12, is now 19"."""
    onward = re.match(r",[XMHR]{1,4}(Q)", clause.row[at + 1 :])
    if onward is None or _PREVIOUS.isdisjoint(clause.between(index + 1, at)):
        return None
    return at + onward.end(1)


def _reached(clause: Clause, index: int) -> list[int]:
    """The numbers that a toll moved from and to."""
    row = clause.row
    near = re.match(r"[,;]?[PDRnM]{0,3}?(Q)", row[index + 1 :])
    if near and not re.search(r"n{2}", near[0]):
        start = index + near.end(1)
        return [start, *_next_reached(clause, start)]
    for at in range(index + 1, min(len(row), index + _FARTHEST)):
        if row[at] in ";" or (row[at] == '"' and at > index + 2):
            break
        if row[at] in "MX":
            found = re.match(r"[MXRHPDnC,]{0,5}?(Q)", row[at:])
            if found and not _counts_time(clause, at + found.end(1) - 1):
                start = at + found.end(1) - 1
                return [start, *_next_reached(clause, start)]
    return []


def _next_reached(clause: Clause, start: int) -> list[int]:
    """The second number of "from 12 to 19"."""
    found = re.match(r"[PRD,nM]{1,3}?(Q)", clause.row[start + 1 :])
    if not found or not _is_from(clause, start):
        return []
    return [start + found.end(1)]


def _counts_time(clause: Clause, index: int) -> bool:
    number = clause.chunks[index].number
    return number is not None and number.use != "quantity"


def _is_from(clause: Clause, index: int) -> bool:
    first = clause.chunks[index].first
    before = clause.words[max(0, first - 3) : first]
    return "from" in before and "to" not in before
