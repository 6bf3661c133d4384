"""EDT104: quoted words of a published article were changed, and nothing says so."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.changes import Kind
from checkers.compare.edits import compare_edits
from checkers.model import Conflict, Outcome, Revisions
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="EDT104",
    title="Quoted words changed without a word",
    looks_at=LooksAt.REVISIONS,
    flags="Words between quotation marks that a later revision has otherwise, or as the "
    "outlet's own.",
    spares="Other marks and dashes; a quotation shortened; words told in reported speech with "
    "their speaker.",
    example=(
        Report(
            'Mayor Ida Roth said: "We have never seen a cent of that money." The council meets '
            "again in May. The road will stay closed until the weekend, and the district has "
            "opened a hall for the families of those on board.",
        ),
        Report(
            'Mayor Ida Roth said: "We have hardly seen a cent of that money." The council meets'
            " again in May. The road will stay closed until the weekend, and the district has "
            "opened a hall for the families of those on board.",
        ),
    ),
    counterexample=(
        Report(
            'Mayor Ida Roth said: "We have never seen a cent of that money." The council meets '
            "again in May. The road will stay closed until the weekend, and the district has "
            "opened a hall for the families of those on board.",
        ),
        Report(
            "Mayor Ida Roth said: “We have never seen a cent of that money.” The council meets "
            "again in May. The road will stay closed until the weekend, and the district has "
            "opened a hall for the families of those on board.",
        ),
    ),
)


def check(dossier: Revisions) -> Iterator[Outcome]:
    """Yield a finding for each such edit, and the reasons for the rest."""
    for found in compare_edits(dossier, Kind.QUOTATION):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
