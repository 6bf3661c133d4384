"""CAS105: what one article counts by parts makes more than its whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from checkers.compare.hospitals import overfull_hospitals
from checkers.compare.sums import overfull
from checkers.compare.values import evidence_of, key_of, number
from checkers.model import Conflict, Outcome, Reading, Severity, Side
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="CAS105",
    title="Parts that make more than their whole",
    looks_at=LooksAt.ARTICLE,
    flags="An article whose killed, missing and rescued make more people than it says were aboard, "
    "or whose hospitals, one by one, took in more than it says all of them did.",
    spares="Figures given only as bounds that leave room; articles that give several figures for "
    "one of them.",
    example=(
        Report(
            "A ferry carrying 150 passengers sank off Orvane on Thursday. The coastguard said 94 "
            "people had been "
            "rescued, 40 people had died and 30 people were missing.",
            title="Ferry sinks off Orvane",
        ),
    ),
    counterexample=(
        Report(
            "A ferry carrying 150 passengers sank off Orvane on Thursday. The coastguard said 94 "
            "people had been "
            "rescued, 26 people had died and 30 people were missing.",
            title="Ferry sinks off Orvane",
        ),
    ),
)


def check(reading: Reading) -> Iterator[Outcome]:
    """Yield a finding where the parts make more than the whole."""
    for found in chain(overfull(reading), overfull_hospitals(reading)):
        yield RULE.finding(
            Conflict(
                severity=Severity.MEDIUM,
                message=found.message,
                slot=found.slot,
                sides=(
                    Side(key_of(found.whole.count), (evidence_of(found.whole),)),
                    Side(number(found.sum), tuple(evidence_of(part) for part in found.parts)),
                ),
            )
        )
