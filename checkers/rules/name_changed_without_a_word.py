"""EDT103: a name in a published article was changed, and nothing says so."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.changes import Kind
from checkers.compare.edits import compare_edits
from checkers.model import Conflict, Outcome, Revisions
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="EDT103",
    title="A name or place changed without a word",
    looks_at=LooksAt.REVISIONS,
    flags="A name of a person, place or body in whose stead a later revision of the page has "
    "another.",
    spares="Other spellings of one name; names made longer or shorter; names that the outlet "
    "corrects in a note or a corrections column.",
    example=(
        Report(
            "The home is run by the Linden Trust, which has other houses in Orvane. The road "
            "will stay closed until the weekend, and the district has opened a hall for the "
            "families of those on board.",
        ),
        Report(
            "The home is run by the Harbour Trust, which has other houses in Orvane. The road "
            "will stay closed until the weekend, and the district has opened a hall for the "
            "families of those on board.",
        ),
    ),
    counterexample=(
        Report(
            "The home is run by the Linden Trust, which has other houses in Orvane. The road "
            "will stay closed until the weekend, and the district has opened a hall for the "
            "families of those on board.",
        ),
        Report(
            "The home is run by the Old Linden Trust, which has other houses in Orvane. The "
            "road will stay closed until the weekend, and the district has opened a hall for "
            "the families of those on board.",
        ),
    ),
)


def check(dossier: Revisions) -> Iterator[Outcome]:
    """Yield a finding for each such edit, and the reasons for the rest."""
    for found in compare_edits(dossier, Kind.NAME):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
