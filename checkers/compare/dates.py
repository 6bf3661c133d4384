"""When articles say that an event happened, set side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from functools import cache
from itertools import combinations

from checkers.compare.datings import FINE, Dating, event_datings
from checkers.compare.kinship import SURELY_ONE, kinship
from checkers.compare.moments import (
    MIDNIGHT,
    days_apart,
    gap,
    near_midnight,
    offsets_apart,
    other_reading,
    overlap,
    same_offset,
    wall_gap,
    written,
)
from checkers.compare.other_days import agreeing_days, compare_stated_days
from checkers.compare.values import reference, when_said
from checkers.language.gazetteer import related
from checkers.language.kinds import sequels
from checkers.language.lexicon import mapped
from checkers.model import (
    Claim,
    ClaimKind,
    Event,
    Evidence,
    Family,
    Grain,
    Member,
    Reason,
    Reconciliation,
    Side,
    When,
)

_ONE_PLACE = frozenset({"same", "a-in-b", "b-in-a"})
_NEXT_DAY = timedelta(days=1)
_ANOTHER_ZONE = timedelta(hours=14)
# Two accounts of one moment may differ by this much in the time of day ("noon", "12:40").
_SAME_HOUR = timedelta(hours=2)
_BUDDHIST_YEAR = re.compile(r"2[56]\d\d")
_INITIALS = 2  # letters of "i" and "ii", which are no month by themselves
_MOST_ASIDE = 12  # articles that speak of an event in passing, of which reasons are kept
# "02/04/2026", which another outlet reads month first.
_NUMERIC = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}")
_NAMES_DAY = re.compile(
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
    r"|\b(?:today|yesterday|tonight|last night|this (?:morning|afternoon|evening))\b|\d[/-]\d"
)
_DAY_NUMBER = re.compile(r"(?<![\d:.])\d{1,2}(?:st|nd|rd|th)?(?![\d:.]| ?[ap]\.?m)")
_RELATIVE = re.compile(
    r"\b(?:today|yesterday|tonight|overnight|last night|ago|this (?:morning|afternoon|evening))\b"
)


def compare_datings(event: Event) -> Iterator[tuple[Dating, Dating] | Reconciliation]:
    """Pairs of datings that cannot both stand; a reconciliation for those that only look so."""
    seen: set[tuple[str, str, str]] = set()
    flagged: set[frozenset[str]] = set()
    for one, other in combinations(event_datings(event), 2):
        if _is_of_other_calendar(one) != _is_of_other_calendar(other):
            yield _reconciled(event, one, other, _by_other_calendar(one.when, other.when))
            continue
        if one.claim.value == other.claim.value:
            continue
        reason = _reason(one, other)
        if reason is None:
            if not (_gives(one.member, other) or _gives(other.member, one)) and _akin(one, other):
                flagged.add(_articles(one, other))
                yield one, other
            continue
        key = (reason.value, one.claim.said.lower(), other.claim.said.lower())
        same_day = reason is Reason.COARSER and one.when.written_from == other.when.written_from
        if not same_day and key not in seen:
            seen.add(key)
            yield _reconciled(event, one, other, reason)
    for one, other in compare_stated_days(event):
        if _articles(one, other) not in flagged:
            flagged.add(_articles(one, other))
            yield one, other
    for one, other, reason in agreeing_days(event):
        key = (reason.value, one.claim.said.lower(), other.claim.said.lower())
        if _articles(one, other) not in flagged and key not in seen:
            seen.add(key)
            yield _reconciled(event, one, other, reason)


def undated(event: Event) -> Iterator[Reconciliation]:
    """Words such as "yesterday" on a page without a date, beside the day of another."""
    dated = next((d for d in event_datings(event) if d.when.first is not None), None)
    for member in event.members if dated else ():
        if not member.about or member.reading.article.published is not None:
            continue
        claim = next((c for c in member.reading.claims_of(ClaimKind.DATE) if _is_adrift(c)), None)
        if claim is not None and not claim.when.weekday and dated is not None:
            yield _reconciled(event, Dating(member, claim), dated, Reason.UNKNOWN_DATE)


def _by_other_calendar(a: When, b: When) -> Reason:
    return Reason.OTHER_CALENDAR if other_reading(a, b) else Reason.UNKNOWN_DATE


def _is_of_other_calendar(dating: Dating) -> bool:
    """Whether a day is written by another calendar, of which the reckoning may be off."""
    words = dating.claim.said.lower().split()
    return not _other_months().isdisjoint(words) or any(map(_BUDDHIST_YEAR.fullmatch, words))


@cache
def _other_months() -> frozenset[str]:
    months = (months for months in mapped("dates", "other_months").values())
    names = (name for table in months for group in table.values() for name in group)
    return frozenset(word for name in names for word in name.split() if len(word) > _INITIALS)


def _is_adrift(claim: Claim) -> bool:
    """Whether a date told as past could not be resolved for want of the day it is counted from."""
    adrift = claim.when.first is None and claim.when.exists and claim.when.told == "past"
    return adrift and not claim.background


def _articles(one: Dating, other: Dating) -> frozenset[str]:
    return frozenset({one.claim.article.key, other.claim.article.key})


def set_apart(event: Event) -> Iterator[Reconciliation]:
    """Dates of other happenings, in articles that speak of this event only in passing."""
    own = event_datings(event)
    for member in event.members[:_MOST_ASIDE] if own else ():
        reading = member.reading
        if member.about or reading.not_news or not reading.mentions:
            continue
        main = reading.mentions[0]
        claim = next((c for c in reading.claims_of(ClaimKind.DATE) if c.when == main.when), None)
        if claim is not None and days_apart(claim.when, own[0].when):
            yield _reconciled(event, own[0], Dating(member, claim), Reason.DIFFERENT_EVENT)


def sequels_apart(event: Event) -> Iterator[Reconciliation]:
    """The day of a trial or a funeral beside that of what it follows, which is another event."""
    for apart in event.apart:
        if (event.kind in sequels()) == (apart.event.kind in sequels()):
            continue
        one, other = _first_dated(event), _first_dated(apart.event)
        if one is not None and other is not None and days_apart(one.when, other.when):
            yield _reconciled(event, one, other, Reason.DIFFERENT_EVENT)


def sequels_within(event: Event) -> Iterator[Reconciliation]:
    """The day of a funeral that is told with what it follows, beside the day of that."""
    own = next((d for d in event_datings(event) if not _is_sequel(d.member)), None)
    if own is None or event.kind in sequels():
        return
    for member in event.members:
        dating = _main_dating(member) if member.about and _is_sequel(member) else None
        if dating is not None and days_apart(own.when, dating.when):
            yield _reconciled(event, own, dating, Reason.DIFFERENT_EVENT)


def _is_sequel(member: Member) -> bool:
    return member.reading.mention(member.mention).kind in sequels()


def _first_dated(event: Event) -> Dating | None:
    """The words in which the first report about an event gives its time."""
    for member in event.members:
        if member.about and member.reading.mention(member.mention).when is not None:
            return _main_dating(member)
    return None


def _main_dating(member: Member) -> Dating | None:
    """The words in which a report gives the time of what it is about."""
    when = member.reading.mention(member.mention).when
    if when is None:
        return None
    claims = member.reading.claims_of(ClaimKind.DATE)
    claim = next((c for c in claims if c.when == when), None)
    return Dating(member, claim) if claim else None


def _akin(one: Dating, other: Dating) -> bool:
    """Whether two accounts days apart share enough to be of one happening all the same."""
    near = gap(one.when, other.when) <= _NEXT_DAY and not _of_other_places(one, other)
    near = near and not _counts_others(one, other)
    return near or kinship(one.member, other.member) >= SURELY_ONE


def _counts_others(one: Dating, other: Dating) -> bool:
    """Whether both give an exact toll, these differ, and no place says that it is one happening.

    Three climbers on Saturday and two paragliders on Sunday, whom a round-up has brought together.
    """
    tolls, places = [], []
    for dating in (one, other):
        mention = dating.member.reading.mention(dating.member.mention)
        tolls.append(mention.figures.get("killed"))
        places.append(mention.places)
    mine, theirs = tolls
    if mine is None or theirs is None or not (mine.exact and theirs.exact):
        return False
    shared = any(related(p, q) in _ONE_PLACE for p in places[0] for q in places[1])
    return mine.low != theirs.low and not shared


def _of_other_places(one: Dating, other: Dating) -> bool:
    """Whether both say where it happened, and no place of the one is known to be the other's."""
    places, others = (d.member.reading.mention(d.member.mention).places for d in (one, other))
    pairs = [related(p, q) for p in places for q in others]
    return bool(pairs) and _ONE_PLACE.isdisjoint(pairs)


def _gives(member: Member, dating: Dating) -> bool:
    """Whether an article tells of the other's day too: of a death days after a shooting."""
    return any(
        claim.kind is ClaimKind.DATE
        and claim.when.grain in FINE
        and overlap(claim.when, dating.when)
        for claim in member.reading.claims
    )


def _reason(one: Dating, other: Dating) -> Reason | None:
    a, b = one.when, other.when
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return Reason.UNKNOWN_DATE
    if a.grain not in FINE or b.grain not in FINE:
        return Reason.COARSER if overlap(a, b) else None
    if _is_numeric(one) != _is_numeric(other) and other_reading(a, b):
        return Reason.DATE_ORDER
    if overlap(a, b):
        return _why_they_meet(a, b)
    if one.claim.quote == other.claim.quote and not _DAY_NUMBER.search(one.claim.said):
        return Reason.UNKNOWN_DATE  # one text shown again: its days hang on the stamp of the page
    if _same_weekday(one, other):
        return Reason.UNKNOWN_DATE
    if other_reading(a, b):
        return Reason.AMBIGUOUS_DATE
    if _hangs_on_stamp(one) or _hangs_on_stamp(other):
        return Reason.UNKNOWN_DATE
    if days_apart(a, b) and (_is_clock_alone(one) or _is_clock_alone(other)):
        return Reason.UNKNOWN_DATE
    return _why_days_differ(a, b)


def _why_they_meet(a: When, b: When) -> Reason | None:
    """Why two times that share a moment differ in their words."""
    if days_apart(a, b):
        if a.grain is b.grain is Grain.DAY and not offsets_apart(a, b):
            return None  # the overlap is only that of two outlets an hour or two apart
        if not same_offset(a, b):
            return Reason.TIME_ZONE
    if a.grain is b.grain is Grain.MINUTE and not same_offset(a, b) and a.first == b.first:
        return Reason.TIME_ZONE
    part = Grain.PART in (a.grain, b.grain)
    return Reason.WITHIN_PERIOD if part or _lasts(a) or _lasts(b) else Reason.COARSER


def _lasts(when: When) -> bool:
    """Whether a time is a stretch of several days."""
    return bool(when.first and when.last and when.last - when.first > timedelta(days=1))


def _why_days_differ(a: When, b: When) -> Reason | None:
    """Why two times that share no moment may still be one."""
    apart = gap(a, b)
    if a.zone_stated or b.zone_stated:
        return Reason.TIME_ZONE if apart <= _ANOTHER_ZONE else None
    if offsets_apart(a, b) and wall_gap(a, b) <= MIDNIGHT:
        return Reason.TIME_ZONE
    if a.grain is b.grain is Grain.MINUTE:
        return Reason.COARSER if apart <= _SAME_HOUR else None
    if apart <= MIDNIGHT and Grain.DAY not in (a.grain, b.grain):
        return Reason.WITHIN_PERIOD
    if apart <= MIDNIGHT and (near_midnight(a, b) or near_midnight(b, a)):
        return Reason.TIME_ZONE
    return None


def _is_numeric(dating: Dating) -> bool:
    """Whether a date is written in figures that another outlet may read month first."""
    return bool(dating.when.others) and bool(_NUMERIC.search(dating.claim.said))


def _same_weekday(one: Dating, other: Dating) -> bool:
    """Whether two dates weeks apart are one weekday, by name alone in one of them.

    The one who wrote only "Sunday" may have been printed again weeks later.
    """
    a, b = one.when.first, other.when.first
    if a is None or b is None or a.date() == b.date() or a.weekday() != b.weekday():
        return False
    return any(d.when.weekday and not _DAY_NUMBER.search(d.claim.said) for d in (one, other))


def _is_clock_alone(dating: Dating) -> bool:
    """Whether only a time of day is written, whose day the reader has to guess."""
    return dating.when.grain is Grain.MINUTE and not _NAMES_DAY.search(dating.claim.said.lower())


def _hangs_on_stamp(dating: Dating) -> bool:
    """Whether the day is counted from a publication whose own day is not sure.

    "Last night" is counted from the day of writing; a stamp at noon or midnight sharp, without a
    zone or a time, is one that a system filled in.
    """
    published = dating.member.reading.article.published
    if published is None or not _RELATIVE.search(dating.claim.said.lower()):
        return False
    sharp = (published.at.hour, published.at.minute, published.at.second) in ((0, 0, 0), (12, 0, 0))
    return sharp or published.day_only or not published.zone_known


def _reconciled(event: Event, one: Dating, other: Dating, reason: Reason) -> Reconciliation:
    return Reconciliation(
        family=Family.DAT,
        reason=reason,
        message=f"“{one.claim.said}” ({when_said(one.claim)}) and “{other.claim.said}” "
        f"({when_said(other.claim)}) speak of {written(one.when)} and {written(other.when)}.",
        slot="event-date",
        evidence=(date_evidence(one.claim), date_evidence(other.claim)),
        event=reference(event),
    )


def date_evidence(claim: Claim) -> Evidence:
    """A date as evidence."""
    return Evidence.of(claim, written(claim.when))


def side_of(value: str, claims: tuple[Claim, ...], roots: int = 1) -> Side:
    """One side of a finding about dates."""
    return Side(value, tuple(date_evidence(claim) for claim in claims), roots)
