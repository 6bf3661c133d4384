"""CAP101: a caption names another date or place than the story it illustrates."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.captions import compare_captions
from checkers.model import Conflict, Outcome, Reading
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="CAP101",
    title="A caption that tells of another event",
    looks_at=LooksAt.ARTICLE,
    flags="A caption whose own date lies well before what the story tells of, or whose place is "
    "another than "
    "the story's.",
    spares="Captions that declare a file photo, an archive picture or a drawing; dates and places "
    "that the story "
    "itself tells of.",
    example=(
        Report(
            "An explosion ripped through the covered market in Orvane on Thursday, killing six "
            "people.",
            title="Blast in Orvane market",
            caption="Rescuers search a collapsed hall after an explosion in Telmont, 4 March 2019.",
        ),
    ),
    counterexample=(
        Report(
            "An explosion ripped through the covered market in Orvane on Thursday, killing six "
            "people.",
            title="Blast in Orvane market",
            caption="FILE - Rescuers search a collapsed hall after an explosion in Telmont, 4 "
            "March 2019.",
        ),
    ),
)


def check(reading: Reading) -> Iterator[Outcome]:
    """Yield a finding for each caption that belongs to another story."""
    for found in compare_captions(reading):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
