"""What is remembered of sources, pages and hosts, so as to visit them well the next time."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from storage.rows.columns import Key, Words, table_of


class AnswerRow(SQLModel, table=True):
    """What one address answered last; ``key`` is a hash of the address."""

    __tablename__ = "answer"
    __table_args__ = (Index(None, "site", "lied"),)

    key: str = Field(sa_type=Key, primary_key=True)
    url: str = Field(sa_type=Words)
    site: str = Field(sa_type=Key)
    etag: str = Field(sa_type=Words)
    modified: str = Field(sa_type=Words)
    digest: str = Field(sa_type=Key)
    since_full: int
    lied: datetime | None = None
    moved: str = Field(sa_type=Words)


class VisitRow(SQLModel, table=True):
    """How the visits to one source went; by its address, so that one of a file has one too."""

    __tablename__ = "visit"

    key: str = Field(sa_type=Key, primary_key=True)
    url: str = Field(sa_type=Words)
    tried: datetime | None = None
    last: datetime | None = None
    news: datetime | None = None
    gap: int | None = None
    next: datetime | None = None
    rest: datetime | None = None
    failures: int
    failing_since: datetime | None = None
    given_up: datetime | None = None


class PageRow(SQLModel, table=True):
    """One page that a source pointed to, and when to look at it again."""

    __tablename__ = "page"
    __table_args__ = (Index(None, "source", "due"),)

    key: str = Field(sa_type=Key, primary_key=True)
    url: str = Field(sa_type=Words)
    article: str = Field(sa_type=Words)
    source: str = Field(sa_type=Key)
    entry: dict[str, Any] = Field(sa_type=JSON)
    told: str = Field(sa_type=Key)
    first_seen: datetime
    checked: datetime
    due: datetime | None = None
    gone: datetime | None = None


class HostRow(SQLModel, table=True):
    """A host that asked to be left alone."""

    __tablename__ = "host"

    host: str = Field(sa_type=Key, primary_key=True)
    until: datetime


ANSWER = table_of(AnswerRow)
VISIT = table_of(VisitRow)
PAGE = table_of(PageRow)
HOST = table_of(HostRow)
