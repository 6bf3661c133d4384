"""What became of findings: who decided what, when and why. Nothing decided is ever lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlmodel import Session

from checkers.model import Status
from storage.bulk import insert_rows, look_up
from storage.lists import one_of
from storage.rows.columns import moment
from storage.rows.findings import DECISION, FINDING
from storage.stored import AUTOMATIC, Decision

# The notes of what follows by itself.
SNOOZE_OVER = "the snooze is over"
SEEN_AGAIN = "seen again"
REGRESSED = "regressed: it had been corrected and is seen again"

_MADE = select(DECISION).where(one_of(DECISION.c.fingerprint))
_IN_FORCE = (
    update(FINDING)
    .where(FINDING.c.fingerprint == bindparam("of"))
    .values(status=bindparam("to"), until=bindparam("day"))
)


def history(session: Session, fingerprint: str) -> list[Decision]:
    """Every decision about a finding, the oldest first."""
    return load_decisions(session, [fingerprint]).get(fingerprint, [])


def load_decisions(session: Session, fingerprints: Sequence[str]) -> dict[str, list[Decision]]:
    """The decisions about each finding, the oldest first; a finding without any is left out."""
    found: dict[str, list[Decision]] = {}
    rows = look_up(session, _MADE, fingerprints)
    for row in sorted(rows, key=lambda row: row.id):
        found.setdefault(row.fingerprint, []).append(_decision(row))
    return found


def decide(session: Session, decisions: Mapping[str, Decision]) -> None:
    """Add one decision to the history of each finding and put it into force."""
    changes = [
        {"of": fingerprint, "to": decision.status.value, "day": decision.until}
        for fingerprint, decision in decisions.items()
    ]
    if changes:
        session.connection().execute(_IN_FORCE, changes)
    insert_rows(
        session, DECISION, [_row(fingerprint, made) for fingerprint, made in decisions.items()]
    )


def wake(session: Session, seen_again: Iterable[Row[Any]], seen: datetime) -> None:
    """Open findings (rows of ``finding``) that a run at ``seen`` has good reason to open again.

    A run that began before a finding was resolved says nothing against it.
    """
    rows = list(seen_again)
    resolved = [row.fingerprint for row in rows if row.status == Status.RESOLVED]
    made = load_decisions(session, resolved)
    notes = {
        row.fingerprint: SNOOZE_OVER
        for row in rows
        if row.status == Status.SNOOZED and row.until is not None and row.until < seen.date()
    }
    notes |= {
        of: REGRESSED if made[of][-1].by == AUTOMATIC else SEEN_AGAIN
        for of in resolved
        if of in made and made[of][-1].at < seen
    }
    decide(
        session,
        {of: Decision(Status.OPEN, AUTOMATIC, seen, note) for of, note in sorted(notes.items())},
    )


def resolve(session: Session, notes: Mapping[str, str], at: datetime) -> None:
    """Close findings that an outlet has put right; ``notes`` says of each how that is known."""
    decide(
        session,
        {of: Decision(Status.RESOLVED, AUTOMATIC, at, note) for of, note in sorted(notes.items())},
    )


def _row(fingerprint: str, decision: Decision) -> dict[str, Any]:
    return {
        "fingerprint": fingerprint,
        "status": decision.status.value,
        "by": decision.by,
        "at": moment(decision.at),
        "note": decision.note,
        "until": decision.until,
    }


def _decision(row: Row[Any]) -> Decision:
    return Decision(Status(row.status), row.by, row.at, row.note, row.until)
