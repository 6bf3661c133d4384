"""DAT105: a stated length of time that the days stated do not leave room for."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.dates import date_evidence
from checkers.compare.durations import Lasting, compare_durations
from checkers.compare.moments import written
from checkers.compare.passages import one_side
from checkers.compare.values import outlet_of, reference
from checkers.model import Claim, Conflict, Event, Outcome, Severity, Side
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="DAT105",
    title="A duration that its days do not bear out",
    looks_at=LooksAt.EVENT,
    flags="'Trapped for three days' of somebody found on a Monday, where the collapse is put on "
    "the Wednesday before.",
    spares="Days counted with or without the first and the last; 'nearly', 'more than', 'about'; "
    "lengths in a sentence that does not date their end.",
    example=(
        Report(
            "A miner was brought up alive on Sunday, 1 March, after he had been trapped for two "
            "days. The gallery at Orvane collapsed on Tuesday, 24 February, when water broke in.",
            title="Miner found alive in Orvane",
            published="2026-03-02T09:00:00+00:00",
        ),
    ),
    counterexample=(
        Report(
            "A miner was brought up alive on Sunday, 1 March, after he had been trapped for five "
            "days. The gallery at Orvane collapsed on Tuesday, 24 February, when water broke in.",
            title="Miner found alive in Orvane",
            published="2026-03-02T09:00:00+00:00",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield one finding for each length that no stated beginning bears out."""
    seen: set[tuple[str, str]] = set()
    for lasting, start in compare_durations(event):
        key = (lasting.said.said.lower(), start.when.written_from or "")
        if key in seen:
            continue
        seen.add(key)
        yield RULE.finding(
            Conflict(
                severity=Severity.MEDIUM,
                message=_message(lasting, start),
                slot="duration",
                sides=(
                    one_side((lasting.said,), 1),
                    Side(start.when.written_from or "", (date_evidence(start),)),
                ),
                event=reference(event),
                confidence=0.7,
            )
        )


def _message(lasting: Lasting, start: Claim) -> str:
    there = "it" if start.article.url == lasting.said.article.url else outlet_of(start.article)
    return (
        f"{outlet_of(lasting.said.article)} writes “{lasting.said.said}” of what ended on "
        f"{written(lasting.end.when)}; {there} dates the beginning to {written(start.when)}."
    )
