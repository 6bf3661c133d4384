"""NUM101: reports of one event count rockets, houses, vehicles differently."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.amounts import amounts
from checkers.compare.background import set_aside
from checkers.compare.counts import Difference, compare_event
from checkers.compare.sums import compare_actions
from checkers.compare.things import things
from checkers.model import Event, Outcome
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="NUM101",
    title="Counted things that cannot both be true",
    looks_at=LooksAt.EVENT,
    flags="Two reports of one event that count the same things, of which the same is said, "
    "differently: "
    "rockets fired, houses burned, vehicles involved.",
    spares="Rockets fired beside rockets intercepted; tallies that grow over hours; bounds and "
    "rounding; figures "
    "that named sides dispute in one report.",
    example=(
        Report(
            "Seven houses burned down in the village of Orvane on Thursday after lightning "
            "struck, firefighters said.",
            title="Fire destroys houses in Orvane",
            published="2026-03-05T18:00:00+00:00",
        ),
        Report(
            "Eleven houses burned down in the village of Orvane on Thursday after lightning "
            "struck.",
            title="Lightning sets Orvane houses on fire",
            published="2026-03-05T17:45:00+00:00",
        ),
    ),
    counterexample=(
        Report(
            "Forty rockets were fired at the town of Orvane on Thursday, the army said.",
            title="Rocket attack on Orvane",
            published="2026-03-05T18:00:00+00:00",
        ),
        Report(
            "Air defences intercepted 34 rockets over Orvane on Thursday, the army said.",
            title="Rockets intercepted over Orvane",
            published="2026-03-05T17:45:00+00:00",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield a finding for each pair of counts that exclude each other, reasons for the rest."""
    for found in compare_event(event, things() | amounts()):
        yield RULE.finding(found.conflict) if isinstance(found, Difference) else found
    yield from compare_actions(event, things())
    yield from set_aside(event, things() | amounts())
