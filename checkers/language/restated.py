"""Figures without a noun of their own that take up a count told before.

"Six died, a figure later raised to eight", "Six died. That number has since been revised to
eight", "nine drowned, not 12 as first reported": eight dead, and 12 dead as it was told before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from checkers.language.casualties import Counted
from checkers.language.document import Sentence
from checkers.language.lexicon import listed
from checkers.language.numbers import Number, find_numbers
from checkers.language.phrases import opening_runs
from checkers.language.superseded import ANEW, FIGURE_WORDS, OF_A_FIGURE, any_of
from checkers.model import Hedge, Role

_CONTRARY = frozenset({"not", "than", "instead", "from"})


def restated(
    sentence: Sentence, here: Sequence[Counted], before: Sequence[Counted]
) -> list[Counted]:
    """The counts that a sentence takes up.

    ``here`` are those counted in it with a noun or a verb, ``before`` those of the sentence before.
    """
    runs = sentence.runs
    anew = not (FIGURE_WORDS | {"it"}).isdisjoint(runs) and not _changing().isdisjoint(runs)
    told = not _at_first().isdisjoint(runs)
    contrary = bool(here) and told and not _CONTRARY.isdisjoint(runs)
    if not anew and not contrary and not told:
        return []
    found = []
    for start, role in _places(sentence, anew=anew, contrary=contrary, told=told):
        number = _number_at(sentence, start)
        if number is None or any(c.first <= number.core_first < c.last for c in here):
            continue
        ahead = [c for c in here if c.last <= number.first] or before
        unit = number.unit if number.use == "measure" else None
        kept = [
            c for c in ahead if c.count.role in (Role.TOTAL, Role.PREVIOUS) and c.count.unit == unit
        ]
        if kept and kept[-1].count.style != "article":
            found.append(_as(kept[-1], number, role))
    return found


def _places(
    sentence: Sentence, *, anew: bool, contrary: bool, told: bool
) -> Iterator[tuple[int, Role]]:
    """Where the words for such a figure end, and what part it plays."""
    if anew:
        for match in _to_what().finditer(sentence.lower):
            yield match.end(), Role.TOTAL
    if contrary:
        for match in _not_so().finditer(sentence.lower):
            yield match.start("number"), Role.PREVIOUS
    if told:
        for match in _had_given().finditer(sentence.lower):
            yield match.end(), Role.PREVIOUS


def _number_at(sentence: Sentence, start: int) -> Number | None:
    """The number that begins, with its hedge, at this character."""
    tokens = sentence.tokens
    for number in find_numbers(tokens):
        if tokens.starts[number.first] <= start <= tokens.starts[number.core_first]:
            known = number.use in ("quantity", "measure") and number.point is not None
            return number if known else None
    return None


def _as(told: Counted, number: Number, role: Role) -> Counted:
    count = replace(
        told.count,
        low=number.low,
        high=number.high,
        point=number.point,
        hedge=number.hedge if number.hedge is not Hedge.NONE else Hedge.EXACT,
        style=number.style,
        role=role,
        whole=None,
    )
    # The verb may stand in the sentence before, where its tokens mean nothing here.
    return replace(told, count=count, first=number.first, last=number.last, verb=None)


@cache
def _changing() -> frozenset[str]:
    return opening_runs(listed("superseded", "given_anew")) | frozenset(
        "raising lowering revising correcting cutting put puts putting gives gave placed".split()
    )


@cache
def _at_first() -> frozenset[str]:
    names = ("at_first", "before", "one_before", "first_of")
    return frozenset({"announced", "reported", "given", "giving", "had", "withdrew"}).union(
        *(opening_runs(listed("superseded", name)) for name in names)
    )


@cache
def _to_what() -> re.Pattern[str]:
    changed = any_of("given_anew")
    return re.compile(
        rf"\b(?:puts?|putting|gives?|gave|places?|placed) (?:that|this|the|its) {OF_A_FIGURE}"
        r" (?:at|as) (?:just |only )?|"
        rf"\b(?:(?:that|this|the|its|an?) {OF_A_FIGURE} (?:that |which )?{ANEW}{changed}"
        rf"|(?:but|and|before|later|since|then) (?:later |then |since |has )?"
        rf"(?:{changed}|raising|lowering|revising|correcting|cutting)"
        rf" (?:it|that|this|the {OF_A_FIGURE}))"
        r" (?:upwards? |downwards? |up |down |on [a-z]+ )?(?:from [\w,]+ )?to (?:just |only )?"
    )


@cache
def _not_so() -> re.Pattern[str]:
    """As in ", not five as first reported", "fewer than the 14 announced on Monday"."""
    say, when = any_of("saying"), any_of("at_first", "before")
    return re.compile(
        r"(?:, (?:and )?not|\b(?:rather|fewer|more|lower|higher|less) than|\binstead of) (?:the )?"
        rf"(?P<number>[\w,-]+(?: (?:dozen|hundred|thousand|million|people|dead|victims))?)"
        rf"(?:,? as|,? that| which)?(?: (?:was|were|had|have|it|they|he|she|been))*"
        rf" (?:{when} (?:[\w'-]+ ){{0,2}}?{say}"
        rf"|{say} (?:{when}|(?:on|in|late|early|a day|the day)))\b"
    )


@cache
def _had_given() -> re.Pattern[str]:
    """As in "after giving a figure of five", "correcting its earlier figure of 52".

    So is "it had earlier estimated 4,200 hectares", where the unit says what was counted.
    """
    say, when = any_of("saying"), any_of("at_first", "before")
    before = any_of("first_of", "one_before")
    return re.compile(
        rf"\b(?:that|this|the|its) {OF_A_FIGURE} (?:had (?:\w+ )?been|had been {when}|was {when})"
        rf" {say} (?:at|as|to be) (?:about |around )?|"
        rf"\b(?:(?:after|for) (?:\w+ )?giving|having (?:\w+ )?given|had (?:\w+ )?{say}"
        rf"|{when} (?:gave|put out|{say})|withdr(?:ew|awing)|retract(?:ed|ing))"
        rf" (?:an? |the |its |his |her |their )?(?:\w+ )?{OF_A_FIGURE} of "
        rf"|\b{before} {OF_A_FIGURE} of (?=\w+(?:[.,;]|$| (?:was|on|in|given|had|to)\b))"
        rf"|\b(?:{when} (?:had )?{say}|had (?:{when} )?{say}) (?=\d[\d,.]* (?:hectares|acres"
        rf"|square|kilomet|miles|met|tons|tonnes|litres|gallons|barrels|cubic)|\d[\d,]*[.;]?$)"
    )
