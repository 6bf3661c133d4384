"""Under which keys an account is found: days and what was where, pairs of rare words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations, islice

from checkers.grouping.profile import DAY, Account

# Days that share a bucket. Wide enough that an account stands in two at most, narrow enough that
# a city has few events in each.
_BUCKET = 4
_MOST_BUCKETS = 3
_MOST_TERMS = 12
# Terms whose pairs lead from one account to another whatever their dates: a trial to its crime,
# an undated page to its story.
_PAIRED = 10
_MOST_PLACES = 4
# The first streets that a text names: where it happened, and where the police are.
_STREET, _MOST_STREETS = "street ", 3


def keys_to_find(account: Account) -> list[str]:
    """Keys of the events that an account may belong to."""
    return [*_dated(account, slack=DAY), *_undated(account)]


def keys_to_keep(account: Account) -> list[str]:
    """Keys under which the event of an account is to be found."""
    return [*_dated(account, slack=timedelta(0)), *_undated(account)]


def _dated(account: Account, slack: timedelta) -> Iterator[str]:
    stretch = account.window
    if stretch is None:
        return
    first = (stretch[0] - slack).toordinal() // _BUCKET
    last = (stretch[1] + slack).toordinal() // _BUCKET
    features = list(dict.fromkeys(_features(account)))
    for bucket in range(max(first, last - _MOST_BUCKETS), last + 1):
        yield from (f"{bucket}|{feature}" for feature in features)


def _features(account: Account) -> Iterator[str]:
    for place in account.mention.places[:_MOST_PLACES]:
        if place.type != "country":
            yield f"p:{place.key}"
            yield from (f"p:{key}" for key in place.inside[:1])
    yield from (f"t:{term.lower()}" for term in account.mention.terms[:_MOST_TERMS])
    streets = (term for term in account.mention.terms if term.startswith(_STREET))
    yield from (f"s:{street}" for street in islice(streets, _MOST_STREETS))


def _undated(account: Account) -> Iterator[str]:
    terms = sorted({term.lower() for term in account.mention.terms[:_PAIRED]})
    yield from (f"*|{one}+{other}" for one, other in combinations(terms, 2))
    if account.mention.kind:
        yield from (f"*|p:{place}+{account.mention.kind}" for place in account.settings[:2])
    yield from (f"*|p:{place.key}+{term}" for place in account.mention.places[:1] for term in terms)
