"""EDT107: the credit of a picture in a published article was replaced, and nothing says so."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.changes import Kind
from checkers.compare.edits import compare_edits
from checkers.model import Conflict, Outcome, Revisions
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="EDT107",
    title="The credit of a picture replaced",
    looks_at=LooksAt.REVISIONS,
    flags="One picture whose credit a later revision of the page replaces by that of somebody "
    "else.",
    spares="Credits made longer or shorter.",
    example=(
        Report(
            "Farmers drove their tractors into Orvane on Thursday to protest against the price "
            "of milk. The column was eleven kilometres long, the police said.",
            picture="https://outlet.example/march.jpg",
            caption="Tractors in the market square of Orvane.",
            credit="Northfoto/2019",
        ),
        Report(
            "Farmers drove their tractors into Orvane on Thursday to protest against the price "
            "of milk. The column was eleven kilometres long, the police said.",
            picture="https://outlet.example/march.jpg",
            caption="Tractors in the market square of Orvane.",
            credit="Courtesy of the farmers",
        ),
    ),
    counterexample=(
        Report(
            "Farmers drove their tractors into Orvane on Thursday to protest against the price "
            "of milk. The column was eleven kilometres long, the police said.",
            picture="https://outlet.example/march.jpg",
            caption="Tractors in the market square of Orvane.",
            credit="Northfoto",
        ),
        Report(
            "Farmers drove their tractors into Orvane on Thursday to protest against the price "
            "of milk. The column was eleven kilometres long, the police said.",
            picture="https://outlet.example/march.jpg",
            caption="Tractors in the market square of Orvane.",
            credit="Northfoto/2026",
        ),
    ),
)


def check(dossier: Revisions) -> Iterator[Outcome]:
    """Yield a finding for each such edit, and the reasons for the rest."""
    for found in compare_edits(dossier, Kind.CREDIT):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
