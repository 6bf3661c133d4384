"""Numbers of revisions that move, and what has to be judged again when they do."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select, update
from sqlmodel import Session

from storage.lists import WANTED, one_of
from storage.revisions import IDS, Known
from storage.rows.articles import REVISION
from storage.rows.events import EVENT
from storage.rows.findings import RECONCILIATION, RECONCILIATION_EVIDENCE
from storage.rows.readings import MENTION

_NUMBER = update(REVISION).where(REVISION.c.id == bindparam("of")).values(number=bindparam("to"))
_RESTING = select(RECONCILIATION_EVIDENCE.c.fingerprint).where(
    one_of(RECONCILIATION_EVIDENCE.c.revision_id)
)
_TAKEN_BACK = delete(RECONCILIATION).where(RECONCILIATION.c.fingerprint.in_(_RESTING))
_JUDGED_AGAIN = (
    update(REVISION)
    .where(one_of(REVISION.c.id), REVISION.c.reading.is_not(None))
    .values(unjudged=True)
)
_SPOKEN_OF = select(MENTION.c.event_id).where(one_of(MENTION.c.revision_id))
_UNSETTLED = update(EVENT).where(EVENT.c.id.in_(_SPOKEN_OF)).values(unjudged=True)


def move_numbers(session: Session, moved: Sequence[Known]) -> None:
    """Give stored revisions their new numbers after an older one took its place among them.

    Evidence knows its revision by id and follows by itself. A reconciliation's key holds the
    number, so those that rest on a moved revision are taken back, and judged again with all else
    that the revision is part of.
    """
    if not moved:
        return
    session.info.pop(IDS, None)
    connection = session.connection()
    # From the last one down, so that no two hold one number in between.
    last_first = sorted(moved, key=lambda known: known.number, reverse=True)
    connection.execute(_NUMBER, [{"of": known.id, "to": known.number} for known in last_first])
    ids = [known.id for known in moved]
    connection.execute(_TAKEN_BACK, {WANTED: ids})
    connection.execute(_JUDGED_AGAIN, {WANTED: ids})
    unsettle_events(session, ids)


def unsettle_events(session: Session, revisions: Sequence[int | None]) -> None:
    """Have the events that these revisions speak of judged again."""
    session.connection().execute(_UNSETTLED, {WANTED: list(revisions)})
