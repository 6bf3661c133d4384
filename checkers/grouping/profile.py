"""What grouping knows of an event, and where it looks events up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from checkers.model import Figure, Mention, Place, When

# Events looked at for one mention: those that share most keys with it. More would be seldom the
# right one, and the cost of an article must not grow with the archive.
MOST_CANDIDATES = 24


@dataclass(frozen=True, slots=True)
class Account:
    """What one article tells of one happening, as far as grouping is concerned.

    Attributes:
        url: The article's address.
        published: When the article was published (aware), or None.
        mention: The mention in it.
    """

    url: str
    published: datetime | None
    mention: Mention

    @property
    def name(self) -> tuple[str, str]:
        """What tells it from every other account."""
        return self.url, self.mention.id


@dataclass(frozen=True, slots=True)
class Profile:
    """The summary of an event, with the accounts that a new one is compared with.

    Attributes:
        id: The event's id.
        kind: Most specific kind its mentions agree on.
        title: A few words that name it.
        when: The time its main mentions leave for it, or None.
        places: Where, most specific first.
        terms: Salient words of its mentions, the weightiest first.
        figures: Totals of its main mentions, widened to cover all of them.
        main: Number of articles that are about it.
        articles: Addresses of the articles that speak of it, at most a few dozen.
        accounts: Accounts that stand for all, at most a dozen or so.
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
    accounts: tuple[Account, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """Where grouping put a mention.

    Attributes:
        mention: Id of the mention in its article.
        event: Id of the event that it joined or founded.
        joined_by: What joined it, in words; empty when it founded the event.
        apart: Events considered and refused, as (event id, what kept them apart).
        url: Address of another article, where its mention was moved; "" for the article placed.
        left: Id of the event that a moved mention was in before, else "".
    """

    mention: str
    event: str
    joined_by: tuple[str, ...] = ()
    apart: tuple[tuple[str, str], ...] = ()
    url: str = ""
    left: str = ""


class EventIndex(Protocol):
    """Where events are looked up by key: in memory, or in the store."""

    def candidates(self, keys: Sequence[str]) -> list[Profile]:
        """Events that hold some of these keys, those that hold most first."""
        ...

    def put(self, profile: Profile, keys: Sequence[str]) -> None:
        """Insert or replace the profile, and add the keys to those that lead to it."""
        ...

    def drop(self, event: str) -> None:
        """Forget every key of an event of which nothing is left."""
        ...


def most_shared(shared: Counter[str]) -> list[str]:
    """The events worth a look, by how many keys they share."""
    ranked = sorted(shared.items(), key=lambda item: (-item[1], item[0]))
    return [event for event, _ in ranked[:MOST_CANDIDATES]]


class MemoryIndex:
    """An index for one run over a handful of articles."""

    def __init__(self) -> None:
        self._profiles: dict[str, Profile] = {}
        self._holders: dict[str, set[str]] = {}
        self._keys: dict[str, set[str]] = {}

    def candidates(self, keys: Sequence[str]) -> list[Profile]:
        """Events that hold some of these keys, those that hold most first."""
        shared = Counter(event for key in set(keys) for event in self._holders.get(key, ()))
        return [self._profiles[event] for event in most_shared(shared)]

    def put(self, profile: Profile, keys: Sequence[str]) -> None:
        """Insert or replace the profile, and add the keys to those that lead to it."""
        self._profiles[profile.id] = profile
        for key in keys:
            self._holders.setdefault(key, set()).add(profile.id)
            self._keys.setdefault(profile.id, set()).add(key)

    def drop(self, event: str) -> None:
        """Forget every key of an event of which nothing is left."""
        for key in self._keys.pop(event, ()):
            self._holders[key].discard(event)
