"""NUM103: a margin, a change or a share that its own numbers do not give."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.arithmetic import slips
from checkers.compare.values import outlet_of
from checkers.model import Conflict, Outcome, Reading, Severity, Side
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="NUM103",
    title="A sum that does not work out",
    looks_at=LooksAt.ARTICLE,
    flags="A majority that is not the difference of the two results beside it; 'rose by 300 from "
    "1,200 to 1,600'; 'from 40 to 50, an increase of 50 per cent'; '40 of 160, or 30 per cent'.",
    spares="Rounded results; 'about', 'nearly', 'more than'; percentage points; numbers that may "
    "be of other things.",
    example=(
        Report(
            "Ines Tarl took 18,420 votes and her rival, Otto Brenn, 17,310. Her majority of 1,910 "
            "is the smallest for twenty years.",
            title="Tarl wins in Orvane",
        ),
    ),
    counterexample=(
        Report(
            "Ines Tarl took 18,420 votes and her rival, Otto Brenn, 17,310. Her majority of 1,110 "
            "is the smallest for twenty years.",
            title="Tarl wins in Orvane",
        ),
    ),
)


def check(reading: Reading) -> Iterator[Outcome]:
    """Yield one finding for each result that the numbers beside it do not give."""
    for slip in slips(reading):
        given = " and ".join(passage.said for passage in slip.numbers)
        yield RULE.finding(
            Conflict(
                severity=Severity.MEDIUM,
                message=f"{outlet_of(reading.article)} has {slip.stated.said}, but "
                f"{given} come to {slip.right}.",
                slot="sum",
                sides=(
                    Side(f"stated {slip.stated.value}", (slip.stated.evidence(),)),
                    Side(
                        f"from {' '.join(passage.value for passage in slip.numbers)}",
                        tuple(passage.evidence() for passage in slip.numbers),
                    ),
                ),
                confidence=0.8,
            )
        )
