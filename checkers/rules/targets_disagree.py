"""PLA103: reports of one event let it strike different things."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.targets import Struck, compare_targets
from checkers.compare.values import outlet_of, reference
from checkers.model import Conflict, Event, Outcome, Severity, Side
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="PLA103",
    title="Targets that disagree",
    looks_at=LooksAt.EVENT,
    flags="'Hit a school' in the one report, 'hit the hospital' in the other, of one happening.",
    spares="A report that speaks of both; sorts of houses that go together or that two may call "
    "by two names; 'a building', 'a house'; happenings of other days or with nothing else in "
    "common.",
    example=(
        Report(
            "A stolen tractor was driven into the public library in Orvane on Wednesday night. "
            "Nobody was hurt and a man of 46 was arrested, Inspector Tove Marsk said.",
            title="Tractor driven into library in Orvane",
        ),
        Report(
            "A man of 46 was arrested after he drove a tractor into the fire station in Orvane on "
            "Wednesday night. Inspector Tove Marsk said that nobody was hurt.",
            title="Tractor rams fire station in Orvane",
        ),
    ),
    counterexample=(
        Report(
            "A stolen tractor was driven into the public library in Orvane on Wednesday night. "
            "Nobody was hurt and a man of 46 was arrested, Inspector Tove Marsk said.",
            title="Tractor driven into library in Orvane",
        ),
        Report(
            "A man of 46 was arrested after he drove a tractor into a public building in Orvane on "
            "Wednesday night. Inspector Tove Marsk said that nobody was hurt.",
            title="Tractor rams building in Orvane",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield one finding for each pair of things struck, with every article on its side."""
    groups: dict[tuple[str, str], tuple[list[Struck], list[Struck]]] = {}
    for pair in compare_targets(event):
        one, other = sorted(pair, key=lambda struck: sorted(struck.sorts))
        key = (",".join(sorted(one.sorts)), ",".join(sorted(other.sorts)))
        sides = groups.setdefault(key, ([], []))
        for struck, there in zip((one, other), sides, strict=True):
            if struck not in there:
                there.append(struck)
    for (first, second), (ones, others) in groups.items():
        yield RULE.finding(
            Conflict(
                severity=Severity.MEDIUM,
                message=f"{outlet_of(ones[0].said.article)} has “{ones[0].said.said}”, "
                f"{outlet_of(others[0].said.article)} “{others[0].said.said}”.",
                slot="target",
                sides=(_side(first, ones), _side(second, others)),
                event=reference(event),
                confidence=0.7,
            )
        )


def _side(value: str, struck: list[Struck]) -> Side:
    roots = {item.member.root or item.said.article.url for item in struck}
    return Side(value, tuple(item.said.evidence() for item in struck), len(roots))
