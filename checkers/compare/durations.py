"""How long something lasted, against the days on which it began and ended."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache

from checkers.compare.datings import event_claims
from checkers.compare.passages import Passage
from checkers.language.durations import Duration, durations_in
from checkers.language.kinds import can_be_one, kinds_in
from checkers.language.lexicon import mapped
from checkers.model import Claim, ClaimKind, Event, Field, Grain, Member, Voice

_STATING = (Field.TITLE, Field.TEXT)
_FINE = (Grain.DAY, Grain.PART, Grain.MINUTE)
_UNITS = ("hour", "day", "night", "week", "fortnight")
_DAY = timedelta(days=1)
_LONGEST = 120  # days; longer spans are told by the calendar, not counted
# A beginning further back than these days and so many times the length is another happening's.
_WITHIN, _TIMES = 7, 3
_AFTER = re.compile(r" (?:after|on from|following|since) (?:the|its|a|an)? ?")


@dataclass(frozen=True, slots=True)
class Lasting:
    """A length of time with the day on which it ended.

    Attributes:
        member: The article's part in the event.
        said: The words that give the length.
        duration: The length.
        end: The date on which it ended.
    """

    member: Member
    said: Passage
    duration: Duration
    end: Claim


def compare_durations(event: Event) -> Iterator[tuple[Lasting, Claim]]:
    """Lengths that no stated beginning of the event bears out, each with such a beginning."""
    starts = {m.reading.article.url: event_claims(m, event.kind) for m in about(event)}
    for member in about(event):
        own = starts[member.reading.article.url]
        for lasting in _lasting(member, event.kind):
            candidates = _before(own, lasting) or [
                claim for claims in starts.values() for claim in _before(claims, lasting)
            ]
            if candidates and not any(_fits(lasting, start) for start in candidates):
                yield lasting, candidates[0]


def about(event: Event) -> list[Member]:
    """The members that are news about the event."""
    return [m for m in event.members if m.about and not m.reading.not_news]


def _before(claims: list[Claim], lasting: Lasting) -> list[Claim]:
    """Beginnings: other dates than the end, not after it, and not so far back as to be others."""
    end, reach = lasting.end.when.last, _reach(lasting.duration)
    return [
        claim
        for claim in claims
        if claim != lasting.end
        and claim.when.first is not None
        and end is not None
        and timedelta(0) <= end - claim.when.first <= reach
    ]


def _reach(duration: Duration) -> timedelta:
    """How far back a beginning may lie that a slip in the length can have been about."""
    return timedelta(days=_WITHIN + _TIMES * duration.days[1])


def _fits(lasting: Lasting, start: Claim) -> bool:
    a, b = start.when, lasting.end.when
    if a.first is None or a.last is None or b.first is None or b.last is None:
        return True
    least = ((b.first.date() - a.last.date()) / _DAY) if b.first > a.last else 0.0
    most = (b.last.date() - a.first.date()) / _DAY
    low, high = lasting.duration.days
    return low <= most and least <= high


def _lasting(member: Member, kind: str) -> Iterator[Lasting]:
    """The lengths that one article gives in a sentence which also dates the end."""
    for end in member.claims():
        if not _is_end(end):
            continue
        quote = end.quote
        for duration in durations_in(quote):
            if duration.unit not in _UNITS or duration.days[1] > _LONGEST:
                continue
            stretch = _stretch(quote, duration, kind)
            if stretch is None:
                continue
            span = end.sentence.within(
                end.sentence.start + stretch[0], end.sentence.start + stretch[1]
            )
            said = Passage(end.article, span, end.sentence, quote[slice(*stretch)])
            yield Lasting(member, said, duration, end)


def _is_end(claim: Claim) -> bool:
    """Whether a date can be that of a rescue: a past day in a sentence that tells of one."""
    return (
        claim.kind is ClaimKind.DATE
        and claim.span.field in _STATING
        and claim.voice in (Voice.OUTLET, Voice.QUOTED)
        and claim.when.grain in _FINE
        and claim.when.told == "past"
        and bool(_ends().search(claim.quote.lower()))
    )


def _stretch(quote: str, duration: Duration, kind: str) -> tuple[int, int] | None:
    """The words that tie a length to the happening: a state before it, or "after the collapse"."""
    low = quote.lower()
    before = _state().search(low, 0, duration.start)
    if before:
        return before.start(), duration.end
    behind = _where().match(low, duration.end)
    if behind:
        return duration.start, behind.end()
    after = _AFTER.match(low, duration.end)
    if after:
        named = [(s, e, k) for s, e, k in kinds_in(low[after.end() : after.end() + 40])]
        if named and can_be_one(named[0][2], kind):
            return duration.start, after.end() + named[0][1]
    return None


@cache
def _state() -> re.Pattern[str]:
    states = "|".join(mapped("intervals", "lasting")["states"])
    return re.compile(
        rf"\b(?:{states})\b(?: [a-z]+){{0,6}} (?:for|after) (?:the past |the last )?$"
    )


@cache
def _where() -> re.Pattern[str]:
    lasting = mapped("intervals", "lasting")
    places = "|".join((*lasting["places"], *lasting["states"]))
    return re.compile(rf" (?:\w+ )?(?:{places})\b")


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(mapped('intervals', 'lasting')['ends'])})\b")
