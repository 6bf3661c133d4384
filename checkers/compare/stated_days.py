"""The days that an article gives to its happening, wherever in the text they stand."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache

from checkers.compare.datings import FINE, is_stamp
from checkers.compare.moments import gap
from checkers.language.gazetteer import related
from checkers.language.kinds import can_be_one, frames, kinds_in, sequels
from checkers.language.lexicon import mapped
from checkers.model import Claim, ClaimKind, Field, Member, PlaceRole

_STATING = (Field.TITLE, Field.TEXT, Field.CAPTION)
# A day of the month with its month: what a slip of the pen is made in.
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_CALENDAR = re.compile(
    rf"\b(?:{_MONTHS})[a-z]*\.? \d{{1,2}}\b|\b\d{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTHS})"
    r"|\d[/.-]\d",
    re.IGNORECASE,
)
_MONTH = re.compile(rf"\b(?:{_MONTHS})", re.IGNORECASE)
_FIGURES = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}\b")
# Two words and more with a capital, not after a word that puts a place or a thing before them.
_NAME_WORD = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:[-'’]?[A-ZÀ-Þ]?[a-zà-ÿ]+)*(?![\w])"
_NAME = re.compile(rf"(?:\b(\w+) )?\b({_NAME_WORD}(?: (?:[A-Z]\. )?{_NAME_WORD}){{1,3}})")
_BEFORE_THINGS = frozenset("a an the in on at near from to outside inside and".split())
# Where a stretch of a sentence begins that a later date does not reach over.
_CUT = re.compile(
    r"; |, (?:which|who|but)\b(?![^,]*,)"
    r"|\b(?:after|before)\b(?! (?:\d|noon|midnight|a |an |the )?(?:[\w-]+ ){0,3}$)"
)
_LATER_CUT = re.compile(r"; |,? \b(?:after|before|when|which|but|as)\b")
# Right before a date: it is that of something else.
_NOT_ITS = re.compile(
    r"(?:\b(?:as of|since|until|till|by|before|from|died|dies|dead|stolen|autopsy|said|wrote"
    r"|told \w+(?: \w+)?|born|bought|purchased|released|filed|arrested|charged|convicted|sentenced"
    r"|court|hearing|custody|funeral|vigil)|(?<!to )\bdeath)"
    r"(?: (?:early|late|on|at|about|around|in|the|of))*\s*$",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(r"^(?:'s)?\s+((?:[a-z-]+ ){0,3}?[a-z-]+)")
# "The shooting happened on", "was reported on".
_HAPPENED = re.compile(r"\b(?:happened|occurred|took place|unfolded|was reported)\b[^,;]{0,60}$")
_WORD = re.compile(r"[a-z]+")
# The date of a post: "— Ann Bell (@annbell) May 5, 2026".
POSTED = re.compile(r"\(@\w+\) ?$")
_TITLE_AFTER = re.compile(r" (?:[A-Z][a-z]+ )+[A-Z][a-z]+")  # "the March 5, 2026 Police Blotter"
_MOST_MONTHS = 12
_OPENING = 500  # characters in which a report tells of what it is about
# Beyond this a date is likelier that of another happening, or of another year.
_FARTHEST = timedelta(days=31)
# What tells one happening from another of its kind: numbers, and words with a capital inside a
# sentence.
_SPECIFIC = re.compile(
    r"\b\d{1,2}-year-old|(?<![\w:.])(?:\d{2,5}(?![\w:])|\d{2,5}(?:st|nd|rd|th)\b)"
    r"|(?<=[a-z,] )[A-ZÀ-Þ][\w'’-]{2,}"
)
_MONTH_OR_DAY = re.compile(
    rf"(?:{_MONTHS})[a-z]*|(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    re.IGNORECASE,
)


def stated_days(member: Member, kind: str) -> list[Claim]:
    """The dates whose sentence says that the happening was then, in the order of the text."""
    return [
        claim
        for claim in member.reading.claims_of(ClaimKind.DATE)
        if claim.span.field in _STATING
        and claim.when.grain in FINE
        and claim.when.first is not None
        and claim.when.told != "future"
        and _dates_it(claim, kind)
        and not _is_of_others(claim, member)
    ]


def is_calendar(claim: Claim) -> bool:
    """Whether a date is written with month and day, not as a weekday or "last night"."""
    return bool(_CALENDAR.search(claim.said))


def names_month(claim: Claim) -> bool:
    """Whether a date names its month, or is written in figures."""
    return bool(_MONTH.search(claim.said) or _FIGURES.search(claim.said))


def is_figures(claim: Claim) -> bool:
    """Whether a date is written in figures alone: "02/04/2026"."""
    return bool(_FIGURES.search(claim.said))


def may_be_turned(claim: Claim) -> bool:
    """Whether another outlet would read the month of these figures for the day."""
    figures = _FIGURES.search(claim.said)
    return figures is not None and all(0 < int(part) <= _MOST_MONTHS for part in figures.groups())


def lie_apart(claim: Claim, other: Claim) -> bool:
    """Whether two dates lie more than a day apart, and near enough to be meant for one."""
    a, b = claim.when, other.when
    if not timedelta(days=1) < gap(a, b) <= _FARTHEST or b.first is None or b.last is None:
        return False
    return not any(first <= b.last and b.first <= last for first, last in a.others)


def _dates_it(claim: Claim, kind: str) -> bool:
    """Whether the words around a date make it that of a happening of this kind."""
    at, end = claim.span.start - claim.sentence.start, claim.span.end - claim.sentence.start
    before, after = claim.quote[:at], claim.quote[end:]
    followed = _FOLLOWED.match(after)
    if followed and _last_named(kind, followed[1]) >= 0:
        return True  # "the January 25 shooting"
    if (
        is_stamp(claim)
        or POSTED.search(before)
        or _TITLE_AFTER.match(after)
        or _NOT_ITS.search(before)
    ):
        return False
    if _HAPPENED.search(before):
        return _last_named(kind, claim.quote) >= 0
    start = max((m.end() for m in _CUT.finditer(before)), default=0)
    clause = before[start:]
    named = _last_named(kind, clause)
    if named >= 0:
        return named > _last_of(_aftermath(), clause.lower())
    cut = _LATER_CUT.search(after)
    behind = after[: cut.start()] if cut else after
    words = _WORD.findall((clause + behind).lower())
    if _last_named(kind, behind) >= 0:
        return _aftermath().isdisjoint(words)
    # "Deputies were called to a house on Sunday after a boy was shot."
    called = not _responses().isdisjoint(_WORD.findall(clause.lower()))
    return called and _last_named(kind, after) >= 0


def _last_named(kind: str, words: str) -> int:
    """Where the last word that names such a happening begins, or -1."""
    found = [
        start
        for start, _, named in kinds_in(words)
        if named not in frames() and named not in sequels() and can_be_one(named, kind)
    ]
    return found[-1] if found else -1


def _last_of(words: frozenset[str], text: str) -> int:
    return max((m.start() for m in _WORD.finditer(text) if m[0] in words), default=-1)


def _is_of_others(claim: Claim, member: Member) -> bool:
    """Whether the sentence of a date tells of people or places of which nothing else is told."""
    quote, article = claim.quote, claim.article
    if _another().search(quote):
        return True
    main = member.reading.mention(member.mention).places
    for other in member.reading.claims_of(ClaimKind.PLACE):
        there = other.sentence == claim.sentence and other.place.role is PlaceRole.EVENT
        if there and main and all(related(other.place, place) == "apart" for place in main):
            return True
    if claim.span.field is not Field.TEXT or claim.sentence.start < _OPENING:
        return False
    rest = article.title + "\n" + article.text.replace(quote, " ")
    names = [m[2] for m in _NAME.finditer(quote) if (m[1] or "").lower() not in _BEFORE_THINGS]
    return bool(names) and not any(name.split()[-1] in rest for name in names)


def also_told(claim: Claim, text: str, without: frozenset[str] = frozenset()) -> tuple[int, int]:
    """How many specifics the sentence of a date has, and how many of them a text has too."""
    own = specifics(claim, without)
    low = text.lower()
    return len(own), sum(1 for word in own if word in low)


def specifics(claim: Claim, without: frozenset[str] = frozenset()) -> set[str]:
    """What the sentence of a date tells that would differ for another happening of its kind."""
    quote, sentence = claim.quote, claim.sentence
    own = (
        quote[: claim.span.start - sentence.start]
        + " . "
        + quote[claim.span.end - sentence.start :]
    )
    found = {m[0].lower().removesuffix("'s").removesuffix("’s") for m in _SPECIFIC.finditer(own)}
    return {
        w
        for w in found - without
        if not _MONTH_OR_DAY.fullmatch(w) and not re.fullmatch(r"(?:19|20)\d\d", w)
    }


@cache
def _another() -> re.Pattern[str]:
    """Words by which a sentence speaks of a happening beside the one of the report."""
    what = "shooting|incident|attack|killing|homicide|fire|crash|blast"
    return re.compile(
        r"\b(?:separate|unrelated|earlier|previous|previously|unlike|since then|similar|retaliation"
        rf"|most recent|another (?:fatal |deadly |drive-by )?(?:{what})"
        rf"|the (?:first|second|third|latest|last) (?:was|of|came|{what}))\b"
    )


@cache
def _aftermath() -> frozenset[str]:
    return frozenset(mapped("intervals", "aftermath")["words"])


@cache
def _responses() -> frozenset[str]:
    return frozenset(mapped("intervals", "responses")["words"])
