"""Accounts to happenings: average-link clustering of a handful, with pairs that must stay apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import heapify, heappop, heappush

from checkers.grouping.profile import Account

Score = Callable[[Account, Account], float]
Group = list[Account]
_NEVER = float("-inf")


def clusters(
    accounts: Sequence[Account], score: Score, enough: float, enough_in_passing: float
) -> list[Group]:
    """Group accounts so that the members of each group are, on average, enough alike.

    The accounts of articles that are about a happening are grouped first; what others say of it
    in passing then joins a group, or others in passing, and never brings two groups together. The
    two groups that are most alike are joined first, until none are alike enough, so what results
    does not depend on the order of ``accounts``. Two mentions of one article stay apart.

    Args:
        accounts: At most a few dozen; cost grows with the square.
        score: Points of a pair, the higher the more alike.
        enough: Average points from which two groups are one.
        enough_in_passing: The same where one of them is of mentions in passing.
    """
    ordered = sorted(accounts, key=lambda account: account.name)
    about = _joined([[a] for a in ordered if not a.mention.background], score, enough)
    passing = [[a] for a in ordered if a.mention.background]
    if not passing:
        return about
    return _joined([*about, *passing], score, enough_in_passing, fixed=len(about))


def _joined(groups: list[Group], score: Score, enough: float, fixed: int = 0) -> list[Group]:
    """Join the most alike until none are alike enough; no two of the first ``fixed``.

    The points between two groups are kept as sums, which add up when groups are joined: every
    pair of accounts is scored once. Pairs that are alike enough wait in a heap, where one whose
    groups have changed since is passed over.
    """
    groups = [list(group) for group in groups]
    sums = {
        (i, j): _NEVER if j < fixed else _sum(groups[i], groups[j], score)
        for j in range(len(groups))
        for i in range(j)
    }

    def average(i: int, j: int) -> float:
        return sums[i, j] / (len(groups[i]) * len(groups[j]))

    waiting = [(-average(i, j), i, j) for i, j in sums if average(i, j) >= enough]
    heapify(waiting)
    while waiting:
        against, i, j = heappop(waiting)
        if (i, j) not in sums or average(i, j) != -against:
            continue
        groups[i] += groups[j]
        groups[j] = []
        del sums[i, j]
        for k in range(len(groups)):
            if k != i and groups[k]:
                pair = (min(i, k), max(i, k))
                sums[pair] += sums.pop((min(j, k), max(j, k)))
                if average(*pair) >= enough:
                    heappush(waiting, (-average(*pair), *pair))
    return [group for group in groups if group]


def _sum(one: Group, other: Group, score: Score) -> float:
    """Points between two groups, added up; minus infinity where an article is in both."""
    if {account.url for account in one} & {account.url for account in other}:
        return _NEVER
    return sum(score(a, b) for a in one for b in other)
