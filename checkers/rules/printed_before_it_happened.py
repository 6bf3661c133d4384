"""DAT107: a page, picture or post printed with a day before that of what it tells of."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.dates import date_evidence
from checkers.compare.durations import about
from checkers.compare.moments import written
from checkers.compare.stamps import printed_too_early
from checkers.compare.values import outlet_of, reference
from checkers.model import Conflict, Event, Outcome, Severity, Side
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="DAT107",
    title="Printed before what it tells of",
    looks_at=LooksAt.EVENT,
    flags="A day of publication printed on the page, under a recording or under a post it shows "
    "that lies before the day of the happening.",
    spares="The day before, which is today somewhere; what is more than a month older; articles "
    "that give their happening no day of their own; dates that are no stamps.",
    example=(
        Report(
            "A barge crashed into the footbridge at Orvane on Tuesday night and tore away its "
            "railing. Nobody was hurt. Tove Marsk reports from the bank. (Published Friday, "
            "Feb. 20, 2026)",
            title="Barge crashes into Orvane footbridge",
        ),
    ),
    counterexample=(
        Report(
            "A barge crashed into the footbridge at Orvane on Tuesday night and tore away its "
            "railing. Nobody was hurt. Tove Marsk reports from the bank. (Published "
            "Wednesday, March 4, 2026)",
            title="Barge crashes into Orvane footbridge",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield one finding for each article and printed day."""
    seen: set[tuple[str, str]] = set()
    for member in about(event):
        for found in printed_too_early(member):
            day = found.stamp.when.written_from or ""
            if (member.reading.article.url, day[:10]) in seen:
                continue
            seen.add((member.reading.article.url, day[:10]))
            yield RULE.finding(
                Conflict(
                    severity=Severity.LOW,
                    message=f"{outlet_of(member.reading.article)} prints “{found.stamp.said}” with "
                    f"what it dates to {written(found.told.when)}.",
                    slot="printed",
                    sides=(
                        Side(day, (date_evidence(found.stamp),)),
                        Side(found.told.when.written_from or "", (date_evidence(found.told),)),
                    ),
                    event=reference(event),
                    confidence=0.7,
                )
            )
