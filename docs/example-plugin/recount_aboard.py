"""CAS901: an article gives more dead than there were people aboard."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.model import Claim, ClaimKind, Evidence, Finding, Reading, Role, Severity, Side, Voice
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="CAS901",  # 900 and above are left to rules of other packages
    title="More dead than were aboard",
    looks_at=LooksAt.ARTICLE,
    flags="An article whose least number of dead is above its greatest number of people aboard.",
    spares="As many dead as were aboard; 'at least 30 aboard', which leaves room for more; numbers "
    "of another happening; what somebody denies or only supposes.",
    example=(
        Report(
            "The ferry Lunvik, with 30 people aboard, sank off Ardmoor on Thursday. "
            "The sinking killed 34 people, the coast guard said."
        ),
    ),
    counterexample=(
        Report(
            "The ferry Lunvik, with 30 people aboard, sank off Ardmoor on Thursday. "
            "The sinking killed 30 people, the coast guard said."
        ),
    ),
)


def check(reading: Reading) -> Iterator[Finding]:
    """Yield a finding for each happening with more dead than people aboard."""
    for mention in reading.mentions:
        dead = _totals(reading, mention.id, "killed")
        aboard = _totals(reading, mention.id, "aboard")
        for killed in dead:
            for carried in aboard:
                if (killed.count.low or 0) > (carried.count.high or float("inf")):
                    yield _finding(killed, carried)


def _totals(reading: Reading, mention: str, measure: str) -> list[Claim]:
    """What the article states, not supposes or denies, as its whole number of one measure."""
    return [
        claim
        for claim in reading.claims_of(ClaimKind.COUNT)
        if claim.mention == mention
        and claim.count.measure == measure
        and claim.count.role is Role.TOTAL
        and claim.voice in (Voice.OUTLET, Voice.QUOTED)
    ]


def _finding(killed: Claim, carried: Claim) -> Finding:
    return Finding(
        code=RULE.code,
        family=RULE.family,
        title=RULE.title,
        severity=Severity.HIGH,
        confidence=0.9,
        message=f"“{killed.said}” died, but “{carried.said}” were aboard.",
        slot="killed|aboard",
        sides=(_side(killed), _side(carried)),
    )


def _side(claim: Claim) -> Side:
    low, high = claim.count.low, claim.count.high
    value = f"{claim.count.measure} {low}..{high}"
    return Side(value, (Evidence.of(claim, value),))
