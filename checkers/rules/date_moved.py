"""STL102: the date of publication of an old article was moved."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.stale import compare_moved_dates
from checkers.model import Conflict, Outcome, Revisions
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="STL102",
    title="An old article under a new date",
    looks_at=LooksAt.REVISIONS,
    flags="A page whose text stays while its date of publication moves by more than thirty days.",
    spares="Pages that say when they first appeared; one moment written in another zone; many "
    "pages of an outlet re-dated in one night.",
    example=(
        Report(
            "A gas main blew up under the fish market of Orvane at noon and killed six people, "
            "the fire service said. Two stalls and a bakery were torn open. Rescuers with dogs "
            "searched the cellars until dusk. Mayor Ida Roth asked everyone to give blood. The "
            "pipe was laid before the war and is thought to have leaked for weeks. The gas "
            "works have cut off four streets from supplies until further notice.",
            title="Blast under Orvane fish market",
            published="2019-03-04T18:00:00+00:00",
        ),
        Report(
            "A gas main blew up under the fish market of Orvane at noon and killed six people, "
            "the fire service said. Two stalls and a bakery were torn open. Rescuers with dogs "
            "searched the cellars until dusk. Mayor Ida Roth asked everyone to give blood. The "
            "pipe was laid before the war and is thought to have leaked for weeks. The gas "
            "works have cut off four streets from supplies until further notice.",
            title="Blast under Orvane fish market",
            published="2026-03-05T18:00:00+00:00",
        ),
    ),
    counterexample=(
        Report(
            "A gas main blew up under the fish market of Orvane at noon and killed six people, "
            "the fire service said. Two stalls and a bakery were torn open. Rescuers with dogs "
            "searched the cellars until dusk. Mayor Ida Roth asked everyone to give blood. The "
            "pipe was laid before the war and is thought to have leaked for weeks. The gas "
            "works have cut off four streets from supplies until further notice.",
            title="Blast under Orvane fish market",
            published="2026-03-05T23:40:00+00:00",
        ),
        Report(
            "A gas main blew up under the fish market of Orvane at noon and killed six people, "
            "the fire service said. Two stalls and a bakery were torn open. Rescuers with dogs "
            "searched the cellars until dusk. Mayor Ida Roth asked everyone to give blood. The "
            "pipe was laid before the war and is thought to have leaked for weeks. The gas "
            "works have cut off four streets from supplies until further notice.",
            title="Blast under Orvane fish market",
            published="2026-03-06T00:40:00+01:00",
        ),
    ),
)


def check(dossier: Revisions) -> Iterator[Outcome]:
    """Yield a finding for a date that moved, and the reasons for those that only seem to."""
    for found in compare_moved_dates(dossier):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
