"""Sums: casualties are the killed and the injured, and nobody is aboard twice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain, permutations

from checkers.compare.counts import family_of
from checkers.compare.report import is_total, totals_among
from checkers.compare.values import counted, evidence_of, number, reference, who_says
from checkers.model import (
    Claim,
    ClaimKind,
    Event,
    Field,
    Hedge,
    Member,
    Reading,
    Reason,
    Reconciliation,
)

# What each of these measures is the sum of.
_SUMS = {"casualties": ("killed", "injured"), "shot": ("killed", "injured")}
# Those who were aboard are, each once, among these.
_ABOARD = ("killed", "missing", "rescued", "survivors")
# Where those who were not hurt are counted, the injured are none of them.
_UNHURT = ("killed", "missing", "injured", "unhurt")


def compare_sums(event: Event) -> Iterator[Reconciliation]:
    """Where one report gives a sum that another gives in parts, and the two agree."""
    members = [_exact_totals(member) for member in event.members if member.about]
    seen: set[str] = set()
    for whole_of, parts_of in permutations(members, 2):
        for measure, parts in _SUMS.items():
            whole = whole_of.get(measure)
            known = [parts_of[part] for part in parts if part in parts_of]
            if whole is None or len(known) < len(parts) or measure in parts_of or measure in seen:
                continue
            if sum(part.count.point or 0 for part in known) == whole.count.point:
                seen.add(measure)
                yield _agreed(event, whole, known)


def _exact_totals(member: Member) -> dict[str, Claim]:
    """The article's exact total of each measure that a sum is made of, or is."""
    counts = [c for c in member.claims() if c.kind is ClaimKind.COUNT]
    found = {}
    for measure in sorted({*_SUMS, *chain(*_SUMS.values())} & {c.count.measure for c in counts}):
        totals = totals_among(counts, measure, None)
        if totals and totals[0].count.hedge in (Hedge.EXACT, Hedge.NONE):
            found[measure] = totals[0]
    return found


def _agreed(event: Event, whole: Claim, parts: list[Claim]) -> Reconciliation:
    added = " and ".join(counted(part.count) for part in parts)
    return Reconciliation(
        family=family_of(whole.count.measure),
        reason=Reason.SUM,
        message=f"{who_says(whole)}: {counted(whole.count)}; {who_says(parts[0])}: {added}.",
        slot=whole.count.measure,
        evidence=(evidence_of(whole), *(evidence_of(part) for part in parts)),
        event=reference(event),
    )


def compare_actions(event: Event, measures: frozenset[str]) -> Iterator[Reconciliation]:
    """Counts of one thing under different verbs: rockets fired beside rockets intercepted."""
    found: dict[str, dict[str, Claim]] = {}
    for member in event.members:
        for claim in member.claims():
            if (
                claim.kind is ClaimKind.COUNT
                and claim.count.measure in measures
                and is_total(claim)
            ):
                by_action = found.setdefault(claim.count.measure, {})
                by_action.setdefault(claim.count.action or "", claim)
    for by_action in found.values():
        first, *others = by_action.values()
        for other in others:
            if first.count.overlaps(other.count) or first.article.url == other.article.url:
                continue
            yield Reconciliation(
                family=family_of(first.count.measure),
                reason=Reason.SUBSET,
                message=f"{who_says(first)}: {counted(first.count)}; "
                f"{who_says(other)}: {counted(other.count)}.",
                slot=first.count.measure,
                evidence=(evidence_of(first), evidence_of(other)),
                event=reference(event),
            )


@dataclass(frozen=True, slots=True)
class Overfull:
    """Parts that make more than their whole: what they are parts of, and that in a sentence."""

    whole: Claim
    parts: tuple[Claim, ...]
    sum: float
    slot: str
    message: str


def overfull(reading: Reading) -> Iterator[Overfull]:
    """Where an article's killed, missing and rescued make more than it says were aboard."""
    main = reading.mentions[0].id if reading.mentions else ""
    claims = [
        claim
        for claim in reading.claims_of(ClaimKind.COUNT)
        if claim.mention == main and is_total(claim) and claim.span.field is Field.TEXT
    ]
    whole = _one(claims, "aboard")
    if whole is None or whole.count.high is None:
        return
    among = _UNHURT if _one(claims, "unhurt") is not None else _ABOARD
    parts = [part for part in (_one(claims, measure) for measure in among) if part is not None]
    least = sum(part.count.low or 0 for part in parts)
    if len(parts) > 1 and least > whole.count.high:
        each = ", ".join(counted(part.count) for part in parts)
        message = (
            f"{counted(whole.count).capitalize()}, but {each}: the parts make {number(least)}."
        )
        yield Overfull(whole, tuple(parts), least, "aboard", message)


def _one(claims: list[Claim], measure: str) -> Claim | None:
    """The article's total of a measure, where all that it gives agree."""
    own = [c for c in claims if c.count.measure == measure and c.count.style != "article"]
    if not own or any(not own[0].count.overlaps(c.count) for c in own[1:]):
        return None
    return own[0]
