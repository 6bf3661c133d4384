"""Copies of one text: which articles' texts may be the same, and where each goes back to."""

from __future__ import annotations

from array import array
from collections.abc import Sequence

from sqlalchemy import bindparam, delete, select
from sqlmodel import Session

from checkers.errors import NotFound
from checkers.grouping.copies import Copy
from checkers.model import Article
from storage.bulk import insert_keys, look_up, put_rows
from storage.lists import one_of
from storage.rows.articles import ARTICLE
from storage.rows.columns import page_key
from storage.rows.copies import COPY, COPY_BAND

# Most copies of one text that a new one is compared with, and that are kept under a band. A wire
# report has hundreds, all of one root; the first to arrive say as much as all of them.
MOST_COPIES = 100

# Unsigned numbers of eight bytes: a hash of a signature has at most 64 bits.
_NUMBERS = "Q"

_PAGE = select(ARTICLE.c.id).where(ARTICLE.c.key == bindparam("key"))
_NO_BANDS = delete(COPY_BAND).where(COPY_BAND.c.article_id == bindparam("of"))
_SHARING = select(COPY_BAND.c.article_id).where(one_of(COPY_BAND.c.band))
_SIGNED = (
    select(ARTICLE.c.id, ARTICLE.c.url, COPY.c.root, COPY.c.signature)
    .join_from(ARTICLE, COPY)
    .where(one_of(ARTICLE.c.id))
)


def save_copy(
    session: Session, article: Article, signature: Sequence[int], bands: Sequence[str], root: str
) -> None:
    """Keep an article's signature in place of that of an earlier revision; a short text has none.

    Raises:
        NotFound: the article was not saved before.
    """
    of = _page(session, article.url)
    session.connection().execute(_NO_BANDS, {"of": of})
    packed = array(_NUMBERS, signature).tobytes()
    put_rows(session, COPY, [{"article_id": of, "root": root, "signature": packed}])
    insert_keys(session, COPY_BAND, bands, of, MOST_COPIES)


def copies(session: Session, bands: Sequence[str]) -> list[Copy]:
    """Articles whose texts share a band, the first to arrive first, at most ``MOST_COPIES``."""
    found = {row.article_id for row in look_up(session, _SHARING, bands)}
    rows = look_up(session, _SIGNED, sorted(found)[:MOST_COPIES])
    return [
        Copy(row.url, row.root, tuple(array(_NUMBERS, row.signature)))
        for row in sorted(rows, key=lambda row: row.id)
    ]


def _page(session: Session, url: str) -> int:
    found: int | None = session.connection().scalar(_PAGE, {"key": page_key(url)})
    if found is None:
        raise NotFound(f"{url} is not in the store")
    return found
