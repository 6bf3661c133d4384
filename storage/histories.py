"""What the past holds beside an article: its revisions, and articles that share its text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

from sqlalchemy import bindparam, func, select
from sqlmodel import Session

from checkers.model import Article, Reading, Stamp
from storage.articles import WITHOUT_PICTURES, to_article
from storage.bulk import look_up
from storage.lists import one_of
from storage.readings import load_readings
from storage.rows.articles import ARTICLE, REVISION
from storage.rows.columns import page_key
from storage.rows.copies import COPY_BAND

# Articles from which on a key says nothing: what so many share is an outlet's standing phrase. They
# are not kept under it either, so that no key leads to more, however large the archive.
CROWD = 20

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
_HELD = (
    select(COPY_BAND.c.band, func.count().label("articles"))
    .where(one_of(COPY_BAND.c.band))
    .group_by(COPY_BAND.c.band)
)
_HOLDERS = select(COPY_BAND.c.band, COPY_BAND.c.article_id).where(one_of(COPY_BAND.c.band))
_ADDRESSES = select(ARTICLE.c.id, ARTICLE.c.url).where(one_of(ARTICLE.c.id))


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


def uncrowded(session: Session, keys: Sequence[str]) -> list[str]:
    """The keys under which there is still room for another article."""
    held = {row.band: row.articles for row in look_up(session, _HELD, keys)}
    return [key for key in keys if held.get(key, 0) < CROWD]


def sharing(
    session: Session,
    url: str,
    keys: Sequence[str],
    bands: Sequence[str] = (),
    *,
    most: int,
    least: int = 1,
) -> list[str]:
    """Addresses of other pages found under at least ``least`` of the keys, or under any band.

    At most ``most``, those with the most keys first, then the first to arrive. Keys that a crowd
    shares do not count.
    """
    holders: dict[str, list[int]] = {}
    for band, article in look_up(session, _HOLDERS, [*keys, *bands]):
        holders.setdefault(band, []).append(article)
    sure = {article for band in bands for article in holders.get(band, ())}
    shared = Counter(
        article
        for band, found in holders.items()
        if band in bands or len(found) < CROWD
        for article in found
    )
    chosen = [article for article, count in shared.items() if count >= least or article in sure]
    chosen.sort(key=lambda article: (-shared[article], article))
    # The page itself may be among them.
    addresses = {row.id: row.url for row in look_up(session, _ADDRESSES, chosen[: most + 1])}
    others = [addresses[article] for article in chosen[: most + 1] if addresses[article] != url]
    return others[:most]
