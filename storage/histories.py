"""What the past holds of an article: its revisions."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import bindparam, select
from sqlmodel import Session

from checkers.model import Article, Reading, Stamp
from storage.articles import WITHOUT_PICTURES, to_article
from storage.bulk import look_up
from storage.lists import one_of
from storage.readings import load_readings
from storage.rows.articles import ARTICLE, REVISION
from storage.rows.columns import page_key

_REVISIONS = (
    select(ARTICLE.c.key, REVISION.c.id)
    .join_from(ARTICLE, REVISION)
    .where(one_of(ARTICLE.c.key))
    .order_by(REVISION.c.number)
)
_BEFORE = (
    select(*WITHOUT_PICTURES)
    .join_from(ARTICLE, REVISION)
    .where(ARTICLE.c.key == bindparam("key"), REVISION.c.number == bindparam("at"))
)


def load_histories(session: Session, urls: Collection[str]) -> dict[str, tuple[Reading, ...]]:
    """The readings of each page's revisions, oldest first; pages without any are left out.

    Pictures come without their bytes.
    """
    keys = {page_key(url): url for url in urls}
    found: dict[str, list[int]] = {}
    for key, revision in look_up(session, _REVISIONS, keys):
        found.setdefault(key, []).append(revision)
    readings = load_readings(session, sorted({of for ids in found.values() for of in ids}))
    histories = {
        keys[key]: tuple(readings[of] for of in ids if of in readings) for key, ids in found.items()
    }
    return {url: history for url, history in histories.items() if history}


def published_before(session: Session, article: Article) -> Stamp | None:
    """The date of publication that the revision before this one gave, or None."""
    if article.revision < 2:
        return None
    wanted = {"key": page_key(article.url), "at": article.revision - 1}
    row = session.connection().execute(_BEFORE, wanted).first()
    return to_article(row).published if row is not None else None
