"""PLA101: reports of one event put it in different towns."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.home_towns import HomeTown, compare_home_towns
from checkers.compare.places import Siting, compare_sitings, place_evidence
from checkers.compare.values import outlet_of, reference, who_says
from checkers.model import Conflict, Event, Outcome, Reconciliation, Severity, Side
from checkers.rule import LooksAt, Report, Rule

RULE = Rule(
    code="PLA101",
    title="Event places that disagree",
    looks_at=LooksAt.EVENT,
    flags="Two reports that tell of one happening, by its day, names and figures, and put it in "
    "two towns.",
    spares="A quarter, its town and its province; two names or spellings of one town; datelines, "
    "hospitals, seats of government; places claimed by two states; happenings that cover many "
    "towns; a place that the other report names too.",
    example=(
        Report(
            "A cable car with 14 passengers stopped above the village of Orvane on Thursday. "
            "Engineer Tove Marsk lowered all of them on ropes. Nobody was hurt.",
            title="Cable car passengers lowered on ropes",
        ),
        Report(
            "Fourteen passengers were lowered on ropes from a cable car that had stopped above the "
            "village of Telmont on Thursday. Engineer Tove Marsk led the rescue. Nobody was hurt.",
            title="Passengers rescued from cable car",
        ),
    ),
    counterexample=(
        Report(
            "A cable car with 14 passengers stopped above the village of Orvane on Thursday. "
            "Engineer Tove Marsk lowered all of them on ropes. Nobody was hurt.",
            title="Cable car passengers lowered on ropes",
        ),
        Report(
            "TELMONT - Fourteen passengers were lowered on ropes from a cable car in Orvane on "
            "Thursday. Engineer Tove Marsk led the rescue. Nobody was hurt.",
            title="Passengers rescued from cable car",
        ),
    ),
)


def check(event: Event) -> Iterator[Outcome]:
    """Yield one finding for each pair of towns that exclude each other."""
    groups: dict[frozenset[str], dict[str, list[Siting]]] = {}
    flagged: set[frozenset[str]] = set()
    for found in compare_sitings(event):
        if isinstance(found, Reconciliation):
            yield found
            continue
        flagged.add(frozenset(s.claim.article.key for s in found))
        sides = groups.setdefault(frozenset(s.place.key for s in found), {})
        for siting in found:
            there = sides.setdefault(siting.place.key, [])
            if siting not in there:
                there.append(siting)
    for sides in groups.values():
        (first, ones), (second, others) = sorted(sides.items(), key=lambda side: _first(side[1]))
        yield RULE.finding(
            Conflict(
                severity=Severity.MEDIUM,
                message=f"{who_says(ones[0].claim)} puts it in {ones[0].place.name}, "
                f"{who_says(others[0].claim)} in {others[0].place.name}.",
                slot="place",
                sides=(_side(first, ones), _side(second, others)),
                event=reference(event),
                confidence=0.7,
            )
        )
    yield from _home_towns(event, flagged)


def _home_towns(event: Event, flagged: set[frozenset[str]]) -> Iterator[Outcome]:
    """One finding for each pair of towns that reports hold on to from end to end."""
    groups: dict[frozenset[str], dict[str, list[HomeTown]]] = {}
    for pair in compare_home_towns(event):
        if frozenset(town.said.article.key for town in pair) in flagged:
            continue
        sides = groups.setdefault(frozenset(town.name for town in pair), {})
        for town in pair:
            there = sides.setdefault(town.name, [])
            if town not in there:
                there.append(town)
    for sides in groups.values():
        (first, ones), (second, others) = sides.items()
        yield RULE.finding(
            Conflict(
                severity=Severity.MEDIUM,
                message=f"{outlet_of(ones[0].said.article)} tells of {ones[0].said.value} alone, "
                f"{outlet_of(others[0].said.article)} of {others[0].said.value}.",
                slot="place",
                sides=(_town_side(first, ones), _town_side(second, others)),
                event=reference(event),
                confidence=0.7,
            )
        )


def _town_side(name: str, towns: list[HomeTown]) -> Side:
    roots = {town.member.root or town.said.article.url for town in towns}
    return Side(name, tuple(town.said.evidence() for town in towns), len(roots))


def _first(sitings: list[Siting]) -> tuple[float, str]:
    article = sitings[0].claim.article
    return article.published.at.timestamp() if article.published else 0.0, article.url


def _side(key: str, sitings: list[Siting]) -> Side:
    roots = {siting.member.root or siting.claim.article.url for siting in sitings}
    return Side(key, tuple(place_evidence(siting.claim) for siting in sitings), len(roots))
