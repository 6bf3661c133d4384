"""EDT106: a sentence of a published article was turned round: its doer is gone, or its not."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.changes import Kind
from checkers.compare.edits import compare_edits
from checkers.model import Conflict, Outcome, Revisions
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="EDT106",
    title="A doer or a not taken out of a sentence",
    looks_at=LooksAt.REVISIONS,
    flags="A harm whose doers a later revision no longer names, or a statement that became its "
    "opposite, without a note.",
    spares="Rewording that keeps who did what; edits that the outlet explains in a note.",
    example=(
        Report(
            "Soldiers at the Orvane checkpoint shot him when he did not stop, two witnesses "
            "said. The road will stay closed until the weekend, and the district has opened a "
            "hall for the families of those on board.",
        ),
        Report(
            "He was shot at the Orvane checkpoint when he did not stop, two witnesses said. The"
            " road will stay closed until the weekend, and the district has opened a hall for "
            "the families of those on board.",
        ),
    ),
    counterexample=(
        Report(
            "Soldiers at the Orvane checkpoint shot him when he did not stop, two witnesses "
            "said. The road will stay closed until the weekend, and the district has opened a "
            "hall for the families of those on board.",
        ),
        Report(
            "Soldiers at the Orvane checkpoint shot the man when he did not stop, two witnesses"
            " said. The road will stay closed until the weekend, and the district has opened a "
            "hall for the families of those on board.",
        ),
    ),
)


def check(dossier: Revisions) -> Iterator[Outcome]:
    """Yield a finding for each such edit, and the reasons for the rest."""
    for found in compare_edits(dossier, Kind.STATEMENT):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
