"""What addresses answered last, and hosts that asked to be left alone."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import asdict
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Row, select
from sqlmodel import Session

from storage.bulk import look_up, put_rows
from storage.lists import one_of
from storage.rows.columns import moment, page_key
from storage.rows.visits import ANSWER, HOST
from storage.visited import Answered

_ANSWERS = select(ANSWER).where(one_of(ANSWER.c.key))


def load_answers(session: Session, urls: Collection[str]) -> dict[str, Answered]:
    """What each of these addresses answered last; those never asked are left out."""
    keys = {page_key(url): url for url in urls}
    return {keys[row.key]: _answered(row) for row in look_up(session, _ANSWERS, keys)}


def save_answers(session: Session, answers: Iterable[Answered]) -> None:
    """Remember answers in place of earlier ones of the same addresses."""
    put_rows(session, ANSWER, [_row(one) for one in answers])


def lied_at(session: Session, url: str) -> datetime | None:
    """When an address of the same host last gave other content under the same validators."""
    query = (
        select(ANSWER.c.lied)
        .where(ANSWER.c.site == _site(url), ANSWER.c.lied.is_not(None))
        .order_by(ANSWER.c.lied.desc())
        .limit(1)
    )
    found: datetime | None = session.connection().execute(query).scalar()
    return found


def save_rest(session: Session, host: str, until: datetime) -> None:
    """Remember that ``host`` asked to be left alone ``until`` then (aware)."""
    put_rows(session, HOST, [{"host": host, "until": moment(until)}])


def load_rests(session: Session, now: datetime) -> dict[str, datetime]:
    """The hosts to be left alone ``now`` (aware), and until when."""
    query = select(HOST).where(HOST.c.until > moment(now))
    return {row.host: row.until for row in session.connection().execute(query)}


def _row(answer: Answered) -> dict[str, Any]:
    lied = moment(answer.lied) if answer.lied else None
    return {
        **asdict(answer),
        "lied": lied,
        "key": page_key(answer.url),
        "site": _site(answer.url),
    }


def _answered(row: Row[Any]) -> Answered:
    fields = dict(row._mapping)
    del fields["key"], fields["site"]
    return Answered(**fields)


def _site(url: str) -> str:
    return urlsplit(url).netloc.lower()
