"""DAT106: an age that does not go with the year of birth beside it."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.ages import ages_that_do_not_fit
from checkers.compare.passages import Passage, gathered, one_side
from checkers.compare.values import outlet_of, reference
from checkers.model import Conflict, Event, Outcome, Severity
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="DAT106",
    title="An age that its birth year does not give",
    looks_at=LooksAt.EVENT,
    flags="An age and a year of birth of one person, in one sentence, that do not go together.",
    spares="A birthday that has not come yet; 'aged 35 or 36'; an age at some other date of the "
    "text; 'at the age of 18'.",
    example=(
        Report(
            "The climber who fell from the tower in Orvane on Wednesday, Tove Marsk, was born in "
            "1990 and aged 42, her club said.",
            title="Climber falls from Orvane tower",
        ),
    ),
    counterexample=(
        Report(
            "The climber who fell from the tower in Orvane on Wednesday, Tove Marsk, was born in "
            "1990 and aged 35, her club said.",
            title="Climber falls from Orvane tower",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield one finding for each phrase, with every copy that prints it."""
    for passages, roots in gathered(event, lambda member: ages_that_do_not_fit(member.reading)):
        yield RULE.finding(
            Conflict(
                severity=Severity.LOW,
                message=_message(passages[0]),
                slot="age",
                sides=(one_side(passages, roots),),
                event=reference(event),
                confidence=0.7,
            )
        )


def _message(passage: Passage) -> str:
    return (
        f"{outlet_of(passage.article)} writes “{passage.said}”; somebody born then is "
        f"{passage.value}."
    )
