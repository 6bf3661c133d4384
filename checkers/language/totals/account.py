"""What an article gives of one measure, by how much it says of all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from checkers.language.totals.people import People
from checkers.model import Claim, Count, Field, Figure, Hedge, Role, Voice

# Which way of giving a number is the surest, the surest first.
_SUREST = {
    Hedge.EXACT: 0,
    Hedge.NONE: 0,
    Hedge.AT_LEAST: 1,
    Hedge.ABOUT: 2,
    Hedge.BETWEEN: 2,
    Hedge.UP_TO: 3,
    Hedge.VAGUE: 4,
}
_PARTS = frozenset({Role.PART, Role.INCREMENT})
_ANOTHER = re.compile(r"(?:another|an additional|a further|an?other)\b", re.IGNORECASE)
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
_LEAD = 1000  # characters of the text in which the news itself stands


@dataclass(frozen=True, slots=True)
class Account:
    """What an article gives of one measure, by how much it says of all.

    Attributes:
        lead: The total of more than one that its first lines state, or None.
        apart: What they state beside the dead of the same sentence ("one dead, three hurt"), the
            headline before the text, or None.
        single: What its first lines tell of people one by one, or None.
        later: The total that it states further on, or None.
        treated: How many were in hospital, or in which condition, or None.
        parts: The greatest part, or None.
        others: How many it counts beside those counted before ("three others"), or None.
        beside: Of these the total ("three others were hurt"), or None.
        people: Those it speaks of one by one.
        patients: Of these, those of whom it says no more than that they were in hospital.
    """

    lead: Figure | None = None
    apart: Figure | None = None
    single: Figure | None = None
    later: Figure | None = None
    treated: Figure | None = None
    parts: Figure | None = None
    others: Figure | None = None
    beside: Figure | None = None
    people: People = field(default_factory=People)
    patients: People = field(default_factory=People)

    @classmethod
    def of(cls, claims: Sequence[Claim], dead: frozenset[object] = frozenset()) -> Account:
        """The account that these claims of one measure give; ``dead`` are sentences with dead."""
        newest = _hedged_as_in_text(_latest(claims))
        whole = [c for c in newest if c.count.role in (Role.TOTAL, Role.ORDINAL)]
        plural = [c for c in whole if c.count.style != "article"]
        plain = [c for c in plural if c.count.action != "treated"]
        lead = [c for c in plain if leads(c)]
        in_hospital = [c for c in newest if c.count.action == "treated" and not _is_another(c)]
        described = [c for c in newest if c not in in_hospital]
        people = People.of(described)
        others = [c for c in newest if leads(c) and counts_others(c)]
        first = People.of([c for c in described if leads(c)])
        return cls(
            lead=_best([c for c in lead if c.count.size != 1]),
            apart=_apart([c for c in plural if leads(c) and c.sentence in dead and _is_whole(c)]),
            single=_best(lead) or first.figure,
            later=_best(plain),
            treated=_best([c for c in in_hospital if c in plural]),
            parts=_greatest(newest),
            others=_best(others),
            beside=_best([c for c in others if c in lead]),
            people=people,
            patients=People.of(in_hospital),
        )

    @property
    def total(self) -> Figure | None:
        """The article's own total."""
        people = self.people.figure
        return self.lead or self.single or self.later or people or self.treated or self.parts


def _latest(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Of a live page the newest entry that gives a figure; else all of them."""
    times = [c.as_of for c in claims if c.as_of is not None and not counts_others(c)]
    return [c for c in claims if c.as_of == max(times)] if times else claims


def _hedged_as_in_text(claims: Sequence[Claim]) -> Sequence[Claim]:
    """A headline drops "at least" for want of room; where the first lines say so, it holds."""
    text = [c for c in claims if c.span.field is Field.TEXT]
    least = {c.count.point for c in text if leads(c) and c.count.hedge is Hedge.AT_LEAST}
    least -= {c.count.point for c in text if c.count.hedge is Hedge.EXACT}
    return [
        _at_least(c) if c.span.field is Field.TITLE and c.count.point in least else c
        for c in claims
    ]


def _at_least(claim: Claim) -> Claim:
    return replace(claim, value=replace(claim.count, high=None, hedge=Hedge.AT_LEAST))


def counts_others(claim: Claim) -> bool:
    """As in "three others": some were counted before."""
    return claim.count.style != "article" and bool(_OTHERS.search(claim.said))


def _is_another(claim: Claim) -> bool:
    """As in "another child": one beside those counted before, so none of the dead."""
    return claim.count.style == "article" and bool(_ANOTHER.match(claim.said))


def leads(claim: Claim) -> bool:
    """Whether a count stands in the headline or the first lines."""
    return claim.span.field is Field.TITLE or claim.span.start < _LEAD


def _is_whole(claim: Claim) -> bool:
    """Not "one is in critical condition" beside "four are stable"."""
    return claim.count.action != "treated" or claim.count.size > 1


def _apart(claims: Sequence[Claim]) -> Figure | None:
    return _best([c for c in claims if c.span.field is Field.TITLE]) or _best(claims)


def _best(claims: Sequence[Claim]) -> Figure | None:
    """The count that stands for all: the outlet's before a quoted one, the surest, the greatest."""
    own = [claim for claim in claims if claim.voice is not Voice.QUOTED]
    found = [claim.count for claim in own or claims]
    if not found:
        return None
    return _figure(min(found, key=lambda c: (_SUREST[c.hedge] // 3, -c.size)))


def _greatest(claims: Sequence[Claim]) -> Figure | None:
    counts = [c.count for c in claims if c.count.role in _PARTS and c.count.style != "article"]
    return _figure(max(counts, key=lambda count: count.size)) if counts else None


def _figure(count: Count) -> Figure:
    low = count.low if count.point is None or count.low is None else count.point
    if count.hedge is Hedge.ABOUT and count.point == count.high:
        low = count.low  # "nearly 250": fewer, and no exact figure
    return Figure(low, count.high)
