"""The pages that sources pointed to, and when each is to be looked at again."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from sqlalchemy import Row, func, select
from sqlmodel import Session

from storage.bulk import put_rows
from storage.rows.articles import ARTICLE, REVISION
from storage.rows.columns import moment, page_key
from storage.rows.visits import PAGE
from storage.visited import Page

_TIMES = ("first_seen", "checked", "due", "gone")


def load_page(session: Session, url: str) -> Page | None:
    """The page that is asked for at ``url``, or None where it never was."""
    row = session.connection().execute(select(PAGE).where(PAGE.c.key == page_key(url))).first()
    return None if row is None else _page(row)


def save_pages(session: Session, pages: Iterable[Page]) -> None:
    """Remember pages, in place of what was known of them."""
    put_rows(session, PAGE, [_row(page) for page in pages])


def pages_to_check(session: Session, source: str, due_by: datetime | None) -> list[Page]:
    """Pages of a source to look at again by then (aware), the longest due first; None: them all."""
    query = select(PAGE).where(PAGE.c.source == source, PAGE.c.due.is_not(None))
    if due_by is not None:
        query = query.where(PAGE.c.due <= moment(due_by))
    return [_page(row) for row in session.connection().execute(query.order_by(PAGE.c.due))]


def sources_to_check(session: Session, due_by: datetime) -> set[str]:
    """Names of sources that have pages to look at again by then (aware)."""
    query = select(PAGE.c.source).where(PAGE.c.due <= moment(due_by)).distinct()
    return set(session.connection().execute(query).scalars())


def gone_pages(session: Session) -> dict[str, int]:
    """How many pages of each source are no longer there; sources without any are left out."""
    query = (
        select(PAGE.c.source, func.count()).where(PAGE.c.gone.is_not(None)).group_by(PAGE.c.source)
    )
    return {row[0]: row[1] for row in session.connection().execute(query)}


def latest_revision(session: Session, url: str) -> int:
    """Number of the last revision of an article; 0 where the store has none."""
    query = (
        select(func.max(REVISION.c.number))
        .join_from(ARTICLE, REVISION)
        .where(ARTICLE.c.key == page_key(url))
    )
    return session.connection().scalar(query) or 0


def _row(page: Page) -> dict[str, Any]:
    row = {**asdict(page), "key": page_key(page.url)}
    return row | {name: moment(row[name]) for name in _TIMES if row[name] is not None}


def _page(row: Row[Any]) -> Page:
    fields = dict(row._mapping)
    del fields["key"]
    return Page(**fields)
