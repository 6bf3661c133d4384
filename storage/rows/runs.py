"""Runs, and the sources that they visit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from storage.rows.columns import Key, Words, table_of


class RunRow(SQLModel, table=True):
    """One run; without ``ended`` it was killed or still goes on."""

    __tablename__ = "run"

    id: str = Field(sa_type=Key, primary_key=True)
    kind: str = Field(sa_type=Key)
    started: datetime = Field(index=True)
    ended: datetime | None = None
    counts: dict[str, Any] = Field(sa_type=JSON)
    failures: list[dict[str, Any]] = Field(sa_type=JSON)


class SourceRow(SQLModel, table=True):
    """One source, by the name that people gave it."""

    __tablename__ = "source"

    name: str = Field(sa_type=Key, primary_key=True)
    url: str = Field(sa_type=Words)
    publisher: str = Field(sa_type=Words)
    kind: str = Field(sa_type=Key)
    language: str = Field(sa_type=Key)
    enabled: bool
    every_minutes: int
    added: datetime
    last_ok: datetime | None = None
    failures: int
    last_error: str = Field(sa_type=Words)
    section: str = Field(sa_type=Words)


RUN = table_of(RunRow)
SOURCE = table_of(SourceRow)
