"""Figures that a text itself tells as those of before: "police had initially said six".

What was said at first is withdrawn by the words for it; what was said earlier, or had been said,
only beside another figure for the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

from checkers.language.document import Document, Sentence
from checkers.language.lexicon import listed
from checkers.language.phrases import opening_runs
from checkers.model import Claim, Count, Field, Role, Voice

_FARTHEST = 110  # characters between "initially said" and the figure
# The stretch between such words and their figure goes over none of these: what follows is said now.
_NOW = re.compile(r"[;:]|\b(?:but|now|while|whereas|later|since|however|before|until|only to)\b")
# With which the figure that stands is told: it needs no speaker of its own.
_STANDS = re.compile(
    r"\b(?:now|revised|updated|corrected|latest|final|so far|has risen|have risen|rose|to date)\b"
)
_CONTRAST = re.compile(r"\b(?:while|whereas|against)\b")
# "That number has since been", ", a figure which was later": what follows gives it anew.
ANEW = r"(?:(?:was|were|is|has|had|have|been|being|since|later|then|subsequently|now|again) ){0,5}"
OF_A_FIGURE = "(?:figure|number|count|toll|tally|total|estimate)s?"
FIGURE_WORDS = frozenset(
    "figure figures number count toll tally total estimate estimates numbers".split()
)
_COUNTED = r"(?: (?!which|who|where|when|after|in|at|by|and|but|as|that|of)[\w'-]+){0,2}?"


def told_before(document: Document, sentence: Sentence, start: int, end: int, count: Count) -> str:
    """Whether a figure is told as one of before: "firmly", "loosely", or "" where it is not.

    Not so a sum: "two at first, and two more since", of which only the first part is.
    """
    if sentence.field is not Field.TEXT or count.role is not Role.TOTAL or count.style == "sum":
        return ""
    if _is_given_anew(document, sentence, end):
        return "firmly"
    if _telling().isdisjoint(sentence.runs):
        return ""
    before, behind = sentence.lower[max(0, start - _FARTHEST) : start], sentence.lower[end:]
    for manner, (ahead, after) in _patterns().items():
        if after.match(behind) or any(
            not _NOW.search(before, found.end()) and not _changed().search(before, found.end())
            for found in ahead.finditer(before)
        ):
            return manner
    return ""


def withdrawn(claims: Sequence[Claim], manners: Mapping[int, str]) -> list[Claim]:
    """The counts of an article, with those marked that it gives as earlier ones.

    ``manners`` are what ``told_before`` says of the claims, by their place in the row.
    """
    if not manners:
        return list(claims)
    standing = [c for i, c in enumerate(claims) if i not in manners and _stands(c)]
    return [
        replace(claim, value=replace(claim.count, role=Role.PREVIOUS))
        if index in manners and _gives_way(claim, standing, manners[index])
        else claim
        for index, claim in enumerate(claims)
    ]


def _stands(claim: Claim) -> bool:
    return claim.count.role is Role.TOTAL and claim.voice in (Voice.OUTLET, Voice.QUOTED)


def _gives_way(claim: Claim, standing: Sequence[Claim], manner: str) -> bool:
    """Whether a figure told as one of before is one, given those that stand."""
    count = claim.count
    if not _stands(claim):
        return False
    alike = [
        c
        for c in standing
        if c.mention == claim.mention
        and c.count.measure == count.measure
        and c.count.unit == count.unit
        and c.count.place == count.place
    ]
    if manner == "firmly":
        return not any(c.count.point == count.point and count.point is not None for c in alike)
    return any(not c.count.overlaps(count) and _takes_its_place(claim, c) for c in alike)


def _takes_its_place(claim: Claim, standing: Claim) -> bool:
    """Whether the other figure can be the new one: not that of another side."""
    if claim.sentence == standing.sentence and _CONTRAST.search(claim.quote.lower()):
        return False
    if {claim.count.group, standing.count.group} - {claim.count.group, "people"}:
        return False
    speakers = {claim.attributed_to, standing.attributed_to} - {None}
    return len(speakers) < 2 or bool(_STANDS.search(standing.quote.lower()))


def _is_given_anew(document: Document, sentence: Sentence, end: int) -> bool:
    """As in "six, a figure later raised to eight", "Six died. That was since revised"."""
    if not FIGURE_WORDS.isdisjoint(sentence.runs) and _aside().match(sentence.lower, end):
        return True
    following = sentence.index + 1
    if following >= len(document.sentences):
        return False
    onward = document.sentences[following]
    if onward.field is not sentence.field or FIGURE_WORDS.isdisjoint(onward.runs):
        return False
    return _next().match(onward.lower) is not None


# -- patterns ----------------------------------------------------------------------------------


def any_of(*names: str, without: frozenset[str] = frozenset()) -> str:
    """One of the words of these lists, as a pattern."""
    words = frozenset().union(*(listed("superseded", name) for name in names)) - without
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


@cache
def _telling() -> frozenset[str]:
    """Words without one of which no sentence tells of what was said before."""
    names = ("at_first", "before", "first_of", "one_before")
    return frozenset({"had"}).union(*(opening_runs(listed("superseded", n)) for n in names))


@cache
def _patterns() -> dict[str, tuple[re.Pattern[str], re.Pattern[str]]]:
    """By manner, what stands before such a figure and what behind it."""
    say, accounts = any_of("saying"), any_of("accounts")
    plain = frozenset({"first"})  # "said the first", "the first reported"
    found = {}
    for manner, when, account in (
        ("firmly", any_of("at_first", without=plain), any_of("first_of")),
        ("loosely", any_of("at_first", "before"), any_of("one_before")),
    ):
        later = when if manner == "firmly" else any_of("before", without=frozenset({"before"}))
        had = rf"|\bhad (?:[\w'-]+ )?(?:been )?{say}\b" if manner == "loosely" else ""
        ahead = (
            rf"\b{when},? (?:[\w'-]+ ){{0,3}}?{say}\b|\b{say} (?:[\w'-]+ ){{0,2}}{later}\b"
            rf"|\b{account} (?:[\w'-]+ )?{accounts}\b{had}"
        )
        be = r"(?:,? as| that| which)?(?: (?:was|were|had|have|has|it|they|he|she|been))*"
        had = rf"|{_COUNTED} had been {say}\b" if manner == "loosely" else ""
        behind = (
            rf"{_COUNTED},?{be} {when} (?:[\w'-]+ ){{0,2}}?{say}\b"
            rf"|{_COUNTED} (?:was|were|had been|been) {say} (?:[\w'-]+ ){{0,4}}?{later}\b"
            rf"|[^,;]{{0,80}}, (?!which|who|where|when|after|in what|but|and|while)"
            rf"(?:[\w'-]+ ){{1,5}}(?:{when} (?:had )?{say}|{say} {later})\b{had}"
        )
        found[manner] = (re.compile(ahead), re.compile(behind))
    return found


@cache
def _changed() -> re.Pattern[str]:
    """With these between, the figure is the new one: "an earlier count of 12 was raised to 19"."""
    return re.compile(rf"\b{any_of('given_anew')}\b")


@cache
def _aside() -> re.Pattern[str]:
    anew = any_of("given_anew")
    return re.compile(
        rf"[^;,]{{0,90}}(?:, [^;,]{{0,40}})?, an? {OF_A_FIGURE} (?:that |which )?{ANEW}{anew}\b"
    )


@cache
def _next() -> re.Pattern[str]:
    return re.compile(rf"(?:that|this|the|its) {OF_A_FIGURE} {ANEW}{any_of('given_anew')}\b")
