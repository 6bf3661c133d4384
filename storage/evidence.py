"""The quotations of findings and reconciliations, kept apart so that they are found by article."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from sqlalchemy import Delete, Select, Table, delete, select
from sqlmodel import Session

from checkers.model import Evidence
from storage.bulk import insert_rows, look_up
from storage.codec import Codec
from storage.lists import WANTED, one_of
from storage.revisions import find_revisions
from storage.rows.articles import REVISION
from storage.rows.columns import page_key

_EVIDENCE = Codec(Evidence)

# The quotations of one outcome, by side.
Sides = Sequence[Sequence[Evidence]]


def put_evidence(session: Session, table: Table, outcomes: Mapping[str, Sides]) -> None:
    """Store the quotations of each outcome (by fingerprint), in place of those it had."""
    forget, _ = _statements(table)
    session.connection().execute(forget, {WANTED: list(outcomes)})
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
    _, query = _statements(table)
    found: dict[str, list[list[Evidence]]] = {of: [] for of in fingerprints}
    rows = look_up(session, query, fingerprints)
    for row in sorted(rows, key=lambda row: row.position):
        sides = found[row.fingerprint]
        sides += [[] for _ in range(row.side + 1 - len(sides))]
        item = _EVIDENCE.decode(row.document)
        if row.number is not None and row.number != item.revision:
            item = replace(item, revision=row.number)
        sides[row.side].append(item)
    return found


@lru_cache
def _statements(table: Table) -> tuple[Delete, Select[Any]]:
    """Those that forget, and those that load, the quotations of some outcomes."""
    some = one_of(table.c.fingerprint)
    columns = (table.c.fingerprint, table.c.position, table.c.side, table.c.document)
    loaded = select(*columns, REVISION.c.number).join_from(table, REVISION, isouter=True)
    return delete(table).where(some), loaded.where(some)


def digest(document: Mapping[str, Any], sides: Sides) -> str:
    """A hash of all that an outcome says: the same as long as there is nothing to write."""
    quoted = [[_EVIDENCE.encode(item) for item in side] for side in sides]
    return hashlib.sha256(json.dumps([document, quoted]).encode()).hexdigest()
