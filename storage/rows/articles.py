"""Articles and their revisions."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from storage.rows.columns import Key, Words, table_of


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


ARTICLE = table_of(ArticleRow)
REVISION = table_of(RevisionRow)
