"""Accounts that belong together are settled anew: neighbourhoods, events, and their ids."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from checkers.grouping.clusters import clusters
from checkers.grouping.fitting import LEAST, Fit
from checkers.grouping.looking import ENOUGH, ENOUGH_IN_PASSING, fit_of
from checkers.grouping.naming import Name, hood_id, inherited, level_of, new_ids
from checkers.grouping.neighbourhoods import Neighbourhood, neighbourhoods
from checkers.grouping.profile import Account, EventIndex, Profile

# Points by which another mention of an article must fit better for the first not to fit at all: a
# round-up of two crashes is no second report on the other one.
_FITS_BETTER = 1.5


@dataclass(slots=True)
class Region:
    """Neighbourhoods that new accounts lead to, to be settled as one.

    Attributes:
        profiles: The events in them, by id.
        known: Their accounts, without those of articles that are placed anew.
        new: The new accounts.
    """

    profiles: dict[str, Profile] = field(default_factory=dict)
    known: list[Account] = field(default_factory=list)
    new: list[Account] = field(default_factory=list)


@dataclass(slots=True)
class Happening:
    """An event as it was settled.

    Attributes:
        id: Its id; "" while it has none.
        hood: Id of its neighbourhood.
        accounts: Those of the accounts looked at that are in it.
        known: What was known of it before, if it is not new.
    """

    id: str
    hood: str
    accounts: list[Account]
    known: Profile | None = None


def settled(regions: Iterable[Region], index: EventIndex) -> list[Happening]:
    """Every event of the regions as it is now, whatever it was before."""
    happenings = [one for region in regions for one in _settled(region)]
    fresh = [one for one in happenings if not one.id]
    used = {one.id for one in happenings}
    free = {event for region in regions for event in region.profiles} - used

    def taken(ids: Collection[str]) -> set[str]:
        return {of for of in index.taken(ids) if of not in free} | (used & set(ids))

    for one, of in zip(fresh, new_ids([one.accounts for one in fresh], taken), strict=True):
        one.id = of
    return happenings


def _settled(region: Region) -> list[Happening]:
    pool = [*region.known, *region.new]
    fits = _Fits(pool)
    before = {
        account.name: profile
        for profile in region.profiles.values()
        for account in profile.accounts
    }
    known = {account.name for account in region.known}
    events = {name: profile.id for name, profile in before.items() if name in known}
    hoods = {name: profile.hood for name, profile in before.items() if profile.hood}
    parts = neighbourhoods(pool, fits.points, ENOUGH, ENOUGH_IN_PASSING)
    grouped = [clusters(part.accounts, fits.score, ENOUGH, ENOUGH_IN_PASSING) for part in parts]
    groups = [group for part in grouped for group in part]
    of_part = [at for at, part in enumerate(grouped) for _ in part]
    ids = inherited(groups, events)
    hood_ids = _hood_ids(parts, hoods)
    return [
        Happening(
            ids.get(at, ""),
            hood_ids[of_part[at]],
            group,
            region.profiles.get(ids.get(at, "")),
        )
        for at, group in enumerate(groups)
    ]


def _hood_ids(parts: Sequence[Neighbourhood], before: Mapping[Name, str]) -> list[str]:
    """The id of each neighbourhood: what most of it bore before, if its level is the same."""
    kept = inherited([part.accounts for part in parts], before)
    return [
        kept[at]
        if at in kept and level_of(kept[at]) == part.level
        else hood_id(part.accounts, part.level)
        for at, part in enumerate(parts)
    ]


def heir(profile: Profile, events: dict[Name, str]) -> str:
    """Where most accounts of an event that is no more went, or "" where nobody was left."""
    held = Counter(events[one.name] for one in profile.accounts if one.name in events)
    return min(held, key=lambda event: (-held[event], event)) if held else ""


class _Fits:
    """Points of the pairs of a pool, each compared once."""

    def __init__(self, pool: Sequence[Account]) -> None:
        self._siblings: dict[str, list[Account]] = {}
        for account in pool:
            self._siblings.setdefault(account.url, []).append(account)

    def points(self, a: Account, b: Account) -> float:
        """Of a pair by itself; the least for two mentions of one article."""
        return LEAST if a.url == b.url else fit_of(a, b).score

    def score(self, a: Account, b: Account) -> float:
        """Points of a pair, unless another mention of one article fits the other far better."""
        found = fit_of(a, b)
        for one, other in ((a, b), (b, a)):
            siblings = self._siblings[one.url]
            if len(siblings) > 1:
                for sibling in siblings:
                    if sibling is not one and _is_meant(fit_of(sibling, other), found):
                        return LEAST
        return found.score


def _is_meant(sibling: Fit, found: Fit) -> bool:
    """Whether a sibling fits so well that the mention itself cannot be meant.

    It has the figure of the other account, and the mention has one that leaves no room for it; or
    it has the place, and the mention is of no place of the other's.
    """
    if found.figures < 0 < sibling.figures:
        return sibling.score >= found.score
    better = sibling.score >= found.score + _FITS_BETTER
    return better and sibling.placed and not found.placed
