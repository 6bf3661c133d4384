"""Two reports of one event with the totals that are compared."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from checkers.compare.amounts import comparable, in_one_unit
from checkers.compare.report import Report
from checkers.model import Claim, Count


@dataclass(frozen=True, slots=True)
class Pair:
    """Two reports in the order they were made, with the totals that are compared."""

    earlier: Report
    later: Report
    a: Claim
    b: Claim

    @property
    def counts(self) -> tuple[Count, Count]:
        """The earlier count and the later one, in one unit where both can be given in it."""
        if self.a.count.unit != self.b.count.unit and comparable(self.a, self.b):
            return in_one_unit(self.a).count, in_one_unit(self.b).count
        return self.a.count, self.b.count

    @property
    def gap(self) -> timedelta | None:
        """Time between the two, or None where one is unknown."""
        if self.earlier.at is None or self.later.at is None:
            return None
        return self.later.at - self.earlier.at


def same_value(x: Count, y: Count) -> bool:
    """Whether two counts give one and the same interval, in one unit."""
    return x.low == y.low and x.high == y.high and x.unit == y.unit
