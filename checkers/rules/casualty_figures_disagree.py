"""CAS103: reports of one event differ on the injured, missing, evacuated or arrested."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.background import set_aside
from checkers.compare.counts import Difference, compare_event
from checkers.compare.sums import compare_sums
from checkers.compare.values import listed
from checkers.model import Event, Outcome
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="CAS103",
    title="Figures of people that cannot both be true",
    looks_at=LooksAt.EVENT,
    flags="Two reports of one event whose figures of injured, missing, rescued, evacuated, "
    "displaced, arrested "
    "or abducted people share no possible number.",
    spares="People said to be shot, which counts the dead and the injured by turns; counts that"
    " grow over hours; the injured who later die; bounds, rounding, parts and "
    "sums; people "
    "treated in one hospital.",
    example=(
        Report(
            "Two sailors were wounded when gunmen in speedboats fired on a tanker off Orvane on "
            "Thursday.",
            title="Tanker fired on off Orvane",
            published="2026-03-05T12:30:00+00:00",
        ),
        Report(
            "Five sailors were wounded when gunmen in speedboats fired on a tanker off Orvane on "
            "Thursday.",
            title="Gunmen fire on tanker off Orvane",
            published="2026-03-05T12:10:00+00:00",
        ),
    ),
    counterexample=(
        Report(
            "At least two sailors were wounded when gunmen in speedboats fired on a tanker off "
            "Orvane on Thursday.",
            title="Tanker fired on off Orvane",
            published="2026-03-05T12:30:00+00:00",
        ),
        Report(
            "Five sailors were wounded when gunmen in speedboats fired on a tanker off Orvane on "
            "Thursday.",
            title="Gunmen fire on tanker off Orvane",
            published="2026-03-05T12:10:00+00:00",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield a finding for each pair of figures that exclude each other, reasons for the rest."""
    measures = listed("people") - {"killed"}
    for found in compare_event(event, measures):
        if not isinstance(found, Difference):
            yield found
        elif found.measure != "shot" and not (found.outdated and found.measure == "injured"):
            yield RULE.finding(found.conflict)
    yield from compare_sums(event)
    yield from set_aside(event, measures)
