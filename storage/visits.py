"""How the visits to sources went. The caller opens the session, which commits at its end."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import asdict
from typing import Any

from sqlalchemy import Row, select, update
from sqlmodel import Session

from storage.bulk import look_up, put_rows
from storage.lists import one_of
from storage.rows.columns import moment, page_key
from storage.rows.visits import VISIT
from storage.visited import Visits

_VISITS = select(VISIT).where(one_of(VISIT.c.key))
_TIMES = ("tried", "last", "news", "next", "rest", "failing_since", "given_up")


def load_visits(session: Session, urls: Collection[str]) -> dict[str, Visits]:
    """The visits to sources at these addresses; of those never visited, none."""
    keys = {page_key(url): url for url in urls}
    found = {keys[row.key]: _visits(row) for row in look_up(session, _VISITS, keys)}
    return {url: found.get(url, Visits(url)) for url in urls}


def save_visits(session: Session, visits: Visits) -> None:
    """Remember how the visits to a source went, in place of what was known."""
    row = asdict(visits)
    row |= {name: moment(row[name]) for name in _TIMES if row[name] is not None}
    put_rows(session, VISIT, [{**row, "key": page_key(visits.url)}])


def try_again(session: Session, url: str) -> None:
    """Visit the source at ``url`` again at the next occasion, though it failed or was given up."""
    session.connection().execute(
        update(VISIT)
        .where(VISIT.c.key == page_key(url))
        .values(next=None, failures=0, failing_since=None, given_up=None)
    )


def _visits(row: Row[Any]) -> Visits:
    fields = dict(row._mapping)
    del fields["key"]
    return Visits(**fields)
