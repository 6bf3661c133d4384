"""From a tie to a count: how many, of which group, total or part; and sums of lists."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from checkers.language.casualties.clause import Clause, Link
from checkers.language.casualties.counted import Counted
from checkers.language.chunks import Chunk
from checkers.language.lexicon import mapped
from checkers.model import Count, Hedge, Role

_TREATED = re.compile(r"hospital|treat|condition|intensive|transported|admitted")
_OF_EACH = frozenset({"killed", "injured", "shot", "missing"})
_DOERS = frozenset({"he", "she", "who"})
_TREATING = frozenset({"treating", "treated", "treats", "admitted", "received", "receiving"})
_ONE_HOSPITAL = frozenset({"hospital", "clinic", "infirmary", "medical"})
_FARTHEST_HOSPITAL = 8  # words of "St Ilva hospital is now treating"
_FARTHEST_ATTACKER = 6  # words of ", among them the two gunmen"
# "…, a tally that includes the bomber".
_A_TOLL_WITH = re.compile(
    r"\b(?:tally|toll|figure|count|number|total) (?:(?:that|which) includ(?:es|ed)|including)"
    r" ((?:the|his|her|its)(?: [\w'-]+){1,2})"
)
_MORE = frozenset({"more", "another", "additional", "further"})


def counted(clause: Clause, index: int) -> Iterator[Counted]:
    """The count of one tied chunk; two where the words deny two measures at once."""
    item, link = clause.chunks[index], clause.links[index]
    if link.negated:
        return
    if link.measure == "shot" and item.others and _follows_killed(clause, index):
        link.measure = "injured"  # "killing one and leaving 11 others shot"
    count = count_of(clause, item, link.measure, _role(clause, index))
    if count is None:
        return
    if link.whole is not None:
        count = replace(count, whole=clause.text(link.whole, link.whole + 1))
    verb = clause.chunks[link.verb] if link.verb is not None else None
    if is_treated(clause, index):
        count = replace(count, action="treated")
    if (
        verb
        and item.tag == "Q"
        and count.hedge is Hedge.EXACT
        and _names_found(clause, verb, index)
    ):
        count = replace(count, high=None, hedge=Hedge.AT_LEAST)
    if _with_the_attackers(clause, item):
        count = replace(count, includes_attackers=True)
    uncertain = "suspected typo" if count.style == "typo" else ""
    where = (verb.first, verb.last) if verb else None
    for one in _spread(count):
        single = item.tag == "S"
        yield Counted(one, item.first, item.last, where, uncertain, single, by_person(clause, link))


def _names_found(clause: Clause, verb: Chunk, index: int) -> bool:
    """As in "the bodies of seven divers": more may be found, but not of "all seven"."""
    if clause.before(index) == "all":
        return False
    return not _found_so_far().isdisjoint(clause.words[verb.first : verb.last])


def _attackers_among(clause: Clause, item: Chunk) -> str:
    """As in "five of them attackers": their group, or "" for all others."""
    words = clause.words[item.last : item.last + _FARTHEST_ATTACKER]
    if words[:2] not in (["of", "them"], ["of", "whom"]):
        return ""
    said = words[3:4] if words[2:3] in (["were"], ["are"]) else words[2:3]
    return "attackers" if not _attackers().isdisjoint(said) else ""


def _with_the_attackers(clause: Clause, item: Chunk) -> bool:
    """As in "seven people, including the gunmen": how many they were is not said."""
    words = clause.words[item.last : item.last + _FARTHEST_ATTACKER]
    rest = " ".join(clause.words[item.last :])
    if "includ" in rest and (told := _A_TOLL_WITH.search(rest)):
        words = ["including", *told[1].split()]
    if words[:1] == [","]:
        del words[0]
    if words[:1] == ["among"] and words[1:2] == ["them"]:
        del words[0]
    elif not words or words[0] not in ("including", "counting"):
        return False
    return words[1:2] in (["the"], ["his"], ["her"], ["its"]) and (
        not _attackers().isdisjoint(words[2:4])
    )


@cache
def _attackers() -> frozenset[str]:
    return frozenset(mapped("casualties", "groups")["attackers"])


def by_person(clause: Clause, link: Link) -> bool:
    """As in "a man killed three people": somebody did it, not a blast or a crash."""
    if not link.object or link.verb is None or _names_a_deed(clause, link.verb):
        return False
    start = clause.row.rfind(";", 0, link.verb) + 1
    before = clause.between(start, link.verb)
    return "S" in clause.row[start : link.verb] or not _DOERS.isdisjoint(before)


def _names_a_deed(clause: Clause, verb: int) -> bool:
    """As in "the deaths of", "the murder of", which leave open who did it."""
    return clause.text(verb, verb + 1).endswith(" of")


def _follows_killed(clause: Clause, index: int) -> bool:
    return any(link.measure == "killed" and at < index for at, link in clause.links.items())


def is_treated(clause: Clause, index: int) -> bool:
    """Whether the words tell of hospital and condition alone."""
    link = clause.links[index]
    if link.measure != "injured":
        return False
    if _treated_there(clause, index):
        return True
    verb = clause.chunks[link.verb] if link.verb is not None else None
    if verb is None:
        return not clause.chunks[index].forms
    text = " ".join(clause.words[verb.first : verb.last])
    return verb.hospital or bool(_TREATED.search(text))


def _treated_there(clause: Clause, index: int) -> bool:
    """As in "St Ilva hospital is treating 14 people who were hurt": those of one hospital."""
    first = clause.chunks[index].first
    words = clause.words[max(0, first - _FARTHEST_HOSPITAL) : first]
    if _TREATING.isdisjoint(words[-2:]):
        return False
    return not _ONE_HOSPITAL.isdisjoint(words)


def _role(clause: Clause, index: int) -> Role:
    role = clause.links[index].role
    if role is not Role.TOTAL:
        return role
    item = clause.chunks[index]
    if item.named or item.bare or any(index in group for group in clause.added):
        return Role.PART
    return Role.INCREMENT if _is_increment(clause, index) else role


def _is_increment(clause: Clause, index: int) -> bool:
    """As in "two more died": counted on top of those already known."""
    item, link = clause.chunks[index], clause.links[index]
    if not item.others and clause.before(index) != "another":
        return False
    if item.forms and item.tag == "Q":
        return True  # "eleven other deaths" are none of those told of
    if link.measure == "shot":
        return True  # "four others were shot" leaves out those counted before
    if link.measure != "killed":
        return any(
            other.measure == link.measure and at < index and other.role is Role.TOTAL
            for at, other in clause.links.items()
        )
    words = set(clause.words[max(0, item.first - 1) : item.last])
    same = any(o.measure == "killed" and at < index for at, o in clause.links.items())
    return same or bool(words & _MORE)


def count_of(clause: Clause, item: Chunk, measure: str, role: Role) -> Count | None:
    """The count that one chunk makes of a measure; None where it counts nobody."""
    group = item.group or _attackers_among(clause, item) or _group_before(clause, item) or "people"
    if group == "animals":
        return None
    if item.tag == "S" and group == "families" and measure in _OF_EACH:
        return None  # "killed his family": of how many, nobody knows
    if item.tag == "S":
        return _single(clause, item, measure, group, role)
    number = item.number
    if number is None or (number.low is None and number.high is None):
        return None
    if item.noun and not item.group and not item.forms:
        group = item.noun
    risen = number.hedge is Hedge.UP_TO and clause.before_token(item.first) in _moved()
    found_so_far = item.noun in _found_so_far() and number.hedge is Hedge.EXACT
    return Count(
        measure,
        group,
        number.point if risen else number.low,
        None if found_so_far else number.high,
        hedge=Hedge.AT_LEAST if found_so_far else Hedge.EXACT if risen else number.hedge,
        role=role,
        noun=item.noun,
        style=number.style,
        point=number.point,
    )


@cache
def _moved() -> frozenset[str]:
    """Verbs before "up to" that make it a goal: "has gone up to 31"."""
    return frozenset(mapped("casualties", "words")["moved_up"])


@cache
def _found_so_far() -> frozenset[str]:
    """Nouns by which only those found are counted: "twelve bodies" leaves room for more."""
    return frozenset(mapped("casualties", "words")["found_so_far"])


def _single(clause: Clause, item: Chunk, measure: str, group: str, role: Role) -> Count:
    noun = " ".join(clause.words[item.first : item.last]) if item.named else item.noun
    style = "words" if item.singular > 1 else "article"
    return Count(
        measure,
        group,
        item.singular,
        item.singular,
        role=role,
        noun=noun,
        style=style,
        point=float(item.singular),
    )


def _group_before(clause: Clause, item: Chunk) -> str:
    """As in "three soldiers were killed and five wounded": five soldiers."""
    if item.noun or item.others:
        return ""
    for before in range(clause.chunks.index(item) - 1, -1, -1):
        if clause.row[before] == "Q" and clause.chunks[before].group and before in clause.links:
            return clause.chunks[before].group
    return ""


def _spread(count: Count) -> Iterator[Count]:
    """As in "No casualties" says that nobody was killed and nobody was injured."""
    if count.measure == "casualties" and count.high == 0:
        yield replace(count, measure="killed")
        yield replace(count, measure="injured")
    else:
        yield count
