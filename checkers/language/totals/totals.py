"""The totals of one mention."""

from __future__ import annotations

import re
from collections.abc import Sequence

from checkers.language.campaigns import round_up_in
from checkers.language.kinds import can_be_one, sequels
from checkers.language.totals.account import Account, leads
from checkers.language.totals.injured import injured
from checkers.model import Claim, Field, Figure, Hedge, Mention, Role, Voice

_TOLLS = frozenset({"killed", "injured", "casualties", "shot"})  # of which "dozens" is no total
_KNOWN = re.compile(r"(?:the|he|she)\b", re.IGNORECASE)
_STATED = frozenset({Role.TOTAL, Role.ORDINAL, Role.PART, Role.INCREMENT})


def totals(mentions: Sequence[Mention], counts: Sequence[Claim]) -> list[dict[str, Figure]]:
    """Measure to total for each of an article's mentions, in their order."""
    figures = [_totals([c for c in counts if c.mention == m.id]) for m in mentions]
    for index, mention in enumerate(mentions):
        if mention.background or not _TOLLS.isdisjoint(figures[index]):
            continue
        over = _what_it_is_about(mention, mentions, counts)
        if over:
            figures[index] = _totals([c for c in counts if c.mention in (mention.id, over)])
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


def _totals(told: Sequence[Claim]) -> dict[str, Figure]:
    own = [c for c in told if _states(c)]
    if any(_is_round_up(c) for c in told):
        own = [c for c in own if c.count.measure not in _TOLLS]
    dead = frozenset(c.sentence for c in own if c.count.measure == "killed" and _is_apart(c))
    accounts = {
        measure: Account.of([c for c in own if c.count.measure == measure], dead)
        for measure in dict.fromkeys(c.count.measure for c in own)
    }
    figures = {measure: total for measure, a in accounts.items() if (total := a.total) is not None}
    hurt = injured(accounts, figures.get("killed"))
    if hurt is not None:
        figures["injured"] = hurt
    return figures


def _is_apart(claim: Claim) -> bool:
    """Not "the driver later died", who may be one of those just counted."""
    return claim.count.high != 0 and not _KNOWN.match(claim.said)


def _is_round_up(claim: Claim) -> bool:
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
