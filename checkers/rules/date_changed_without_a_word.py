"""EDT102: a date in a published article was changed, and nothing says so."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.changes import Kind
from checkers.compare.edits import compare_edits
from checkers.model import Conflict, Outcome, Revisions
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="EDT102",
    title="A date changed without a word",
    looks_at=LooksAt.REVISIONS,
    flags="A date, weekday or time of day that a later revision of the page gives differently.",
    spares="Dates made more exact; the age of a post; dates that the outlet corrects in a note "
    "or a corrections column.",
    example=(
        Report(
            "The old mill at Telmont burned to the ground on 4 March 2019, and nobody has been "
            "charged. The road will stay closed until the weekend, and the district has opened "
            "a hall for the families of those on board.",
        ),
        Report(
            "The old mill at Telmont burned to the ground on 2 March 2026, and nobody has been "
            "charged. The road will stay closed until the weekend, and the district has opened "
            "a hall for the families of those on board.",
        ),
    ),
    counterexample=(
        Report(
            "The old mill at Telmont burned to the ground on 4 March 2019, and nobody has been "
            "charged. The road will stay closed until the weekend, and the district has opened "
            "a hall for the families of those on board.",
        ),
        Report(
            "The old mill at Telmont burned to the ground on 4 March, and nobody has been "
            "charged. The road will stay closed until the weekend, and the district has opened "
            "a hall for the families of those on board.",
        ),
    ),
)


def check(dossier: Revisions) -> Iterator[Outcome]:
    """Yield a finding for each such edit, and the reasons for the rest."""
    for found in compare_edits(dossier, Kind.DATE):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
