"""What was read in a revision: claims, mentions, pictures."""

from __future__ import annotations

from typing import Any

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from storage.rows.columns import KEY_ONLY, Key, Words, table_of


class ClaimRow(SQLModel, table=True):
    """One claim of one revision."""

    __tablename__ = "claim"
    __table_args__ = KEY_ONLY

    revision_id: int = Field(foreign_key="revision.id", primary_key=True)
    position: int = Field(primary_key=True)
    kind: str = Field(sa_type=Key)
    mention: str | None = Field(default=None, sa_type=Key)
    document: dict[str, Any] = Field(sa_type=JSON)


class MentionRow(SQLModel, table=True):
    """One mention of one revision, and the event that it was put in."""

    __tablename__ = "mention"

    revision_id: int = Field(foreign_key="revision.id", primary_key=True)
    id: str = Field(sa_type=Key, primary_key=True)
    position: int
    background: bool
    event_id: str | None = Field(default=None, sa_type=Key, foreign_key="event.id", index=True)
    joined_by: list[str] = Field(sa_type=JSON)
    root: str = Field(default="", sa_type=Words)
    document: dict[str, Any] = Field(sa_type=JSON)


class PictureUseRow(SQLModel, table=True):
    """A picture or caption in one revision, by key."""

    __tablename__ = "picture_use"
    __table_args__ = KEY_ONLY

    key: str = Field(sa_type=Key, primary_key=True)
    revision_id: int = Field(foreign_key="revision.id", primary_key=True, index=True)
    image: int = Field(primary_key=True)


CLAIM = table_of(ClaimRow)
MENTION = table_of(MentionRow)
PICTURE_USE = table_of(PictureUseRow)
