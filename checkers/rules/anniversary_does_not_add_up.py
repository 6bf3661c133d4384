"""DAT104: years counted since a dated happening that are not the years since."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.anniversaries import miscounted_years
from checkers.compare.passages import Passage, gathered, one_side
from checkers.compare.values import outlet_of, reference
from checkers.model import Conflict, Event, Outcome, Severity
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="DAT104",
    title="An anniversary that does not add up",
    looks_at=LooksAt.EVENT,
    flags="'Five years after the March 2019 attack' in a text of 2026, an anniversary that is "
    "another one, 'in 2014, five years ago' in a text of 2026.",
    spares="Counts that are right for another date in the sentence; history told in the past "
    "tense; 'nearly', 'more than', 'about'; the months before and after the day.",
    example=(
        Report(
            "Five years after the June 2019 fire at the Orvane tannery, a plaque with the names "
            "of the dead has been put up at its gate.",
            title="Plaque for the dead of the Orvane tannery",
        ),
    ),
    counterexample=(
        Report(
            "Nearly seven years after the June 2019 fire at the Orvane tannery, a plaque with "
            "the names of the dead has been put up at its gate.",
            title="Plaque for the dead of the Orvane tannery",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield one finding for each miscounted phrase, with every copy that prints it."""
    for passages, roots in gathered(event, lambda member: miscounted_years(member.reading)):
        yield RULE.finding(
            Conflict(
                severity=Severity.LOW,
                message=_message(passages[0]),
                slot="years-since",
                sides=(one_side(passages, roots),),
                event=reference(event),
                confidence=0.7,
            )
        )


def _message(passage: Passage) -> str:
    published = passage.article.published
    year = f" in {published.at.year}" if published else ""
    return f"{outlet_of(passage.article)} writes “{passage.said}”{year}, which does not add up."
