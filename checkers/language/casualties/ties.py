"""Counted phrases and the verbs that say what befell them."""

from __future__ import annotations

import re
from functools import cache

from checkers.language.casualties.clause import Clause, Link
from checkers.language.casualties.subjects import to_the_right
from checkers.language.casualties.values import count_of
from checkers.language.lexicon import inverted, mapped
from checkers.model import Role

_JOINED = re.compile(r"(?:,Pn{1,4}(?=,))?,?C?[DR]*")
_THINGS_AND = re.compile(r"E((?:[DS]?n{1,2},)*[DS]?n{1,2},?C[DR]*)$")
_OWN_PAIR = re.compile(r"SCS")
# "… in the car and", "… on board and"; "… on the ground were killed".
_PLACED = re.compile(r"(?:P[Dno]{1,4}|E)CR*D?")
_AND_THERE = re.compile(r"P[Dno]{1,4}[HXR]*[XH][HXR]*E")
_NOBODY = ("animals", "families")
_LONGEST_LIST = 9
# Measures that people alone can suffer: "shooting several rounds" is none.
_OF_PEOPLE_ALONE = frozenset({"shot", "injured"})


def tie_own(clause: Clause) -> None:
    """As in "12 deaths", "12 wounded soldiers", "a triple homicide"."""
    for index in clause.people:
        forms = clause.chunks[index].forms
        if forms and not clause.is_base(index):
            clause.links[index] = Link(next(iter(forms)), None)
    pairs = _OWN_PAIR.finditer(clause.row) if clause.links else ()
    for found in pairs:  # "an injured girl and an injured woman"
        pair = [found.start(), found.end() - 1]
        measures = {clause.links[index].measure for index in pair if index in clause.links}
        if len(measures) == 1 and all(index in clause.links for index in pair):
            clause.added.append(pair)


def tie_lists(clause: Clause) -> None:
    """Tie every counted phrase, those of one list together."""
    clause.lists = _coordinations(clause)
    for group in clause.lists:
        _tie(clause, group)


def _coordinations(clause: Clause) -> list[list[int]]:
    """Counted phrases joined by commas and "and", each list in order; single ones too."""
    groups: list[list[int]] = []
    for index in clause.people:
        if index in clause.links:
            continue
        if groups and _joins(clause, groups[-1], index):
            groups[-1].append(index)
        else:
            groups.append([index])
    return groups


def _joins(clause: Clause, group: list[int], index: int) -> bool:
    """Whether a list goes on: a comma alone joins only where an "and" follows."""
    between = clause.row[group[-1] + 1 : index]
    if _shares_verb(clause, group, index, between):
        return True
    if not between.strip("DR") or not _JOINED.fullmatch(between):
        return False
    if "P" in between and not clause.chunks[index].named:
        return False
    if between[0] == "," and "C" in between and clause.after_including(group[0]):
        return False  # "six were killed, including a child, and four were hurt"
    if "C" in between:
        return clause.first_word(index - len(between) + between.index("C")) != "but"
    rest = clause.row[index + 1 :]
    goes_on = re.match(r"(?:,(?:Pn{1,4},)?D*[QS])*,?(?:Pn{1,4},)?CD*[QS]", rest)
    if clause.headline and not goes_on:
        goes_on = re.match(r"[XR]*E", rest)  # "Toddler, man killed"
    return bool(goes_on) and len(group) < _LONGEST_LIST


def _shares_verb(clause: Clause, group: list[int], index: int, between: str) -> bool:
    """As in "two people on board and six on the ground were killed": one verb behind both."""
    item = clause.chunks[index]
    if not _PLACED.fullmatch(between) or item.group in _NOBODY:
        return False
    if clause.chunks[group[-1]].group in (*_NOBODY, "") or (item.noun and not item.group):
        return False
    if not _AND_THERE.match(clause.row[index + 1 :]):
        return False
    first = clause.chunks[group[-1] + 1]
    aboard = first.tag == "P" or "aboard" in first.forms
    return aboard and _to_the_left(clause, group[0]) is None


def _tie(clause: Clause, group: list[int]) -> None:
    parts = _apposed(clause, group)
    link = (
        _to_the_left(clause, group[0])
        or to_the_right(clause, group[-1], len(group) > 1)
        or _past_things(clause, group[0])
    )
    if link is None and len(group) > 1:
        for index in group:
            _tie(clause, [index])
        return
    if link is None or clause.after_including(group[0]):
        return
    if len(group) == 1 and _known_already(clause, group[0]):
        link.role = Role.PART
    for index in group:
        if not _fits(clause, index, link.measure):
            continue
        clause.links[index] = Link(
            link.measure, link.verb, link.role, None, link.negated, link.object
        )
    if parts:
        for index in parts:
            clause.links.pop(index, None)
    elif len(group) > 1 and not link.negated:
        added = [
            index
            for index in group
            if _counts_people(clause, index) and not _names_the_one_before(clause, group, index)
        ]
        if "or" in clause.between(group[0], group[-1]):
            return  # "his brother or a friend was dead": one of them
        if len(added) > 1:
            clause.added.append(added)


def _counts_people(clause: Clause, index: int) -> bool:
    """Whether a member of a list has a number of its own: not "two vehicles", "three dogs"."""
    link, item = clause.links.get(index), clause.chunks[index]
    return link is not None and count_of(clause, item, link.measure, link.role) is not None


def _apposed(clause: Clause, group: list[int]) -> list[int]:
    """As in "two people, a man and a woman, died": the rest spells the first out."""
    first = clause.chunks[group[0]].number
    if first is None or first.point is None or len(group) < 3:
        return []
    rest = 0.0
    for index in group[1:]:
        item = clause.chunks[index]
        rest += item.singular if item.number is None else (item.number.point or 0)
    return group[1:] if rest == first.point else []


def _names_the_one_before(clause: Clause, group: list[int], index: int) -> bool:
    """As in "the driver, Dan Orsk, and a passenger": the name is the driver's."""
    before = index - 2
    if not clause.chunks[index].named or before not in group or clause.row[index - 1] != ",":
        return False
    described = clause.chunks[before]
    return described.tag == "S" and not described.named and described.singular == 1


def _known_already(clause: Clause, index: int) -> bool:
    """As in "The man was shot": of whom the text has spoken; counts beside others alone."""
    item = clause.chunks[index]
    the = item.tag == "S" and clause.first_word(index) == "the"
    return the or item.noun in ("he", "she")


def _fits(clause: Clause, index: int, measure: str) -> bool:
    """Whether the counted noun can have suffered this: bullets are not injured."""
    item = clause.chunks[index]
    if measure not in _OF_PEOPLE_ALONE or item.tag != "Q" or item.group or not item.noun:
        return True
    return clause.words[item.last - 1].endswith(("s", "n")) and item.noun not in _not_people()


@cache
def _not_people() -> frozenset[str]:
    """Counted things, and the ammunition that is shot rather than shot at."""
    return frozenset(inverted("things", "things")) | frozenset(
        mapped("casualties", "words")["not_hurt"]
    )


def _past_things(clause: Clause, index: int) -> Link | None:
    """As in "hitting two cars, a shop window and four people": the last of what was hit."""
    things = _THINGS_AND.search(clause.row[:index])
    return _to_the_left(clause, things.start(1)) if things else None


def _to_the_left(clause: Clause, index: int) -> Link | None:
    """As in "killed 12 people": an active verb right before."""
    at = index - 1
    while at >= 0 and clause.row[at] in "DR":
        at -= 1
    if at < 0 or clause.row[at] != "E" or at in clause.passive:
        return None
    before = at - 1
    while before >= 0 and clause.row[before] == "R":
        before -= 1
    passive = before >= 0 and clause.row[before] == "X"
    for measure, forms in clause.chunks[at].forms.items():
        if "active" in forms or ("past" in forms and not passive):
            return Link(measure, at, object=True)
    return None
