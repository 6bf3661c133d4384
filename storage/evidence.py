"""The quotations of findings and reconciliations, kept apart so that they are found by article."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Table, delete, select
from sqlmodel import Session

from checkers.model import Evidence
from storage.bulk import chunks, insert_rows, look_up
from storage.codec import Codec
from storage.revisions import find_revisions
from storage.rows import REVISION
from storage.rows.columns import page_key

_EVIDENCE = Codec(Evidence)

# The quotations of one outcome, by side.
Sides = Sequence[Sequence[Evidence]]


def put_evidence(session: Session, table: Table, outcomes: Mapping[str, Sides]) -> None:
    """Store the quotations of each outcome (by fingerprint), in place of those it had."""
    for chunk in chunks(list(outcomes)):
        session.connection().execute(delete(table).where(table.c.fingerprint.in_(chunk)))
    cited = [item for sides in outcomes.values() for side in sides for item in side]
    known = find_revisions(session, [(item.url, item.revision) for item in cited])
    rows = []
    for fingerprint, sides in outcomes.items():
        numbered = [(side, item) for side, items in enumerate(sides) for item in items]
        for position, (side, item) in enumerate(numbered):
            row = {
                "fingerprint": fingerprint,
                "position": position,
                "side": side,
                "article_key": page_key(item.url),
                "revision_id": known.get((item.url, item.revision)),
                "publisher": item.publisher.casefold(),
                "document": _EVIDENCE.encode(item),
            }
            rows.append(row)
    insert_rows(session, table, rows)


def load_evidence(
    session: Session, table: Table, fingerprints: Sequence[str]
) -> dict[str, list[list[Evidence]]]:
    """The quotations of each outcome by side, each with its revision's number of today."""
    query = select(
        table.c.fingerprint, table.c.position, table.c.side, table.c.document, REVISION.c.number
    ).join_from(table, REVISION, isouter=True)
    found: dict[str, list[list[Evidence]]] = {of: [] for of in fingerprints}
    rows = look_up(session, query, table.c.fingerprint, fingerprints)
    for row in sorted(rows, key=lambda row: row.position):
        sides = found[row.fingerprint]
        sides += [[] for _ in range(row.side + 1 - len(sides))]
        item = _EVIDENCE.decode(row.document)
        if row.number is not None and row.number != item.revision:
            item = replace(item, revision=row.number)
        sides[row.side].append(item)
    return found


def digest(document: Mapping[str, Any], sides: Sides) -> str:
    """A hash of all that an outcome says: the same as long as there is nothing to write."""
    quoted = [[_EVIDENCE.encode(item) for item in side] for side in sides]
    return hashlib.sha256(json.dumps([document, quoted]).encode()).hexdigest()
