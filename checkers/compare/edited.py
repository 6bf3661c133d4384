"""A figure that was edited: whether it grew as figures do, and how much the edit would mislead."""

from __future__ import annotations

from dataclasses import dataclass

from checkers.compare.changes import Change, Kind
from checkers.compare.facts import FactKind, facts
from checkers.compare.revised import Step
from checkers.compare.values import is_people, listed
from checkers.compare.wording import Piece
from checkers.model import ClaimKind, Count, Field, Hedge, Reading, Reason, Severity, Span
from seeds import words

_FACTORS = (10, 100, 1000, 10_000, 1_000_000)
# Least value from which ten times as many is a slip of the pen and not a count that went on.
_LEAST_OF_SLIPS = 10
_GRAVE = frozenset({"killed", "missing", "casualties"})
_FUTURE = frozenset({"will", "would", "shall", "due", "scheduled", "planned", "expected"})
_ROUGHLY = frozenset({"about", "around", "some", "nearly", "almost", "roughly", "approximately",
                      "over", "more", "least", "up", "estimated", "than"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Judged:
    """What is made of an edited fact: a reason, or how grave it is; unknown parts are empty."""

    reason: Reason | None = None
    severity: Severity | None = None
    measure: str = ""
    hint: str = ""


def severity_of(change: Change) -> Severity:
    """How much an edit would mislead that changed no figure."""
    if change.kind is Kind.DATE:
        assert change.old is not None
        assert change.new is not None
        if change.old.absolute and change.new.absolute:
            return Severity.HIGH
        ahead = _FUTURE & {*change.rewording.before.keys, *change.rewording.after.keys}
        return Severity.LOW if ahead else Severity.MEDIUM
    if change.kind is Kind.SOURCE and "taken out" not in change.about:
        return Severity.LOW
    return Severity.MEDIUM


def judge_figure(change: Change, step: Step) -> Judged:
    """Whether a changed figure has a reason of its own, else how grave it is."""
    assert change.old is not None
    assert change.new is not None
    old, new = change.old.value or 0, change.new.value or 0
    before, after = _count(step.before, change.before), _count(step.after, change.after)
    measure = (after or before).measure if after or before else ""  # type: ignore[union-attr]
    hint = _slip(old, new)
    reason = (
        _revised(change, step, old)
        or (None if hint else _grew(step, measure, old, new) or _runs_on(change, old, new))
        or _by_the_words(change, before, after, old, new)
    )
    if hint:
        return Judged(reason, Severity.HIGH, measure, hint)
    grave = measure in _GRAVE or (is_people(measure) and new < old and measure == "injured")
    return Judged(reason, Severity.HIGH if grave else Severity.MEDIUM, measure)


def _count(reading: Reading, span: Span) -> Count | None:
    """The count that was read at those words, or None."""
    for claim in reading.claims_of(ClaimKind.COUNT):
        same = (claim.span.field, claim.span.image, claim.span.key) == (
            span.field,
            span.image,
            span.key,
        )
        if same and claim.span.start < span.end and span.start < claim.span.end:
            return claim.count
    return None


def _slip(old: float, new: float) -> str:
    small, great = sorted((old, new))
    for factor in _FACTORS:
        telling = small >= _LEAST_OF_SLIPS or small != int(small)
        if small and telling and abs(great - small * factor) < 1e-6 * great:
            return f"{factor:,} times as much: likely a slip in one of them"
    return ""


def _by_the_words(
    change: Change, before: Count | None, after: Count | None, old: float, new: float
) -> Reason | None:
    """A reason in how the numbers are softened: a bound, a round figure."""
    if before and after and before.overlaps(after) and not _exact(before, after):
        return Reason.WITHIN_BOUNDS
    for fine, coarse, piece, fact in (
        (old, new, change.rewording.after, change.new),
        (new, old, change.rewording.before, change.old),
    ):
        assert fact is not None
        ahead = [token.key for token in piece.tokens if token.end <= fact.start][-3:]
        if _ROUGHLY & set(ahead) and coarse >= 10 and abs(fine - coarse) <= 0.1 * coarse:
            return Reason.ROUNDING
    return None


def _exact(before: Count, after: Count) -> bool:
    return before.hedge is Hedge.EXACT and after.hedge is Hedge.EXACT


def _revised(change: Change, step: Step, old: float) -> Reason | None:
    """Whether the later text says itself that the count was another before."""
    for piece in step.new:
        if _tells_of(piece, old) and any(word in piece.plain for word in listed("revision")):
            return Reason.OFFICIAL_REVISION
    after = change.rewording.after
    if _tells_of(after, old) and any(
        phrase in after.plain for phrase in ("from", "earlier", "previous", "initial", "at first")
    ):
        return Reason.OFFICIAL_REVISION
    return None


def _tells_of(piece: Piece, value: float) -> bool:
    return any(fact.kind is FactKind.NUMBER and fact.value == value for fact in facts(piece))


def _grew(step: Step, measure: str, old: float, new: float) -> Reason | None:
    if measure in listed("growing") and new > old:
        return Reason.TOLL_GREW
    if measure in listed("moving"):
        return Reason.TOLL_GREW
    if measure == "injured" and _deaths(step.after) > _deaths(step.before):
        return Reason.TOLL_GREW
    return None


def _runs_on(change: Change, old: float, new: float) -> Reason | None:
    """Whether the sentence says itself that the count is not at its end."""
    lists = words("edits")
    phrases = [*lists["sought"], *(lists["running"] if new > old else ())]
    for piece in (change.rewording.before, change.rewording.after):
        text = f" {' '.join(piece.keys)} "
        if any(f" {phrase} " in text for phrase in phrases):
            return Reason.TOLL_GREW
    return None


def _deaths(reading: Reading) -> float:
    """The greatest number of dead that the text gives for what it is about."""
    return max(
        (
            claim.count.low or 0
            for claim in reading.claims_of(ClaimKind.COUNT)
            if claim.count.measure == "killed"
            and not claim.background
            and claim.span.field in (Field.TEXT, Field.TITLE)
        ),
        default=0,
    )
