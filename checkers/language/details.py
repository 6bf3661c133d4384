"""Streets, house numbers, amounts, years: what two reports of one happening share.

A detail is written as its sort and its value: "street fernando", "block 5500", "number 6.1",
"year 2009", "month march". It is compared, never shown. What is told in passing has two more: the
kind of happening that it is told beside ("beside fire"), and, where it names no place, that of its
article ("setting karsk").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

AGE = re.compile(
    r"\b(?P<old>\d{1,3})[ -]years?[ -]old\b|\baged (?P<aged>\d{1,3})\b"
    r"|\b[A-Z][\w'’-]+, (?P<named>[1-9]\d)(?=[,.;])"
)
# What an age holds, and a figure seldom: a look that costs a fifth of trying the pattern.
_LIKE_AN_AGE = re.compile(r"\d(?:[ -]years?[ -]old|[,.;)])")
_READ = ("street", "block", "number", "year", "month")
BESIDE, SETTING = "beside", "setting"
SORTS = (*_READ, BESIDE, SETTING)
# Of each sort at most so many are kept, the first that the text gives: what comes late on a page is
# often another story's.
_MOST_OF_A_SORT = 12
_MOST_SETTINGS = 3  # places, most specific first: a site, its town

_DIRECTION = (
    r"(?:(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest|[NSEW]|[NS][EW])\.?\s+)?"
)
_NAME = r"(?:[A-Z][a-z'’\w-]+|\d{1,3}(?:st|nd|rd|th))"
# The common nouns of streets, and how addresses shorten them (United States Postal Service,
# Publication 28, appendix C1: the frequent ones).
_NOUN = (
    r"(?:Streets?|St|Avenues?|Ave?|Roads?|Rd|Boulevard|Blvd|Drive|Dr|Lane|Ln|Court|Ct|Place|Pl|"
    r"Circle|Cir|Parkway|Pkwy|Terrace|Pike|Trail)"
)
# Before "Court" and "Place" these make no street: "the Circuit Court", "First Place".
_NO_STREETS = frozenset(
    "supreme circuit district county superior municipal high crown appeals magistrate federal "
    "state family criminal juvenile city first second third the in on wall sesame main".split()
)
_STREET = re.compile(
    rf"\b(?:(?P<house>\d{{1,5}})\s+)?{_DIRECTION}(?P<name>{_NAME}(?:\s+{_NAME}){{0,2}})\s+{_NOUN}\b"
)
_BLOCK = re.compile(rf"\b(?P<house>\d{{2,5}})[ -]block\b(?:\s+of\s+{_DIRECTION}(?P<name>{_NAME}))?")
_ROUTE = re.compile(
    r"\b(?:Interstate|I|US|U\.S\.|Highway|Hwy\.?|Route|Rt\.?|State Route)[ -](?P<name>\d{1,4})\b"
)
# It begins with the digit and looks behind it then, so that the search leaps from digit to digit.
_NUMBER = re.compile(
    r"(?P<value>\d(?<![\w.,:/-].)(?:\d{0,2}(?:,\d{3})+|\d*(?:\.\d+)?))(?![\w:/]|[.,]\d|-\d)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MONTH = re.compile(
    r"\b(?P<value>January|February|March|April|June|July|August|September|October|November|"
    r"December"
    r"|Jan\.|Feb\.|Aug\.|Sept\.|Oct\.|Nov\.|Dec\.)"
)

# The years that somebody was in office, raced or reigned.
_SPAN = re.compile(
    r"\b(?:from|between) ((?:19|20)\d\d) (?:to|until|till|and|through) ((?:19|20)\d\d)\b"
)

# Letters that stand in each of these, and in few other sentences: a look for them costs a tenth of
# trying the pattern. All but a month and a street without a number hold a digit. Most of them stand
# nowhere in an article, so it is asked once for all its sentences which of them do.
_MONTHS = (
    *("January", "February", "March", "April", "June", "July", "August", "September", "October"),
    *("November", "December", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."),
)
_NOUNS = (
    *("St", "Av", "Road", "Rd", "Boulevard", "Blvd", "Dr", "Lane", "Ln", "Court", "Ct"),
    *("Pl", "Cir", "Parkway", "Pkwy", "Terrace", "Pike", "Trail"),
)
_ROUTES = ("Interstate", "I-", "I ", "US", "U.S.", "Highway", "Hwy", "Route", "Rt")
_DIGIT = re.compile(r"\d")
_KEPT = 32_768  # stretches of text: the running vocabulary of a night, a few megabytes


class _Clues(NamedTuple):
    """Those letters of the lists that stand in some text."""

    months: tuple[str, ...]
    streets: tuple[str, ...]
    routes: tuple[str, ...]

    @classmethod
    def of(cls, stretches: Iterable[str]) -> _Clues:
        """The clues in a text of these stretches without white space."""
        met = frozenset(chain.from_iterable(map(_clues_in, stretches)))
        return cls(*(tuple(filter(met.__contains__, each)) for each in (_MONTHS, _NOUNS, _ROUTES)))


@lru_cache(maxsize=_KEPT)
def _clues_in(stretch: str) -> tuple[str, ...]:
    """The letters of the lists in a stretch; most stretches were met before and hold none."""
    return tuple(filter(f"{stretch} ".__contains__, (*_MONTHS, *_NOUNS, *_ROUTES)))


def details_in(texts: Sequence[str], stretches: Iterable[str] | None = None) -> tuple[str, ...]:
    """The details of some texts, each once, by sort and then in the order of the texts.

    ``stretches`` are what white space parts in them, where that is known already.
    """
    found: dict[str, dict[str, None]] = {sort: {} for sort in _READ}
    clues = _Clues.of(" ".join(texts).split() if stretches is None else stretches)
    for text in texts:
        for sort, value in _found(text, clues):
            if len(found[sort]) < _MOST_OF_A_SORT:
                found[sort][f"{sort} {value}"] = None
    return tuple(detail for sort in _READ for detail in found[sort])


def may_give_age(text: str) -> bool:
    """Whether a text may hold an age as ``AGE`` finds it, or somebody's identity with one."""
    return "aged " in text or _LIKE_AN_AGE.search(text) is not None


def surroundings(kind: str, places: Sequence[str]) -> tuple[str, ...]:
    """The details of what is told in passing: what it is told beside, and where that was."""
    beside = (f"{BESIDE} {kind}",) if kind else ()
    return (*beside, *(f"{SETTING} {place}" for place in places[:_MOST_SETTINGS]))


def is_detail(term: str) -> bool:
    """Whether a term is a detail and no word."""
    return term.partition(" ")[0] in SORTS and " " in term


def of_sort(terms: Iterable[str], sort: str) -> frozenset[str]:
    """The details of one sort among some terms."""
    return frozenset(term for term in terms if term.startswith(f"{sort} "))


def _found(text: str, clues: _Clues) -> Iterator[tuple[str, str]]:
    """Each detail of one text as its sort and its value."""
    if any(map(text.__contains__, clues.months)):
        for month in _MONTH.finditer(text):
            yield "month", month["value"][:3].lower()
    figures, streets = _DIGIT.search(text), any(map(text.__contains__, clues.streets))
    if not (figures or streets):
        return
    houses = set()
    roads = _STREET.finditer(text) if streets else ()
    blocks = _BLOCK.finditer(text) if "block" in text else ()
    for match in (*roads, *blocks):
        name = (match["name"] or "").split()[-1:]
        if name and name[0].lower() not in _NO_STREETS:
            yield "street", name[0].lower()
        if match["house"]:
            houses.add(match["house"])
            yield "block", match["house"]
    if not figures:
        return
    for match in _ROUTE.finditer(text) if any(map(text.__contains__, clues.routes)) else ():
        houses.add(match["name"])
        yield "street", match["name"]
    found = AGE.finditer(text) if may_give_age(text) else ()
    other = houses | {match[match.lastgroup or 0] for match in found}
    other.update(year for match in _SPAN.finditer(text) for year in match.groups())
    for match in _NUMBER.finditer(text):
        value = match["value"].replace(",", "")
        if len(value) > 1 and value not in other:
            yield ("year" if _YEAR.fullmatch(value) else "number"), value
