"""Events, the keys that lead to them, the pairs kept apart, and what moved between them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from storage.rows.columns import KEY_ONLY, Key, Words, table_of


class EventRow(SQLModel, table=True):
    """One event as grouping last summed it up; its members are rows of ``mention``.

    It goes by its id, but for its keys: there are dozens, which a number keeps short.
    """

    __tablename__ = "event"

    number: int | None = Field(default=None, primary_key=True)
    id: str = Field(sa_type=Key, unique=True)
    kind: str = Field(sa_type=Key)
    first: datetime | None = None
    last: datetime | None = Field(default=None, index=True)
    words: str = Field(sa_type=Words)  # what a search looks through
    hood: str = Field(default="", sa_type=Key, index=True, sa_column_kwargs={"server_default": ""})
    unjudged: bool = Field(index=True)
    profile: dict[str, Any] = Field(sa_type=JSON)


class EventKeyRow(SQLModel, table=True):
    """A key under which grouping looks the event up."""

    __tablename__ = "event_key"
    __table_args__ = KEY_ONLY

    key: str = Field(sa_type=Key, primary_key=True)
    event: int = Field(foreign_key="event.number", primary_key=True, index=True)


class EventApartRow(SQLModel, table=True):
    """Two events that look alike and are not one, with what kept them apart."""

    __tablename__ = "event_apart"
    __table_args__ = KEY_ONLY

    event_id: str = Field(sa_type=Key, foreign_key="event.id", primary_key=True)
    other_id: str = Field(sa_type=Key, foreign_key="event.id", primary_key=True, index=True)
    why: str = Field(sa_type=Words)


class EventChangeRow(SQLModel, table=True):
    """An article that went from one event to another; without address, what was left of one."""

    __tablename__ = "event_change"

    id: int | None = Field(default=None, primary_key=True)
    at: datetime
    left_id: str = Field(sa_type=Key, foreign_key="event.id", index=True)
    joined_id: str = Field(sa_type=Key, foreign_key="event.id", index=True)
    url: str = Field(sa_type=Words)
    why: list[str] = Field(sa_type=JSON)


EVENT = table_of(EventRow)
EVENT_KEY = table_of(EventKeyRow)
EVENT_APART = table_of(EventApartRow)
EVENT_CHANGE = table_of(EventChangeRow)
