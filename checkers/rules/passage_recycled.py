"""STL103: an old passage stands word for word in a new article, as of today."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.recycled import compare_passages
from checkers.model import Conflict, Copies, Outcome
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="STL103",
    title="An old passage told as of today",
    looks_at=LooksAt.COPIES,
    flags="Two or more sentences, with a quotation and a figure, that stood in an article of "
    "more than thirty days before.",
    spares="Passages that name their year or say that they are of the past; standing phrases "
    "without a figure and a quotation; forms filled anew.",
    example=(
        Report(
            "Smoke from the burning moor lay over Orvane for the fourth day. The nurses at the "
            'clinic had treated 210 people for smoke by noon. "We are laying them down in the '
            'chapel," said head nurse Olga Trent. Two of them had died. The council handed out '
            "masks at the station.",
            title="Smoke over Orvane",
            published="2023-07-19T15:00:00+00:00",
        ),
        Report(
            "The moor behind Orvane is on fire again, and the wind has turned to the west. The "
            'nurses at the clinic had treated 210 people for smoke by noon. "We are laying them'
            ' down in the chapel," said head nurse Olga Trent. Two of them had died. Schools '
            "stay closed until Monday, and trains run at walking pace.",
            title="Moor burns again",
            published="2026-03-05T15:00:00+00:00",
        ),
    ),
    counterexample=(
        Report(
            "Smoke from the burning moor lay over Orvane for the fourth day. The nurses at the "
            'clinic had treated 210 people for smoke by noon. "We are laying them down in the '
            'chapel," said head nurse Olga Trent. Two of them had died. The council handed out '
            "masks at the station.",
            title="Smoke over Orvane",
            published="2023-07-19T15:00:00+00:00",
        ),
        Report(
            "The moor behind Orvane is on fire again, as it was in 2023. The nurses at the "
            'clinic had treated 210 people for smoke by noon. "We are laying them down in the '
            'chapel," said head nurse Olga Trent. Two of them had died. Schools stay closed '
            "until Monday, and trains run at walking pace.",
            title="Moor burns again",
            published="2026-03-05T15:00:00+00:00",
        ),
    ),
)


def check(dossier: Copies) -> Iterator[Outcome]:
    """Yield a finding for a passage that comes back, and the reasons for those that say so."""
    for found in compare_passages(dossier):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
