"""Copies of one text: which articles' texts may be the same, and where each goes back to."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlmodel import Session

from checkers.errors import NotFound
from checkers.grouping.copies import Copy
from checkers.model import Article
from storage.bulk import insert_rows, look_up, put_rows
from storage.rows import ARTICLE, COPY, COPY_BAND
from storage.rows.columns import page_key

# Most copies of one text that a new one is compared with. A wire report has hundreds, all of one
# root; the first to arrive say as much as all of them.
MOST_COPIES = 100

# Unsigned numbers of eight bytes: a hash of a signature has at most 64 bits.
_NUMBERS = "Q"


def save_copy(
    session: Session, article: Article, signature: Sequence[int], bands: Sequence[str], root: str
) -> None:
    """Keep an article's signature in place of that of an earlier revision; a short text has none.

    Raises:
        NotFound: the article was not saved before.
    """
    of = _page(session, article.url)
    session.connection().execute(delete(COPY_BAND).where(COPY_BAND.c.article_id == of))
    packed = array(_NUMBERS, signature).tobytes()
    put_rows(session, COPY, [{"article_id": of, "root": root, "signature": packed}])
    insert_rows(
        session, COPY_BAND, [{"band": band, "article_id": of} for band in sorted(set(bands))]
    )


def copies(session: Session, bands: Sequence[str]) -> list[Copy]:
    """Articles whose texts share a band, the first to arrive first, at most ``MOST_COPIES``."""
    query = select(COPY_BAND.c.article_id)
    found = {
        row.article_id for row in look_up(session, query, COPY_BAND.c.band, sorted(set(bands)))
    }
    first = sorted(found)[:MOST_COPIES]
    whole = select(ARTICLE.c.id, ARTICLE.c.url, COPY.c.root, COPY.c.signature)
    rows = look_up(session, whole.join_from(ARTICLE, COPY), ARTICLE.c.id, first)
    return [
        Copy(row.url, row.root, tuple(array(_NUMBERS, row.signature)))
        for row in sorted(rows, key=lambda row: row.id)
    ]


def _page(session: Session, url: str) -> int:
    query = select(ARTICLE.c.id).where(ARTICLE.c.key == page_key(url))
    found: int | None = session.connection().scalar(query)
    if found is None:
        raise NotFound(f"{url} is not in the store")
    return found
