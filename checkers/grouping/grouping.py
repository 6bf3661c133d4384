"""Mentions to events, online: new articles are grouped anew with all that links lead to from them.

The accounts that share keys with the new ones are looked up and compared; the neighbourhoods that
they are linked to are settled afresh, and what changes is said: which event each mention joined,
and which mentions of other articles moved because a new one split or merged their events. What
comes of a neighbourhood depends on the accounts in it, not on the order in which they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from checkers.grouping.keys import keys_to_keep
from checkers.grouping.looking import Vicinity, fit_of, links, look_around
from checkers.grouping.naming import Name, level_of
from checkers.grouping.profile import Account, EventIndex, Placement, Profile
from checkers.grouping.settling import Happening, Region, heir, settled
from checkers.grouping.summary import summed_up
from checkers.model import Grain, Mention, Reading

_MOST_APART = 6


@dataclass(slots=True)
class Placed:
    """What grouping decided on new articles.

    Attributes:
        own: Where their mentions went, by address; the main one first.
        moved: Mentions of other articles that are in another event now.
        heirs: For each event that is no more, the one that took what was left of it.
    """

    own: dict[str, list[Placement]] = field(default_factory=dict)
    moved: list[Placement] = field(default_factory=list)
    heirs: dict[str, str] = field(default_factory=dict)


def place_mentions(reading: Reading, index: EventIndex) -> list[Placement]:
    """Decide for each mention of an article, the main one first, and update the index.

    Placements with a ``url`` are of mentions of other articles that moved to another event.
    """
    placed = place_all([reading], index)
    return [*placed.own[reading.article.url], *placed.moved]


def place_all(readings: Sequence[Reading], index: EventIndex) -> Placed:
    """Decide for each mention of some articles, no two of one address, and update the index."""
    told = {reading.article.url: _accounts(reading) for reading in readings}
    new = [account for accounts in told.values() for account in accounts]
    found = look_around(new, index)
    regions = _regions(new, found, index)
    happenings = settled(regions, index)
    placed = Placed()
    profiles = {of: one for region in regions for of, one in region.profiles.items()}
    events = {account.name: one.id for one in happenings for account in one.accounts}
    for one in happenings:
        _put(one, index)
    for event in sorted(profiles.keys() - {one.id for one in happenings}):
        index.drop(event)
        if left := heir(profiles[event], events):
            placed.heirs[event] = left
    groups = {one.id: one.accounts for one in happenings}
    known = {one.name: of.id for of in found.profiles.values() for one in of.accounts}
    homes = known | events
    for url, accounts in told.items():
        placed.own[url] = [
            Placement(
                account.mention.id,
                events[account.name],
                _reasons(account, groups[events[account.name]]),
                tuple(_apart(account, found, homes))[:_MOST_APART],
            )
            for account in accounts
        ]
    placed.moved = sorted(_moved(regions, groups, events), key=lambda p: (p.url, p.mention))
    return placed


def _accounts(reading: Reading) -> list[Account]:
    published = reading.article.published
    return [
        Account(reading.article.url, published.at if published else None, mention)
        for mention in reading.mentions
        if not mention.background or _worth_an_event(mention)
    ]


def _worth_an_event(mention: Mention) -> bool:
    if mention.hypothetical:
        return False
    known_time = mention.when is not None and mention.when.grain is not Grain.YEAR
    return bool(mention.figures) or (known_time and bool(mention.kind))


def _regions(new: Sequence[Account], found: Vicinity, index: EventIndex) -> list[Region]:
    """The new accounts with the neighbourhoods that they are linked to, those that meet as one."""
    urls = {account.url for account in new}
    at_home = {
        account.name: profile for profile in found.profiles.values() for account in profile.accounts
    }
    levels = {name: level_of(profile.hood) for name, profile in at_home.items()}
    left = index.holding(urls)
    joined = _Joined()
    for profile in left:
        joined.root(_hood(profile))
    for account in new:
        joined.root(account.name)
        for other in links(account, found.near[account.name], levels):
            there = at_home.get(other.name)
            joined.join(
                account.name, _hood(there) if there and other.url not in urls else other.name
            )
    linked = {_hood(one): one for one in [*at_home.values(), *left] if joined.has(_hood(one))}
    regions: dict[object, Region] = {}
    for profile in [*linked.values(), *left, *index.neighbours(sorted(linked))]:
        region = regions.setdefault(joined.root(_hood(profile)), Region())
        region.profiles[profile.id] = profile
    for region in regions.values():
        members = (one for profile in region.profiles.values() for one in profile.accounts)
        region.known = [account for account in members if account.url not in urls]
    for account in new:
        regions.setdefault(joined.root(account.name), Region()).new.append(account)
    return list(regions.values())


def _hood(profile: Profile) -> str:
    return profile.hood or profile.id


class _Joined:
    """Which hoods and new accounts belong to one region."""

    def __init__(self) -> None:
        self._above: dict[str | Name, str | Name] = {}

    def has(self, one: str | Name) -> bool:
        return one in self._above

    def root(self, one: str | Name) -> str | Name:
        above = self._above.setdefault(one, one)
        while above != one:
            self._above[one] = self._above[above]
            one, above = above, self._above[above]
        return one

    def join(self, one: str | Name, other: str | Name) -> None:
        self._above[self.root(one)] = self.root(other)


def _put(one: Happening, index: EventIndex) -> None:
    """Put an event that is not what it was; its keys are those of the accounts that are new."""
    known = one.known
    held = known.accounts if known else ()
    same = {account.content for account in held}
    new = [account for account in one.accounts if account.content not in same]
    if known is not None and not new and len(one.accounts) == len(held):
        if known.hood != one.hood:
            index.put(replace(known, hood=one.hood), [])
        return
    stay = {account.url for account in one.accounts}
    gone = {account.url for account in held if account.url not in stay}
    profile = summed_up(one.id, one.accounts, known, gone)
    keys = sorted({key for account in new for key in keys_to_keep(account)})
    index.put(replace(profile, hood=one.hood), keys)


def _moved(
    regions: Iterable[Region], groups: Mapping[str, Sequence[Account]], events: Mapping[Name, str]
) -> Iterator[Placement]:
    for region in regions:
        known = {account.name for account in region.known}
        for profile in region.profiles.values():
            for account in profile.accounts:
                if account.name in known and events[account.name] != profile.id:
                    event = events[account.name]
                    reasons = _reasons(account, groups[event])
                    yield Placement(
                        account.mention.id, event, reasons, url=account.url, left=profile.id
                    )


def _reasons(account: Account, group: Sequence[Account]) -> tuple[str, ...]:
    fits = [fit_of(account, other) for other in group if other.url != account.url]
    return max(fits, key=lambda f: (f.score, f.reasons)).reasons if fits else ()


def _apart(
    account: Account, found: Vicinity, events: Mapping[Name, str]
) -> Iterator[tuple[str, str]]:
    """The events that look alike and were refused, each with what keeps the nearest of it apart."""
    nearest: dict[str, tuple[float, str]] = {}
    for other, fit in found.near[account.name]:
        event = events.get(other.name, "")
        # Each pair of accounts says it by itself: which others were met first changes nothing.
        if fit.near and fit.against and (event not in nearest or nearest[event][0] < fit.score):
            nearest[event] = (fit.score, fit.against)
    for event, (_, against) in nearest.items():
        if event and event != events[account.name]:
            yield event, against
