"""Edits of one article: which of its facts changed from one revision to the next, and why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from checkers.compare.changes import Change, Kind, changes
from checkers.compare.edited import Judged, judge_figure, severity_of
from checkers.compare.notes import column_notes, new_notes
from checkers.compare.quoting import by_when, edited_for, quoted
from checkers.compare.retold import Fall, fall_in_toll
from checkers.compare.revised import Step, stands, steps
from checkers.compare.tone import source_added
from checkers.compare.values import evidence_of, key_of, outlet_of
from checkers.compare.wording import Piece, pieces
from checkers.model import (
    Article,
    Conflict,
    Field,
    Reading,
    Reason,
    Reconciliation,
    Revisions,
    Severity,
    Side,
    Span,
)

Found = Conflict | Reconciliation

_NAMES = {
    Kind.FIGURE: "a figure",
    Kind.DATE: "a date",
    Kind.NAME: "a name",
    Kind.CREDIT: "the credit of a picture",
}


@dataclass(frozen=True)
class _Edited:
    """A change with the step in which it was made."""

    change: Change
    step: Step

    @cached_property
    def values(self) -> tuple[str, str]:
        """What stood there and what stands there now, for a fingerprint."""
        change = self.change
        if change.old is not None and change.new is not None:
            return change.old.key, change.new.key
        return change.rewording.before.plain, change.rewording.after.plain


def compare_edits(revisions: Revisions, kind: Kind) -> Iterator[Found]:
    """Set each revision beside the one before it and say what became of the facts of one kind."""
    for step in steps(revisions):
        told = False
        for rewording in step.rewordings:
            for change in changes(rewording):
                told = told or change.kind is Kind.FIGURE
                if change.kind is kind and not step.rewritten:
                    yield _judged(_Edited(change, step), revisions)
            if kind is Kind.SOURCE and source_added(rewording) and not changes(rewording):
                yield edited_for(
                    Reason.ATTRIBUTION_ADDED, "The later text says who says so.", "source",
                    quoted(step.before, rewording.before.span),
                    quoted(step.after, rewording.after.span),
                )  # fmt: skip
        fall = None if told or kind is not Kind.FIGURE else fall_in_toll(step)
        if fall is not None and not new_notes(step):
            yield _fallen(fall, step)


def _fallen(fall: Fall, step: Step) -> Conflict:
    before, after = evidence_of(fall.before), evidence_of(fall.after)
    outlet = outlet_of(step.after.article)
    return Conflict(
        severity=Severity.HIGH,
        message=f"{outlet} had {before.value} and{by_when(step.after.article)} has {after.value}, "
        "without a word about it.",
        slot="figure|text|killed",
        sides=(
            Side(key_of(fall.before.count), (before,)),
            Side(key_of(fall.after.count), (after,)),
        ),
        confidence=0.8,
    )


def _judged(edited: _Edited, revisions: Revisions) -> Found:
    change, step = edited.change, edited.step
    judged = judge_figure(change, step) if change.kind is Kind.FIGURE else Judged()
    reason = _excuse(edited, revisions) or judged.reason
    sides = _sides(edited)
    if reason is not None:
        return edited_for(
            reason,
            f"{outlet_of(step.after.article)} changed {_what(change)}.",
            f"{change.kind.value}|{change.before.field.value}",
            *(side.evidence[0] for side in sides),
        )
    return Conflict(
        severity=judged.severity or severity_of(change),
        message=_message(change, step, judged),
        slot=f"{change.kind.value}|{change.before.field.value}|{judged.measure}",
        sides=sides,
        confidence=0.9 if change.old else 0.75,
    )


def _excuse(edited: _Edited, revisions: Revisions) -> Reason | None:
    """Why an edit of any kind needs no finding: the outlet says so, or took it back."""
    change, step = edited.change, edited.step
    old, new = ([edited.values[n]] if change.old else [] for n in (0, 1))
    around = change.rewording.before.keys
    notes = new_notes(step)
    columns = column_notes(revisions.notes, step.before.article.title)
    if any(note.credits(old, new, around) for note in (*notes, *columns)):
        return Reason.CORRECTED
    title = change.before.field is Field.TITLE
    original = change.rewording.before.plain
    for reading in step.later:
        if original in {piece.plain for piece in _field(reading.article, change.before)}:
            return Reason.HEADLINE_TEST if title else Reason.SUPERSEDED
    for reading in _earlier(step, revisions):
        if change.rewording.after.plain in {
            piece.plain for piece in _field(reading.article, change.before)
        }:
            return Reason.HEADLINE_TEST if title else Reason.SUPERSEDED
    if change.kind is Kind.NAME and change.old and change.new and _spelling(change):
        return Reason.NAME_VARIANT
    return None


def _earlier(step: Step, revisions: Revisions) -> list[Reading]:
    """The readings before a step."""
    at = revisions.readings.index(step.before)
    return [reading for reading in revisions.readings[:at] if stands(reading, revisions)]


def _field(article: Article, span: Span) -> list[Piece]:
    """The pieces of the field that a span points into, where a revision has it."""
    if span.image is not None and span.image >= len(article.images):
        return []
    return pieces(article, span.field, span.image)


def _spelling(change: Change) -> bool:
    """Whether two names are one name spelled in two ways."""
    assert change.old is not None
    assert change.new is not None
    ours, theirs = change.old.key.split(), change.new.key.split()
    if len(ours) != len(theirs):
        return False
    pairs = [(a, b) for a, b in zip(ours, theirs, strict=True) if a != b]
    return all(_near(a, b) for a, b in pairs)


def _near(a: str, b: str) -> bool:
    """Whether two words of some length differ in one letter, doubled, dropped or replaced."""
    if min(len(a), len(b)) < 5 or a[0] != b[0] or abs(len(a) - len(b)) > 1:
        return False
    shorter = min(len(a), len(b))
    start = next((n for n in range(shorter) if a[n] != b[n]), shorter)
    return (
        a[start + 1 :] == b[start + 1 :]
        or a[start + 1 :] == b[start:]
        or a[start:] == b[start + 1 :]
    )


def _sides(edited: _Edited) -> tuple[Side, Side]:
    change, step = edited.change, edited.step
    return (
        Side(edited.values[0], (quoted(step.before, change.rewording.before.span, change.before),)),
        Side(edited.values[1], (quoted(step.after, change.rewording.after.span, change.after),)),
    )


def _what(change: Change) -> str:
    if change.old is None or change.new is None:
        return change.about or "a sentence"
    old, new = (
        piece.text[fact.start : fact.end]
        for piece, fact in (
            (change.rewording.before, change.old),
            (change.rewording.after, change.new),
        )
    )
    return f"{_NAMES[change.kind]} from “{old}” to “{new}”"


def _message(change: Change, step: Step, judged: Judged) -> str:
    outlet = outlet_of(step.after.article)
    when = by_when(step.after.article)
    hint = f" – {judged.hint}" if judged.hint else ""
    if change.old is not None:
        return f"{outlet} changed {_what(change)}{when}, without a word about it{hint}."
    return f"{outlet} changed a sentence{when} without a word about it: {change.about}{hint}."
