"""CAP102: the caption or picture of an older event comes back with a new one."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.captions import compare_uses
from checkers.model import Conflict, Outcome, PictureUses
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="CAP102",
    title="An older event's photo under a new story",
    looks_at=LooksAt.PICTURE,
    flags="A caption printed word for word, or a picture of one address, with an event a month or "
    "more after the "
    "one it was first published with.",
    spares="One event in many outlets; declared file photos; portraits, logos and maps that go "
    "with anything.",
    example=(
        Report(
            "Divers searched the reservoir at Orvane on Tuesday for a bus that had left the road "
            "in the night.",
            title="Divers look for bus in Orvane reservoir",
            published="2025-06-03T15:00:00+00:00",
            caption="Divers prepare to search the reservoir for the missing bus in Orvane on 3 "
            "June 2025.",
        ),
        Report(
            "Three workers were trapped when a railway tunnel flooded near Telmont on Wednesday, "
            "rescuers said.",
            title="Workers trapped in flooded tunnel near Telmont",
            published="2026-09-02T15:00:00+00:00",
            caption="Divers prepare to search the reservoir for the missing bus in Orvane on 3 "
            "June 2025.",
        ),
    ),
    counterexample=(
        Report(
            "Divers searched the reservoir at Orvane on Tuesday for a bus that had left the road "
            "in the night.",
            title="Divers look for bus in Orvane reservoir",
            published="2025-06-03T15:00:00+00:00",
            caption="Divers prepare to search the reservoir for the missing bus in Orvane on "
            "Tuesday.",
        ),
        Report(
            "Divers found a bus in the reservoir at Orvane on Tuesday, hours after it had left "
            "the road.",
            title="Bus found in Orvane reservoir",
            published="2025-06-03T19:00:00+00:00",
            caption="Divers prepare to search the reservoir for the missing bus in Orvane on "
            "Tuesday.",
        ),
    ),
)


def check(dossier: PictureUses) -> Iterator[Outcome]:
    """Yield a finding for each use of the picture with another event."""
    for found in compare_uses(dossier):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
