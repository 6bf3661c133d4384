"""DAT102: reports of one event date it to different days or hours."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.dates import (
    compare_datings,
    sequels_apart,
    sequels_within,
    set_apart,
    side_of,
    undated,
)
from checkers.compare.datings import Dating
from checkers.compare.moments import written
from checkers.compare.printed import printed_elsewhere
from checkers.compare.values import reference, who_says
from checkers.model import Claim, Conflict, Event, Outcome, Reconciliation, Severity
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="DAT102",
    title="Event dates that disagree",
    looks_at=LooksAt.EVENT,
    flags="Two reports of one event that date it to different days, or to hours far apart.",
    spares="Local time beside UTC; either side of midnight; 'overnight' and 'early Friday'; a "
    "month beside a "
    "day in it; 03/04 read either way; dates that cannot be resolved.",
    example=(
        Report(
            "A freight train carrying grain left the rails at the river bridge in Orvane on "
            "Wednesday afternoon, "
            "4 March, spilling grain into the water, the railway said. Nobody was hurt.",
            title="Grain train derails at Orvane river bridge",
        ),
        Report(
            "A freight train carrying grain left the rails at the river bridge in Orvane on the "
            "afternoon of "
            "Thursday, 5 March, and spilled grain into the water. Nobody was hurt, the railway "
            "said.",
            title="Grain spills as freight train derails at Orvane bridge",
        ),
    ),
    counterexample=(
        Report(
            "A freight train carrying grain left the rails at the river bridge in Orvane late on "
            "Wednesday, "
            "spilling grain into the water, the railway said.",
            title="Grain train derails at Orvane river bridge",
        ),
        Report(
            "A freight train carrying grain left the rails at the river bridge in Orvane "
            "overnight and spilled "
            "grain into the water, the railway said.",
            title="Grain spills as freight train derails at Orvane bridge",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield one finding for each pair of days that exclude each other."""
    groups: dict[tuple[str, str], tuple[list[Dating], list[Dating]]] = {}
    for found in compare_datings(event):
        if isinstance(found, Reconciliation):
            yield found
            continue
        one, other = sorted(found, key=lambda dating: dating.when.written_from or "")
        key = (one.when.written_from or "", other.when.written_from or "")
        sides = groups.setdefault(key, ([], []))
        sides[0].append(one)
        sides[1].append(other)
    yield from set_apart(event)
    yield from sequels_apart(event)
    yield from sequels_within(event)
    yield from undated(event)
    yield from printed_elsewhere(event)
    for (first, second), (ones, others) in groups.items():
        yield RULE.finding(
            Conflict(
                severity=Severity.MEDIUM,
                message=f"{who_says(ones[0].claim)} dates it to {written(ones[0].when)}, "
                f"{who_says(others[0].claim)} to {written(others[0].when)}.",
                slot="event-date",
                sides=(
                    side_of(first, _claims(ones), _roots(ones)),
                    side_of(second, _claims(others), _roots(others)),
                ),
                event=reference(event),
            )
        )


def _claims(datings: list[Dating]) -> tuple[Claim, ...]:
    return tuple({d.claim.article.url: d.claim for d in datings}.values())


def _roots(datings: list[Dating]) -> int:
    return len({d.member.root or d.claim.article.url for d in datings})
