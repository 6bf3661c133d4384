"""What grouping looks up in the store, and what it decides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, func, select, update
from sqlmodel import Session

from checkers.errors import NotFound
from checkers.grouping.profile import MOST_CANDIDATES, Placement, Profile
from checkers.model import Article
from storage.bulk import insert_keys, look_up, put_row, put_rows
from storage.codec import Codec
from storage.lists import WANTED, one_of
from storage.revisions import revision_ids
from storage.rows.articles import ARTICLE, REVISION
from storage.rows.columns import moment, page_key
from storage.rows.events import EVENT, EVENT_APART, EVENT_KEY
from storage.rows.readings import MENTION
from storage.words import searchable

PROFILE = Codec(Profile)

# Events by how many of the keys they hold, and of those the ones worth a look.
_COUNTED = (
    select(EVENT_KEY.c.event, func.count().label("shared"))
    .where(one_of(EVENT_KEY.c.key))
    .group_by(EVENT_KEY.c.event)
    .subquery("counted")
)
_SHARING = (
    select(EVENT.c.id)
    .join_from(_COUNTED, EVENT, _COUNTED.c.event == EVENT.c.number)
    .order_by(_COUNTED.c.shared.desc(), EVENT.c.id)
    .limit(MOST_CANDIDATES)
)
_PROFILES = select(EVENT.c.id, EVENT.c.profile).where(one_of(EVENT.c.id))
_HELD_BY = select(EVENT.c.number).where(EVENT.c.id == bindparam("of")).scalar_subquery()
_DROPPED = delete(EVENT_KEY).where(EVENT_KEY.c.event == _HELD_BY)
_PLACED = (
    update(MENTION)
    .where(MENTION.c.revision_id == bindparam("article"), MENTION.c.id == bindparam("mention"))
    .values(event_id=bindparam("event"), joined_by=bindparam("why"), root=bindparam("source"))
)

# A mention of another article, wherever it was read: only its last revision may have lost it.
_MOVED = (
    update(MENTION)
    .where(
        MENTION.c.event_id == bindparam("left"),
        MENTION.c.id == bindparam("mention"),
        MENTION.c.revision_id.in_(
            select(REVISION.c.id)
            .join_from(REVISION, ARTICLE)
            .where(ARTICLE.c.key == bindparam("page"))
        ),
    )
    .values(event_id=bindparam("event"), joined_by=bindparam("why"))
)
_CHANGED = update(EVENT).where(one_of(EVENT.c.id)).values(unjudged=True)


class StoreIndex:
    """The events of a store, looked up by key: an ``EventIndex`` for one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        # One session at a time writes, so what was read once stays true until we change it.
        self._known: dict[str, Profile] = {}

    def candidates(self, keys: Sequence[str]) -> list[Profile]:
        """Events that hold some of these keys, those that hold most first, not too many."""
        ids = [row.id for row in look_up(self._session, _SHARING, set(keys))]
        for row in look_up(self._session, _PROFILES, set(ids) - self._known.keys()):
            self._known[row.id] = PROFILE.decode(row.profile)
        return [self._known[event] for event in ids]

    def put(self, profile: Profile, keys: Sequence[str]) -> None:
        """Insert or replace the profile, add the keys to those that lead to it; judge it again."""
        self._known[profile.id] = profile
        when = profile.when
        row = {
            "id": profile.id,
            "kind": profile.kind,
            "first": moment(when.first) if when and when.first else None,
            "last": moment(when.last) if when and when.last else None,
            "words": _words(profile),
            "unjudged": True,
            "profile": PROFILE.encode(profile),
        }
        number = put_row(self._session, EVENT, row, key="id", number="number")
        insert_keys(self._session, EVENT_KEY, keys, number)

    def drop(self, event: str) -> None:
        """Forget every key of an event of which nothing is left."""
        self._session.connection().execute(_DROPPED, {"of": event})


def save_placement(session: Session, article: Article, placement: Placement, root: str) -> None:
    """Put one mention into its event; see ``save_placements``."""
    save_placements(session, article, [placement], root)


def save_placements(
    session: Session, article: Article, placements: Sequence[Placement], root: str
) -> None:
    """Put mentions of one article into their events, and move those of others as it made clear.

    The reading was saved before, and the events put into the index; those that changed are judged
    again. ``root`` names the article's source: copies of one text share it.

    Raises:
        NotFound: the article, or a mention in it, was not saved before.
    """
    if not placements:
        return
    own = [one for one in placements if not one.url]
    moved = [one for one in placements if one.url]
    _place(session, article, own, root)
    if moved:
        rows = [{**_row(one), "left": one.left, "page": page_key(one.url)} for one in moved]
        session.connection().execute(_MOVED, rows)
    changed = {event for one in placements for event in (one.event, one.left) if event}
    session.connection().execute(_CHANGED, {WANTED: sorted(changed)})
    pairs = {
        (min(one.event, other), max(one.event, other)): why
        for one in placements
        for other, why in one.apart
        if other != one.event
    }
    put_rows(
        session,
        EVENT_APART,
        [
            {"event_id": one, "other_id": other, "why": why}
            for (one, other), why in sorted(pairs.items())
        ],
    )


def _place(session: Session, article: Article, placements: Sequence[Placement], root: str) -> None:
    if not placements:
        return
    [revision] = revision_ids(session, [article])
    rows = [{**_row(one), "article": revision, "source": root} for one in placements]
    if session.connection().execute(_PLACED, rows).rowcount != len(rows):
        named = ", ".join(one.mention for one in placements)
        raise NotFound(f"revision {article.revision} of {article.url} lacks a mention of {named}")


def _row(placement: Placement) -> dict[str, Any]:
    return {
        "mention": placement.mention,
        "event": placement.event,
        "why": list(placement.joined_by),
    }


def _words(profile: Profile) -> str:
    places = [word for place in profile.places for word in (place.name, place.key)]
    return searchable(profile.title, profile.kind, *places, *profile.terms)
