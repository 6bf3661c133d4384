"""The revisions of a page: which one an article is, and the order in which they count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlmodel import Session

from checkers.errors import NotFound
from checkers.model import Article
from storage.bulk import look_up
from storage.lists import one_of
from storage.rows.articles import ARTICLE, REVISION
from storage.rows.columns import page_key

# Where a session keeps the ids it has met: every step of a batch asks for the same ones.
IDS = "recount revision ids"

_NUMBERED = (
    select(ARTICLE.c.key, REVISION.c.number, REVISION.c.id)
    .join_from(ARTICLE, REVISION)
    .where(one_of(ARTICLE.c.key))
)


@dataclass(slots=True, eq=False)
class Known:
    """A revision in the order of its page.

    Attributes:
        digest: Of what the page states.
        taken: When it was fetched, else first seen (aware).
        id: In the store; None for one that is to be added.
        number: In the store; 0 for one that is to be added.
        article: What is to be added; None for one that is stored.
    """

    digest: str
    taken: datetime
    id: int | None = None
    number: int = 0
    article: Article | None = None


def find_same(known: Sequence[Known], new: Known, *, dated: bool) -> Known | None:
    """The revision that ``new`` only repeats, or None where it says something new.

    A page fetched again unchanged repeats its neighbour in time. Where its old words come back
    after others, that is news. Without a time of fetching (``dated`` is False) nobody can tell a
    return from the same file read twice, so any revision counts.
    """
    at = place_of(known, new)
    neighbours = known[max(at - 1, 0) : at + 1]
    for one in known:
        if one.digest == new.digest and (not dated or one.taken == new.taken or one in neighbours):
            return one
    return None


def place_of(known: Sequence[Known], new: Known) -> int:
    """Index at which ``new`` belongs: after all that were taken before it or with it."""
    return sum(one.taken <= new.taken for one in known)


def revision_ids(session: Session, articles: Sequence[Article]) -> list[int]:
    """The id of each article's revision.

    Raises:
        NotFound: one of them was never saved.
    """
    named = [(article.url, article.revision) for article in articles]
    found = find_revisions(session, named)
    for url, number in named:
        if (url, number) not in found:
            raise NotFound(f"revision {number} of {url} is not in the store")
    return [found[one] for one in named]


def find_revisions(
    session: Session, named: Iterable[tuple[str, int]]
) -> dict[tuple[str, int], int]:
    """The ids of revisions named by address and number; those never saved are left out."""
    met: dict[tuple[str, int], int] = session.info.setdefault(IDS, {})
    asked = {(url, number): (page_key(url), number) for url, number in named}
    if unmet := sorted({one[0] for one in asked.values() if one not in met}):
        for key, number, of in look_up(session, _NUMBERED, unmet):
            met[key, number] = of
    return {name: met[one] for name, one in asked.items() if one in met}
