"""CAS102: an article repeats a toll that had been overtaken before it was published."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.counts import Difference, compare_event
from checkers.model import Event, Outcome
from checkers.rule import LooksAt, Report, Rule

_MEASURES = frozenset({"killed", "injured"})

RULE = Rule(
    code="CAS102",
    title="A figure out of date when published",
    looks_at=LooksAt.EVENT,
    flags="A report that gives an earlier stage of a count after another report had already "
    "published a "
    "higher one.",
    spares="The earlier reports themselves; a count that fell because it was revised; a lower "
    "figure that "
    "nobody gave before (that is CAS101).",
    example=(
        Report(
            "A stand collapsed at the stadium in Orvane on Thursday, killing 12 people, the fire "
            "service said.",
            title="Stand collapses at Orvane stadium",
            published="2026-03-05T20:00:00+00:00",
        ),
        Report(
            "The death toll in the collapse of a stand at the stadium in Orvane on Thursday has "
            "reached 31.",
            title="Toll in Orvane stadium collapse reaches 31",
            published="2026-03-06T18:00:00+00:00",
        ),
        Report(
            "On Thursday, 12 people were killed when a stand collapsed at the stadium in Orvane.",
            title="Orvane stadium collapse: the stands nobody checked",
            published="2026-03-07T18:00:00+00:00",
        ),
    ),
    counterexample=(
        Report(
            "A stand collapsed at the stadium in Orvane on Thursday, killing 12 people, the fire "
            "service said.",
            title="Stand collapses at Orvane stadium",
            published="2026-03-05T20:00:00+00:00",
        ),
        Report(
            "The death toll in the collapse of a stand at the stadium in Orvane on Thursday has "
            "reached 31.",
            title="Toll in Orvane stadium collapse reaches 31",
            published="2026-03-06T18:00:00+00:00",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield a finding for each report that was overtaken before it came out."""
    for found in compare_event(event, _MEASURES):
        if isinstance(found, Difference) and found.outdated:
            yield RULE.finding(found.conflict)
