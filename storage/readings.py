"""What was read in each revision, and which are still to be read or judged."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from json import loads
from typing import Any, NamedTuple

from sqlalchemy import Text, bindparam, cast, delete, select, update
from sqlmodel import Session

from checkers.errors import NotFound
from checkers.model import Article, Claim, Mention, Reading
from storage.articles import WHOLE, article_of, to_article
from storage.bulk import insert_rows, look_up
from storage.codec import Codec
from storage.lists import WANTED, one_of
from storage.renumbering import unsettle_events
from storage.revisions import revision_ids
from storage.rows.articles import ARTICLE, REVISION
from storage.rows.columns import page_key
from storage.rows.readings import CLAIM, MENTION
from storage.stored import ReadState

# States of a revision that could be read, whatever came of it.
READABLE: tuple[ReadState, ...] = ("read", "unsupported-language")

_READING = Codec(Reading, without=("article", "claims", "mentions"))
_CLAIM = Codec(Claim, without=("article",))
_MENTION = Codec(Mention)

_NO_CLAIMS = delete(CLAIM).where(one_of(CLAIM.c.revision_id))
_NO_MENTIONS = delete(MENTION).where(one_of(MENTION.c.revision_id))
_READ = update(REVISION).where(REVISION.c.id == bindparam("of")).values(reading=bindparam("to"))
_MARKED = update(REVISION).where(one_of(REVISION.c.id))
_SPEAKS = update(ARTICLE).where(ARTICLE.c.id == bindparam("of")).values(speaks=bindparam("to"))

# Documents come as text: what was decoded once in a process need not even be parsed again.
_CLAIMS = select(CLAIM.c.revision_id, CLAIM.c.position, cast(CLAIM.c.document, Text)).where(
    one_of(CLAIM.c.revision_id)
)
_MENTIONS = select(MENTION.c.revision_id, MENTION.c.position, cast(MENTION.c.document, Text)).where(
    one_of(MENTION.c.revision_id)
)
_AS_TEXT = (
    ARTICLE.c.url,
    REVISION.c.number,
    REVISION.c.title,
    REVISION.c.text,
    cast(REVISION.c.document, Text),
    cast(REVISION.c.reading, Text),
)
_THAT_WERE_READ = (one_of(REVISION.c.id), REVISION.c.reading.is_not(None))
_PLAIN = select(REVISION.c.id, *_AS_TEXT).join_from(REVISION, ARTICLE).where(*_THAT_WERE_READ)
_PICTURES = select(REVISION.c.id, REVISION.c.pictures).where(one_of(REVISION.c.id))

# Readings kept decoded in a process: about 70 MB when full. A night meets those of its own articles
# and of their neighbours again and again.
_KEPT = 2000

# All revisions of the pages that given revisions belong to, in order. Those that can be read are
# told apart afterwards: asked for here, SQLite would look through all that were ever read.
_SIBLINGS = (
    select(ARTICLE.c.id, ARTICLE.c.speaks, REVISION.c.id.label("revision"), REVISION.c.state)
    .join_from(ARTICLE, REVISION)
    .where(ARTICLE.c.id.in_(select(REVISION.c.article_id).where(one_of(REVISION.c.id))))
    .order_by(REVISION.c.number)
)


def save_readings(session: Session, readings: Sequence[Reading]) -> None:
    """Store what was read, in place of what was read before in the same revisions.

    The mentions are in no event until they are placed.

    Raises:
        NotFound: an article was not saved before.
    """
    ids = revision_ids(session, [reading.article for reading in readings])
    connection = session.connection()
    unsettle_events(session, ids)
    connection.execute(_NO_CLAIMS, {WANTED: ids})
    connection.execute(_NO_MENTIONS, {WANTED: ids})
    claims, mentions, documents = [], [], []
    for of, reading in zip(ids, readings, strict=True):
        claims += [_claim_row(of, at, claim) for at, claim in enumerate(reading.claims)]
        mentions += [_mention_row(of, at, mention) for at, mention in enumerate(reading.mentions)]
        documents.append({"of": of, "to": _READING.encode(reading)})
    insert_rows(session, CLAIM, claims)
    insert_rows(session, MENTION, mentions)
    if documents:
        connection.execute(_READ, documents)


def load_reading(session: Session, url: str, revision: int | None = None) -> Reading:
    """What was read in one revision of an article, the latest that was read unless one is named.

    Raises:
        NotFound: it is not in the store, or was not read yet.
    """
    query = (
        select(REVISION.c.id)
        .join_from(ARTICLE, REVISION)
        .where(ARTICLE.c.key == page_key(url), REVISION.c.reading.is_not(None))
    )
    if revision is not None:
        query = query.where(REVISION.c.number == revision)
    found = session.connection().scalar(query.order_by(REVISION.c.number.desc()).limit(1))
    if found is None:
        which = "" if revision is None else f"revision {revision} of "
        raise NotFound(f"no reading of {which}{url} is in the store")
    return load_readings(session, [found], pictures=True)[found]


def load_readings(
    session: Session, ids: Sequence[int], *, pictures: bool = False
) -> dict[int, Reading]:
    """The readings of revisions by id; pictures come without their bytes unless asked for."""
    claims: dict[int, list[Any]] = {}
    mentions: dict[int, list[Any]] = {}
    for of, at, document in look_up(session, _CLAIMS, ids):
        claims.setdefault(of, []).append((at, document))
    for of, at, document in look_up(session, _MENTIONS, ids):
        mentions.setdefault(of, []).append((at, document))
    shown = {of: data for of, data in look_up(session, _PICTURES, ids) if data} if pictures else {}
    readings = {}
    for of, url, number, title, text, document, reading in look_up(session, _PLAIN, ids):
        told = _Stored(
            *(url, number, title, text, document, reading),
            _in_order(claims.get(of, ())),
            _in_order(mentions.get(of, ())),
        )
        readings[of] = _decode(told, shown[of]) if of in shown else _decoded(told)
    return readings


def _in_order(rows: Iterable[tuple[int, str]]) -> tuple[str, ...]:
    return tuple(document for _, document in sorted(rows, key=_position))


class _Stored(NamedTuple):
    """A reading with its article as they are kept: documents as JSON."""

    url: str
    number: int
    title: str
    text: str
    document: str
    reading: str
    claims: tuple[str, ...]
    mentions: tuple[str, ...]


def _decode(told: _Stored, pictures: Sequence[str] = ()) -> Reading:
    article = article_of(
        loads(told.document), told.url, told.title, told.text, told.number, pictures
    )
    return _READING.decode(
        loads(told.reading),
        article=article,
        claims=tuple(_CLAIM.decode(loads(claim), article=article) for claim in told.claims),
        mentions=tuple(_MENTION.decode(loads(mention)) for mention in told.mentions),
    )


# By all that is stored, so that what another process writes is never overlooked.
_decoded = lru_cache(maxsize=_KEPT)(_decode)


def _position(row: tuple[int, str]) -> int:
    return row[0]


def unread(session: Session, limit: int) -> list[Article]:
    """Revisions that nobody has read yet, the first to arrive first, at most ``limit``."""
    query = (
        select(*WHOLE)
        .join_from(REVISION, ARTICLE)
        .where(REVISION.c.state == "unread")
        .order_by(REVISION.c.id)
        .limit(limit)
    )
    return [to_article(row, row.pictures) for row in session.connection().execute(query)]


def mark_read(
    session: Session,
    articles: Sequence[Article],
    state: ReadState = "read",
    detail: str = "",
    *,
    judge: bool = False,
) -> None:
    """Say what came of reading these revisions, once their mentions are placed.

    The last readable revision speaks for its article: events that the one before spoke of, and
    all that this one does, are to be judged. A revision that failed changes none of that; with
    ``judge`` the rules look at it nevertheless, as something that came in the article's place.

    Raises:
        NotFound: an article was not saved before.
    """
    ids = revision_ids(session, articles)
    readable = state in READABLE
    session.connection().execute(
        _MARKED.values(state=state, detail=detail, unjudged=readable or judge), {WANTED: ids}
    )
    if readable:
        _let_speak(session, ids)


def _let_speak(session: Session, ids: Sequence[int]) -> None:
    """Point each article of these revisions to its last readable one."""
    last = {
        row.id: (row.speaks, row.revision)
        for row in look_up(session, _SIBLINGS, ids)
        if row.state in READABLE
    }
    changed = {page: ids for page, ids in last.items() if ids[0] != ids[1]}
    if changed:
        unsettle_events(session, [before for before, _ in changed.values() if before])
        changes = [{"of": page, "to": revision} for page, (_, revision) in changed.items()]
        session.connection().execute(_SPEAKS, changes)


def unjudged_readings(session: Session, limit: int) -> list[Reading]:
    """Readings that no rule has looked at since they were stored, the first to arrive first."""
    query = select(REVISION.c.id).where(REVISION.c.unjudged).order_by(REVISION.c.id).limit(limit)
    ids = list(session.connection().scalars(query))
    readings = load_readings(session, ids, pictures=True)
    return [readings[of] for of in ids if of in readings]


def mark_readings_judged(session: Session, articles: Iterable[Article]) -> None:
    """Say that the rules on single articles, and on their pictures, have looked at these.

    Raises:
        NotFound: an article was not saved before.
    """
    ids = revision_ids(session, list(articles))
    session.connection().execute(_MARKED.values(unjudged=False), {WANTED: ids})


def _claim_row(of: int, position: int, claim: Claim) -> dict[str, Any]:
    return {
        "revision_id": of,
        "position": position,
        "kind": claim.kind.value,
        "mention": claim.mention,
        "document": _CLAIM.encode(claim),
    }


def _mention_row(of: int, position: int, mention: Mention) -> dict[str, Any]:
    return {
        "revision_id": of,
        "id": mention.id,
        "position": position,
        "background": mention.background,
        "event_id": None,
        "joined_by": [],
        "root": "",
        "document": _MENTION.encode(mention),
    }
