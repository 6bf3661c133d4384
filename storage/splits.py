"""Findings on an event that turned out to be two: what they set side by side does not belong so."""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import select
from sqlmodel import Session

from checkers.model import Status
from storage.bulk import look_up
from storage.events import SPEAKING
from storage.lists import one_of
from storage.rows.articles import ARTICLE
from storage.rows.columns import page_key
from storage.rows.events import EVENT_CHANGE
from storage.rows.findings import FINDING, FINDING_EVIDENCE
from storage.rows.readings import MENTION

_STANDING = (Status.OPEN.value, Status.CONFIRMED.value, Status.SNOOZED.value)

_CITED = (
    select(
        FINDING.c.fingerprint,
        FINDING.c.code,
        FINDING.c.status,
        FINDING.c.event_id,
        FINDING_EVIDENCE.c.side,
        FINDING_EVIDENCE.c.article_key,
    )
    .join_from(FINDING, FINDING_EVIDENCE)
    .where(one_of(FINDING.c.event_id))
)
_EVENTS = (
    select(ARTICLE.c.key, MENTION.c.event_id)
    .join_from(ARTICLE, MENTION, SPEAKING)
    .where(one_of(ARTICLE.c.key), MENTION.c.event_id.is_not(None))
)
# Articles that left these events for others, as is on record.
_LEFT = select(EVENT_CHANGE.c.left_id, EVENT_CHANGE.c.url).where(one_of(EVENT_CHANGE.c.left_id))


def told_apart(session: Session, events: Collection[str], codes: Collection[str]) -> list[str]:
    """Fingerprints of standing findings on these events whose sides share no event any more.

    Only those of the rules in ``codes`` count, which look at events, and only where a cited article
    is on record as having left. A side of which no article is in any event says nothing.
    """
    left = {(event, page_key(url)) for event, url in look_up(session, _LEFT, events)}
    if not left:
        return []
    gone: set[str] = set()
    sides: dict[str, dict[int, set[str]]] = {}
    for row in look_up(session, _CITED, events):
        if row.code in codes and row.status in _STANDING:
            sides.setdefault(row.fingerprint, {}).setdefault(row.side, set()).add(row.article_key)
            if (row.event_id, row.article_key) in left:
                gone.add(row.fingerprint)
    sides = {of: found for of, found in sides.items() if of in gone}
    keys = {key for found in sides.values() for cited in found.values() for key in cited}
    spoken_of: dict[str, set[str]] = {}
    for key, event in look_up(session, _EVENTS, keys):
        spoken_of.setdefault(key, set()).add(event)
    apart = []
    for fingerprint, found in sorted(sides.items()):
        told = [{of for key in cited for of in spoken_of.get(key, ())} for cited in found.values()]
        if len(told) > 1 and all(told) and not set.intersection(*told):
            apart.append(fingerprint)
    return apart
