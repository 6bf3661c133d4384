"""Figures of a toll: "the death toll rose from 12 to 19"."""

from __future__ import annotations

import re
from functools import cache

from checkers.language.casualties.clause import Clause, Link
from checkers.language.lexicon import listed
from checkers.model import Role

_PREVIOUS = frozenset(
    {"previous", "previously", "earlier", "initial", "initially", "first", "originally", "original"}
)
_FARTHEST = 30  # chunks between the toll and its number
# "Taking the number of deaths in the sinking to 17", "puts the toll of the riot at nine".
_BROUGHT = re.compile(r"M[RDn]{0,2}$")
# "Brings to 88 the number of people drowned since May".
_BROUGHT_TO = re.compile(r"MR?(P)[RDM]{0,2}(Q)D?$")
_GOAL = frozenset({"to", "at", "past", "beyond"})
# "Deaths from the flood jumped to nine": nouns for all to whom it happened, and how far the verb.
_ALL_OF_THEM = frozenset(
    "deaths fatalities injuries casualties arrests infections cases evacuees".split()
)
_FARTHEST_VERB = 12  # chunks


def tie_tolls(clause: Clause) -> None:
    """The numbers of every toll named in the sentence."""
    _tie_counted_by_verb(clause)
    _tie_number_of_those(clause)
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


def _tie_counted_by_verb(clause: Clause) -> None:
    """As in "deaths from the flood jumped to nine": without a number of their own before them."""
    for found in re.finditer(r"(?<![QE])E(?=[^E;QX]{0,12}M)", clause.row):
        index = found.start()
        noun = clause.text(index, index + 1)
        if noun not in _ALL_OF_THEM:
            continue
        measure = next((m for m, f in clause.chunks[index].forms.items() if "nouns" in f), "")
        for at in range(index + 1, min(index + 1 + _FARTHEST_VERB, len(clause.row))):
            if clause.row[at] == "M" and clause.first_word(at) in _moving():
                onward = re.match(r"[MPRD]{0,4}(Q)", clause.row[at:])
                if onward and measure and not _counts_time(clause, at + onward.end() - 1):
                    start = at + onward.end() - 1
                    clause.links.setdefault(start, Link(measure, index, _role_from(clause, start)))
                    for other in _next_reached(clause, start):
                        clause.links.setdefault(other, Link(measure, index))
                break


# "The number of pupils who fell ill … climbed to 72".
_NUMBER_OF_WHO = re.compile(r"nP[DR]?[nS]{1,2}W[HXR]*(E)")


def _tie_number_of_those(clause: Clause) -> None:
    """As in "the number of pupils who fell ill climbed to 72"."""
    if "number" not in clause.words:
        return
    for found in _NUMBER_OF_WHO.finditer(clause.row):
        verb = found.start(1)
        if clause.text(found.start(), found.start() + 2) != "number of":
            continue
        befell = ("subject", "past", "state")
        measure = next((m for m, f in clause.chunks[verb].forms.items() if f & set(befell)), "")
        for at in _reached(clause, verb) if measure else ():
            clause.links.setdefault(at, Link(measure, verb, _role_from(clause, at)))


def _role_from(clause: Clause, at: int) -> Role:
    return Role.PREVIOUS if _is_from(clause, at) else Role.TOTAL


@cache
def _moving() -> frozenset[str]:
    """Verbs by which a number becomes another: not "was", "at"."""
    return listed("arithmetic", "changing") | {"reached", "climbs", "rise", "jump", "hit"}


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
    before = _BROUGHT_TO.search(row[:index])
    if before and clause.first_word(before.start(1)) == "to":
        return [before.start(2)]
    near = re.match(r"[,;]?[PDRnM]{0,3}?(Q)", row[index + 1 :])
    if near and not re.search(r"n{2}", near[0]):
        start = index + near.end(1)
        return [start, *_next_reached(clause, start)]
    brought = bool(_BROUGHT.search(row[:index]))
    for at in range(index + 1, min(len(row), index + _FARTHEST)):
        if brought and row[at] == "P" and clause.first_word(at) in _GOAL:
            found = re.match(r"P[RDM]{0,2}(Q)", row[at:])
            if found and not _counts_time(clause, at + found.end(1) - 1):
                start = at + found.end(1) - 1
                return [start, *_next_reached(clause, start)]
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
