"""What grouping knows of an event, and where it looks events up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import NamedTuple, Protocol

from checkers.grouping.words import Words, words_of
from checkers.language.details import SETTING
from checkers.model import Figure, Mention, Place, When
from seeds.rarity import stem

# Events looked at for one mention: those that share most keys with it. More would be seldom the
# right one, and the cost of an article must not grow with the archive.
MOST_CANDIDATES = 12
# Beyond so many, one that shares a single key is left out: in a large archive there are thousands
# with one word or one place in common, and which of them comes first is chance.
SINGLE_CANDIDATES = 3

# An event as far from an account in time shares at least so many keys with it, or is left out. What
# lies a season apart and is one story after all (a trial and its crime, a misdated copy) shares its
# rare words, of which each pair is a key; of 2,600 other events of generated news that shared
# something, four in five shared fewer, and none of those was joined. Guesses.
_SEASON, _KEYS_OF_ONE_STORY = timedelta(days=120), 4

# Events from which on a key says nothing: what so many share is a city's or a season's standing
# word. No more are kept under it, so that no key leads to more, however large the archive.
CROWD = 64

# A report without a date of its own tells of something that happened in these days before it
# was published: most news is of the last two days, weeklies and follow-ups reach further.
FRESH = timedelta(days=4)
DAY = timedelta(days=1)

# Places of an account that are compared with another's.
_MOST_SPOTS = 4
_NAME_PART = re.compile(r"\w+")
# Sorts of places whose names say where, and no more: a site's name may be all that tells a story.
_WHERE = frozenset({"city", "unknown"})


@dataclass(frozen=True)
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

    @cached_property
    def content(self) -> int:
        """A hash of all that comparing looks at; another revision of the article has another."""
        mention = self.mention
        figures = tuple(sorted((name, f.low, f.high) for name, f in mention.figures.items()))
        plain = (mention.id, mention.kind, mention.title, mention.background, mention.hypothetical)
        told = (mention.when, mention.places, mention.terms, figures)
        return hash((self.url, self.published, *plain, *told))

    @cached_property
    def marks(self) -> frozenset[str]:
        """Its words and places in small letters: two accounts that share few are little alike."""
        return self.lowered | {f"@{place.key}" for place in self.mention.places}

    @cached_property
    def lowered(self) -> frozenset[str]:
        """Its terms in small letters."""
        return frozenset(term.lower() for term in self.mention.terms)

    @cached_property
    def window(self) -> tuple[datetime, datetime] | None:
        """When it happened, as far as is known: from its own words, else from publication."""
        when, published = self.mention.when, self.published
        if when is not None and when.first is not None and when.last is not None:
            return when.first, when.last
        if self.mention.background or published is None:
            return None
        return published - FRESH, published + DAY / 2

    @cached_property
    def spots(self) -> tuple[Place, ...]:
        """Its first places, without the country where something smaller is named."""
        places = self.mention.places
        return tuple([p for p in places if p.type != "country"] or places)[:_MOST_SPOTS]

    @cached_property
    def words(self) -> Words:
        """Its terms, made ready to be compared."""
        return words_of(self.mention.terms)

    @cached_property
    def towns_in_words(self) -> frozenset[str]:
        """The words of its towns' names, as they are written in a sentence."""
        return frozenset(
            part.capitalize()
            for place in self.mention.places
            if place.type in _WHERE
            for part in _NAME_PART.findall(f"{place.name} {place.key}")
        )

    @cached_property
    def settings(self) -> tuple[str, ...]:
        """The keys of its places; those of its article, where it is told in passing without any."""
        if self.mention.places or not self.mention.background:
            return tuple(p.key for p in self.mention.places if p.type != "country")
        mark = f"{SETTING} "
        return tuple(t.removeprefix(mark) for t in self.mention.terms if t.startswith(mark))

    @cached_property
    def places_in_words(self) -> frozenset[str]:
        """The stems of the words of its places' names, which are compared as places."""
        return frozenset(
            stem(part.lower())
            for place in self.mention.places
            for part in _NAME_PART.findall(f"{place.name} {place.key}")
        )


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
        accounts: Accounts that stand for all, at most some two dozen.
        hood: Id of its neighbourhood: the events that a new account can change when it changes
            this one; "" where nobody has looked yet.
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
    hood: str = ""


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


class Sought(NamedTuple):
    """What leads from an account to events: its keys, and its ``window``."""

    keys: Collection[str]
    window: tuple[datetime, datetime] | None = None


class Sharing(NamedTuple):
    """An event that shares keys with an account: how many, and when it was, if that is known."""

    event: str
    keys: int
    first: datetime | None
    last: datetime | None


class EventIndex(Protocol):
    """Where events are looked up by key: in memory, or in the store."""

    def candidates(self, sought: Sequence[Sought]) -> list[list[Profile]]:
        """For each of some accounts, of the events that share its keys those worth a look."""
        ...

    def holding(self, urls: Collection[str]) -> list[Profile]:
        """Events that accounts of these articles are in, by id."""
        ...

    def neighbours(self, hoods: Collection[str]) -> list[Profile]:
        """The events of these neighbourhoods, by id."""
        ...

    def taken(self, ids: Collection[str]) -> set[str]:
        """Those of the ids that an event bears or bore."""
        ...

    def put(self, profile: Profile, keys: Sequence[str]) -> None:
        """Insert or replace the profile, and add the keys to those that lead to it."""
        ...

    def drop(self, event: str) -> None:
        """Forget every key of an event of which nothing is left."""
        ...


def worth_a_look(sharing: Iterable[Sharing], window: tuple[datetime, datetime] | None) -> list[str]:
    """Of events that share keys with an account, those that it is compared with."""
    ranked = sorted(sharing, key=lambda one: (-one.keys, one.event))[:MOST_CANDIDATES]
    return [
        one.event
        for at, one in enumerate(ranked)
        if (one.keys > 1 or at < SINGLE_CANDIDATES)
        and (one.keys >= _KEYS_OF_ONE_STORY or not _is_far(one, window))
    ]


def _is_far(one: Sharing, window: tuple[datetime, datetime] | None) -> bool:
    if window is None or one.first is None or one.last is None:
        return False
    return max(window[0] - one.last, one.first - window[1]) > _SEASON


class MemoryIndex:
    """An index for one run over a handful of articles."""

    def __init__(self) -> None:
        self._profiles: dict[str, Profile] = {}
        self._holders: dict[str, set[str]] = {}
        self._keys: dict[str, set[str]] = {}
        self._hoods: dict[str, set[str]] = {}
        self._told: dict[str, set[str]] = {}

    def candidates(self, sought: Sequence[Sought]) -> list[list[Profile]]:
        """For each of some accounts, of the events that share its keys those worth a look."""
        return [
            [self._profiles[of] for of in worth_a_look(self._sharing(one.keys), one.window)]
            for one in sought
        ]

    def _sharing(self, keys: Collection[str]) -> Iterator[Sharing]:
        shared = Counter(event for key in set(keys) for event in self._holders.get(key, ()))
        for event, count in shared.items():
            when = self._profiles[event].when
            first, last = (when.first, when.last) if when else (None, None)
            yield Sharing(event, count, first, last)

    def holding(self, urls: Collection[str]) -> list[Profile]:
        """Events that accounts of these articles are in, by id."""
        ids = {event for url in urls for event in self._told.get(url, ())}
        return [self._profiles[event] for event in sorted(ids)]

    def neighbours(self, hoods: Collection[str]) -> list[Profile]:
        """The events of these neighbourhoods, by id."""
        ids = {event for hood in hoods for event in self._hoods.get(hood, ())}
        return [self._profiles[event] for event in sorted(ids)]

    def taken(self, ids: Collection[str]) -> set[str]:
        """Those of the ids that an event bears or bore."""
        return {event for event in ids if event in self._profiles}

    def put(self, profile: Profile, keys: Sequence[str]) -> None:
        """Insert or replace the profile, and add the keys to those that lead to it."""
        self._forget(profile.id)
        self._profiles[profile.id] = profile
        if profile.hood:
            self._hoods.setdefault(profile.hood, set()).add(profile.id)
        for account in profile.accounts:
            self._told.setdefault(account.url, set()).add(profile.id)
        for key in keys:
            holders = self._holders.setdefault(key, set())
            if len(holders) < CROWD:
                holders.add(profile.id)
                self._keys.setdefault(profile.id, set()).add(key)

    def drop(self, event: str) -> None:
        """Forget every key of an event of which nothing is left."""
        self._forget(event)
        for key in self._keys.pop(event, ()):
            self._holders[key].discard(event)

    def _forget(self, event: str) -> None:
        """Take an event out of its neighbourhood, and its articles' accounts out of it."""
        known = self._profiles.get(event)
        if known is None:
            return
        self._hoods.get(known.hood, set()).discard(event)
        for account in known.accounts:
            self._told[account.url].discard(event)
