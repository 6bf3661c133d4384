"""Differences that are not findings, each with its reason: the other half of the promise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, Row, bindparam, func, select, update
from sqlmodel import Session

from checkers.model import Family, Reason, Reconciliation
from storage.bulk import CHUNK, look_up, put_rows
from storage.codec import Codec
from storage.evidence import digest, load_evidence, put_evidence
from storage.lists import WANTED, one_of
from storage.rows.columns import page_key
from storage.rows.findings import RECONCILIATION, RECONCILIATION_EVIDENCE

_DOCUMENT = Codec(Reconciliation, without=("evidence",))


_KNOWN = select(
    RECONCILIATION.c.fingerprint, RECONCILIATION.c.digest, RECONCILIATION.c.first_seen
).where(one_of(RECONCILIATION.c.fingerprint))
_SEEN_AGAIN = (
    update(RECONCILIATION)
    .where(one_of(RECONCILIATION.c.fingerprint), RECONCILIATION.c.last_seen <= bindparam("at"))
    .values(last_seen=bindparam("at"), run=bindparam("in"))
)
_WANTED = select(RECONCILIATION.c.fingerprint, RECONCILIATION.c.document).where(
    one_of(RECONCILIATION.c.fingerprint)
)


class ReconciliationFilter(TypedDict, total=False):
    """What reconciliations are wanted; an absent entry, or None, lets all through."""

    event: str | None
    url: str | None
    family: Family | None
    reason: Reason | None
    run: str | None


def save_reconciliations(
    session: Session, found: Mapping[str, Reconciliation], seen: datetime, run: str | None
) -> None:
    """Store reconciliations (by fingerprint); one that is known is only seen again."""
    known = {row.fingerprint: row for row in look_up(session, _KNOWN, found)}
    changed = []
    for of, reconciliation in found.items():
        row = _row(of, reconciliation, seen, run)
        if of not in known:
            changed.append(row)
        elif known[of].digest != row["digest"]:
            changed.append({**row, "first_seen": known[of].first_seen})
    put_rows(session, RECONCILIATION, changed)
    evidence = {row["fingerprint"]: [found[row["fingerprint"]].evidence] for row in changed}
    put_evidence(session, RECONCILIATION_EVIDENCE, evidence)
    again = {WANTED: list(known), "at": seen, "in": run}
    session.connection().execute(_SEEN_AGAIN, again)


def reconciliations(
    session: Session, **wanted: Unpack[ReconciliationFilter]
) -> list[Reconciliation]:
    """Reconciliations by family and reason."""
    return list(each_reconciliation(session, **wanted))


def each_reconciliation(
    session: Session, **wanted: Unpack[ReconciliationFilter]
) -> Iterator[Reconciliation]:
    """As ``reconciliations``, a few hundred at a time: for more than fit into memory."""
    table = RECONCILIATION.c
    query = select(table.fingerprint, table.document).where(*_conditions(wanted))
    ordered = query.order_by(table.family, table.reason, table.fingerprint)
    result = session.connection().execute(ordered, execution_options={"yield_per": CHUNK})
    for rows in result.partitions():
        yield from _loaded(session, rows)


def load_reconciliations(session: Session, fingerprints: Sequence[str]) -> list[Reconciliation]:
    """Reconciliations by fingerprint, in the order asked for; unknown ones are passed over."""
    rows = {row.fingerprint: row for row in look_up(session, _WANTED, fingerprints)}
    return list(_loaded(session, [rows[of] for of in fingerprints if of in rows]))


def reconciliation_counts(session: Session, *, run: str | None = None) -> dict[Reason, int]:
    """How many differences had which reason, the commonest first; those of one run, or all."""
    query = select(RECONCILIATION.c.reason, func.count().label("found"))
    if run is not None:
        query = query.where(RECONCILIATION.c.run == run)
    rows = session.connection().execute(query.group_by(RECONCILIATION.c.reason)).all()
    return {Reason(row.reason): row.found for row in sorted(rows, key=_commonest_first)}


def _commonest_first(row: Row[Any]) -> tuple[int, str]:
    return -row.found, row.reason


def _conditions(wanted: ReconciliationFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        column == value
        for column, value in (
            (RECONCILIATION.c.event_id, wanted.get("event")),
            (RECONCILIATION.c.family, wanted.get("family")),
            (RECONCILIATION.c.reason, wanted.get("reason")),
            (RECONCILIATION.c.run, wanted.get("run")),
        )
        if value is not None
    ]
    if (url := wanted.get("url")) is not None:
        cited = RECONCILIATION_EVIDENCE.c
        quoting = select(cited.fingerprint).where(cited.article_key == page_key(url))
        conditions.append(RECONCILIATION.c.fingerprint.in_(quoting))
    return conditions


def _loaded(session: Session, rows: Sequence[Row[Any]]) -> Iterator[Reconciliation]:
    fingerprints = [row.fingerprint for row in rows]
    evidence = load_evidence(session, RECONCILIATION_EVIDENCE, fingerprints)
    for row in rows:
        items = [item for side in evidence[row.fingerprint] for item in side]
        yield _DOCUMENT.decode(row.document, evidence=tuple(items))


def _row(of: str, found: Reconciliation, seen: datetime, run: str | None) -> dict[str, Any]:
    document = _DOCUMENT.encode(found)
    return {
        "fingerprint": of,
        "family": found.family.value,
        "reason": found.reason.value,
        "event_id": found.event.id if found.event else None,
        "first_seen": seen,
        "last_seen": seen,
        "run": run,
        "digest": digest(document, [found.evidence]),
        "document": document,
    }
