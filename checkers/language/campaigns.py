"""Counts that are the total of a war, a season, a year, a weekend, and not of one happening."""

from __future__ import annotations

import re
from functools import cache

from checkers.language.lexicon import mapped
from checkers.language.phrases import Finder, opening_runs, runs_of

# All patterns run over lower-case text.
_EARLIER = re.compile(r"\b(?:earlier|later|late|last)\s+$")
_SUPERLATIVE = re.compile(r"\b(?:worst|first|most|\w{3,}est)\b")
# Without one of these no phrase below can stand: a few quick looks spare three slow ones.
_HINTS = (
    *("year", "month", "week", "decade", "season", "since", "war", "conflict", "insurgency"),
    *("uprising", "siege", "average", "annual", "so far", "to date", "already", "days", "20"),
    *("on the roads", "summer", "winter", "spring", "autumn", "monsoon", "holiday", "history"),
)
# "Two died, which takes to 19 the number killed this winter": a count beside one of another time.
_BRINGS_TO = re.compile(
    r", (?:which|that|and) (?:takes|took|brings|brought|raises|raised|lifts|pushes)\b"
    r"|, (?:taking|bringing|raising|lifting|pushing)\b"
)
# "Police look into three crashes; leaving five hurt": the clause is still about the crashes.
_GOES_ON = re.compile(r"\s*(?:leaving|killing|injuring|wounding|which|that)\b", re.IGNORECASE)
# As in "one of three separate crashes": the count is of that one.
_ONE_OF_THEM = re.compile(
    r"\b(?:one|first|second|third|last|latest|deadliest|worst|most recent|among|addition|unlike)"
    r"(?: \w+)? (?:of|in|to|from)\s(?:the |those |these )?(?:\w+ )?$"
)
# "so far in 2017", "over the past couple of years", "in the last two months", "since Friday".
_STRETCH = re.compile(
    r"\b(?:(?:so far|to date|already) (?:in )?(?:this year|20\d\d)\b"
    r"|(?:in|over|during|within) the (?:past|last) (?:\w+ ){0,3}?"
    r"(?:days|weeks|months|years|decades?)\b"
    r"|(?:victim|homicide|murder|killing|death|fatality|slaying)s? (?:of|in) "
    r"(?:the year|20\d\d|this year)\b"
    r"|(?:war|conflict|insurgency|uprising|siege)\b[^.]{0,60}?"
    r"\b(?:has|have|had) (?:cost|claimed|killed|left)\b"
    r"|since last (?:weekend|week|month|year|\w+day)\b"
    r"|since (?:early |late |mid-)?(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december)\b(?! \d\d?\b)"
    r"|this (?:\w+ )?season\b|since (?:the )?(?:\w+ )?season (?:began|started)\b"
    r"|\b(?:campaign|crackdown|drive|purge) (?:against|on)\b[^.;]{0,60}\bsince\b"
    r"|\b(?:in|over|throughout) (?:its|the \w+'s) (?:\w+ )?(?:history|lifetime)\b"
    r"|in (?:all|the whole) of 20\d\d\b"
    r"|(?:stat(?:istic)?s|figures|data|records|numbers) (?:for|from|of) (?:the year )?20\d\d\b)"
)


@cache
def _campaign() -> re.Pattern[str]:
    return _any_of("campaign")


@cache
def _loosely() -> re.Pattern[str]:
    return _any_of("campaign_loosely")


@cache
def _of_campaigns() -> Finder[None]:
    """The phrases of both lists: their gate."""
    words = mapped("casualties", "words")
    return Finder((phrase, None) for phrase in (*words["campaign"], *words["campaign_loosely"]))


@cache
def _one_happening() -> re.Pattern[str]:
    """As in "a shooting at a party": a single happening in the clause."""
    nouns = "|".join(mapped("casualties", "words")["happening"])
    return re.compile(rf"\b(?:an?|the|that|this|\w+'s) (?:[\w'-]+[ -]){{0,4}}?(?:{nouns})\b")


def _any_of(name: str) -> re.Pattern[str]:
    phrases = sorted(mapped("casualties", "words")[name], key=len, reverse=True)
    return re.compile(
        r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b(?! (?:ago|earlier|before|later)\b)"
    )


@cache
def _round_up() -> re.Pattern[str]:
    """Several happenings of one kind told together: "separate crashes", "weekend shootings".

    All begin where a word does: said once, it is asked once at each place and not eight times.
    """
    named = {name: "|".join(words) for name, words in mapped("casualties", "round_up").items()}
    alike, apart, linked = named["alike"], named["apart"], named["linked"]
    times = f"{named['period']}|{named['nights']}"
    one = "|".join(mapped("casualties", "words")["happening"])
    forms = (
        rf"(?:{apart}) (?:[\w'-]+ ){{0,2}}?(?:{alike}|{linked})\b",
        # Those at one spot belong together.
        rf"(?:{named['several']}) (?:[\w'-]+ )?(?:{alike})\b(?! (?:at|inside|outside|near)\b)",
        rf"(?:{named['period']})(?:'s)? (?:{alike}|violence)\b",
        # "A violent night", but not "a violent night attack".
        rf"(?:^|(?:an?|another|this|past|in|during|after|amid) )(?:{named['harsh']}) "
        rf"(?:[\w'-]+ ){{0,2}}?(?:{times})\b(?!'s| (?:{one}))",
        rf"in recent (?:{alike}|{linked})\b",
        rf"(?:{alike}) (?:{named['spread']})\b",
        rf"in (?:those|these|all|such) (?:{alike})\b",
        rf"in (?:{alike})\b(?! (?:at|inside|outside|near|that|which|linked|tied|blamed)\b)",
    )
    return re.compile(rf"\b(?:{'|'.join(forms)})")


@cache
def _of_round_ups() -> frozenset[str]:
    """Words of which every such wording holds one."""
    table = mapped("casualties", "round_up")
    return opening_runs([*table["alike"], *table["linked"], *table["harsh"], "violence"])


def round_up_in(text: str) -> bool:
    """Whether a sentence counts together what befell people in several happenings."""
    lower = text.lower()
    return _round_up_in(lower, runs_of(lower))


def _round_up_in(lower: str, runs: list[str]) -> bool:
    if _of_round_ups().isdisjoint(runs):
        return False
    found = _round_up().search(lower)
    return found is not None and not _ONE_OF_THEM.search(lower[: found.start()])


def campaign_in(text: str, start: int, end: int) -> bool:
    """Whether the clause around a count makes it the total of a war, a season, a year."""
    clause_start = max(text.rfind(";", 0, start), text.rfind(" when ", 0, start)) + 1
    if _GOES_ON.match(text, clause_start):
        clause_start = max(text.rfind(";", 0, clause_start - 1), 0)
    clause_end = text.find(";", end)
    clause_end = clause_end if clause_end >= 0 else len(text)
    for brought in _BRINGS_TO.finditer(text, clause_start, clause_end):
        if brought.end() <= start:
            clause_start = brought.start()
        elif brought.start() >= end:
            clause_end = brought.start()
            break
    clause = text[clause_start:clause_end].lower()
    runs = runs_of(clause)
    if _round_up_in(clause, runs):
        return True
    if not any(map(clause.replace("year-old", "").__contains__, _HINTS)):
        return False
    if _STRETCH.search(clause):
        return not _SUPERLATIVE.search(clause)
    if not _of_campaigns().may_find(clause, runs):
        return False
    found = _campaign().search(clause)
    if found is None:
        found = _loosely().search(clause)
        if found is not None and _one_happening().search(clause):
            return False
    if found is None or _SUPERLATIVE.search(clause):
        return False
    return not _EARLIER.search(clause[: found.start()])
