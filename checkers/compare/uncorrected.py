"""Copies of a report that keep a figure which their source has corrected."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.compare.changes import Change, Kind, changes
from checkers.compare.edited import judge_figure
from checkers.compare.notes import new_notes, notes_in
from checkers.compare.quoting import piece_evidence
from checkers.compare.revised import Step, steps
from checkers.compare.values import is_people, outlet_of
from checkers.compare.wording import Piece, likeness, pieces
from checkers.model import Conflict, Copies, Field, Reading, Revisions, Severity, Side

# Share of words that a copied sentence keeps.
_COPIED = 0.85


def compare_with_source(copies: Copies, *, people: bool) -> Iterator[Conflict]:
    """Copies, read after the correction, in which the withdrawn figure still stands.

    Args:
        copies: The articles that share a text.
        people: Whether to look at what befell people, or at all other figures.
    """
    everyone = (copies.own, *copies.others)
    for source in everyone:
        for step in steps(source):
            for change in _corrected(step):
                measure = judge_figure(change, step).measure
                if is_people(measure) is not people:
                    continue
                keeping = [
                    found for one in everyone if (found := _keeps(one, source, step, change))
                ]
                if keeping:
                    yield _conflict(step, change, keeping, measure)


def _corrected(step: Step) -> Iterator[Change]:
    """The figures that an outlet changed and says so."""
    notes = new_notes(step)
    for rewording in step.rewordings:
        for change in changes(rewording):
            if change.kind is Kind.FIGURE and change.old and change.new:
                around = rewording.before.keys
                if any(n.credits([change.old.key], [change.new.key], around) for n in notes):
                    yield change


def _keeps(
    copy: Revisions, source: Revisions, step: Step, change: Change
) -> tuple[Reading, Piece] | None:
    """A copy's sentence with the withdrawn figure, where it was read after the correction."""
    reading = copy.readings[-1]
    fetched, corrected = reading.article.fetched, step.after.article.fetched
    if copy.url == source.url or reading.page or notes_in(reading.article):
        return None
    if fetched is None or corrected is None or fetched <= corrected:
        return None
    before, after = change.rewording.before, change.rewording.after
    for piece in pieces(reading.article, Field.TEXT):
        if likeness(piece, before) >= _COPIED and likeness(piece, before) > likeness(piece, after):
            return reading, piece
    return None


def _conflict(
    step: Step, change: Change, keeping: list[tuple[Reading, Piece]], measure: str
) -> Conflict:
    assert change.old is not None
    assert change.new is not None
    keeping = sorted(keeping, key=lambda found: _order(found[0]))
    outlet, number = outlet_of(step.after.article), len(keeping)
    copies = outlet_of(keeping[0][0].article) if number == 1 else f"{number} copies"
    old, new = change.rewording.before, change.rewording.after
    return Conflict(
        severity=Severity.MEDIUM,
        message=f"{outlet} corrected {old.text[change.old.start : change.old.end]} to "
        f"{new.text[change.new.start : change.new.end]}; {copies} still had the withdrawn figure "
        f"afterwards.",
        slot=f"uncorrected|{measure}",
        sides=(
            Side(change.new.key, (piece_evidence(step.after, new),)),
            Side(change.old.key, tuple(piece_evidence(*found) for found in keeping)),
        ),
    )


def _order(reading: Reading) -> tuple[float, str]:
    published = reading.article.published
    return published.at.timestamp() if published else 0.0, reading.article.url
