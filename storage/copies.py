"""Copies of one text: which articles share text, and the source that each goes back to."""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from sqlalchemy import bindparam, delete, func, select, true, update
from sqlmodel import Session

from checkers.errors import NotFound
from checkers.grouping.copies import Copy
from checkers.model import Article
from storage.bulk import insert_missing, look_up, put_rows
from storage.lists import WANTED, one_of
from storage.rows.articles import ARTICLE
from storage.rows.columns import page_key
from storage.rows.copies import COPY, TEXT_KEY, key_number

# Most copies of one text that a new one is compared with, and that are kept under a band. A wire
# report has hundreds, all of one root; the first to arrive say as much as all of them.
MOST_COPIES = 100

# Articles from which on a key says nothing: what so many share is an outlet's standing phrase. They
# are not kept under it either, so that no key leads to more, however large the archive.
CROWD = 20

# Keys that stand by themselves on SQLite, those of about 4,000 articles. Every article has its keys
# in as many places of a large table, and each place is a page to be written; among the latest they
# share pages, and all go over to the others at once, in their order.
MOST_LATEST = 110_000

# Unsigned numbers of eight bytes: a hash of a signature has at most 64 bits.
_NUMBERS = "Q"

# The keys' numbers are hashes: how many lie in a part of their range tells how many there are.
_PART = 64
_PART_ENDS = -(2**63) + 2**64 // _PART

_PAGES = select(ARTICLE.c.key, ARTICLE.c.id).where(one_of(ARTICLE.c.key))
_NO_KEYS = delete(TEXT_KEY).where(one_of(TEXT_KEY.c.article_id))
_HOLDERS = select(TEXT_KEY.c.key, TEXT_KEY.c.article_id).where(
    TEXT_KEY.c.latest.in_((False, True)), one_of(TEXT_KEY.c.key)
)
_SIGNED = (
    select(ARTICLE.c.id, ARTICLE.c.url, COPY.c.root, COPY.c.signature)
    .join_from(ARTICLE, COPY)
    .where(one_of(ARTICLE.c.id))
)
_ADDRESSES = select(ARTICLE.c.id, ARTICLE.c.url).where(one_of(ARTICLE.c.id))
_LATEST = TEXT_KEY.c.latest == true()
_IN_PART = select(func.count()).where(_LATEST, TEXT_KEY.c.key < bindparam("ends"))
_SETTLED = update(TEXT_KEY).where(_LATEST).values(latest=False)


class KnownTexts:
    """What the store holds under the keys of a batch's texts, looked up at once."""

    def __init__(self, session: Session, keys: Iterable[str]) -> None:
        self._session = session
        self._numbers = {key: key_number(key) for key in keys}
        named = {number: key for key, number in self._numbers.items()}
        self._holders: dict[str, list[int]] = {}
        for number, article in look_up(session, _HOLDERS, named):
            self._holders.setdefault(named[number], []).append(article)

    def sharing(
        self,
        url: str,
        keys: Collection[str],
        bands: Collection[str] = (),
        *,
        most: int,
        least: int = 1,
    ) -> list[str]:
        """Addresses of other pages found under at least ``least`` of the keys, or under any band.

        At most ``most``, those with the most keys first, then the first to arrive. Keys that a
        crowd shares do not count.
        """
        alike = [self._holders.get(band, ()) for band in set(bands)]
        telling = [self._holders.get(key, ()) for key in set(keys) - set(bands)]
        sure = {article for found in alike for article in found}
        shared: Counter[int] = Counter()
        for found in (*alike, *(found for found in telling if len(found) < CROWD)):
            shared.update(found)
        chosen = [article for article, count in shared.items() if count >= least or article in sure]
        chosen.sort(key=lambda article: (-shared[article], article))
        # The page itself may be among them.
        rows = look_up(self._session, _ADDRESSES, chosen[: most + 1])
        addresses = {row.id: row.url for row in rows}
        others = [addresses[article] for article in chosen[: most + 1] if addresses[article] != url]
        return others[:most]


class NewTexts(KnownTexts):
    """What the store holds under the keys of texts that go into it one after the other."""

    def __init__(self, session: Session, articles: Sequence[Article], keys: Iterable[str]) -> None:
        super().__init__(session, keys)
        self._pages = _pages(session, articles)
        self._before = {article for found in self._holders.values() for article in found}
        self._signed: dict[int, Copy] = {}
        self._rows: list[dict[str, Any]] = []
        self._keys: list[dict[str, Any]] = []

    def copies(self, bands: Collection[str]) -> list[Copy]:
        """Articles whose texts share a band, the first to arrive first, at most ``MOST_COPIES``."""
        found = {article for band in bands for article in self._holders.get(band, ())}
        first = sorted(found)[:MOST_COPIES]
        unmet = [article for article in first if article not in self._signed]
        for row in look_up(self._session, _SIGNED, unmet):
            signature = tuple(array(_NUMBERS, row.signature))
            self._signed[row.id] = Copy(row.url, row.root, signature)
        return [self._signed[article] for article in first]

    def keep(
        self,
        article: Article,
        signature: Sequence[int],
        bands: Collection[str],
        traces: Collection[str],
        root: str,
    ) -> None:
        """Have those that follow find an article, in place of an earlier revision of it.

        A short text has neither signature nor bands. Keys under which there is no more room are
        left out.
        """
        of = self._pages[article.url]
        if of in self._before:
            for held in self._holders.values():
                held[:] = (other for other in held if other != of)
        rooms = dict.fromkeys(bands, MOST_COPIES) | dict.fromkeys(traces, CROWD)
        for key, room in rooms.items():
            held = self._holders.setdefault(key, [])
            if len(held) < room:
                held.append(of)
                self._keys.append({"key": self._numbers[key], "article_id": of})
        self._signed[of] = Copy(article.url, root, tuple(signature))
        packed = array(_NUMBERS, signature).tobytes()
        self._rows.append({"article_id": of, "root": root, "signature": packed})

    def save(self) -> None:
        """Write down all that was to be kept."""
        connection = self._session.connection()
        connection.execute(_NO_KEYS, {WANTED: [row["article_id"] for row in self._rows]})
        put_rows(self._session, COPY, self._rows)
        # PostgreSQL gathers what it writes by itself.
        latest = connection.dialect.name == "sqlite"
        insert_missing(self._session, TEXT_KEY, [{"latest": latest, **key} for key in self._keys])
        if latest:
            settle_keys(self._session)


def settle_keys(session: Session) -> None:
    """Put the latest keys among the others once there are many."""
    connection = session.connection()
    if (connection.scalar(_IN_PART, {"ends": _PART_ENDS}) or 0) * _PART > MOST_LATEST:
        connection.execute(_SETTLED)


def _pages(session: Session, articles: Sequence[Article]) -> dict[str, int]:
    """The id of each article's page, by its address.

    Raises:
        NotFound: one was not saved before.
    """
    keys = {page_key(article.url): article.url for article in articles}
    found = {keys[row.key]: row.id for row in look_up(session, _PAGES, keys)}
    for url in keys.values():
        if url not in found:
            raise NotFound(f"{url} is not in the store")
    return found
