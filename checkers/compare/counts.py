"""Figures of one event set side by side, across its articles.

What comes out is either a difference for which there is no reason, or a reconciliation. A
difference holds every article on each side, so that three hundred copies are one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from checkers.compare.amounts import converted
from checkers.compare.pair import Pair, same_value
from checkers.compare.reconcile import reason_for
from checkers.compare.report import Report, reports, slots
from checkers.compare.severity import Weight, weigh
from checkers.compare.values import (
    amount,
    counted,
    evidence_of,
    is_people,
    key_of,
    reference,
    when_said,
    who_says,
)
from checkers.model import (
    Claim,
    Conflict,
    Event,
    Evidence,
    Family,
    Reason,
    Reconciliation,
    Severity,
    Side,
)

# Beyond this many independent reports the oldest agreeing ones add nothing that a reader needs.
_MOST_REPORTS = 60


@dataclass(frozen=True, slots=True)
class Difference:
    """Two figures for which no reason was found.

    Attributes:
        measure: What was counted.
        outdated: The later one repeats what had been overtaken before it was published.
        conflict: What there is to report.
    """

    measure: str
    outdated: bool
    conflict: Conflict


@dataclass(slots=True)
class _Bundle:
    """Reports of one independent source that give the same totals: copies."""

    reports: list[Report]

    @property
    def first(self) -> Report:
        return self.reports[0]


@dataclass(slots=True)
class _Kept:
    """A difference being gathered over many pairs of reports."""

    pair: Pair
    weight: Weight
    outdated: bool
    sides: dict[str, list[_Bundle]] = field(default_factory=dict)

    def add(self, bundle: _Bundle) -> None:
        """Put a bundle on the side of its value, once."""
        side = self.sides.setdefault(key_of(bundle.first.best.count), [])
        if bundle not in side:
            side.append(bundle)


def compare_event(event: Event, measures: frozenset[str]) -> Iterator[Difference | Reconciliation]:
    """Set the figures of one event side by side, for each measure in ``measures``."""
    for measure, action in slots(event):
        if measure in measures:
            yield from _compared(event, measure, action)


class _Compared:
    """What came of comparing one event, slot by slot: several rules ask for the same slots."""

    def __init__(self, event: Event) -> None:
        self.event = event
        self.found: dict[tuple[str, str | None], tuple[Difference | Reconciliation, ...]] = {}


# The event that was compared last; the rules look at one event after the other.
_last = _Compared(Event("", ""))


def _compared(
    event: Event, measure: str, action: str | None
) -> tuple[Difference | Reconciliation, ...]:
    global _last  # a memory of one event, which changes nothing that is given back
    compared = _last if _last.event is event else _Compared(event)
    slot = (measure, action)
    if slot not in compared.found:
        compared.found[slot] = tuple(_compare_slot(event, measure, action))
    _last = compared
    return compared.found[slot]


def _compare_slot(
    event: Event, measure: str, action: str | None
) -> Iterator[Difference | Reconciliation]:
    bundles = _bundled(reports(event, measure, action))[:_MOST_REPORTS]
    kept: dict[tuple[str, str, bool], _Kept] = {}
    explained: dict[tuple[Reason, str, str], Reconciliation] = {}
    for one, other in combinations(bundles, 2):
        for aside in _given_beside(one.first, other.first):
            low, high = sorted((key_of(aside.a.count), key_of(aside.b.count)))
            key = (Reason.WITHIN_BOUNDS, low, high)
            explained.setdefault(key, _reconciled(event, aside, Reason.WITHIN_BOUNDS))
        pair, reason = _compare(one.first, other.first)
        if pair is None:
            continue
        if reason is None:
            reason = _already_disputed(pair)
        outdated = reason is None and _is_outdated(pair, bundles)
        if reason is not None:
            low, high = sorted((key_of(pair.a.count), key_of(pair.b.count)))
            key = (reason, low, high)
            explained.setdefault(key, _reconciled(event, pair, reason))
            continue
        low, high = sorted((key_of(pair.a.count), key_of(pair.b.count)))
        entry = kept.setdefault((low, high, outdated), _Kept(pair, weigh(pair), outdated))
        weight = weigh(pair)
        if weight.severity.rank > entry.weight.severity.rank:
            entry.pair, entry.weight = pair, weight
        entry.add(one)
        entry.add(other)
    yield from explained.values()
    for entry in kept.values():
        yield _difference(event, entry, measure, action)


def _bundled(found: list[Report]) -> list[_Bundle]:
    bundles: dict[tuple[str, tuple[str, ...]], _Bundle] = {}
    for report in found:
        bundles.setdefault((report.root, report.signature), _Bundle([])).reports.append(report)
    return list(bundles.values())


def _compare(one: Report, other: Report) -> tuple[Pair | None, Reason | None]:
    """The pair that stands for two reports, and why it may stand; (None, None) where they agree."""
    best = _ordered(one, other, one.best, other.best)
    if best.a.count.unit != best.b.count.unit and converted(best.a, best.b):
        return best, Reason.UNIT_CONVERSION
    if same_value(*best.counts) and best.a.count.style == best.b.count.style:
        return None, None
    if same_value(*best.counts) and best.a.count.group == best.b.count.group:
        reason = reason_for(best)
        return (best, reason) if reason is not None else (None, None)
    reason = reason_for(best)
    if reason is not None:
        return best, reason
    if same_value(*best.counts):
        return None, None
    for a in one.totals:
        for b in other.totals:
            pair = _ordered(one, other, a, b)
            if a.count.group != b.count.group or not same_value(*pair.counts):
                continue
            if not (_is_part_at_most(a, one) or _is_part_at_most(b, other)):
                return best, _why_agreed(pair, best)
    return best, None


def _is_part_at_most(claim: Claim, report: Report) -> bool:
    """Whether a count is below its article's own figure: it may be of some of them."""
    best = report.best
    speakers = {c.attributed_to for c in report.totals} - {None}
    return len(speakers) < 2 and claim.count.size < best.count.size


def _given_beside(one: Report, other: Report) -> Iterator[Pair]:
    """What an article gives beside its surest total ("dozens"), and the other leaves room for."""
    for report, best in ((one, other.best), (other, one.best)):
        for claim in report.totals[1:]:
            own = report.best.count
            if claim.count.group != best.count.group or same_value(claim.count, own):
                continue
            a, b = (claim, best) if report is one else (best, claim)
            pair = _ordered(one, other, a, b)
            if not same_value(*pair.counts) and reason_for(pair) is Reason.WITHIN_BOUNDS:
                yield pair


def _why_agreed(pair: Pair, best: Pair) -> Reason:
    """One article gives both figures: said by two, or a total with its part."""
    speakers = {c.attributed_to for c in (*best.earlier.totals, *best.later.totals)}
    return Reason.DISPUTED if len(speakers) > 1 else Reason.WITHIN_BOUNDS


def _ordered(one: Report, other: Report, a: Claim, b: Claim) -> Pair:
    if one.at is not None and other.at is not None and other.at < one.at:
        return Pair(other, one, b, a)
    return Pair(one, other, a, b)


def _already_disputed(pair: Pair) -> Reason | None:
    """Whether one of the articles itself sets both figures side by side, each with its speaker."""
    for report, other in ((pair.earlier, pair.b), (pair.later, pair.a)):
        speakers = {claim.attributed_to for claim in report.totals}
        for claim in report.totals:
            in_one = claim.count.unit == other.count.unit
            if (
                in_one
                and claim.count.overlaps(other.count)
                and claim.attributed_to
                and len(speakers) > 1
            ):
                return Reason.DISPUTED
    return None


def _is_outdated(pair: Pair, bundles: list[_Bundle]) -> bool:
    """Whether the later, lower figure was an earlier stage of a count that had grown since."""
    x, y = pair.counts
    if pair.gap is None or (y.point or 0) >= (x.point or 0):
        return False
    for bundle in bundles:
        report = bundle.first
        if report.at is None or pair.earlier.at is None or report.at >= pair.earlier.at:
            continue
        if any(same_value(claim.count, y) for claim in report.totals):
            return True
    return False


# -- what comes out ----------------------------------------------------------------------------


def family_of(measure: str) -> Family:
    """CAS for what befell people, NUM for things."""
    return Family.CAS if is_people(measure) else Family.NUM


def _reconciled(event: Event, pair: Pair, reason: Reason) -> Reconciliation:
    measure = pair.a.count.measure
    return Reconciliation(
        family=family_of(measure),
        reason=reason,
        message=f"{who_says(pair.a)}: {counted(pair.a.count)} ({when_said(pair.a)}); "
        f"{who_says(pair.b)}: {counted(pair.b.count)} ({when_said(pair.b)}).",
        slot=measure,
        evidence=(evidence_of(pair.a), evidence_of(pair.b)),
        event=reference(event),
    )


def _difference(event: Event, entry: _Kept, measure: str, action: str | None) -> Difference:
    weight = Weight(Severity.LOW, 0.8) if entry.outdated else entry.weight
    conflict = Conflict(
        severity=weight.severity,
        message=_message(entry, weight),
        slot=measure if action is None else f"{measure}|{action}",
        sides=tuple(sorted((_side(side) for side in entry.sides.values()), key=_first_said)),
        event=reference(event),
        confidence=weight.confidence,
    )
    return Difference(measure, entry.outdated, conflict)


def _first_said(side: Side) -> tuple[bool, float, str]:
    first = side.evidence[0]
    return (
        first.published is None,
        first.published.timestamp() if first.published else 0.0,
        first.url,
    )


def _side(bundles: list[_Bundle]) -> Side:
    found = [report for bundle in bundles for report in bundle.reports]
    found.sort(key=lambda r: (r.at is None, r.at.timestamp() if r.at else 0.0, r.best.article.url))
    evidence: list[Evidence] = [evidence_of(report.best) for report in found]
    return Side(key_of(found[0].best.count), tuple(evidence), len({r.root for r in found}))


def _message(entry: _Kept, weight: Weight) -> str:
    a, b = entry.pair.a, entry.pair.b
    first = f"{who_says(a)} has {counted(a.count)} ({when_said(a)})"
    if entry.outdated:
        return (
            f"{who_says(b)} still has {amount(b.count)} on {when_said(b)}, "
            f"after {first[0].lower() + first[1:] if first[:4] == 'The ' else first}."
        )
    hint = f" – {weight.hint}" if weight.hint else ""
    return f"{first}, {who_says(b)} has {counted(b.count)} ({when_said(b)}){hint}."
