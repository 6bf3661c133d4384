"""Mentions to events, online: a new article is grouped anew with the accounts nearest to it.

The events that share keys with the article's mentions are looked up, their accounts and the new
ones are clustered afresh, and what changes is said: which event each mention joined, and which
mentions of other articles moved because the new one split or merged their events. So the order
in which articles arrive matters little, and no article can bridge two events.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

from checkers.grouping.clusters import clusters
from checkers.grouping.fitting import LEAST, Fit
from checkers.grouping.keys import keys_to_find, keys_to_keep
from checkers.grouping.profile import Account, EventIndex, Placement, Profile
from checkers.grouping.remembering import remembered_fit
from checkers.grouping.summary import summed_up
from checkers.model import Grain, Mention, Reading

# Average points from which two groups of accounts are one happening.
ENOUGH, ENOUGH_IN_PASSING = 0.0, 1.0
# Below this, no account of an event is like the new one: the event is left as it is.
_WORTH_A_LOOK = -1.0
# Points by which another mention of an article must fit better for the first not to fit at all: a
# round-up of two crashes is no second report on the other one.
_FITS_BETTER = 1.5
_MOST_EVENTS = 6
_MOST_APART = 6


def place_mentions(reading: Reading, index: EventIndex) -> list[Placement]:
    """Decide for each mention of an article, the main one first, and update the index.

    Placements with a ``url`` are of mentions of other articles that moved to another event.
    """
    accounts = [
        _account(reading, mention)
        for mention in reading.mentions
        if not mention.background or _worth_an_event(mention)
    ]
    region = _Region(index, reading.article.url)
    for account in accounts:
        region.look_up(account)
    return region.settled(accounts)


def _account(reading: Reading, mention: Mention) -> Account:
    published = reading.article.published
    return Account(reading.article.url, published.at if published else None, mention)


def _worth_an_event(mention: Mention) -> bool:
    if mention.hypothetical:
        return False
    known_time = mention.when is not None and mention.when.grain is not Grain.YEAR
    return bool(mention.figures) or (known_time and bool(mention.kind))


class _Region:
    """The events around one article, and what becomes of them."""

    def __init__(self, index: EventIndex, url: str) -> None:
        self._index = index
        self._url = url
        self._profiles: dict[str, Profile] = {}
        self._near: dict[tuple[str, str], dict[str, Fit]] = {}
        self._siblings: dict[str, list[Account]] = {}
        self._fits: dict[tuple[tuple[str, str], tuple[str, str]], Fit] = {}

    def look_up(self, account: Account) -> None:
        """Take in the events that this account may belong to."""
        best: list[tuple[float, Profile]] = []
        near: dict[str, Fit] = {}
        for profile in self._index.candidates(keys_to_find(account)):
            if self._url in profile.articles:
                self._profiles[profile.id] = profile
            others = [other for other in profile.accounts if other.url != self._url]
            if not others:
                continue
            closest = max((self._fit(account, other) for other in others), key=lambda f: f.score)
            near[profile.id] = closest
            if closest.score >= _WORTH_A_LOOK:
                best.append((closest.score, profile))
        best.sort(key=lambda item: (-item[0], item[1].id))
        self._profiles.update({profile.id: profile for _, profile in best[:_MOST_EVENTS]})
        self._near[account.name] = near

    def settled(self, accounts: Sequence[Account]) -> list[Placement]:
        """Cluster all accounts of the region, put what changed, say where the mentions went."""
        before = {
            account.name: profile.id
            for profile in self._profiles.values()
            for account in profile.accounts
            if account.url != self._url
        }
        pool = [
            account
            for profile in self._profiles.values()
            for account in profile.accounts
            if account.url != self._url
        ]
        for account in (*accounts, *pool):
            self._siblings.setdefault(account.url, []).append(account)
        groups = clusters([*accounts, *pool], self._score, ENOUGH, ENOUGH_IN_PASSING)
        named = _named(groups, before)
        placements: list[Placement] = []
        for event, group in named.items():
            self._put(event, group)
            placements += self._placements(event, group, before)
        for event in self._profiles.keys() - named.keys():
            self._index.drop(event)
        order = {account.name: at for at, account in enumerate(accounts)}
        return sorted(
            placements, key=lambda p: (p.url, order.get((self._url, p.mention), 0), p.mention)
        )

    def _put(self, event: str, group: Sequence[Account]) -> None:
        known = self._profiles.get(event)
        new = [a for a in group if known is None or a not in known.accounts]
        if known is not None and not new and len(group) == len(known.accounts):
            return
        gone = self._moved_from(event, group)
        self._index.put(
            summed_up(event, group, known, gone), sorted({k for a in new for k in keys_to_keep(a)})
        )

    def _moved_from(self, event: str, group: Sequence[Account]) -> frozenset[str]:
        """Addresses of articles whose accounts left the event."""
        known = self._profiles.get(event)
        if known is None:
            return frozenset()
        stay = {account.url for account in group}
        return frozenset(a.url for a in known.accounts if a.url not in stay)

    def _placements(
        self, event: str, group: Sequence[Account], before: dict[tuple[str, str], str]
    ) -> Iterable[Placement]:
        for account in group:
            own = account.url == self._url
            left = before.get(account.name, "")
            if own or left != event:
                yield Placement(
                    account.mention.id,
                    event,
                    self._reasons(account, group),
                    self._apart(account, event) if own else (),
                    url="" if own else account.url,
                    left="" if own else left,
                )

    def _reasons(self, account: Account, group: Sequence[Account]) -> tuple[str, ...]:
        fits = [self._fit(account, other) for other in group if other.url != account.url]
        return max(fits, key=lambda f: (f.score, f.reasons)).reasons if fits else ()

    def _apart(self, account: Account, event: str) -> tuple[tuple[str, str], ...]:
        refused = [
            (of, found.against)
            for of, found in self._near.get(account.name, {}).items()
            if of != event and found.near and found.against
        ]
        return tuple(refused[:_MOST_APART])

    def _score(self, a: Account, b: Account) -> float:
        """Points of a pair, unless another mention of one article fits the other far better."""
        found = self._fit(a, b)
        for one, other in ((a, b), (b, a)):
            for sibling in self._siblings.get(one.url, ()):
                if sibling is not one and _is_meant(self._fit(sibling, other), found):
                    return LEAST
        return found.score

    def _fit(self, a: Account, b: Account) -> Fit:
        pair = (a.name, b.name) if a.name < b.name else (b.name, a.name)
        if pair not in self._fits:
            one, other = (a, b) if a.name < b.name else (b, a)
            self._fits[pair] = remembered_fit(one, other)
        return self._fits[pair]


def _is_meant(sibling: Fit, found: Fit) -> bool:
    """Whether a sibling fits so well that the mention itself cannot be meant.

    It has the figure of the other account, and the mention has one that leaves no room for it; or
    it has the place, and the mention is of no place of the other's.
    """
    if found.figures < 0 < sibling.figures:
        return sibling.score >= found.score
    better = sibling.score >= found.score + _FITS_BETTER
    return better and sibling.placed and not found.placed


def _named(
    groups: Sequence[list[Account]], before: dict[tuple[str, str], str]
) -> dict[str, list[Account]]:
    """Each group under the id of the event that most of it was in, or a new one."""
    claims = []
    for at, group in enumerate(groups):
        held = Counter(before[account.name] for account in group if account.name in before)
        claims += [(-count, event, at) for event, count in held.items()]
    ids: dict[int, str] = {}
    for _, event, at in sorted(claims):
        if at not in ids and event not in ids.values():
            ids[at] = event
    known = set(before.values())
    for at, group in enumerate(groups):
        if at not in ids:
            ids[at] = _new_id(group, known)
            known.add(ids[at])
    return {ids[at]: group for at, group in enumerate(groups)}


def _new_id(group: Sequence[Account], known: Collection[str]) -> str:
    """An id made from the group's first account; another where its first event still bears it."""
    first = min(group, key=lambda account: account.name)
    seed = f"{first.url} {first.mention.id} {first.mention.title}"
    while (found := hashlib.sha256(seed.encode()).hexdigest()[:16]) in known:
        seed = f"{seed} {found}"
    return found
