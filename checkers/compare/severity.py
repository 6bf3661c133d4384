"""How much a difference in figures would mislead, and what slip may be behind it."""

from __future__ import annotations

from dataclasses import dataclass

from checkers.compare.amounts import in_two_currencies
from checkers.compare.pair import Pair
from checkers.compare.values import is_people, listed
from checkers.model import Count, Hedge, Severity


@dataclass(frozen=True, slots=True)
class Weight:
    """Severity, how sure the reading is (0 to 1), and a hint for the reader, may be empty."""

    severity: Severity
    confidence: float
    hint: str = ""


def weigh(pair: Pair) -> Weight:
    """The weight of a difference for which there is no reason."""
    x, y = pair.counts
    if pair.a.uncertain or pair.b.uncertain:
        return Weight(Severity.LOW, 0.5, pair.a.uncertain or pair.b.uncertain)
    if in_two_currencies(x, y):
        return Weight(Severity.LOW, 0.6, "no rate of recent years makes them one amount")
    slip = slip_between(x, y)
    if slip:
        return Weight(Severity.HIGH, 0.9, slip)
    if _over_the_cause(pair):
        return Weight(Severity.LOW, 0.6, "they may draw the line of who died of it differently")
    if pair.gap is None:
        return Weight(Severity.LOW, 0.5, "the order of publication is not known")
    if x.hedge is not Hedge.EXACT or y.hedge is not Hedge.EXACT:
        if _loosely_more(x, y):
            return Weight(Severity.LOW, 0.6)
        softened = not (_none(x) or _none(y))
        return Weight(Severity.MEDIUM if softened else Severity.HIGH, 0.8)
    if not is_people(x.measure) or _missing_counted(pair):
        return Weight(Severity.MEDIUM, 0.8)
    if (y.point or 0) > (x.point or 0) > 0:
        return Weight(Severity.MEDIUM, 0.8)
    return Weight(Severity.HIGH, 0.9)


def slip_between(x: Count, y: Count) -> str:
    """The likely slip of the pen between two exact numbers, or ""."""
    if x.point is None or y.point is None or not x.point or not y.point:
        return ""
    small, great = sorted((x.point, y.point))
    for factor, name in (
        (10, "a zero or a decimal point"),
        (100, "two zeros"),
        (1000, "three zeros"),
    ):
        if great == small * factor and (small >= 10 or (factor == 10 and small != int(small))):
            return f"likely slip: {name} lost or added"
        if great == small * factor and great >= 1_000_000:
            return f"likely slip: {name} lost or added"
    if x.point == int(x.point) and y.point == int(y.point):
        a, b = str(int(small)), str(int(great))
        if len(a) == len(b) and a != b and _transposed(a, b):
            return "likely slip: two figures swapped"
    return ""


def _transposed(a: str, b: str) -> bool:
    differing = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if x != y]
    return (
        len(differing) == 2
        and differing[1] == differing[0] + 1
        and a[differing[0]] == b[differing[1]]
        and a[differing[1]] == b[differing[0]]
    )


def _loosely_more(x: Count, y: Count) -> bool:
    """“About 1,000” beside 1,400: a rough figure is wrong by less than the half."""
    if Hedge.ABOUT not in (x.hedge, y.hedge) or not x.point or not y.point:
        return False
    return max(x.point, y.point) < 2 * min(x.point, y.point)


def _none(count: Count) -> bool:
    return count.low == 0 and count.high == 0


def _over_the_cause(pair: Pair) -> bool:
    x, y = pair.counts
    if x.measure != "killed" or abs((x.point or 0) - (y.point or 0)) > 2:
        return False
    texts = (pair.earlier.member.reading.article.text, pair.later.member.reading.article.text)
    return any(phrase in text.lower() for phrase in listed("cause_scope") for text in texts)


def _missing_counted(pair: Pair) -> bool:
    """Whether one total is the other with the missing counted as dead."""
    x, y = pair.counts
    for report, other in ((pair.earlier, y), (pair.later, x)):
        missing, killed = report.total_of("missing"), report.total_of("killed")
        if missing and killed and (missing.point or 0) + (killed.point or 0) == other.point:
            return True
    return False
