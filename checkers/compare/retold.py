"""A text written anew that gives fewer dead: what no comparison of sentences can see."""

from __future__ import annotations

from dataclasses import dataclass

from checkers.compare.facts import FactKind, facts
from checkers.compare.revised import Step
from checkers.compare.wording import pieces
from checkers.model import Claim, ClaimKind, Field, Figure, Hedge, Reading, Role

_DEAD = "killed"


@dataclass(frozen=True, slots=True)
class Fall:
    """The dead of an article's own happening, before and after, where they became fewer."""

    before: Claim
    after: Claim


def fall_in_toll(step: Step) -> Fall | None:
    """The fall of the article's own toll from one revision to the next, or None.

    Only plain figures that both articles come to as a whole, of which the other revision does not
    speak at all: whatever explains a fall speaks of both.
    """
    if step.before.not_news or step.after.not_news:
        return None
    old, new = _toll(step.before), _toll(step.after)
    if old is None or new is None or new >= old:
        return None
    if old in _numbers(step.after) or new in _numbers(step.before):
        return None
    before, after = _claim(step.before, old), _claim(step.after, new)
    return Fall(before, after) if before and after else None


def _toll(reading: Reading) -> float | None:
    main = reading.mentions[0] if reading.mentions else None
    figure: Figure | None = main.figures.get(_DEAD) if main else None
    return figure.low if figure and figure.low == figure.high else None


def _numbers(reading: Reading) -> set[float]:
    """Every number in headline and text."""
    return {
        fact.value
        for field in (Field.TITLE, Field.TEXT)
        for piece in pieces(reading.article, field)
        for fact in facts(piece)
        if fact.kind is FactKind.NUMBER and fact.value is not None
    }


def _claim(reading: Reading, value: float) -> Claim | None:
    for claim in reading.claims_of(ClaimKind.COUNT):
        count = claim.count
        if (
            (count.measure, count.point, count.role) == (_DEAD, value, Role.TOTAL)
            and count.hedge is Hedge.EXACT
            and claim.span.field in (Field.TEXT, Field.TITLE)
            and not claim.background
        ):
            return claim
    return None
