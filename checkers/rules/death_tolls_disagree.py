"""CAS101: reports of one event give death tolls that cannot both be true."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.background import set_aside
from checkers.compare.counts import Difference, compare_event
from checkers.model import Event, Outcome
from checkers.rule import LooksAt, Report, Rule

_MEASURES = frozenset({"killed"})

RULE = Rule(
    code="CAS101",
    title="Death tolls that cannot both be true",
    looks_at=LooksAt.EVENT,
    flags="Two reports of one event whose death tolls share no possible number, where the later "
    "one "
    "is lower or follows too soon for the count to have grown.",
    spares="A toll that rises over hours; 'at least 9' beside 12; about 1,000 beside 1,004; "
    "parts, sums and "
    "groups of the dead; attackers counted or not; the total of a war; tolls of other events; "
    "figures that "
    "the text says were revised or that named sides dispute.",
    example=(
        Report(
            "A gas explosion killed 12 people in a bakery in Orvane on Thursday, police said.",
            title="Bakery explosion kills 12 in Orvane",
            published="2026-03-05T18:40:00+00:00",
        ),
        Report(
            "Nine people died when gas exploded in a bakery in Orvane on Thursday, the fire "
            "brigade said.",
            title="Nine dead in Orvane bakery explosion",
            published="2026-03-05T18:55:00+00:00",
        ),
    ),
    counterexample=(
        Report(
            "A gas explosion killed at least nine people in a bakery in Orvane on Thursday, "
            "police said.",
            title="Bakery explosion kills nine in Orvane",
            published="2026-03-05T12:40:00+00:00",
        ),
        Report(
            "Twelve people died when gas exploded in a bakery in Orvane on Thursday, the fire "
            "brigade said.",
            title="Twelve dead in Orvane bakery explosion",
            published="2026-03-05T18:55:00+00:00",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield a finding for each pair of tolls that exclude each other, reasons for the rest."""
    for found in compare_event(event, _MEASURES):
        if not isinstance(found, Difference):
            yield found
        elif not found.outdated:
            yield RULE.finding(found.conflict)
    yield from set_aside(event, _MEASURES)
