"""Articles and their revisions. The caller opens the session, which commits at its end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Row, select
from sqlmodel import Session

from checkers.errors import NotFound
from checkers.model import Article
from storage.bulk import insert_missing, insert_rows, look_up
from storage.codec import Codec
from storage.lists import one_of
from storage.renumbering import move_numbers
from storage.revisions import Known, find_same, place_of
from storage.rows.articles import ARTICLE, REVISION
from storage.rows.columns import moment, page_key
from storage.stored import Saved
from storage.words import storable_article

_DOCUMENT = Codec(Article, without=("url", "title", "text", "revision"))

# What an article is made of; the bytes of its pictures are asked for where they are needed.
WITHOUT_PICTURES = (
    REVISION.c.id,
    REVISION.c.number,
    REVISION.c.title,
    REVISION.c.text,
    REVISION.c.document,
    ARTICLE.c.url,
)
WHOLE = (*WITHOUT_PICTURES, REVISION.c.pictures)

_NEVER = datetime.max.replace(tzinfo=UTC)

_PAGES = select(ARTICLE.c.key, ARTICLE.c.id).where(one_of(ARTICLE.c.key))
_HISTORIES = select(
    REVISION.c.article_id,
    REVISION.c.id,
    REVISION.c.number,
    REVISION.c.digest,
    REVISION.c.taken,
).where(one_of(REVISION.c.article_id))

State = Literal["new", "revised", "unchanged"]


def save_article(session: Session, article: Article, seen: datetime) -> Saved:
    """Store one article; see ``save_articles``."""
    return save_articles(session, [article], seen)[0]


def save_articles(session: Session, articles: Iterable[Article], seen: datetime) -> list[Saved]:
    """Store articles as revisions of their pages; return each as it will be loaded again.

    Revisions are counted in the order of fetching; one that arrives late takes its place, and the
    numbers after it move up. ``seen`` (aware) stands in for an unknown time of fetching in that
    order alone: the article's own ``fetched`` stays None. Characters that no database holds are
    replaced one for one. Saving the same articles again changes nothing.
    """
    given = [storable_article(article) for article in articles]
    pages = _pages(session, [article.url for article in given])
    histories = _histories(session, sorted(pages.values()))
    placed = [_place(histories[pages[article.url]], article, seen) for article in given]
    _write(session, histories)
    return [
        Saved(replace(article, revision=known.number), state)
        for article, (known, state) in zip(given, placed, strict=True)
    ]


def load_article(session: Session, url: str, revision: int | None = None) -> Article:
    """One revision of an article, the latest unless a number is given.

    Raises:
        NotFound: the store has none.
    """
    query = select(*WHOLE).join_from(ARTICLE, REVISION).where(ARTICLE.c.key == page_key(url))
    if revision is not None:
        query = query.where(REVISION.c.number == revision)
    row = session.connection().execute(query.order_by(REVISION.c.number.desc()).limit(1)).first()
    if row is None:
        which = "" if revision is None else f"revision {revision} of "
        raise NotFound(f"{which}{url} is not in the store")
    return to_article(row, row.pictures)


def revisions(session: Session, url: str) -> list[Article]:
    """Every revision of an article, in the order of fetching; none where it is unknown."""
    query = (
        select(*WHOLE)
        .join_from(ARTICLE, REVISION)
        .where(ARTICLE.c.key == page_key(url))
        .order_by(REVISION.c.number)
    )
    return [to_article(row, row.pictures) for row in session.connection().execute(query)]


def by_publication(article: Article) -> tuple[datetime, str]:
    """Sorts articles by publication, then address; those of unknown time come last."""
    return (article.published.at if article.published else _NEVER, article.url)


def to_article(row: Row[Any], pictures: Sequence[str] | None = None) -> Article:
    """The article in a row of ``WITHOUT_PICTURES``; ``pictures`` holds their bytes, in order."""
    return article_of(row.document, row.url, row.title, row.text, row.number, pictures)


def article_of(
    document: Mapping[str, Any],
    url: str,
    title: str,
    text: str,
    number: int,
    pictures: Sequence[str] | None = None,
) -> Article:
    """The article whose parts are given; ``pictures`` holds the bytes of its pictures, in order."""
    article = _DOCUMENT.decode(document, url=url, title=title, text=text, revision=number)
    if not pictures:
        return article
    images = tuple(
        replace(image, data=data) for image, data in zip(article.images, pictures, strict=True)
    )
    return replace(article, images=images)


def _pages(session: Session, urls: Sequence[str]) -> dict[str, int]:
    """The id of each address, which is new to the store or not."""
    keys = {page_key(url): url for url in urls}
    insert_missing(session, ARTICLE, [{"key": key, "url": url} for key, url in keys.items()])
    return {keys[row.key]: row.id for row in look_up(session, _PAGES, keys)}


def _histories(session: Session, pages: Sequence[int]) -> dict[int, list[Known]]:
    histories: dict[int, list[Known]] = {page: [] for page in pages}
    for row in look_up(session, _HISTORIES, pages):
        known = Known(row.digest, row.taken, row.id, row.number)
        histories[row.article_id].append(known)
    for history in histories.values():
        history.sort(key=lambda known: known.number)
    return histories


def _place(history: list[Known], article: Article, seen: datetime) -> tuple[Known, State]:
    """Find the revision that an article is, or add it to its page's history."""
    taken = moment(article.fetched or seen)
    new = Known(article.digest, taken, article=article)
    same = find_same(history, new, dated=article.fetched is not None)
    if same is not None:
        return same, "unchanged"
    history.insert(place_of(history, new), new)
    return new, "new" if len(history) == 1 else "revised"


def _write(session: Session, histories: Mapping[int, list[Known]]) -> None:
    added, moved = [], []
    for page, history in histories.items():
        for number, known in enumerate(history, start=1):
            if known.article is not None:
                known.number = number
                added.append(_row(page, known, known.article))
            elif known.number != number:
                known.number = number
                moved.append(known)
    move_numbers(session, moved)
    insert_rows(session, REVISION, added)


def _row(page: int, known: Known, article: Article) -> dict[str, Any]:
    pictures = [image.data for image in article.images]
    images = tuple(replace(image, data="") if image.data else image for image in article.images)
    published = article.published.at if article.published else None
    return {
        "article_id": page,
        "number": known.number,
        "digest": known.digest,
        "taken": known.taken,
        "published": moment(published) if published else None,
        "state": "unread",
        "detail": "",
        "unjudged": False,
        "title": article.title,
        "text": article.text,
        "document": _DOCUMENT.encode(replace(article, images=images)),
        "pictures": pictures if any(pictures) else None,
    }
