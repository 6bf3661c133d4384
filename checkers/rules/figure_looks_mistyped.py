"""CAS107: a figure in which a letter stands for a digit."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.values import evidence_of, key_of, number
from checkers.model import ClaimKind, Conflict, Outcome, Reading, Severity, Side
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="CAS107",
    title="A figure that looks mistyped",
    looks_at=LooksAt.ARTICLE,
    flags="A figure of people in which a letter stands where a digit belongs: 'l2 killed', '1O "
    "dead'.",
    spares="Names and labels that mix letters and digits; figures written out.",
    example=(
        Report(
            "An avalanche buried a road gang near Orvane on Thursday. l2 people were killed, "
            "the roads "
            "ministry said.",
            title="Avalanche buries road gang near Orvane",
        ),
    ),
    counterexample=(
        Report(
            "An avalanche buried a road gang near Orvane on Thursday. 12 people were killed on "
            "the A2, "
            "the roads ministry said.",
            title="Avalanche buries road gang near Orvane",
        ),
    ),
)


def check(reading: Reading) -> Iterator[Outcome]:
    """Yield one finding for each figure that looks mistyped."""
    for claim in reading.claims_of(ClaimKind.COUNT):
        if claim.uncertain != "suspected typo":
            continue
        yield RULE.finding(
            Conflict(
                severity=Severity.LOW,
                message=f"“{claim.said}” was probably meant to be {number(claim.count.point)}.",
                slot=f"{claim.count.measure}|typo",
                sides=(Side(f"typo {key_of(claim.count)}", (evidence_of(claim),)),),
                confidence=0.5,
            )
        )
