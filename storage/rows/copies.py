"""Copies of one text."""

from __future__ import annotations

from sqlmodel import Field, SQLModel

from storage.rows.columns import KEY_ONLY, Key, Words, table_of


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


COPY = table_of(CopyRow)
COPY_BAND = table_of(CopyBandRow)
