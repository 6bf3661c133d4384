"""An article's own totals for a happening, worked out from all the figures it gives."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from checkers.language.lexicon import mapped
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
_EARLIER = re.compile(r"\b(?:earlier|later|late|last)\s+$", re.IGNORECASE)
_SUPERLATIVE = re.compile(r"\b(?:worst|first|most|\w{3,}est)\b", re.IGNORECASE)


@cache
def _campaign() -> re.Pattern[str]:
    phrases = sorted(mapped("casualties", "words")["campaign"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, phrases)) + r")\b", re.IGNORECASE)


def campaign_in(text: str, start: int, end: int) -> bool:
    """Whether the clause around a count makes it the total of a war, a season, a year."""
    clause_start = max(text.rfind(";", 0, start), text.rfind(" when ", 0, start)) + 1
    clause_end = text.find(";", end)
    clause = text[clause_start : clause_end if clause_end >= 0 else len(text)]
    found = _campaign().search(clause)
    if found is None or _SUPERLATIVE.search(clause):
        return False
    return not _EARLIER.search(clause[: found.start()])


def totals(mention: Mention, counts: Iterable[Claim]) -> dict[str, Figure]:
    """Measure to total, from the claims that belong to this mention."""
    own = [c for c in counts if c.mention == mention.id and _states(c)]
    figures = {}
    for measure in dict.fromkeys(c.count.measure for c in own):
        best = _best([c for c in own if c.count.measure == measure])
        if best is not None:
            low = best.low if best.point is None or best.low is None else best.point
            figures[measure] = Figure(low, best.high)
    _from_shot(figures)
    return figures


def _states(claim: Claim) -> bool:
    count = claim.count
    return (
        claim.voice in (Voice.OUTLET, Voice.QUOTED)
        and not count.campaign
        and count.role in (Role.TOTAL, Role.ORDINAL, Role.PART, Role.INCREMENT)
        and claim.span.field in (Field.TITLE, Field.TEXT)
        and count.group not in ("families",)
    )


def _best(claims: list[Claim]) -> Count | None:
    """The count that stands for all: a total before parts, the surest, the greatest."""
    whole = [c.count for c in claims if c.count.role in (Role.TOTAL, Role.ORDINAL)]
    plural = [c for c in whole if c.style != "article"] or whole
    if not plural:
        parts = [c.count for c in claims]
        return max(parts, key=_size, default=None)
    return min(plural, key=lambda c: (_SUREST[c.hedge] // 3, -_size(c)))


def _size(count: Count) -> float:
    if count.point is not None:
        return count.point
    return count.low if count.low is not None else (count.high or 0)


def _from_shot(figures: dict[str, Figure]) -> None:
    """Who was shot and not killed was injured."""
    shot, killed = figures.get("shot"), figures.get("killed")
    if shot is None or "injured" in figures:
        return
    gone = killed.low if killed and killed.low is not None else 0
    if shot.low is not None and shot.low > gone:
        figures["injured"] = Figure(
            shot.low - gone, None if shot.high is None else shot.high - gone
        )
