"""What grouping looks up in the store, and what it decides."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from checkers.errors import NotFound
from checkers.grouping.profile import Placement, Profile
from checkers.model import Article
from storage.bulk import insert_keys, look_up, put_rows
from storage.codec import Codec
from storage.lists import WANTED, one_of
from storage.revisions import revision_ids
from storage.rows.columns import moment
from storage.rows.events import EVENT, EVENT_APART, EVENT_KEY
from storage.rows.readings import MENTION
from storage.words import searchable

PROFILE = Codec(Profile)

_HOLDERS = select(EVENT_KEY.c.event_id).where(one_of(EVENT_KEY.c.key))
_PROFILES = select(EVENT.c.id, EVENT.c.profile).where(one_of(EVENT.c.id))
_PLACED = (
    update(MENTION)
    .where(MENTION.c.revision_id == bindparam("article"), MENTION.c.id == bindparam("mention"))
    .values(event_id=bindparam("event"), joined_by=bindparam("why"), root=bindparam("source"))
)
_CHANGED = update(EVENT).where(one_of(EVENT.c.id)).values(unjudged=True)


class StoreIndex:
    """The events of a store, looked up by key: an ``EventIndex`` for one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        # One session at a time writes, so what was read once stays true until we change it.
        self._known: dict[str, Profile] = {}

    def candidates(self, keys: Sequence[str]) -> list[Profile]:
        """Events that hold any of these keys, in the order of their ids."""
        found = {row.event_id for row in look_up(self._session, _HOLDERS, set(keys))}
        for row in look_up(self._session, _PROFILES, found - self._known.keys()):
            self._known[row.id] = PROFILE.decode(row.profile)
        return [self._known[event] for event in sorted(found)]

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
        put_rows(self._session, EVENT, [row])
        insert_keys(self._session, EVENT_KEY, keys, profile.id)


def save_placement(session: Session, article: Article, placement: Placement, root: str) -> None:
    """Put one mention into its event; see ``save_placements``."""
    save_placements(session, article, [placement], root)


def save_placements(
    session: Session, article: Article, placements: Sequence[Placement], root: str
) -> None:
    """Put mentions of one article into their events, which are judged again.

    The reading was saved before, and the events put into the index. ``root`` names the article's
    source: copies of one text share it.

    Raises:
        NotFound: the article, or a mention in it, was not saved before.
    """
    if not placements:
        return
    [revision] = revision_ids(session, [article])
    connection = session.connection()
    rows = [
        {
            "article": revision,
            "mention": one.mention,
            "event": one.event,
            "why": list(one.joined_by),
            "source": root,
        }
        for one in placements
    ]
    if connection.execute(_PLACED, rows).rowcount != len(rows):
        named = ", ".join(one.mention for one in placements)
        raise NotFound(f"revision {article.revision} of {article.url} lacks a mention of {named}")
    connection.execute(_CHANGED, {WANTED: [one.event for one in placements]})
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


def _words(profile: Profile) -> str:
    places = [word for place in profile.places for word in (place.name, place.key)]
    return searchable(profile.title, profile.kind, *places, *profile.terms)
