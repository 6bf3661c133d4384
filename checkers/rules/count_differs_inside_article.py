"""NUM102: one article counts the same things differently."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.fields import compare_fields
from checkers.compare.things import things
from checkers.model import Conflict, Outcome, Reading
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="NUM102",
    title="A count of things that differs inside one article",
    looks_at=LooksAt.ARTICLE,
    flags="A headline, caption or description that counts the same things differently from the "
    "text.",
    spares="Counts that two named sides dispute; parts of the things counted.",
    example=(
        Report(
            "Seven houses burned down in the village of Orvane on Thursday, firefighters said.",
            title="Nine houses burned down in Orvane",
        ),
    ),
    counterexample=(
        Report(
            "The militia said it had fired six rockets at Orvane on Thursday. The army said five "
            "rockets were fired.",
            title="Rocket attack on Orvane",
        ),
    ),
)


def check(reading: Reading) -> Iterator[Outcome]:
    """Yield a finding for each place in which the article counts differently."""
    for found in compare_fields(reading, things()):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
