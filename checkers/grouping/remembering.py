"""Pairs of accounts that were compared before: the articles of a night meet the same ones again."""

from __future__ import annotations

from checkers.grouping.fitting import Fit, fit
from checkers.grouping.profile import Account

# About 40 MB when full; then all are forgotten, which costs one night's comparisons of a moment.
_MOST = 200_000
_fits: dict[tuple[int, int], Fit] = {}


def remembered_fit(one: Account, other: Account) -> Fit:
    """How two accounts go together, worked out once for each pair of contents."""
    pair = (one.content, other.content)
    found = _fits.get(pair)
    if found is None:
        if len(_fits) >= _MOST:
            _fits.clear()
        found = _fits[pair] = fit(one, other)
    return found
