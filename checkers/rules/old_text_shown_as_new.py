"""STL101: an old text is published again, at another address, as new."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.stale import compare_copies
from checkers.model import Conflict, Copies, Outcome
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="STL101",
    title="An old text published as new",
    looks_at=LooksAt.COPIES,
    flags="A text that appears again more than thirty days after it was first published, with "
    "nothing to say so.",
    spares="Copies of a few days; archive and anniversary pages, guides and partners that say "
    "what they show; forms filled anew; two addresses of one page.",
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
            title="BREAKING: blast under fish market",
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
            published="2019-03-04T18:00:00+00:00",
        ),
        Report(
            "A gas main blew up under the fish market of Orvane at noon and killed six people, "
            "the fire service said. Two stalls and a bakery were torn open. Rescuers with dogs "
            "searched the cellars until dusk. Mayor Ida Roth asked everyone to give blood. The "
            "pipe was laid before the war and is thought to have leaked for weeks. The gas "
            "works have cut off four streets from supplies until further notice.",
            title="From our archive: blast under Orvane fish market",
            published="2026-03-05T18:00:00+00:00",
        ),
    ),
)


def check(dossier: Copies) -> Iterator[Outcome]:
    """Yield a finding for a text that comes back, and the reasons for all that only look alike."""
    for found in compare_copies(dossier):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
