"""The ids of events and neighbourhoods: kept as long as most of what bore them stays together."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

from checkers.grouping.profile import Account

Name = tuple[str, str]


def inherited(groups: Sequence[Sequence[Account]], before: Mapping[Name, str]) -> dict[int, str]:
    """For each group that can have one, by its place: the id that most of it bore before.

    An id goes to one group only, the one with most of those that bore it.
    """
    claims = []
    for at, group in enumerate(groups):
        held = Counter(before[account.name] for account in group if account.name in before)
        claims += [(-count, of, at) for of, count in held.items()]
    ids: dict[int, str] = {}
    given: set[str] = set()
    for _, of, at in sorted(claims):
        if at not in ids and of not in given:
            ids[at] = of
            given.add(of)
    return ids


def new_ids(
    groups: Sequence[Sequence[Account]], taken: Callable[[Collection[str]], Collection[str]]
) -> list[str]:
    """An id for each group, made from its first account; another where it is ``taken``."""
    seeds = [_seed(group) for group in groups]
    ids = [_hashed(seed) for seed in seeds]
    while True:
        met = set(taken(ids))
        again = [at for at, found in enumerate(ids) if found in met or found in ids[:at]]
        if not again:
            return ids
        for at in again:
            seeds[at] = f"{seeds[at]} {ids[at]}"
            ids[at] = _hashed(seeds[at])


def hood_id(members: Sequence[Account], level: int) -> str:
    """An id for a new neighbourhood: its level, and what stands for the very accounts in it."""
    return f"{level}:" + _hashed("\n".join(sorted(" ".join(account.name) for account in members)))


def level_of(hood: str) -> int:
    """The level of a neighbourhood by its id; 0 for an event that nobody has settled yet."""
    level, colon, _ = hood.partition(":")
    return int(level) if colon else 0


def _seed(group: Sequence[Account]) -> str:
    first = min(group, key=lambda account: account.name)
    return f"{first.url} {first.mention.id} {first.mention.title}"


def _hashed(seed: str) -> str:
    return hashlib.sha256(seed.encode()).hexdigest()[:16]
