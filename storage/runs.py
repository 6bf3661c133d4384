"""Runs: when each began and ended, and what came of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import uuid4

from sqlalchemy import Row, select, update
from sqlmodel import Session

from checkers.errors import NotFound
from storage.bulk import insert_rows
from storage.rows.columns import moment
from storage.rows.runs import RUN
from storage.stored import Run

# Digits of a run's id: enough for a name that nobody types and no two runs share.
ID_DIGITS = 12


def start_run(session: Session, kind: str, at: datetime) -> Run:
    """Note that a run of this kind (``nightly``, ``check``) began at ``at`` (aware)."""
    run = Run(uuid4().hex[:ID_DIGITS], kind, moment(at), None, {}, ())
    row = {"id": run.id, "kind": kind, "started": run.started, "counts": {}, "failures": []}
    insert_rows(session, RUN, [row])
    return run


def end_run(
    session: Session,
    run_id: str,
    at: datetime,
    counts: Mapping[str, int],
    failures: Sequence[Mapping[str, str]],
) -> Run:
    """Note how a run ended (``at`` is aware): numbers by name, and each failure's words.

    Raises:
        NotFound: no run of that id began.
    """
    session.connection().execute(
        update(RUN)
        .where(RUN.c.id == run_id)
        .values(ended=moment(at), counts=dict(counts), failures=[dict(one) for one in failures])
    )
    return load_run(session, run_id)


def load_run(session: Session, run_id: str) -> Run:
    """One run.

    Raises:
        NotFound: there is none of that id.
    """
    row = session.connection().execute(select(RUN).where(RUN.c.id == run_id)).first()
    if row is None:
        raise NotFound(f"no run {run_id!r} is in the store")
    return _run(row)


def latest_runs(session: Session, count: int) -> list[Run]:
    """The last runs, the latest first."""
    query = select(RUN).order_by(RUN.c.started.desc(), RUN.c.id).limit(count)
    return [_run(row) for row in session.connection().execute(query)]


def _run(row: Row[Any]) -> Run:
    return Run(row.id, row.kind, row.started, row.ended, row.counts, tuple(row.failures))
