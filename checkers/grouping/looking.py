"""New accounts among known ones: which are near enough to be compared, and how they fit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from checkers.grouping.fitting import Fit
from checkers.grouping.keys import keys_to_find, keys_to_keep
from checkers.grouping.naming import Name
from checkers.grouping.profile import Account, EventIndex, Profile, Sought
from checkers.grouping.remembering import remembered_fit

# Average points from which two groups of accounts are one happening.
ENOUGH, ENOUGH_IN_PASSING = 0.0, 1.0
# Accounts that a new one is compared with: those with most words and places in common. An account
# of the same happening is nearly always among the first few, and one is enough to lead to all.
MOST_COMPARED = 24
# Beyond the first few, those with fewer words and places in common are left out: a guess that loses
# no link in annotated news.
_FIRST, _ENOUGH_SHARED = 8, 4


@dataclass(slots=True)
class Vicinity:
    """What was found around new accounts.

    Attributes:
        profiles: The events met, by id.
        near: How each new account, by name, fits those that it was compared with.
    """

    profiles: dict[str, Profile] = field(default_factory=dict)
    near: dict[tuple[str, str], list[tuple[Account, Fit]]] = field(default_factory=dict)


def look_around(accounts: Sequence[Account], index: EventIndex) -> Vicinity:
    """Compare new accounts with those that share keys with them, stored or new."""
    found = Vicinity()
    new = _New()
    urls = {account.url for account in accounts}
    sought = [Sought(keys_to_find(account), account.window) for account in accounts]
    candidates = index.candidates(sought)
    for account, (keys, _), profiles in zip(accounts, sought, candidates, strict=True):
        found.profiles.update({profile.id: profile for profile in profiles})
        stored = (one for profile in profiles for one in profile.accounts if one.url not in urls)
        near = _nearest(account, [*stored, *new.sharing(account, keys)])
        found.near[account.name] = [(other, fit_of(account, other)) for other in near]
        new.add(account)
    _look_beside(accounts, found, index)
    return found


def links(
    account: Account, near: Iterable[tuple[Account, Fit]], levels: Mapping[Name, int]
) -> Iterator[Account]:
    """The accounts with points enough to be of one happening with this one.

    ``levels`` are those of the neighbourhoods of known accounts, by name.
    """
    for other, found in near:
        passing = account.mention.background or other.mention.background
        least = ENOUGH_IN_PASSING if passing else ENOUGH
        if found.score >= max(least, levels.get(other.name) or least):
            yield other


def _look_beside(accounts: Sequence[Account], found: Vicinity, index: EventIndex) -> None:
    """Compare what two articles are about where one recalls what the other tells.

    A commentary on a week's arrests has the week's days and words, and shares none of the keys of
    the night that it is about; what it says of that night in passing does.
    """
    about = {account.url: account for account in accounts if not account.mention.background}
    meeting = {
        (account.url, other.url)
        for account in accounts
        for other in links(account, found.near[account.name], {})
        if account.mention.background != other.mention.background
    }
    stored = sorted({url for _, url in meeting} - {account.url for account in accounts})
    for profile in index.holding(stored) if stored else ():
        found.profiles.setdefault(profile.id, profile)
        about |= {one.url: one for one in profile.accounts if not one.mention.background}
    for mine, theirs in sorted(meeting):
        if mine in about and theirs in about:
            account, other = about[mine], about[theirs]
            if all(other.name != met.name for met, _ in found.near[account.name]):
                found.near[account.name].append((other, fit_of(account, other)))


def fit_of(a: Account, b: Account) -> Fit:
    """How two accounts go together, whichever comes first."""
    return remembered_fit(a, b) if a.name < b.name else remembered_fit(b, a)


def _nearest(account: Account, others: Collection[Account]) -> list[Account]:
    shared = [(-len(account.marks & other.marks), other.name, other) for other in others]
    shared.sort(key=itemgetter(0, 1))
    return [
        other
        for at, (less, _, other) in enumerate(shared[:MOST_COMPARED])
        if at < _FIRST or -less >= _ENOUGH_SHARED
    ]


class _New:
    """The new accounts met so far, found by the keys under which their events will be kept."""

    def __init__(self) -> None:
        self._accounts: list[Account] = []
        self._holders: dict[str, list[int]] = {}

    def add(self, account: Account) -> None:
        for key in set(keys_to_keep(account)):
            self._holders.setdefault(key, []).append(len(self._accounts))
        self._accounts.append(account)

    def sharing(self, account: Account, keys: Iterable[str]) -> list[Account]:
        """Those of other articles that hold most of the keys, twice as many as are compared."""
        shared = Counter(at for key in set(keys) for at in self._holders.get(key, ()))
        ranked = sorted(shared, key=lambda at: (-shared[at], self._accounts[at].name))
        others = [self._accounts[at] for at in ranked if self._accounts[at].url != account.url]
        return others[: 2 * MOST_COMPARED]
