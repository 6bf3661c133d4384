"""Years since a happening as an article counts them, against the year in which it puts it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import cache

from checkers.compare.passages import Passage
from checkers.language.dates.vocabulary import NUMBER, number
from checkers.language.lexicon import inverted, mapped
from checkers.model import Anchor, Claim, ClaimKind, Field, Grain, Reading, Voice

_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_DAYS_IN_YEAR = 365.25
# "Five years after" is said a little before the day and until the sixth year begins.
_EARLY, _LATE = 0.6, 1.0
_MORE_AT_MOST = 5  # years by which "more than ten" may be exceeded
# A date this near to publication shows that its sentence is news and not history.
_NEWS_BEFORE, _NEWS_AFTER = timedelta(days=14), timedelta(days=60)
_STATING = (Field.TITLE, Field.TEXT)
_BESIDE = re.compile(r"(?:,| \(|,? or| -| –| —)? ?(?:in |on )?")


def miscounted_years(reading: Reading) -> Iterator[Passage]:
    """Years counted since a dated happening that are not those between then and now."""
    published = reading.article.published
    if published is None:
        return
    dates = [
        claim
        for claim in reading.claims_of(ClaimKind.DATE)
        if claim.span.field in _STATING and claim.voice in (Voice.OUTLET, Voice.QUOTED)
    ]
    for claim in dates:
        if not _YEAR.search(claim.said) or claim.when.anchor is not Anchor.ABSOLUTE:
            continue
        there = [d for d in dates if d.sentence == claim.sentence and d is not claim]
        found = _counted_since(claim, there, published.at) or _ago_beside(claim, there)
        if found is not None:
            yield found


def _counted_since(claim: Claim, there: list[Claim], published: datetime) -> Passage | None:
    """The count in "five years after the 2019 attack" or "the fifth anniversary of the attack"."""
    start = claim.span.start - claim.sentence.start
    match = _since().search(claim.quote.lower()[:start])
    if match is None or not _is_of_now(claim, there, published):
        return None
    years = _years(match)
    moments = [published, *(d.when.first for d in there if d.when.first is not None)]
    if any(_fits(years, match["hedge"] or "", claim, moment) for moment in moments):
        return None
    span = claim.span.within(claim.sentence.start + match.start(), claim.span.end)
    between = _between(claim, published)
    return Passage(claim.article, span, claim.sentence, f"{between} years", claim.attributed_to)


@cache
def _since() -> re.Pattern[str]:
    """Words that count years up to a date which follows them directly."""
    hedges = "|".join(sorted(inverted("intervals", "hedges"), key=len, reverse=True))
    ordinals = "|".join(sorted(mapped("numbers", "ordinal"), key=len, reverse=True))
    few = r"(?:[^\W\d]['\w-]* ){0,9}"
    return re.compile(
        rf"\b(?:(?P<hedge>{hedges}) )?"
        rf"(?:(?P<number>{NUMBER}) years (?:after|since|on from|following) "
        rf"|(?P<many>{NUMBER})[ -]years? anniversary of "
        rf"|(?:(?P<digits>\d{{1,3}})(?:st|nd|rd|th)|(?P<ordinal>{ordinals})) anniversary of ){few}$"
    )


def _years(match: re.Match[str]) -> int:
    if match["ordinal"]:
        return int(mapped("numbers", "ordinal")[match["ordinal"]])
    return number(match["number"] or match["many"] or match["digits"])


def _fits(years: int, hedge: str, claim: Claim, now: datetime) -> bool:
    """Whether so many years lie between the claim's date and a moment."""
    first, last = claim.when.first, claim.when.last
    if first is None or last is None:
        return True
    most = (now - first) / timedelta(days=_DAYS_IN_YEAR)
    least = (now - last) / timedelta(days=_DAYS_IN_YEAR)
    match inverted("intervals", "hedges").get(hedge, ""):
        case "under":
            low, high = years - 1.0, float(years)
        case "over":
            low, high = years - _EARLY, 2.0 * years + _MORE_AT_MOST
        case "about":
            low, high = years - 1.0 - years / 10, years + 1.0 + years / 10
        case _:
            low, high = years - _EARLY, years + _LATE
    return low <= most and least < high


def _between(claim: Claim, now: datetime) -> int:
    """Calendar years from the claim's date to a moment."""
    assert claim.when.first is not None
    return now.year - claim.when.first.year


def _is_of_now(claim: Claim, there: list[Claim], published: datetime) -> bool:
    """Whether a sentence speaks of the days in which it was published, not of some past year."""
    if claim.span.field is Field.TITLE:
        return True
    near = (published - _NEWS_BEFORE, published + _NEWS_AFTER)
    for other in there:
        fine = other.when.grain not in (Grain.YEAR, Grain.MONTH)
        if fine and other.when.first is not None and near[0] <= other.when.first <= near[1]:
            return True
    words = re.findall(r"[a-z]+", claim.quote.lower())
    return not _present().isdisjoint(words)


@cache
def _present() -> frozenset[str]:
    """Words that show the present."""
    return frozenset(mapped("intervals", "present")["words"])


def _ago_beside(claim: Claim, there: list[Claim]) -> Passage | None:
    """A year beside a count of years that leads to another: "in 2019, five years ago"."""
    for other in there:
        if "ago" not in other.said.lower() or other.when.grain is not Grain.YEAR:
            continue
        one, two = sorted((claim, other), key=lambda c: c.span.start)
        gap = claim.article.value(claim.span)[one.span.end : two.span.start]
        if not _BESIDE.fullmatch(gap) or _years_meet(claim, other):
            continue
        span = claim.span.within(one.span.start, two.span.end)
        return Passage(claim.article, span, claim.sentence, claim.said, claim.attributed_to)
    return None


def _years_meet(claim: Claim, other: Claim) -> bool:
    """Whether two dates lie within a year of one another, as rounding leaves room for."""
    a, b = claim.when, other.when
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return True
    return max(a.first - b.last, b.first - a.last) <= timedelta(days=_DAYS_IN_YEAR)
