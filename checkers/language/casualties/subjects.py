"""Counted people as the subject of what befell them: "12 people in the hall were killed"."""

from __future__ import annotations

import re

from checkers.language.casualties.clause import Clause, Link

# What may stand between a counted phrase and its verb: a prepositional phrase, something between
# commas, "including …", a relative clause. Lengths are in chunks.
_MODIFIERS = (
    r"PD?QE[PDn]{0,6}",  # "two of the nine men shot at the bar have died"
    r"P[DnoQSRM]{1,9}",
    r",[^;y\"]{1,16}?,",
    r",?I[^;y\"E]{0,12}?,?",
    r"W[^;,\"]{1,9}?",
    r",y[^;]{1,6}?,",
)
_MODIFIER = f"(?:{'|'.join(_MODIFIERS)})"
_SUBJECT_TO_VERB = re.compile(
    rf"(?P<mods>{_MODIFIER}*?),?W?(?P<aux>(?:XR*yR*)?[HXRM]*)"
    rf"(?P<also>n{{1,2}}(?:P[Dn]{{1,4}}){{0,2}},?CR*)?$"
)
# "Gaul is charged in the death of a girl, who was shot": the clause is about the girl.
_NEARER = re.compile(r"[QS],?W[HXRM]*$")
_HOW_BAD = {"shot": 1, "injured": 2, "killed": 3}
_ABOARD_AND = re.compile(r"E(?P<aux>[HXR]*)E")
_JOINED_VERB = re.compile(r"(?P<where>(?:P[Dn]{1,4}){0,2}),?CR*E")
_FARTHEST_VERB = 24  # chunks
_NEGATION = frozenset({"not", "n't", "never", "without"})
_SINGULAR = frozenset({"was", "is", "has", "'s"})
_COLLECTIVES = frozenset({"family", "group", "party", "team", "crew"})
_PLURAL = 2


def to_the_right(clause: Clause, index: int, listed: bool) -> Link | None:
    """As in "12 people were killed", "12 dead", "12 people in the hall died".

    ``listed`` says that others stand beside them ("one man and two women were hurt").
    """
    if _is_agent(clause, index) or clause.is_base(index):
        return None
    row, start = clause.row, _past_aboard(clause, index)
    for at in range(start, min(len(row), index + _FARTHEST_VERB)):
        if row[at] == ";":
            return None
        if row[at] != "E" or _NEARER.search(row[index + 1 : at]):
            continue
        between = _SUBJECT_TO_VERB.match(row[start:at])
        if between is None:
            continue
        auxiliary = start + between.start("aux")
        if not listed and not _agrees(clause, index, auxiliary):
            continue
        measure = _befell(clause, index, at, between) or _did_to_self(clause, at, between)
        if between["also"] and not _is_joined(clause, at, between["aux"]):
            continue  # "two men were drunk and killed a goat"
        if measure:
            clause.passive.add(at)
            if "W" in row[index + 1 : at]:
                measure = _in_the_end(clause, at) or measure
            worse = _and_what_is_more(clause, at)
            if 0 < _HOW_BAD.get(measure, 0) < _HOW_BAD.get(worse, 0):
                measure = worse
            negated = any(clause.first_word(i) in _NEGATION for i in range(auxiliary, at))
            return Link(measure, at, negated=negated)
        if not between["mods"]:
            return None
    return None


def _past_aboard(clause: Clause, index: int) -> int:
    """Where the verb of a count may begin: behind "aboard" in "all 24 people aboard were killed".

    Not so in "a bus with 24 people aboard was hit", where it speaks of the bus.
    """
    at = index + 1
    onward = _ABOARD_AND.match(clause.row[at:])
    if onward is None or "aboard" not in clause.chunks[at].forms:
        return at
    if clause.before(index) in ("with", "carrying") or not _agrees(clause, index, at + 1):
        return at
    forms = clause.chunks[at + onward.end() - 1].forms.values()
    befell = any("subject" in f or (onward["aux"] and f & {"past", "state"}) for f in forms)
    return at + 1 if befell else at


def _is_joined(clause: Clause, at: int, aux: str) -> bool:
    """Whether a second verb has the subject of the first: "was knifed and killed"."""
    if "subject" in clause.chunks[at].forms.get("killed", frozenset()):
        return True
    return "X" in aux and not _takes_object(clause, at)


def _agrees(clause: Clause, index: int, at: int) -> bool:
    """Whether a verb can be that of a count: "the man who shot five people was killed"."""
    item = clause.chunks[index]
    if item.tag != "Q" or item.number is None or item.noun in _COLLECTIVES:
        return True
    return (item.number.point or 0) < _PLURAL or clause.first_word(at) not in _SINGULAR


def _befell(clause: Clause, index: int, at: int, between: re.Match[str]) -> str:
    """The measure by which the verb at ``at`` can speak of its subject, or ""."""
    aux, mods = between["aux"], between["mods"]
    for measure, forms in clause.chunks[at].forms.items():
        if "subject" in forms:
            return measure
        if "X" in aux or ("M" in aux and "was" in clause.text(at - len(aux), at)):
            if forms & {"past", "state"}:
                return measure
        elif "H" in aux:
            continue
        elif _says_so_alone(clause, at, forms) and (
            not mods or clause.headline or ("past" in forms and _left_so(clause, index))
        ):
            return measure
    return ""


def _in_the_end(clause: Clause, at: int) -> str:
    """As in "the boy who was shot on Friday died": what the main clause says stands."""
    onward = re.match(r"Z?[PDnoR,]*C?([HXR]*)E", clause.row[at + 1 :])
    if onward is None:
        return ""
    forms = clause.chunks[at + onward.end()].forms.get("killed", frozenset())
    return "killed" if "subject" in forms or (onward[1] and "past" in forms) else ""


def _and_what_is_more(clause: Clause, at: int) -> str:
    """As in "two cyclists were hit and killed", "was struck and badly hurt": the worse stands."""
    onward = _JOINED_VERB.match(clause.row[at + 1 :])
    if onward is None or _takes_object(clause, at + onward.end()):
        return ""
    forms = clause.chunks[at + onward.end()].forms.items()
    able = {"subject"} if onward["where"] else {"past", "subject"}
    return next((m for m, f in forms if m in _HOW_BAD and f & able), "")


def _did_to_self(clause: Clause, at: int, between: re.Match[str]) -> str:
    """As in "the boy shot himself": what somebody did to himself befell him."""
    if clause.row[at + 1 : at + 2] != "Z" or between["mods"]:
        return ""
    done = clause.chunks[at].forms.items()
    return next((measure for measure, forms in done if forms & {"active", "past"}), "")


def _says_so_alone(clause: Clause, at: int, forms: frozenset[str]) -> bool:
    """Whether a state or participle speaks of its subject without "was" ("12 dead", "12 hurt")."""
    if "past" in forms:
        return not _takes_object(clause, at)
    return "state" in forms


def _left_so(clause: Clause, index: int) -> bool:
    return index > 0 and clause.row[index - 1] == "L"


def _takes_object(clause: Clause, at: int) -> bool:
    """Whether a past tense is followed by its object ("killed 12", "killed the driver")."""
    row = clause.row
    after = re.match(r"R*D*", row[at + 1 :])
    determined = bool(after and "D" in after[0])
    where = at + 1 + (after.end() if after else 0)
    if where >= len(row) or row[where] not in "QSnZ":
        return determined
    if row[where] == "Z":
        return True
    if row[where] == "n":
        return determined
    return not re.match(r"[QS]E(?![DQS])", row[where:])


def _is_agent(clause: Clause, index: int) -> bool:
    """As in "killed by two gunmen"."""
    before = index - 1
    while before >= 0 and clause.row[before] == "D":
        before -= 1
    return before >= 0 and clause.row[before] == "P" and clause.first_word(before) == "by"
