"""PLA102: reports of one event put it in different directions from one place."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.bearings import Bearings, compare_bearings
from checkers.compare.values import outlet_of, reference
from checkers.model import Conflict, Event, Outcome, Severity, Side
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="PLA102",
    title="Directions that disagree",
    looks_at=LooksAt.EVENT,
    flags="'30 km north of Dorrin' beside '30 km south of Dorrin' for one happening.",
    spares="Neighbouring points of the compass; directions of other things; an article that "
    "gives two directions itself.",
    example=(
        Report(
            "A small plane came down in a wood 12 km north of Orvane on Thursday. The pilot, "
            "Tove Marsk, climbed out unhurt.",
            title="Small plane comes down in wood",
        ),
        Report(
            "Pilot Tove Marsk was unhurt when her small plane came down in a wood 12 km south of "
            "Orvane on Thursday.",
            title="Pilot unhurt as small plane comes down",
        ),
    ),
    counterexample=(
        Report(
            "A small plane came down in a wood 12 km north of Orvane on Thursday. The pilot, "
            "Tove Marsk, climbed out unhurt.",
            title="Small plane comes down in wood",
        ),
        Report(
            "Pilot Tove Marsk was unhurt when her small plane came down in a wood 12 km "
            "north-west of Orvane on Thursday.",
            title="Pilot unhurt as small plane comes down",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield one finding for each pair of directions, with every article on its side."""
    groups: dict[tuple[str, ...], dict[str, list[Bearings]]] = {}
    for pair in compare_bearings(event):
        key = (pair[0].place.key, *sorted(found.bearing.words for found in pair))
        sides = groups.setdefault(key, {})
        for found in pair:
            there = sides.setdefault(found.bearing.words, [])
            if found not in there:
                there.append(found)
    for sides in groups.values():
        (first, ones), (second, others) = sides.items()
        yield RULE.finding(
            Conflict(
                severity=Severity.MEDIUM,
                message=f"{outlet_of(ones[0].said.article)} has “{ones[0].said.said}”, "
                f"{outlet_of(others[0].said.article)} “{others[0].said.said}”.",
                slot=f"direction|{ones[0].place.key}",
                sides=(_side(first, ones), _side(second, others)),
                event=reference(event),
                confidence=0.8,
            )
        )


def _side(words: str, found: list[Bearings]) -> Side:
    roots = {item.member.root or item.said.article.url for item in found}
    return Side(words, tuple(item.said.evidence() for item in found), len(roots))
