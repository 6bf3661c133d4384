"""An article's own totals for a happening, worked out from all the figures it gives.

A report states its news in the headline and the first lines, so what these count stands before
what comes later, which is often an earlier happening or the sum of many. Where no total is
given, people spoken of one by one are told apart by name, or by being a man and a woman.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from checkers.language.lexicon import inverted
from checkers.model import Claim, Count, Field, Figure, Hedge, Mention, Role, Voice

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
_LEAD = 1000  # characters of the text in which the news itself stands
_STATED = frozenset({Role.TOTAL, Role.ORDINAL, Role.PART, Role.INCREMENT})


def totals(mention: Mention, counts: Iterable[Claim]) -> dict[str, Figure]:
    """Measure to total, from the claims that belong to this mention."""
    own = [c for c in counts if c.mention == mention.id and _states(c)]
    accounts = {
        measure: _Account.of([c for c in own if c.count.measure == measure])
        for measure in dict.fromkeys(c.count.measure for c in own)
    }
    figures = {measure: total for measure, a in accounts.items() if (total := a.total) is not None}
    hurt = _hurt(accounts, figures)
    if hurt is not None:
        figures["injured"] = hurt
    return figures


def _states(claim: Claim) -> bool:
    count = claim.count
    return (
        claim.voice in (Voice.OUTLET, Voice.QUOTED)
        and not count.campaign
        and count.role in _STATED
        and claim.span.field in (Field.TITLE, Field.TEXT)
        and count.group != "families"
    )


@dataclass(frozen=True, slots=True)
class _Account:
    """What an article gives of one measure, by how much it says of all.

    Attributes:
        lead: The total of more than one that its first lines state, or None.
        single: What its first lines tell of people one by one, or None.
        later: The total that it states further on, or None.
        treated: How many were in hospital, or in which condition, or None.
        parts: The greatest part, or None.
    """

    lead: Figure | None
    single: Figure | None
    later: Figure | None
    treated: Figure | None
    parts: Figure | None

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> _Account:
        """The account that these claims of one measure give."""
        newest = _latest(claims)
        whole = [c for c in newest if c.count.role in (Role.TOTAL, Role.ORDINAL)]
        plural = [c for c in whole if c.count.style != "article"]
        plain = [c for c in plural if c.count.action != "treated"]
        lead = [c for c in plain if _leads(c)]
        return cls(
            lead=_best([c for c in lead if _size(c.count) != 1]),
            single=_best(lead) or _one_by_one(newest),
            later=_best(plain),
            treated=_best([c for c in plural if c.count.action == "treated"]),
            parts=_greatest(newest),
        )

    @property
    def total(self) -> Figure | None:
        """The article's own total."""
        return self.lead or self.single or self.later or self.treated or self.parts


def _latest(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Of a live page the newest entry that gives a figure; else all of them."""
    times = [c.as_of for c in claims if c.as_of is not None]
    return [c for c in claims if c.as_of == max(times)] if times else claims


def _leads(claim: Claim) -> bool:
    return claim.span.field is Field.TITLE or claim.span.start < _LEAD


def _best(claims: Sequence[Claim]) -> Figure | None:
    """The count that stands for all: the surest, then the greatest."""
    found = [claim.count for claim in claims]
    if not found:
        return None
    return _figure(min(found, key=lambda c: (_SUREST[c.hedge] // 3, -_size(c))))


def _greatest(claims: Sequence[Claim]) -> Figure | None:
    counts = [c.count for c in claims if c.count.role in (Role.PART, Role.INCREMENT)]
    return _figure(max(counts, key=_size)) if counts else None


def _figure(count: Count) -> Figure:
    low = count.low if count.point is None or count.low is None else count.point
    return Figure(low, count.high)


def _size(count: Count) -> float:
    if count.point is not None:
        return count.point
    return count.low if count.low is not None else (count.high or 0)


# -- people one by one -------------------------------------------------------------------------


@cache
def _sexes() -> dict[str, str]:
    return inverted("casualties", "sexes")


def _one_by_one(claims: Sequence[Claim]) -> Figure | None:
    """How many different people single statements speak of, at least."""
    singles = [c.count for c in claims if c.count.style == "article"]
    summed = [c.count for c in claims if c.count.style == "sum" and c.count.role is Role.PART]
    named = {_name(c.noun) for c in singles if " " in c.noun}
    described = [c for c in singles if " " not in c.noun]
    sexes = {_sexes().get(c.noun, "") for c in described} - {""}
    most = max(len(named), len(sexes), int(bool(described)), *(_size(c) for c in summed), 0)
    return Figure(most, most if most == 1 else None) if most else None


def _name(noun: str) -> tuple[str, str]:
    """First and last word of a name, its age left out."""
    words = noun.split(",")[0].split("(")[0].split()
    return words[0], words[-1]


# -- the injured -------------------------------------------------------------------------------


def _hurt(accounts: dict[str, _Account], figures: dict[str, Figure]) -> Figure | None:
    """The injured: as stated, else those who were shot and lived."""
    injured, shot = accounts.get("injured"), figures.get("shot")
    lived = _less(shot, figures.get("killed"))
    if injured is None:
        return lived
    stated = injured.lead
    if stated is None:
        return lived if lived is not None and (lived.low or 0) > 1 else injured.total
    if shot is not None and stated == shot and lived is not None:
        return lived  # "four people were hurt", one of whom died
    return stated


def _less(shot: Figure | None, killed: Figure | None) -> Figure | None:
    """Those shot without those killed, or None where nobody is left."""
    if shot is None or shot.low is None:
        return None
    gone = killed.low if killed is not None and killed.low is not None else 0
    if shot.low <= gone:
        return None
    return Figure(shot.low - gone, None if shot.high is None else max(0, shot.high - gone))
