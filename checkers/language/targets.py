"""What was struck: "hit a school", "drove into the front of the tax office", "hospital bombed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checkers.language.lexicon import inverted, mapped
from seeds import words

_ARTICLE = r"(?:(?:the|a|an|its|their|one|two|three|another) )?"
_STREETS = "street|road|lane|square|hill|row|avenue|quarter|district|worker|workers|bus|fire|staff"
# Adjectives and names between the article and the noun: "the crowded central", "St Anselm's".
_BETWEEN = r"(?:[\w'’.-]+ ){0,3}?"


@dataclass(frozen=True, slots=True)
class Target:
    """Something struck, in a sentence.

    Attributes:
        start: First character of the words that say so.
        end: One past the last.
        noun: What it is called.
        sort: Its sort, from ``seeds/words/targets.toml``.
    """

    start: int
    end: int
    noun: str
    sort: str


def targets_in(text: str) -> Iterator[Target]:
    """What a sentence says was struck, in order."""
    low = text.lower()
    for pattern in (_object(), _into(), _subject(), _headline(), _possessed(), _water()):
        for match in pattern.finditer(low):
            noun = match["noun"]
            yield Target(match.start(), match.end(), noun, inverted("targets", "sorts")[noun])


def exclude(one: str, other: str) -> bool:
    """Whether a thing of one sort cannot be a thing of the other."""
    return one != other and frozenset({one, other}) not in _together()


def nouns_of(sort: str) -> list[str]:
    """The words for one sort."""
    return list(mapped("targets", "sorts")[sort])


@cache
def any_noun() -> re.Pattern[str]:
    """Any noun of any sort, in text of either case."""
    return re.compile(rf"\b(?:{_nouns()})\b", re.IGNORECASE)


@cache
def _together() -> frozenset[frozenset[str]]:
    return frozenset(frozenset(pair) for pair in words("targets")["together"]["pairs"])


def _either(items: list[str]) -> str:
    return "|".join(re.escape(item) for item in sorted(items, key=len, reverse=True))


@cache
def _nouns() -> str:
    """Any noun, unless it is part of the name of a street."""
    return rf"(?:{_either(list(inverted('targets', 'sorts')))})(?! (?:{_STREETS})\b)"


@cache
def _part() -> str:
    """A part of what was struck, before it: "the front of"."""
    parts = _either(mapped("targets", "verbs")["parts"])
    return rf"(?:(?:{_ARTICLE}(?:{parts})|{parts}) of )?"


@cache
def _object() -> re.Pattern[str]:
    """The school in "an air strike hit a school", "a car smashed the gate of a school"."""
    verbs = _either(mapped("targets", "verbs")["hitting"])
    return re.compile(
        rf"\b(?:{verbs}) (?:in |at |on )?{_part()}{_ARTICLE}{_BETWEEN}(?P<noun>{_nouns()})\b"
    )


@cache
def _into() -> re.Pattern[str]:
    """The bank in "drove a stolen digger into the front of the bank"."""
    verbs = _either(mapped("targets", "verbs")["driving"])
    struck = rf"{_part()}{_ARTICLE}{_BETWEEN}(?P<noun>{_nouns()})"
    return re.compile(rf"\b(?:{verbs}) (?:[\w'-]+ ){{0,5}}?into {struck}\b")


@cache
def _subject() -> re.Pattern[str]:
    """The school in "the school was hit"."""
    verbs = _either(mapped("targets", "verbs")["passive"])
    auxiliary = r"(?:was|were|is|has been|have been|had been) (?:\w+ly )?"
    return re.compile(rf"\b(?P<noun>{_nouns()}) (?:[\w'-]+ ){{0,3}}?{auxiliary}(?:{verbs})\b")


@cache
def _headline() -> re.Pattern[str]:
    """The hospital in "Hospital bombed in Tell Mora"."""
    verbs = _either(mapped("targets", "verbs")["passive"])
    return re.compile(rf"^{_BETWEEN}(?P<noun>{_nouns()}) (?:{verbs})\b")


@cache
def _possessed() -> re.Pattern[str]:
    """The bank in "the bank will stay shut: a digger was driven into its main entrance"."""
    verbs = _either(mapped("targets", "verbs")["driving"])
    return re.compile(
        rf"\b(?P<noun>{_nouns()})\b[^.]{{0,120}}?\b(?:{verbs}) (?:[\w'-]+ ){{0,3}}?into its\b"
    )


@cache
def _water() -> re.Pattern[str]:
    """The lake in "surfaced too quickly from the lake", "a car plunged into the lake"."""
    verbs = _either(mapped("targets", "verbs")["wet"])
    waters = _either([n for sort in ("lake", "river", "harbour", "sea") for n in nouns_of(sort)])
    struck = rf"(?:from|in|into|on) {_ARTICLE}{_BETWEEN}(?P<noun>{waters})"
    return re.compile(rf"\b(?:{verbs}) (?:[\w'-]+ ){{0,3}}?{struck}\b")
