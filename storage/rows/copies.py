"""Copies of one text."""

from __future__ import annotations

import hashlib

from sqlalchemy import BigInteger
from sqlmodel import Field, SQLModel

from storage.rows.columns import KEY_ONLY, Words, table_of
from storage.words import storable


class CopyRow(SQLModel, table=True):
    """The signature of an article's text, and the source that the text goes back to."""

    __tablename__ = "text_copy"

    article_id: int = Field(foreign_key="article.id", primary_key=True)
    root: str = Field(sa_type=Words)
    signature: bytes


class TextKeyRow(SQLModel, table=True):
    """A key of an article's text: of a band of its signature, of a sentence, of its headline.

    The ``latest`` stand by themselves, where few pages hold them all; see ``storage.copies``.
    """

    __tablename__ = "text_key"
    __table_args__ = KEY_ONLY

    latest: bool = Field(primary_key=True)
    key: int = Field(sa_type=BigInteger, primary_key=True)
    article_id: int = Field(foreign_key="text_copy.article_id", primary_key=True, index=True)


COPY = table_of(CopyRow)
TEXT_KEY = table_of(TextKeyRow)


def key_number(key: str) -> int:
    """What a key of a text is kept as: a number of eight bytes, a fifth of what the text takes.

    Any two of the 28 million keys of a million articles share one with a chance of 1 in 47,000.
    """
    digest = hashlib.sha256(storable(key).encode()).digest()
    return int.from_bytes(digest[:8], "big", signed=True)
