"""Conditional requests: when to ask "only if it changed", and whether the answers can be trusted.

Some servers repeat an ETag or a date after the content changed, and would then answer for ever that
nothing is new. So every nth request is a full one; where it brings other content under the same
validators, the server lied, and is asked in full from then on.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from storage.visited import Answered


def conditions(last: Answered | None, full_every: int) -> dict[str, str]:
    """The headers that ask for the content only if it changed since ``last``; none: ask in full."""
    if last is None or last.lied is not None or last.since_full + 1 >= full_every:
        return {}
    headers = {"If-None-Match": last.etag, "If-Modified-Since": last.modified}
    return {name: value for name, value in headers.items() if value}


def unchanged(last: Answered) -> Answered:
    """What to remember after a server said that nothing changed."""
    return replace(last, since_full=last.since_full + 1)


def answered(last: Answered | None, now: Answered, at: datetime) -> Answered:
    """What to remember of the answer ``now``, which brought content at ``at`` (aware)."""
    if last is None:
        return now
    return replace(now, lied=last.lied or (at if _lied(last, now) else None))


def _lied(last: Answered, now: Answered) -> bool:
    """Whether other content came under validators that say that it is the same."""
    if last.digest == now.digest:
        return False
    if last.etag or now.etag:  # an ETag goes before a date (RFC 9110, 13.1.3)
        return last.etag == now.etag
    return bool(last.modified) and last.modified == now.modified
