"""Parts of a count, and figures whose verb is left out or stands elsewhere."""

from __future__ import annotations

import re

from checkers.language.casualties.clause import Clause, Link
from checkers.language.chunks.vocabulary import groups
from checkers.language.lexicon import mapped
from checkers.model import Role

_TAKEN = frozenset({"taken", "flown", "brought", "carried", "lifted", "ferried", "moved", "got"})
_DRIVEN = frozenset({"driven", "forced", "chased"})
_SENT = frozenset(
    {"sent", "sends", "sending", "send", "put", "puts", "putting", "landed", "landing"}
)
_ORDERED = frozenset({"ordered", "told", "instructed", "ordering", "telling", "forced", "forcing"})
_TO_LEAVE = re.compile(r"(?:[\w'-]+ ){0,3}?to (?:evacuate|leave|flee)\b")
_OUT = ("out of", "to safety", "away from")
_OWN_FATE = re.compile(r"I[XHR]*E")
_AMONG = re.compile(r"(?:PD?n{1,4})?,?(?:[^;]{1,8},)?[XM]+I")
_DEAD_WERE = re.compile(r"I[XM]{1,3}[DR]?$")  # "among the dead were three nurses"
_TO_HOSPITAL = re.compile(r"(?:to|in|into) (?:\w+ ){0,3}?(?:hospitals?|infirmary|intensive care)\b")
_HURT = re.compile(r"[nS]{1,3}[XHR]{1,3}E")
_ONE_MORE = frozenset({"a", "an"})
_OWN_VERB = re.compile(r"P[Dn]{1,4}[HXR]*[XH]")
_WHERE = re.compile(r"[^;]*(?:P|ER)")  # "died in the hall", "died on the spot"
_SEVERAL = 2
_AGAIN = frozenset({"another", "further"})
_ENDS = frozenset({"", ".", ";", ","})
_BESIDE = re.compile(r"\bothers?\b")
_DEAD = frozenset({"victim", "death", "fatality", "body", "person", "casualty"})


def tie_moved(clause: Clause) -> None:
    """As in "taken 122,000 people out of Kabul", "sent five people to hospital"."""
    for index in clause.people:
        if index in clause.links:
            continue
        before = clause.before(index)
        after = clause.text(index + 1, index + 7)
        if (
            (before in _TAKEN and after.startswith(_OUT))
            or (before in _DRIVEN and after.startswith("from "))
            or (before in _ORDERED and _TO_LEAVE.match(after))
        ):
            clause.links[index] = Link("evacuated", None)
        elif before in _SENT and _TO_HOSPITAL.match(after):
            clause.links[index] = Link("injured", None)


def tie_parts(clause: Clause) -> None:
    """As in "including two children", "12 of them children", "three were among the dead"."""
    for index in clause.people:
        if clause.after_including(index) or _in_list_after_including(clause, index):
            _tie_included(clause, index)
        elif clause.row[index + 1 : index + 2] == "I" and _says_of_them(clause, index + 1):
            _tie_of_them(clause, index)
        elif index not in clause.links and (found := _DEAD_WERE.search(clause.row[:index])):
            _tie_among(clause, index, found.start())
        elif index not in clause.links and (found := _AMONG.match(clause.row[index + 1 :])):
            _tie_among(clause, index, index + found.end())
        elif index not in clause.links and clause.row[index + 1 : index + 2] == "P":
            _tie_of_the_hurt(clause, index)


# "Nine of the people injured in the crash are still in hospital".
_OF_THE_HURT = re.compile(r"PDn{1,2}E(?![DQSZ])")


def _tie_of_the_hurt(clause: Clause, index: int) -> None:
    """As in "nine of the people injured": some of them, whatever is told of those nine."""
    onward = _OF_THE_HURT.match(clause.row, index + 1)
    number = clause.chunks[index].number
    if onward is None or clause.first_word(index + 1) != "of" or number is None:
        return
    if clause.chunks[index].noun or (number.point or 0) < _SEVERAL:
        return
    verb = onward.end() - 1
    for measure, forms in clause.chunks[verb].forms.items():
        if "past" in forms or "state" in forms:
            clause.links[index] = Link(measure, verb, Role.PART)
            return


def _tie_included(clause: Clause, index: int) -> None:
    link, whole = clause.links.get(index), clause.whole_of(index)
    if whole is None:
        if link:
            link.role = Role.PART
        return
    above = clause.links[whole]
    own = link is not None and link.verb is not None and link.verb > index
    measure = link.measure if link is not None and own else above.measure
    clause.links[index] = Link(measure, above.verb, Role.PART, whole)


def _tie_among(clause: Clause, index: int, among: int) -> None:
    """As in "three children were among the dead"."""
    number = clause.chunks[index].number
    if number is not None and number.point == 0:
        return  # "none of the dead had been insured"
    words = clause.between(among, among + 4)
    for measure, named in mapped("casualties", "among").items():
        if set(named) & set(words):
            clause.links[index] = Link(measure, None, Role.PART)
            return


def _tie_of_them(clause: Clause, index: int) -> None:
    """As in "12 of them children"; "one of whom died" says what befell the one."""
    if clause.chunks[index].noun in mapped("casualties", "words")["tellings"]:
        return  # "two versions of the dead"
    link, whole = clause.links.get(index), clause.whole_of(index)
    if link is not None:
        if whole is None or clause.links[whole].measure == link.measure:
            link.role, link.whole = Role.PART, whole
        return
    if clause.text(index + 1, index + 2) == "among":  # "two Swedes among dead"
        _tie_among(clause, index, index + 1)
        return
    fate = _OWN_FATE.match(clause.row[index + 1 :])
    if fate:
        verb = index + fate.end()
        for measure, forms in clause.chunks[verb].forms.items():
            if forms & {"subject", "past", "state"}:
                clause.links[index] = Link(measure, verb)
                return
    if whole is not None:
        above = clause.links[whole]
        clause.links[index] = Link(above.measure, above.verb, Role.PART, whole)
    else:  # "two of the dead are children"
        _tie_among(clause, index, index + 1)


def _in_list_after_including(clause: Clause, index: int) -> bool:
    return any(
        index in group and group[0] != index and clause.after_including(group[0])
        for group in clause.lists
    )


def _says_of_them(clause: Clause, index: int) -> bool:
    text = clause.text(index, index + 1)
    if clause.before(index - 1) == "all":
        return False  # "all seven of them were rescued"
    return text.startswith(("of ", "among"))


def tie_gaps(clause: Clause) -> None:
    """As in "five died at the scene and three in hospital": the verb is left out."""
    for index in clause.people:
        if clause.row[index] != "Q" or index in clause.links or clause.is_base(index):
            continue
        item = clause.chunks[index]
        if item.noun and not item.others and item.group != "people":
            continue
        row = clause.row
        before = row[:index].removesuffix("n") if clause.before(index) in _AGAIN else row[:index]
        if not re.search(r"[C,]D?$", before) or not re.match(r"P[Dn]", row[index + 1 :]):
            continue
        if _OWN_VERB.match(row[index + 1 :]):
            continue  # "and three women in their thirties were taken to a clinic"
        if item.number is None or item.number.use != "quantity":
            continue
        whole = clause.whole_of(index)
        if whole is None or whole > index or clause.links[whole].verb is None:
            continue
        link = clause.links[whole]
        if _WHERE.match(row[whole + 1 : index]) and "y" not in row[whole:index]:
            clause.links[index] = Link(link.measure, link.verb, Role.PART, whole)
            _add_to(clause, whole, index)


def tie_said(clause: Clause) -> None:
    """As in "the union says 20 were hurt; the company says five": the same, said by another."""
    for index in clause.people if "y" in clause.row else ():
        item = clause.chunks[index]
        bare = clause.row[index] == "Q" and not item.noun and index not in clause.links
        if not bare or item.number is None or item.number.use != "quantity":
            continue
        if clause.row[index - 1 : index] != "y" or clause.text(index + 1, index + 2) not in _ENDS:
            continue
        earlier = [at for at, link in clause.links.items() if at < index and link.verb is not None]
        if len(earlier) == 1:
            above = clause.links[earlier[0]]
            clause.links[index] = Link(above.measure, above.verb)


def _add_to(clause: Clause, whole: int, index: int) -> None:
    """Put a gap's count beside those that its verb counts already."""
    for group in clause.added:
        if group[0] == whole:
            group.append(index)
            return
    clause.added.append([whole, index])


def tie_more(clause: Clause) -> None:
    """As in "four were badly hurt while 20 others had cuts": the two make the total."""
    for index in sorted(clause.links):
        link, item = clause.links[index], clause.chunks[index]
        if not item.others or link.role is not Role.TOTAL or item.tag != "Q":
            continue
        if any(index in group for group in clause.added):
            continue
        earlier = [
            at
            for at, other in clause.links.items()
            if at < index
            and other.measure == link.measure
            and other.role is Role.TOTAL
            and clause.row[at] == "Q"
            and not any(at in group for group in clause.added)
        ]
        if len(earlier) == 1 and _counted_already(clause, earlier[0], index):
            link.role = Role.INCREMENT
        elif len(earlier) == 1:
            clause.added.append([earlier[0], index])


def _counted_already(clause: Clause, whole: int, index: int) -> bool:
    """As in "has claimed seven lives, after five more bodies were found": seven in all."""
    more = clause.text(index, index + 1)
    return "after" in clause.between(whole + 1, index) and not _BESIDE.search(more)


def tie_ordinals(clause: Clause) -> None:
    """As in "the 12th victim died", "an eighth child was hurt"; not in "no third death"."""
    for index, item in enumerate(clause.chunks) if "o" in clause.row else ():
        if item.tag != "o" or item.number is None or clause.before(index) == "no":
            continue
        found = re.match(r"n{0,2}[nSE]?", clause.row[index + 1 :])
        words = clause.between(index + 1, index + 1 + (found.end() if found else 0))
        noun = next((word for word in words if word in _DEAD), "")
        claimed = clause.first_word(max(0, index - 1 - (clause.row[index - 1] == "D"))) in _claims()
        dead = noun in ("death", "fatality") or (noun and (claimed or _dies(clause, index + 1)))
        if dead or _is_one_more_dead(clause, index):
            clause.links[index] = Link("killed", None, Role.ORDINAL)
        elif (verb := _hurt_by(clause, index)) is not None:
            clause.links[index] = Link("injured", verb, Role.ORDINAL)


def _is_one_more_dead(clause: Clause, index: int) -> bool:
    """As in "a fourth pensioner has died", not in "the third soldier killed this month"."""
    if clause.first_word(max(0, index - 1)) not in _ONE_MORE:
        return False
    if not re.match(r"n[HXR]*E", clause.row[index + 1 :]):
        return False
    told = groups().at(clause.words, clause.chunks[index + 1].first)
    return told is not None and told[1] != "animals" and _dies(clause, index + 1)


def _hurt_by(clause: Clause, index: int) -> int | None:
    """The verb of "an eighth pupil was hurt"; not of "a third officer, who was hurt, said"."""
    found = _HURT.match(clause.row[index + 1 :])
    if found is None or clause.first_word(max(0, index - 1)) not in _ONE_MORE:
        return None
    verb = index + found.end()
    forms = clause.chunks[verb].forms.get("injured", frozenset())
    return verb if forms & {"past", "subject"} else None


def _claims() -> frozenset[str]:
    return frozenset(mapped("casualties", "words")["claims"])


def _dies(clause: Clause, start: int) -> bool:
    """Whether the first thing that befalls somebody from ``start`` on is death."""
    at = clause.row.find("E", start)
    if at < 0 or re.search(r"[;QS]", clause.row[start:at]):
        return False
    return bool(clause.chunks[at].forms.get("killed", frozenset()) & {"subject", "past", "state"})
