"""What grouping looks up in the store, and what it decides."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Row, Text, bindparam, cast, delete, func, select, update
from sqlmodel import Session

from checkers.errors import NotFound
from checkers.grouping.grouping import Placed
from checkers.grouping.profile import (
    CROWD,
    MOST_CANDIDATES,
    SINGLE_CANDIDATES,
    Placement,
    Profile,
    Sharing,
    Sought,
    worth_a_look,
)
from checkers.model import Article
from storage.bulk import insert_keys, insert_rows, look_up, put_row, put_rows
from storage.lists import WANTED, one_of
from storage.profiles import PROFILE, STORED_PROFILE, decoded
from storage.revisions import revision_ids
from storage.rows.articles import ARTICLE, REVISION
from storage.rows.columns import kept_key, moment, page_key
from storage.rows.events import EVENT, EVENT_APART, EVENT_CHANGE, EVENT_KEY
from storage.rows.readings import MENTION
from storage.words import searchable

# Who holds each key, the numbers of the events as one text: in a large archive a batch finds tens
# of thousands of rows, and to sort and count them in the database, or fetch them one by one, costs
# more than to find them.
_HOLDERS = (
    select(
        EVENT_KEY.c.key,
        func.aggregate_strings(cast(EVENT_KEY.c.event, Text), ",").label("events"),
    )
    .where(one_of(EVENT_KEY.c.key))
    .group_by(EVENT_KEY.c.key)
)
_NUMBERED = select(EVENT.c.number, EVENT.c.id, EVENT.c.first, EVENT.c.last).where(
    one_of(EVENT.c.number)
)
_STORED = (EVENT.c.id, EVENT.c.hood, STORED_PROFILE)
_PROFILES = select(*_STORED).where(one_of(EVENT.c.id))
_NEIGHBOURS = select(*_STORED).where(one_of(EVENT.c.hood))
_TAKEN = select(EVENT.c.id).where(one_of(EVENT.c.id))
_HOLDING = (
    select(MENTION.c.event_id)
    .distinct()
    .select_from(ARTICLE)
    .join(REVISION, REVISION.c.article_id == ARTICLE.c.id)
    .join(MENTION, MENTION.c.revision_id == REVISION.c.id)
    .where(one_of(ARTICLE.c.key), MENTION.c.event_id.is_not(None))
)
_HELD_BY = select(EVENT.c.number).where(EVENT.c.id == bindparam("of")).scalar_subquery()
_DROPPED = delete(EVENT_KEY).where(EVENT_KEY.c.event == _HELD_BY)
_ELSEWHERE = update(EVENT).where(EVENT.c.id == bindparam("of")).values(hood=bindparam("to"))
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
_INHERITED = (
    update(MENTION)
    .where(MENTION.c.event_id == bindparam("left"))
    .values(event_id=bindparam("event"))
)
_MENTIONED = select(MENTION.c.id).where(one_of(MENTION.c.revision_id))
_CHANGED = update(EVENT).where(one_of(EVENT.c.id)).values(unjudged=True)


class StoreIndex:
    """The events of a store, looked up by key: an ``EventIndex`` for one session."""

    def __init__(self, session: Session) -> None:
        self._session = session
        # One session at a time writes, so what was read once stays true until we change it.
        self._known: dict[str, Profile] = {}

    def candidates(self, sought: Sequence[Sought]) -> list[list[Profile]]:
        """For each of some accounts, of the events that share its keys those worth a look.

        Accounts of one batch have many keys in common, and each is looked up once.
        """
        kept = [{kept_key(key) for key in one.keys} for one in sought]
        rows = look_up(self._session, _HOLDERS, set().union(*kept))
        holders = {row.key: [int(number) for number in row.events.split(",")] for row in rows}
        shared = [_most_sharing(some, holders) for some in kept]
        events = self._numbered({number for counts in shared for number in counts})
        wanted = [
            worth_a_look(_sharing(counts, events), one.window)
            for counts, one in zip(shared, sought, strict=True)
        ]
        self._meet({of for some in wanted for of in some})
        return [[self._known[of] for of in some] for some in wanted]

    def holding(self, urls: Collection[str]) -> list[Profile]:
        """Events that accounts of these articles are in, by id."""
        keys = {page_key(url) for url in urls}
        found = {row.event_id for row in look_up(self._session, _HOLDING, keys)}
        return [
            profile
            for profile in self._profiles(sorted(found))
            if any(account.url in urls for account in profile.accounts)
        ]

    def neighbours(self, hoods: Collection[str]) -> list[Profile]:
        """The events of these neighbourhoods, by id."""
        wanted = {hood for hood in hoods if hood}
        rows = look_up(self._session, _NEIGHBOURS, wanted)
        found = [self._known.get(row.id) or self._met(row) for row in rows]
        return sorted(found, key=lambda profile: profile.id)

    def taken(self, ids: Collection[str]) -> set[str]:
        """Those of the ids that an event bears or bore."""
        return {row.id for row in look_up(self._session, _TAKEN, set(ids))}

    def put(self, profile: Profile, keys: Sequence[str]) -> None:
        """Insert or replace the profile, add the keys to those that lead to it; judge it again.

        An event that only came into another neighbourhood says what it said, and is not judged.
        """
        known = self._known.get(profile.id)
        self._known[profile.id] = profile
        if known is not None and not keys and replace(known, hood=profile.hood) == profile:
            moved = {"of": profile.id, "to": profile.hood}
            self._session.connection().execute(_ELSEWHERE, moved)
            return
        when = profile.when
        row = {
            "id": profile.id,
            "kind": profile.kind,
            "first": moment(when.first) if when and when.first else None,
            "last": moment(when.last) if when and when.last else None,
            "words": _words(profile),
            "hood": profile.hood,
            "unjudged": True,
            "profile": PROFILE.encode(profile),
        }
        number = put_row(self._session, EVENT, row, key="id", number="number")
        insert_keys(self._session, EVENT_KEY, keys, number, CROWD)

    def drop(self, event: str) -> None:
        """Forget every key of an event of which nothing is left."""
        self._known.pop(event, None)
        self._session.connection().execute(_DROPPED, {"of": event})
        self._session.connection().execute(_ELSEWHERE, {"of": event, "to": ""})

    def _numbered(self, numbers: Collection[int]) -> dict[int, Row[Any]]:
        return {row.number: row for row in look_up(self._session, _NUMBERED, numbers)}

    def _profiles(self, ids: Sequence[str]) -> list[Profile]:
        self._meet(ids)
        return [self._known[of] for of in ids]

    def _meet(self, ids: Collection[str]) -> None:
        for row in look_up(self._session, _PROFILES, [of for of in ids if of not in self._known]):
            self._met(row)

    def _met(self, row: Row[Any]) -> Profile:
        found = self._known[row.id] = replace(decoded(row.profile), hood=row.hood)
        return found


def _most_sharing(keys: Collection[str], holders: Mapping[str, Sequence[int]]) -> dict[int, int]:
    """How many of the keys events hold, of those that can be among the ones worth a look.

    Only these are looked up for their ids. Where some hold several keys, those are none that hold a
    single one.
    """
    shared: Counter[int] = Counter()
    for key in keys:
        shared.update(holders.get(key, ()))
    best = sorted(shared.values(), reverse=True)[:MOST_CANDIDATES]
    if not best:
        return {}
    least = best[-1]
    if least == 1 and best[:SINGLE_CANDIDATES][-1] > 1:
        least = 2
    return {event: count for event, count in shared.items() if count >= least}


def _sharing(counts: Mapping[int, int], events: Mapping[int, Row[Any]]) -> Iterator[Sharing]:
    for number, count in counts.items():
        event = events[number]
        yield Sharing(event.id, count, event.first, event.last)


def save_placement(session: Session, article: Article, placement: Placement, root: str) -> None:
    """Put one mention into its event; see ``save_placements``."""
    save_placements(session, article, [placement], root)


def save_placements(
    session: Session, article: Article, placements: Sequence[Placement], root: str
) -> None:
    """Put mentions of one article into their events; see ``save_placed``."""
    own = {article.url: [one for one in placements if not one.url]}
    placed = Placed(own, [one for one in placements if one.url])
    save_placed(session, placed, [article], {article.url: root}, datetime.now(UTC))


def save_placed(
    session: Session,
    placed: Placed,
    articles: Sequence[Article],
    roots: Mapping[str, str],
    at: datetime,
) -> None:
    """Put mentions into their events, and move those of other articles, at ``at`` (aware).

    The readings were saved before, and the events put into the index; those that changed are judged
    again, and what moved is on record. ``roots`` names each article's source: copies of one text
    share it.

    Raises:
        NotFound: an article, or a mention in it, was not saved before.
    """
    own = [one for article in articles for one in placed.own.get(article.url, ())]
    _place(session, placed, articles, roots)
    if placed.moved:
        rows = [{**_row(one), "left": one.left, "page": page_key(one.url)} for one in placed.moved]
        session.connection().execute(_MOVED, rows)
    heirs = [{"left": left, "event": event} for left, event in placed.heirs.items()]
    if heirs:
        session.connection().execute(_INHERITED, heirs)
    _note_changes(session, placed, at)
    touched = {event for one in (*own, *placed.moved) for event in (one.event, one.left) if event}
    changed = touched | set(placed.heirs) | set(placed.heirs.values())
    session.connection().execute(_CHANGED, {WANTED: sorted(changed)})
    pairs = {
        (min(one.event, other), max(one.event, other)): why
        for one in own
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


def _place(
    session: Session, placed: Placed, articles: Sequence[Article], roots: Mapping[str, str]
) -> None:
    told = [article for article in articles if placed.own.get(article.url)]
    rows = [
        {**_row(one), "article": revision, "source": roots[article.url]}
        for article, revision in zip(told, revision_ids(session, told), strict=True)
        for one in placed.own[article.url]
    ]
    if rows and session.connection().execute(_PLACED, rows).rowcount != len(rows):
        _name_missing(session, placed, told)


def _name_missing(session: Session, placed: Placed, articles: Sequence[Article]) -> None:
    """Say which article lacks which mentions.

    Raises:
        NotFound: always.
    """
    for article, revision in zip(articles, revision_ids(session, articles), strict=True):
        there = {row.id for row in look_up(session, _MENTIONED, [revision])}
        if {one.mention for one in placed.own[article.url]} - there:
            named = ", ".join(one.mention for one in placed.own[article.url])
            where = f"revision {article.revision} of {article.url}"
            raise NotFound(f"{where} lacks a mention of {named}")
    raise NotFound("a mention to be placed was never read")


def _note_changes(session: Session, placed: Placed, at: datetime) -> None:
    """Put on record what moved from one event to another."""
    rows = [
        {"left_id": one.left, "joined_id": one.event, "url": one.url, "why": list(one.joined_by)}
        for one in placed.moved
    ]
    rows += [
        {"left_id": left, "joined_id": event, "url": "", "why": []}
        for left, event in placed.heirs.items()
    ]
    insert_rows(session, EVENT_CHANGE, [{"at": moment(at), **row} for row in rows])


def _row(placement: Placement) -> dict[str, Any]:
    return {
        "mention": placement.mention,
        "event": placement.event,
        "why": list(placement.joined_by),
    }


def _words(profile: Profile) -> str:
    places = [word for place in profile.places for word in (place.name, place.key)]
    return searchable(profile.title, profile.kind, *places, *profile.terms)
