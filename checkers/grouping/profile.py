"""What grouping knows of an event, and where it looks events up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from checkers.model import Figure, Place, When


@dataclass(frozen=True, slots=True)
class Profile:
    """The summary of an event that a new mention is scored against.

    Attributes:
        id: The event's id.
        kind: Most specific kind its mentions agree on.
        title: A few words that name it.
        when: The time its main mentions leave for it, or None.
        places: Where, most specific first.
        terms: Salient words of its mentions, the most frequent first.
        figures: Totals of its main mentions, widened to cover all of them.
        main: Number of articles that are about it.
        articles: Addresses of the articles that speak of it, newest last, at most a few dozen.
    """

    id: str
    kind: str
    title: str = ""
    when: When | None = None
    places: tuple[Place, ...] = ()
    terms: tuple[str, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict)
    main: int = 0
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """Where grouping put a mention.

    Attributes:
        mention: Id of the mention in its article.
        event: Id of the event that it joined or founded.
        joined_by: What joined it, in words; empty when it founded the event.
        apart: Events considered and refused, as (event id, what kept them apart).
    """

    mention: str
    event: str
    joined_by: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()


class EventIndex(Protocol):
    """Where events are looked up by key: in memory, or in the store."""

    def candidates(self, keys: Sequence[str]) -> list[Profile]:
        """Events that hold any of these keys, in the order of their ids."""
        ...

    def put(self, profile: Profile, keys: Sequence[str]) -> None:
        """Insert or replace the profile, and add the keys to those that lead to it."""
        ...


class MemoryIndex:
    """An index for one run over a handful of articles."""

    def __init__(self) -> None:
        self._profiles: dict[str, Profile] = {}
        self._holders: dict[str, set[str]] = {}

    def candidates(self, keys: Sequence[str]) -> list[Profile]:
        """Events that hold any of these keys, in the order of their ids."""
        found = {event for key in keys for event in self._holders.get(key, ())}
        return [self._profiles[event] for event in sorted(found)]

    def put(self, profile: Profile, keys: Sequence[str]) -> None:
        """Insert or replace the profile, and add the keys to those that lead to it."""
        self._profiles[profile.id] = profile
        for key in keys:
            self._holders.setdefault(key, set()).add(profile.id)
