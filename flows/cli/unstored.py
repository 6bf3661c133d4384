"""Articles grouped into events in memory, for a look at them without a store."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from checkers.grouping.grouping import place_all
from checkers.grouping.profile import MemoryIndex, Placement, Profile
from checkers.language.reader import read_article
from checkers.model import Apart, Article, Event, Member, Reading


class _Remembering(MemoryIndex):
    """An index that can be asked for every event in it."""

    def __init__(self) -> None:
        super().__init__()
        self.profiles: dict[str, Profile] = {}

    def put(self, profile: Profile, keys: Sequence[str]) -> None:
        """Insert or replace the profile, and add the keys to those that lead to it."""
        super().put(profile, keys)
        self.profiles[profile.id] = profile


def grouped(articles: Iterable[Article]) -> list[Event]:
    """The events that the articles are about or mention; the latest revision of each counts."""
    index = _Remembering()
    readings: dict[str, Reading] = {}
    placed: dict[tuple[str, str], Placement] = {}
    for article in articles:
        reading = read_article(article)
        if article.url in readings:  # an earlier revision speaks no more
            placed = {key: one for key, one in placed.items() if key[0] != article.url}
        readings[article.url] = reading
        found = place_all([reading], index)
        for one in (*found.own[article.url], *found.moved):
            placed[one.url or article.url, one.mention] = one
        if found.heirs:
            placed = {
                key: replace(one, event=found.heirs.get(one.event, one.event))
                for key, one in placed.items()
            }
    members: dict[str, list[Member]] = {}
    apart: dict[str, dict[str, str]] = {}
    for (url, mention), one in placed.items():
        members.setdefault(one.event, []).append(Member(readings[url], mention, one.joined_by))
        apart.setdefault(one.event, {}).update(dict(one.apart))
    events = {
        event_id: _event(index.profiles[event_id], found) for event_id, found in members.items()
    }
    return [
        replace(
            event,
            apart=tuple(
                Apart(events[other], why)
                for other, why in apart[event_id].items()
                if other in events
            ),
        )
        for event_id, event in events.items()
    ]


def _event(profile: Profile, members: Iterable[Member]) -> Event:
    return Event(
        id=profile.id,
        kind=profile.kind,
        title=profile.title,
        when=profile.when,
        places=profile.places,
        members=tuple(sorted(members, key=_published)),
    )


def _published(member: Member) -> tuple[bool, float, str]:
    """Sorts by time of publication, undated articles last."""
    article = member.reading.article
    at = article.published.at.timestamp() if article.published else 0.0
    return (article.published is None, at, article.url)
