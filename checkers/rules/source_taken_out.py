"""EDT105: who said so, or that it is only alleged, was taken out of a published article."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.changes import Kind
from checkers.compare.edits import compare_edits
from checkers.model import Conflict, Outcome, Revisions
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="EDT105",
    title="The source of a statement taken out",
    looks_at=LooksAt.REVISIONS,
    flags="A sentence that stays, and from which a later revision drops who said so, or the "
    "word that left it open.",
    spares="A source that is added; statements that were rewritten.",
    example=(
        Report(
            "Two men who carried cigarettes over the border were killed near Orvane on Thursday"
            " night, police said. The road will stay closed until the weekend, and the district"
            " has opened a hall for the families of those on board.",
        ),
        Report(
            "Two men who carried cigarettes over the border were killed near Orvane on Thursday"
            " night. The road will stay closed until the weekend, and the district has opened a"
            " hall for the families of those on board.",
        ),
    ),
    counterexample=(
        Report(
            "Two men who carried cigarettes over the border were killed near Orvane on Thursday"
            " night. The road will stay closed until the weekend, and the district has opened a"
            " hall for the families of those on board.",
        ),
        Report(
            "Two men who carried cigarettes over the border were killed near Orvane on Thursday"
            " night, police said. The road will stay closed until the weekend, and the district"
            " has opened a hall for the families of those on board.",
        ),
    ),
)


def check(dossier: Revisions) -> Iterator[Outcome]:
    """Yield a finding for each such edit, and the reasons for the rest."""
    for found in compare_edits(dossier, Kind.SOURCE):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
