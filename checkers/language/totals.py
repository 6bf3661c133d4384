"""An article's own totals for a happening, worked out from all the figures it gives.

A report states its news in the headline and the first lines, so what these count stands before
what comes later, which is often an earlier happening or the sum of many. Where no total is
given, people spoken of one by one are told apart by name, or by being a man and a woman.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache

from checkers.language.campaigns import round_up_in
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
_OTHERS = re.compile(r"\bothers?\b", re.IGNORECASE)
_AGE = re.compile(r"^\S+ - \w+ - old ")  # "54 - year - old lena orsk"
_TOLLS = frozenset({"killed", "injured", "casualties", "shot"})  # of which "dozens" is no total
_LEAD = 1000  # characters of the text in which the news itself stands
_STATED = frozenset({Role.TOTAL, Role.ORDINAL, Role.PART, Role.INCREMENT})


def totals(mention: Mention, counts: Iterable[Claim]) -> dict[str, Figure]:
    """Measure to total, from the claims that belong to this mention."""
    told = [c for c in counts if c.mention == mention.id]
    own = [c for c in told if _states(c)]
    if any(_is_round_up(c) for c in told):
        own = [c for c in own if c.count.measure not in _TOLLS]
    accounts = {
        measure: _Account.of([c for c in own if c.count.measure == measure])
        for measure in dict.fromkeys(c.count.measure for c in own)
    }
    figures = {measure: total for measure, a in accounts.items() if (total := a.total) is not None}
    hurt = _hurt(accounts, figures, beside_dead=_beside_dead(own))
    if hurt is not None:
        figures["injured"] = hurt
    return figures


def _is_round_up(claim: Claim) -> bool:
    """Whether the first lines count together what befell people in several happenings."""
    count = claim.count
    return count.campaign and count.measure in _TOLLS and _leads(claim) and round_up_in(claim.quote)


def _states(claim: Claim) -> bool:
    count = claim.count
    return (
        claim.voice in (Voice.OUTLET, Voice.QUOTED)
        and not count.campaign
        and count.role in _STATED
        and claim.span.field in (Field.TITLE, Field.TEXT)
        and not (count.hedge is Hedge.VAGUE and count.measure in _TOLLS)
        and count.group != "families"
    )


@dataclass(frozen=True, slots=True)
class _Account:
    """What an article gives of one measure, by how much it says of all.

    Attributes:
        lead: The total of more than one that its first lines state, or None.
        one: The total of one that they state ("one hurt"), or None.
        single: What its first lines tell of people one by one, or None.
        later: The total that it states further on, or None.
        treated: How many were in hospital, or in which condition, or None.
        parts: The greatest part, or None.
        others: How many it counts beside those counted before ("three others"), or None.
        people: Those it speaks of one by one.
    """

    lead: Figure | None = None
    one: Figure | None = None
    single: Figure | None = None
    later: Figure | None = None
    treated: Figure | None = None
    parts: Figure | None = None
    others: Figure | None = None
    people: _People = field(default_factory=lambda: _People())

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> _Account:
        """The account that these claims of one measure give."""
        newest = _latest(claims)
        whole = [c for c in newest if c.count.role in (Role.TOTAL, Role.ORDINAL)]
        plural = [c for c in whole if c.count.style != "article"]
        plain = [c for c in plural if c.count.action != "treated"]
        lead = [c for c in plain if _leads(c)]
        people = _People.of(newest)
        first = _People.of([c for c in newest if _leads(c)])
        return cls(
            lead=_best([c for c in lead if c.count.size != 1]),
            one=_best([c for c in lead if c.count.size == 1]),
            single=_best(lead) or first.figure or people.figure,
            later=_best(plain),
            treated=_best([c for c in plural if c.count.action == "treated"]),
            parts=_greatest(newest),
            others=_best([c for c in newest if _leads(c) and _counts_others(c)]),
            people=people,
        )

    @property
    def total(self) -> Figure | None:
        """The article's own total."""
        return self.lead or self.single or self.later or self.treated or self.parts


def _latest(claims: Sequence[Claim]) -> Sequence[Claim]:
    """Of a live page the newest entry that gives a figure; else all of them."""
    times = [c.as_of for c in claims if c.as_of is not None]
    return [c for c in claims if c.as_of == max(times)] if times else claims


def _counts_others(claim: Claim) -> bool:
    return claim.count.style != "article" and bool(_OTHERS.search(claim.said))


def _leads(claim: Claim) -> bool:
    return claim.span.field is Field.TITLE or claim.span.start < _LEAD


def _best(claims: Sequence[Claim]) -> Figure | None:
    """The count that stands for all: the surest, then the greatest."""
    found = [claim.count for claim in claims]
    if not found:
        return None
    return _figure(min(found, key=lambda c: (_SUREST[c.hedge] // 3, -c.size)))


def _greatest(claims: Sequence[Claim]) -> Figure | None:
    counts = [c.count for c in claims if c.count.role in (Role.PART, Role.INCREMENT)]
    return _figure(max(counts, key=lambda count: count.size)) if counts else None


def _figure(count: Count) -> Figure:
    low = count.low if count.point is None or count.low is None else count.point
    return Figure(low, count.high)


# -- people one by one -------------------------------------------------------------------------


@cache
def _sexes() -> dict[str, str]:
    return inverted("casualties", "sexes")


@dataclass(frozen=True, slots=True)
class _People:
    """People spoken of one by one, as far as they can be told apart.

    Attributes:
        names: First and last name of those called by name.
        sexes: The sexes of those described.
        somebody: Whether anybody is described at all.
        listed: The longest list of them.
    """

    names: frozenset[tuple[str, str]] = frozenset()
    sexes: frozenset[str] = frozenset()
    somebody: bool = False
    listed: float = 0

    @classmethod
    def of(cls, claims: Sequence[Claim]) -> _People:
        """The people that these claims speak of."""
        singles = [c.count for c in claims if c.count.style == "article"]
        described = [c.noun for c in singles if " " not in c.noun]
        return cls(
            frozenset(_name(c.noun) for c in singles if " " in c.noun),
            frozenset(_sexes()[noun] for noun in described if noun in _sexes()),
            bool(described),
            max((c.count.size for c in claims if _is_list(c.count)), default=0),
        )

    def without(self, others: _People) -> _People:
        """These people, those left out who may be some of the others."""
        somebody = self.somebody and not others.somebody
        return _People(self.names - others.names, self.sexes - others.sexes, somebody)

    def and_also(self, others: _People) -> _People:
        """These people and others."""
        return _People(
            self.names | others.names,
            self.sexes | others.sexes,
            self.somebody or others.somebody,
            max(self.listed, others.listed),
        )

    @property
    def figure(self) -> Figure | None:
        """How many they are at least, or None."""
        most = max(len(self.names), len(self.sexes), int(self.somebody), self.listed)
        return Figure(most, most if most == 1 else None) if most else None


def _is_list(count: Count) -> bool:
    return count.style == "sum" and count.role is Role.PART


def _name(noun: str) -> tuple[str, str]:
    """First and last word of a name, its age left out."""
    words = _AGE.sub("", noun).split(",")[0].split("(")[0].split() or [noun]
    return words[0], words[-1]


# -- the injured -------------------------------------------------------------------------------


def _beside_dead(claims: Sequence[Claim]) -> bool:
    """Whether some sentence counts injured and dead apart ("one dead, three hurt")."""
    dead = {c.sentence for c in claims if c.count.measure == "killed"}
    return any(
        c.count.measure == "injured" and (c.sentence in dead or _OTHERS.search(c.said))
        for c in claims
        if _leads(c)
    )


def _hurt(
    accounts: dict[str, _Account], figures: dict[str, Figure], *, beside_dead: bool
) -> Figure | None:
    """The injured: as stated, else those who were shot and lived."""
    injured = accounts.get("injured") or _NOTHING
    shot = accounts.get("shot") or _NOTHING
    killed = accounts.get("killed") or _NOTHING
    lived = shot.others or _less(shot.lead or shot.later, figures.get("killed"))
    stated = injured.lead or (injured.one if beside_dead else None)
    if stated is not None:
        if beside_dead or lived is None or shot.lead is None:
            return stated
        # "Four people were hurt", one of whom died; "two suffered minor injuries" of four shot.
        return lived if stated == shot.lead or (lived.low or 0) > (stated.low or 0) else stated
    if lived is not None and (lived.low or 0) > 1:
        return lived
    people = injured.people.and_also(shot.people.without(killed.people)).figure
    told = injured.total
    if told is None or (people is not None and (people.low or 0) > (told.low or 0)):
        return people or lived or told
    return told


def _less(shot: Figure | None, killed: Figure | None) -> Figure | None:
    """Those shot without those killed, or None where nobody is left."""
    if shot is None or shot.low is None:
        return None
    gone = killed.low if killed is not None and killed.low is not None else 0
    if shot.low <= gone:
        return None
    return Figure(shot.low - gone, None if shot.high is None else max(0, shot.high - gone))


_NOTHING = _Account()
