"""Which accounts have to be looked at together: those that links lead to from one another.

Groups whose average points are enough hold a pair with as many, so clustering each neighbourhood by
itself gives what clustering all that was ever told would give, in whatever order it came.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from checkers.grouping.clusters import Score, clusters
from checkers.grouping.profile import Account

# Accounts from which on a neighbourhood is taken apart where its links are weakest: some forty
# reports of one night are compared in 0.1 s. A guess, three times the largest seen in real news.
MOST_TOGETHER = 48
# Points that a link needs where a neighbourhood is too large, step by step.
_LEVELS = (0, 1, 2, 3, 4, 5, 6)


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """Accounts that links hold together.

    Attributes:
        accounts: In a fixed order.
        level: Points that a link needs here, beyond those that any link needs; 0 for most. A new
            account with fewer does not belong here, for those it came through are too many.
    """

    accounts: list[Account]
    level: int


def neighbourhoods(
    accounts: Sequence[Account], points: Score, enough: float, enough_in_passing: float
) -> list[Neighbourhood]:
    """Part the accounts so that none is linked to one of another neighbourhood.

    A link is a pair with enough points. Of a neighbourhood with more than ``MOST_TOGETHER``
    accounts, most of which are unlike, only the stronger links count; where even the strongest hold
    too many together, each event is a neighbourhood by itself. One great story, told by hundreds of
    outlets, stays whole. The order of ``accounts`` does not matter.

    Args:
        accounts: A few hundred at most; cost grows with the square.
        points: Of a pair.
        enough: Points of a link between two accounts of what articles are about.
        enough_in_passing: The same where one is said in passing.
    """
    ordered = sorted(accounts, key=lambda account: account.name)
    found = [[points(a, b) for b in ordered[:at]] for at, a in enumerate(ordered)]
    passing = [account.mention.background for account in ordered]

    def linked(level: int, i: int, j: int) -> bool:
        least = enough_in_passing if passing[i] or passing[j] else enough
        return found[max(i, j)][min(i, j)] >= (max(least, level) if level else least)

    parted: list[Neighbourhood] = []
    # A list and no recursion: a function that calls itself from within this one would keep all the
    # points until Python looks for cycles.
    waiting = [(part, 0) for part in _connected(range(len(ordered)), partial(linked, 0))][::-1]
    while waiting:
        part, step = waiting.pop()
        level = _LEVELS[step]
        there = [ordered[i] for i in part]
        if len(part) <= MOST_TOGETHER or _is_one_story(part, found, enough):
            parted.append(Neighbourhood(there, level))
        elif step + 1 < len(_LEVELS):
            stronger = partial(linked, _LEVELS[step + 1])
            waiting += [(smaller, step + 1) for smaller in _connected(part, stronger)][::-1]
        else:
            groups = clusters(there, points, enough, enough_in_passing)
            parted += [Neighbourhood(group, level) for group in groups]
    return parted


def _connected(members: Sequence[int], linked: Callable[[int, int], bool]) -> Iterator[list[int]]:
    """The members in parts, each held together by links; all in the order given."""
    left = dict.fromkeys(members)
    while left:
        part = [next(iter(left))]
        del left[part[0]]
        for one in part:  # grows while it is gone through
            for other in [other for other in left if linked(one, other)]:
                part.append(other)
                del left[other]
        yield sorted(part)


def _is_one_story(part: Sequence[int], points: Sequence[Sequence[float]], enough: float) -> bool:
    """Whether the members are, on average, as much alike as the reports of one event."""
    pairs = [points[i][j] for at, i in enumerate(part) for j in part[:at]]
    return sum(pairs) >= enough * len(pairs)
