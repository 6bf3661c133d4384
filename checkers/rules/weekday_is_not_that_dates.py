"""DAT101: a weekday that its date does not have, or a date that no calendar has."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.dates import side_of
from checkers.compare.values import outlet_of, reference
from checkers.compare.weekdays import misdated
from checkers.model import Claim, Conflict, Event, Outcome, Severity
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="DAT101",
    title="A weekday that is not that date's",
    looks_at=LooksAt.EVENT,
    flags="A weekday and a date written together that do not fit, or a date that no calendar has.",
    spares="Dates whose year is not known; weekdays that stand apart from the date; copies of one "
    "text, which "
    "are one finding.",
    example=(
        Report(
            "A fire broke out at a warehouse in Orvane on Wednesday, 5 March 2026, the fire "
            "service said.",
            title="Fire in Orvane warehouse",
        ),
    ),
    counterexample=(
        Report(
            "A fire broke out at a warehouse in Orvane on Thursday, 5 March 2026, the fire "
            "service said.",
            title="Fire in Orvane warehouse",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield one finding for each misdated phrase, with every copy that prints it."""
    for claims in misdated(event):
        value = " ".join(claims[0].said.lower().split())
        yield RULE.finding(
            Conflict(
                severity=Severity.MEDIUM,
                message=_message(claims[0]),
                slot="weekday",
                sides=(side_of(value, claims),),
                event=reference(event),
            )
        )


def _message(claim: Claim) -> str:
    outlet = outlet_of(claim.article)
    if not claim.when.exists:
        return f"{outlet} writes “{claim.said}”, a date that does not exist."
    day = claim.when.first.strftime("%A") if claim.when.first else "another day"
    return f"{outlet} writes “{claim.said}”, but that date is a {day}."
