"""Days that two reports give to one happening in passing, set side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations, permutations, product

from checkers.compare.datings import FINE, Dating
from checkers.compare.kinship import SURELY_ONE, kinship
from checkers.compare.moments import days_apart, overlap
from checkers.compare.stated_days import (
    also_told,
    is_calendar,
    is_figures,
    lie_apart,
    may_be_turned,
    names_month,
    stated_days,
)
from checkers.language.kinds import sequels
from checkers.model import Claim, ClaimKind, Event, Field, Grain, Member, Reason, When

# Days within which a report is news, so that a bare weekday in it can be no other.
_FRESH = timedelta(days=4)
# Shares of the specifics of a sentence which another text has too, from which both tell of one
# happening: where the sentence stands alone, and where its article gives the other day as well.
_LIKELY, _SURELY = 0.25, 0.6
_FEWEST = 2
# Dates further back are those of other happenings, more often than not.
_RECENT = timedelta(days=60)
_COARSE = (Grain.WEEK, Grain.MONTH)
_COMPARED = (*FINE, *_COARSE)
_OPENING = 500  # characters in which a report tells of what it is about
_MOST_COMPARED = (
    12  # reports of which the dates are compared; more of them tell a reader nothing new
)


@dataclass(frozen=True, slots=True)
class _Days:
    """The days that one article gives to what it is about.

    Attributes:
        member: The article's part in the event.
        stated: Every date that is its day by the words around it.
        main: Of these, those that meet the time of its main happening, or all where none does.
    """

    member: Member
    stated: tuple[Claim, ...]
    main: tuple[Claim, ...]


def compare_stated_days(event: Event) -> Iterator[tuple[Dating, Dating]]:
    """Pairs of a day in the one report, and a calendar date in the other that it cannot be."""
    found = [_days(member, event.kind) for member in event.members if _is_news(member)]
    for one, other in permutations(found, 2):
        for claim in other.stated:
            if _excludes(one, other, claim):
                yield Dating(one.member, one.main[0]), Dating(other.member, claim)
                break


def _is_news(member: Member) -> bool:
    return member.about and not member.reading.not_news


def _days(member: Member, event_kind: str) -> _Days:
    mention = member.reading.mention(member.mention)
    kind = event_kind if mention.kind in sequels() or not mention.kind else mention.kind
    stated = tuple(stated_days(member, kind))
    when = mention.when
    main = tuple(c for c in stated if when is not None and when.first and overlap(c.when, when))
    return _Days(member, stated, main or stated)


def _excludes(one: _Days, other: _Days, claim: Claim) -> bool:
    """Whether a calendar date of the other report cannot be the day that the one gives."""
    if not one.main or not is_calendar(claim):
        return False
    if not all(lie_apart(claim, own) for own in one.main) or _gives(one.member, claim.when):
        return False
    if any(_may_be_reprinted(own, claim) or _may_be_reprinted(claim, own) for own in one.main):
        return False
    count, shared = also_told(claim, _text(one.member), _towns(one.member, other.member))
    if any(overlap(own.when, theirs.when) for own in one.main for theirs in other.stated):
        return shared >= _FEWEST and shared >= _SURELY * count
    if claim not in other.main:
        return shared >= _FEWEST
    likely = shared >= _LIKELY * count if count else True
    return likely or kinship(one.member, other.member) >= SURELY_ONE


def agreeing_days(event: Event) -> Iterator[tuple[Dating, Dating, Reason]]:
    """Pairs of dates in two reports that are written otherwise and mean one time, with why.

    At most one pair of dates for two reports: "02/04" beside "2 April", "in November" or "last
    month" beside "8 November", "12 to 15 November" beside "14 November".
    """
    members = [member for member in event.members if _is_news(member)]
    for one, other in combinations(members[:_MOST_COMPARED], 2):
        found = next(_agreeing(one, other), None)
        if found is not None:
            yield found


def _agreeing(one: Member, other: Member) -> Iterator[tuple[Dating, Dating, Reason]]:
    for a, b in product(_past_dates(one), _past_dates(other)):
        reason = _why_alike(a, b)
        if reason is not None:
            yield Dating(one, a), Dating(other, b), reason


def _past_dates(member: Member) -> list[Claim]:
    """The dates with a month or figures that lie some weeks back at most, in the order of text."""
    published = member.reading.article.published
    return [
        claim
        for claim in member.reading.claims_of(ClaimKind.DATE)
        if claim.when.first is not None
        and claim.when.told == "past"
        and claim.when.grain in _COMPARED
        and (names_month(claim) or _is_in_opening(claim, member))
        and published is not None
        and claim.when.first >= published.at - _RECENT
    ]


def _is_in_opening(claim: Claim, member: Member) -> bool:
    """Whether a date without a month stands where a report tells what it is about."""
    main = not claim.background and claim.mention == member.mention
    return main and claim.span.field is Field.TEXT and claim.sentence.start < _OPENING


def _why_alike(a: Claim, b: Claim) -> Reason | None:
    """Why two dates that differ in words mean one time, or None."""
    if a.said.lower() == b.said.lower() or not overlap(a.when, b.when):
        return None
    if is_figures(a) != is_figures(b) and a.when.written_from == b.when.written_from:
        return Reason.DATE_ORDER if may_be_turned(a) or may_be_turned(b) else None
    if a.when.grain is not b.when.grain and not {a.when.grain, b.when.grain}.isdisjoint(_COARSE):
        return Reason.COARSER
    if _lasts(a.when) != _lasts(b.when):
        return Reason.WITHIN_PERIOD
    return None


def _lasts(when: When) -> bool:
    """Whether a time is a stretch of several days, given to the day."""
    long = when.first and when.last and when.last - when.first > timedelta(days=1)
    return bool(long) and when.grain is Grain.DAY


def _may_be_reprinted(bare: Claim, dated: Claim) -> bool:
    """Whether a bare weekday may be that of the date, its page having come back weeks later."""
    a, b = bare.when.first, dated.when.first
    if a is None or b is None or is_calendar(bare) or not bare.when.weekday:
        return False
    published = dated.article.published
    fresh = published is not None and published.at - b <= _FRESH
    return a.weekday() == b.weekday() and a > b and fresh


def _gives(member: Member, when: When) -> bool:
    """Whether an article names that day, in whatever connection."""
    return any(
        not days_apart(claim.when, when) and claim.when.first is not None
        for claim in member.reading.claims_of(ClaimKind.DATE)
        if claim.when.grain in FINE
    )


def _text(member: Member) -> str:
    return f"{member.reading.article.title}\n{member.reading.article.text}"


def _towns(*members: Member) -> frozenset[str]:
    """Words of the towns of a happening, which another happening there would share."""
    return frozenset(_words(p.name for m in members for p in m.reading.mention(m.mention).places))


def _words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield from name.lower().split()
