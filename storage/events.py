"""Events with their members, as rules and readers of the findings see them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, case, func, or_, select, update
from sqlmodel import Session

from checkers.errors import NotFound
from checkers.grouping.profile import Profile
from checkers.model import Apart, Event, Member
from storage.articles import by_publication
from storage.bulk import look_up
from storage.codec import Codec
from storage.lists import WANTED, one_of
from storage.profiles import STORED_PROFILE, decoded
from storage.readings import load_readings
from storage.rows.articles import ARTICLE
from storage.rows.columns import page_key
from storage.rows.events import EVENT, EVENT_APART, EVENT_CHANGE
from storage.rows.findings import FINDING
from storage.rows.readings import MENTION
from storage.stored import EventChange, EventSummary
from storage.words import search_pattern

# How many events kept apart are handed to the rules with an event: those nearest in time. One city
# may have hundreds of alike events a year; a report is mistaken for one of the few around it. All
# their articles are loaded with them. A guess.
APART_SHOWN = 4

# Days between two events from which only the nearest is shown: few take reports of the one for
# reports of the other. A guess, a season.
_SEASON = timedelta(days=90)

# A mention counts while the revision that makes it speaks for its article.
SPEAKING = MENTION.c.revision_id == ARTICLE.c.speaks

# A listing meets each event once: what it does not show is not decoded.
_OUTLINE = Codec(Profile, without=("terms", "figures", "articles", "accounts", "hood"))

_PROFILES = select(EVENT.c.id, STORED_PROFILE).where(one_of(EVENT.c.id))
_JUDGED = update(EVENT).where(one_of(EVENT.c.id)).values(unjudged=False)
_SPOKEN_OF = (
    select(MENTION.c.event_id)
    .join_from(ARTICLE, MENTION, SPEAKING)
    .where(MENTION.c.event_id.is_not(None), one_of(ARTICLE.c.key))
)
_MEMBERS = (
    select(
        MENTION.c.event_id,
        MENTION.c.revision_id,
        MENTION.c.id,
        MENTION.c.joined_by,
        MENTION.c.root,
    )
    .join_from(MENTION, ARTICLE, SPEAKING)
    .where(one_of(MENTION.c.event_id))
)
_APART_AS_ONE = select(EVENT_APART).where(one_of(EVENT_APART.c.event_id))
_APART_AS_OTHER = select(EVENT_APART).where(one_of(EVENT_APART.c.other_id))
_HAS_MEMBERS = (
    select(MENTION.c.id)
    .join_from(MENTION, ARTICLE, SPEAKING)
    .where(MENTION.c.event_id == EVENT.c.id)
    .exists()
)

# Each article of an event, and whether all that it says of it is said in passing.
_ARTICLES = (
    select(
        MENTION.c.event_id,
        ARTICLE.c.id,
        func.min(case((MENTION.c.background, 1), else_=0)).label("background"),
    )
    .join_from(MENTION, ARTICLE, SPEAKING)
    .where(one_of(MENTION.c.event_id))
    .group_by(MENTION.c.event_id, ARTICLE.c.id)
)

# Findings that still ask something of a reader.
_STANDING = (
    select(FINDING.c.event_id, func.count().label("findings"))
    .where(FINDING.c.status.in_(("open", "confirmed")), one_of(FINDING.c.event_id))
    .group_by(FINDING.c.event_id)
)


def load_event(session: Session, event_id: str) -> Event:
    """One event with its members, and with those kept apart from it, these with theirs.

    Members are the latest readable revisions of the articles that speak of it, without the bytes
    of their pictures. At most ``APART_SHOWN`` events kept apart are given.

    Raises:
        NotFound: there is no event of that id.
    """
    [event] = load_whole_events(session, [event_id])
    return event


def load_whole_events(session: Session, ids: Sequence[str]) -> list[Event]:
    """Events as ``load_event`` gives one, in the order of the ids.

    Several at once cost little more than one: they are kept apart from one another, too.

    Raises:
        NotFound: one of the ids is of no event.
    """
    outlines = load_outlines(session, ids)
    for of in ids:
        if of not in outlines:
            raise NotFound(f"event {of!r} is not in the store; recount events lists them")
    why = _reasons_apart(session, outlines)
    others = {other for reasons in why.values() for other in reasons}
    outlines |= load_outlines(session, others - outlines.keys())
    apart = {of: _nearest(outlines[of], [outlines[one] for one in why[of]]) for of in ids}
    shown = {other.id for nearest in apart.values() for other in nearest}
    members = _members(session, sorted({*ids, *shown}))
    return [
        replace(
            outlines[of],
            members=members[of],
            apart=tuple(
                Apart(replace(other, members=members[other.id]), why[of][other.id])
                for other in apart[of]
                if members[other.id]
            ),
        )
        for of in ids
    ]


def load_events(session: Session, ids: Collection[str]) -> list[Event]:
    """Events with their members and without those kept apart; unknown ids are passed over."""
    outlines = load_outlines(session, ids)
    members = _members(session, outlines)
    return [replace(outlines[of], members=members[of]) for of in ids if of in outlines]


def load_outlines(session: Session, ids: Collection[str]) -> dict[str, Event]:
    """Events by id, without members and without those kept apart."""
    return {row.id: _outline(decoded(row.profile)) for row in look_up(session, _PROFILES, ids)}


def find_event(session: Session, short_id: str) -> Event:
    """The event whose id begins so, as ``load_event`` gives it.

    Raises:
        NotFound: none begins so, or several do; the message lists them.
    """
    # A range, which an index can answer: beyond the last character there is nothing.
    begins = (EVENT.c.id >= short_id, EVENT.c.id < short_id + chr(sys.maxunicode))
    query = select(EVENT.c.id).where(*begins).order_by(EVENT.c.id).limit(5)
    found = list(session.connection().scalars(query)) if short_id else []
    if not found:
        raise NotFound(f"no event {short_id!r} is in the store; recount events lists them")
    if len(found) > 1 and short_id not in found:
        raise NotFound(f"{short_id!r} fits several events: {', '.join(found)}; add a character")
    return load_event(session, short_id if short_id in found else found[0])


def list_events(
    session: Session,
    *,
    kind: str | None = None,
    text: str = "",
    since: datetime | None = None,
    until: datetime | None = None,
    limit: int | None = None,
) -> list[EventSummary]:
    """Events in short, the latest first, those of unknown time last.

    ``text`` is looked for in title, kind, places and words; ``since`` and ``until`` (aware) leave
    out events that ended before or began after, and those whose time is unknown.
    """
    conditions: list[ColumnElement[bool]] = [_HAS_MEMBERS]
    if kind is not None:
        conditions.append(EVENT.c.kind == kind)
    if text:
        conditions.append(EVENT.c.words.like(search_pattern(text), escape="\\"))
    if since is not None:
        conditions.append(EVENT.c.last >= since)
    if until is not None:
        conditions.append(EVENT.c.first <= until)
    query = select(EVENT.c.id, EVENT.c.profile).where(*conditions)
    latest_first = query.order_by(EVENT.c.last.desc().nulls_last(), EVENT.c.id).limit(limit)
    rows = session.connection().execute(latest_first).all()
    ids = [row.id for row in rows]
    articles, mentions = _counts(session, ids)
    findings = _standing(session, ids)
    return [
        EventSummary(
            _outline(_OUTLINE.decode(row.profile)),
            articles.get(row.id, 0),
            mentions.get(row.id, 0),
            findings.get(row.id, 0),
        )
        for row in rows
    ]


def event_changes(session: Session, event_id: str) -> list[EventChange]:
    """What came to an event from others and what left it for others, the earliest first."""
    of = (EVENT_CHANGE.c.left_id == event_id, EVENT_CHANGE.c.joined_id == event_id)
    query = select(EVENT_CHANGE).where(or_(*of)).order_by(EVENT_CHANGE.c.id)
    return [
        EventChange(row.at, row.left_id, row.joined_id, row.url, tuple(row.why))
        for row in session.connection().execute(query)
    ]


def events_of(session: Session, urls: Iterable[str]) -> list[str]:
    """Ids of the events that these articles speak of, as they are now, in order."""
    rows = look_up(session, _SPOKEN_OF, {page_key(url) for url in urls})
    return sorted({row.event_id for row in rows})


def unjudged(session: Session) -> list[str]:
    """Ids of the events that changed since rules last looked at them, in order."""
    query = select(EVENT.c.id).where(EVENT.c.unjudged).order_by(EVENT.c.id)
    return list(session.connection().scalars(query))


def mark_judged(session: Session, events: Iterable[str]) -> None:
    """Say that the rules have looked at these events as they are now."""
    session.connection().execute(_JUDGED, {WANTED: list(events)})


def _outline(profile: Profile) -> Event:
    return Event(profile.id, profile.kind, profile.title, profile.when, profile.places)


def _members(session: Session, ids: Collection[str]) -> dict[str, tuple[Member, ...]]:
    """The members of each event, the first published first, those of unknown time last."""
    rows = list(look_up(session, _MEMBERS, ids))
    readings = load_readings(session, sorted({row.revision_id for row in rows}))
    members: dict[str, list[Member]] = {of: [] for of in ids}
    for row in rows:
        reading = readings[row.revision_id]
        members[row.event_id].append(Member(reading, row.id, tuple(row.joined_by), row.root))
    return {of: tuple(sorted(found, key=_first_published_first)) for of, found in members.items()}


def _first_published_first(member: Member) -> tuple[datetime, str, str]:
    return (*by_publication(member.reading.article), member.mention)


def _reasons_apart(session: Session, ids: Collection[str]) -> dict[str, dict[str, str]]:
    """Of each event, the ids of those kept apart from it, with why."""
    why: dict[str, dict[str, str]] = {of: {} for of in ids}
    for query in (_APART_AS_ONE, _APART_AS_OTHER):
        for row in look_up(session, query, ids):
            if row.event_id in why:
                why[row.event_id][row.other_id] = row.why
            if row.other_id in why:
                why[row.other_id][row.event_id] = row.why
    return why


def _nearest(event: Event, others: Collection[Event]) -> list[Event]:
    """Of the events kept apart from one, those that are shown with it."""
    nearest = sorted(others, key=lambda other: (_distance(event, other), other.id))
    near = [other for other in nearest[1:APART_SHOWN] if not _far(_distance(event, other))]
    return [*nearest[:1], *near]


def _far(seconds: float) -> bool:
    """Whether two events of known times lie more than a season apart."""
    return _SEASON.total_seconds() < seconds < float("inf")


def _distance(event: Event, other: Event) -> float:
    """Seconds between the starts of two events; infinite where one is unknown."""
    if event.when is None or other.when is None or not event.when.first or not other.when.first:
        return float("inf")
    return abs((event.when.first - other.when.first).total_seconds())


def _counts(session: Session, ids: Sequence[str]) -> tuple[dict[str, int], dict[str, int]]:
    """Articles about each event, and articles that speak of it in passing."""
    about: Counter[str] = Counter()
    passing: Counter[str] = Counter()
    for row in look_up(session, _ARTICLES, ids):
        (passing if row.background else about)[row.event_id] += 1
    return about, passing


def _standing(session: Session, ids: Sequence[str]) -> dict[str, int]:
    return {row.event_id: row.findings for row in look_up(session, _STANDING, ids)}
