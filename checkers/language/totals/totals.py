"""The totals of one mention."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checkers.language.campaigns import round_up_in
from checkers.language.kinds import can_be_one, sequels, unmistakable
from checkers.language.totals.account import Account, leads
from checkers.language.totals.injured import injured
from checkers.model import Claim, Field, Figure, Hedge, Mention, Role, Span, Voice

_TOLLS = frozenset({"killed", "injured", "casualties", "shot"})  # of which "dozens" is no total
_KNOWN = re.compile(r"(?:the|he|she)\b", re.IGNORECASE)
_STATED = frozenset({Role.TOTAL, Role.ORDINAL, Role.PART, Role.INCREMENT})


def totals(
    mentions: Sequence[Mention], counts: Sequence[Claim], deeds: frozenset[Span] = frozenset()
) -> list[dict[str, Figure]]:
    """Measure to total for each of an article's mentions, in their order.

    ``deeds`` are the counts of those whom somebody killed who died as well.
    """
    figures = [_totals([c for c in counts if c.mention == m.id], deeds) for m in mentions]
    for index, mention in enumerate(mentions):
        if mention.background or mention.kind in unmistakable():
            continue  # an aftershock has victims of its own, or none
        if mention.kind not in sequels() and not _TOLLS.isdisjoint(figures[index]):
            continue
        over = _what_it_is_about(mention, mentions, counts)
        if over:
            both = [c for c in counts if c.mention in (mention.id, over)]
            figures[index] = _totals(both, deeds)
    return figures


def _what_it_is_about(main: Mention, mentions: Sequence[Mention], counts: Sequence[Claim]) -> str:
    """Id of the happening that a report without a toll of its own goes back to, or "".

    A trial, a funeral, an arrest has none; the first lines then say over what it is held.
    """
    fitting = {m.id for m in mentions if m.background and not m.hypothetical and _fits(main, m)}
    first = (
        c.mention
        for c in counts
        if c.mention in fitting and c.count.measure in _TOLLS and leads(c) and _states(c)
    )
    return next(first, None) or ""


def _fits(main: Mention, other: Mention) -> bool:
    return main.kind in sequels() or can_be_one(main.kind, other.kind)


def _totals(told: Sequence[Claim], deeds: frozenset[Span]) -> dict[str, Figure]:
    own = [c for c in told if _states(c)]
    if any(is_round_up(c) for c in told):
        own = [c for c in own if c.count.measure not in _TOLLS]
    if any(c.count.measure == "killed" and c.count.high != 0 for c in own):
        # "Two died and a third was hurt": the third of all, not of the hurt.
        own = [c for c in own if (c.count.measure, c.count.role) != ("injured", Role.ORDINAL)]
    dead = frozenset(c.sentence for c in own if c.count.measure == "killed" and _is_apart(c))
    accounts = {
        measure: Account.of([c for c in own if c.count.measure == measure], dead)
        for measure in dict.fromkeys(c.count.measure for c in own)
    }
    figures = {measure: total for measure, a in accounts.items() if (total := a.total) is not None}
    killed = figures.get("killed")
    hurt = injured(accounts, killed and _without_attackers(killed, own))
    if hurt is not None:
        figures["injured"] = hurt
    if killed is not None and _leaves_out_the_attacker(killed, own, deeds):
        figures["killed"] = _moved(killed, 1)
    return figures


def _without_attackers(killed: Figure, own: Sequence[Claim]) -> Figure:
    """The dead without those of whom the words say that they were attackers."""
    wholes = {c.sentence for c in own if c.count.measure == "killed" and _is(c, killed)}
    counted = [c.count for c in own if c.sentence in wholes and c.count.group == "attackers"]
    among = [c.low for c in counted if c.measure == "killed" and c.role is Role.PART and c.low]
    return _moved(killed, -max(among)) if among else killed


def _leaves_out_the_attacker(killed: Figure, own: Sequence[Claim], deeds: frozenset[Span]) -> bool:
    dead = [c for c in own if c.count.measure == "killed"]
    if any(c.count.includes_attackers and leads(c) for c in dead):
        return False
    if _without_attackers(killed, own) != killed:
        return False
    stated = [c for c in dead if _is(c, killed) and c.count.role is Role.TOTAL]
    return bool(stated) and all(c.span in deeds for c in stated)


def _is(claim: Claim, figure: Figure) -> bool:
    return claim.count.size == figure.low


def _moved(figure: Figure, by: float) -> Figure:
    """A figure so many more or fewer."""
    low = None if figure.low is None else figure.low + by
    return Figure(low, None if figure.high is None else figure.high + by)


def _is_apart(claim: Claim) -> bool:
    """Not "the driver later died", who may be one of those just counted."""
    return claim.count.high != 0 and not _KNOWN.match(claim.said)


def is_round_up(claim: Claim) -> bool:
    """Whether the first lines count together what befell people in several happenings."""
    count = claim.count
    return count.campaign and count.measure in _TOLLS and leads(claim) and round_up_in(claim.quote)


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
