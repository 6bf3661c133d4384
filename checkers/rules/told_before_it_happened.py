"""DAT103: a happening told as past and dated to a day after publication."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.future import told_too_early
from checkers.compare.passages import Passage, gathered, one_side
from checkers.compare.values import outlet_of, reference
from checkers.model import Conflict, Event, Outcome, Severity
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="DAT103",
    title="Told as past, dated to the future",
    looks_at=LooksAt.EVENT,
    flags="A happening in the past tense on a day that had not come when the article was "
    "published.",
    spares="Plans, deadlines and forecasts; the day after publication, which is today somewhere; "
    "pages changed or fetched after that day; dates without a year in a text that looks back; "
    "articles whose date of publication is not known.",
    example=(
        Report(
            "Two hikers were killed by an avalanche on 19 March above the village of Orvane, the "
            "mountain rescue service said.",
            title="Avalanche kills hikers above Orvane",
        ),
    ),
    counterexample=(
        Report(
            "Two hikers were killed by an avalanche on 3 March above the village of Orvane. The "
            "path will stay closed until 19 March, the mountain rescue service said.",
            title="Avalanche kills hikers above Orvane",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield one finding for each phrase, with every copy that prints it."""
    for passages, roots in gathered(event, told_too_early):
        yield RULE.finding(
            Conflict(
                severity=Severity.HIGH,
                message=_message(passages[0]),
                slot="future",
                sides=(one_side(passages, roots),),
                event=reference(event),
                confidence=0.8,
            )
        )


def _message(passage: Passage) -> str:
    return (
        f"{outlet_of(passage.article)}, published {_published_on(passage)}, tells as past what it "
        f"dates to {passage.value}."
    )


def _published_on(passage: Passage) -> str:
    """The day of publication, for a reader."""
    published = passage.article.published
    return f"on {published.at.day} {published.at:%B %Y}" if published else "on an unknown day"
