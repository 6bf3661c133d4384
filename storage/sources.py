"""The sources that a nightly run visits, and how each last went."""

from __future__ import annotations

from dataclasses import asdict, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlmodel import Session

from checkers.errors import NotFound, WrongUse
from storage.bulk import insert_rows
from storage.rows.columns import LONGEST_KEY, moment
from storage.rows.runs import SOURCE
from storage.stored import Source
from storage.words import storable


def list_sources(session: Session, *, enabled: bool | None = None) -> list[Source]:
    """Sources by name: all, or only those that are (or are not) visited."""
    query = select(SOURCE).order_by(SOURCE.c.name)
    if enabled is not None:
        query = query.where(SOURCE.c.enabled == enabled)
    return [_source(row) for row in session.connection().execute(query)]


def load_source(session: Session, name: str) -> Source:
    """The source of that name.

    Raises:
        NotFound: there is none.
    """
    row = session.connection().execute(select(SOURCE).where(SOURCE.c.name == name)).first()
    if row is None:
        raise NotFound(f"no source {name!r} is in the list; recount sources list shows them")
    return _source(row)


def add_source(session: Session, source: Source, added: datetime) -> Source:
    """Put a source on the list at ``added`` (aware); adding the same one again changes nothing.

    Raises:
        WrongUse: the name or the address is taken by another, or the name cannot be used.
    """
    name = storable(source.name.strip())
    if not name or len(name) > LONGEST_KEY:
        raise WrongUse(f"the name of a source has 1 to {LONGEST_KEY} characters")
    for known in list_sources(session):
        if known.name == name and known.url == source.url:
            return known
        if known.name == name:
            raise WrongUse(f"a source {name!r} is there already, at {known.url}; use another name")
        if known.url == source.url:
            raise WrongUse(f"{source.url} is there already, as {known.name!r}")
    new = replace(source, name=name, added=moment(source.added or added))
    insert_rows(session, SOURCE, [asdict(new)])
    return load_source(session, name)


def remove_source(session: Session, name: str) -> Source:
    """Take a source off the list and return it; what was read from it stays.

    Raises:
        NotFound: there is none of that name.
    """
    source = load_source(session, name)
    session.connection().execute(delete(SOURCE).where(SOURCE.c.name == name))
    return source


def set_enabled(session: Session, name: str, enabled: bool) -> Source:
    """Have a source visited from now on, or not.

    Raises:
        NotFound: there is none of that name.
    """
    session.connection().execute(
        update(SOURCE).where(SOURCE.c.name == name).values(enabled=enabled)
    )
    return load_source(session, name)


def note_result(session: Session, name: str, at: datetime, error: str = "") -> Source:
    """Note how a visit at ``at`` (aware) went; an empty ``error`` says that it went well.

    Raises:
        NotFound: there is no source of that name.
    """
    values: dict[str, Any] = (
        {"failures": SOURCE.c.failures + 1, "last_error": error}
        if error
        else {"failures": 0, "last_error": "", "last_ok": moment(at)}
    )
    session.connection().execute(update(SOURCE).where(SOURCE.c.name == name).values(**values))
    return load_source(session, name)


def _source(row: Row[Any]) -> Source:
    return Source(**row._mapping)
