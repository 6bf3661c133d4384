"""EDT101: a figure of a published article was changed, and nothing says so."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.changes import Kind
from checkers.compare.edits import compare_edits
from checkers.model import Conflict, Outcome, Revisions
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="EDT101",
    title="A figure changed without a word",
    looks_at=LooksAt.REVISIONS,
    flags="A number in headline, text or caption that a later revision of the page gives "
    "differently.",
    spares="Tolls that grew between revisions; figures that the outlet corrects in a note or a "
    "corrections column, or that the text says were revised; counters of views and the "
    "age of a post.",
    example=(
        Report(
            "A bus left the road above Orvane and 31 people were killed, the district police "
            "said on Thursday. The road will stay closed until the weekend, and the district "
            "has opened a hall for the families of those on board.",
        ),
        Report(
            "A bus left the road above Orvane and 22 people were killed, the district police "
            "said on Thursday. The road will stay closed until the weekend, and the district "
            "has opened a hall for the families of those on board.",
        ),
    ),
    counterexample=(
        Report(
            "A bus left the road above Orvane and 31 people were killed, the district police "
            "said on Thursday. The road will stay closed until the weekend, and the district "
            "has opened a hall for the families of those on board.",
        ),
        Report(
            "A bus left the road above Orvane and 22 people were killed, the district police "
            "said on Thursday. The road will stay closed until the weekend, and the district "
            "has opened a hall for the families of those on board.\n\nCorrection: an earlier "
            "version of this report said that 31 people had been killed.",
        ),
    ),
)


def check(dossier: Revisions) -> Iterator[Outcome]:
    """Yield a finding for each such edit, and the reasons for the rest."""
    for found in compare_edits(dossier, Kind.FIGURE):
        yield RULE.finding(found) if isinstance(found, Conflict) else found
