"""Deaths that one report counts and the other says that it leaves out."""

from __future__ import annotations

import re
from functools import cache

from checkers.compare.pair import Pair
from checkers.compare.passages import sentences_with
from checkers.compare.report import Report
from checkers.compare.values import listed
from checkers.model import Count, Hedge, Reason

_DEATH = re.compile(r"\b(?:die[sd]?|dying|dead|deaths?|killed|drowned|perished|suicide|victims?)\b")
# Whoever is left out is a man or two, not half of those struck. A guess.
_MOST = 3


def drawn_elsewhere(pair: Pair) -> Reason | None:
    """As in "the figure does not include a man who had a heart attack" beside one more death."""
    x, y = pair.counts
    if x.measure != "killed" or not (_is_exact(x) and _is_exact(y)):
        return None
    beyond = abs((x.point or 0) - (y.point or 0))
    if not 0 < beyond <= _MOST:
        return None
    fewer = pair.earlier if x.size < y.size else pair.later
    return Reason.CAUSE_SCOPE if _leaves_out(fewer) else None


def _is_exact(count: Count) -> bool:
    return count.point is not None and count.hedge is Hedge.EXACT


def _leaves_out(report: Report) -> bool:
    sentences = sentences_with(report.member.reading.article, _excluding())
    return any(_DEATH.search(sentence.lower) for sentence in sentences)


@cache
def _excluding() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(sorted(listed('leaving_out')))})\b", re.IGNORECASE)
