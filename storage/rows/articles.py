"""Articles, their revisions, and what was read in each."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.rows.columns import Key, Words

# Tables of little more than their key: SQLite then keeps the row in the index itself.
KEY_ONLY = {"sqlite_with_rowid": False}


class ArticleRow(SQLModel, table=True):
    """One page, whatever was read of it; ``key`` is a hash of its address."""

    __tablename__ = "article"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(sa_type=Key, unique=True)
    url: str = Field(sa_type=Words)
    # The last revision that could be read: the one that speaks for the article. Without foreign
    # key, since the two tables would then need each other.
    speaks: int | None = Field(default=None, index=True)


class RevisionRow(SQLModel, table=True):
    """One revision of a page. Its number may move when an older one arrives late; its id never."""

    __tablename__ = "revision"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        Index(None, "state", "id"),
        Index(None, "unjudged", "id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    number: int
    digest: str = Field(sa_type=Key)
    taken: datetime  # when it was fetched, or else first seen: what revisions are ordered by
    published: datetime | None = None
    state: str = Field(sa_type=Key)
    detail: str = Field(default="", sa_type=Words)
    unjudged: bool = False
    title: str = Field(sa_type=Words)
    document: dict[str, Any] = Field(sa_type=JSON)
    reading: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    text: str = Field(sa_type=Words)
    # Bytes of its pictures; last, so that a row can be read without them.
    pictures: list[str] | None = Field(default=None, sa_type=JSON)


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


class CopyRow(SQLModel, table=True):
    """The signature of an article's text, and the source that the text goes back to."""

    __tablename__ = "text_copy"

    article_id: int = Field(foreign_key="article.id", primary_key=True)
    root: str = Field(sa_type=Words)
    signature: bytes


class CopyBandRow(SQLModel, table=True):
    """A band of a signature: texts that share one may be copies."""

    __tablename__ = "copy_band"
    __table_args__ = KEY_ONLY

    band: str = Field(sa_type=Key, primary_key=True)
    article_id: int = Field(foreign_key="text_copy.article_id", primary_key=True, index=True)


class PictureUseRow(SQLModel, table=True):
    """A picture or caption in one revision, by key."""

    __tablename__ = "picture_use"
    __table_args__ = KEY_ONLY

    key: str = Field(sa_type=Key, primary_key=True)
    revision_id: int = Field(foreign_key="revision.id", primary_key=True, index=True)
    image: int = Field(primary_key=True)
