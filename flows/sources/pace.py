"""Politeness: how often this process asks one host, how many times at once, and when not at all."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta


class Pace:
    """Whose turn it is at each host. Threads share one."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._next: dict[str, float] = {}  # monotonic seconds at which a host is free again
        self._under_way: Counter[str] = Counter()
        self._resting: dict[str, datetime] = {}

    @contextmanager
    def turn(self, host: str, delay: timedelta, most: int) -> Iterator[None]:
        """A request to ``host``: at most ``most`` at once, each ``delay`` after the one before."""
        with self._changed:
            self._changed.wait_for(lambda: self._under_way[host] < most)
            self._under_way[host] += 1
            now = time.monotonic()
            starts = max(now, self._next.get(host, now))
            self._next[host] = starts + delay.total_seconds()
        try:
            time.sleep(starts - now)
            yield
        finally:
            with self._changed:
                self._under_way[host] -= 1
                self._changed.notify_all()

    def forget(self) -> None:
        """Hurry and rest nobody for what another server at the same address asked for."""
        with self._changed:
            self._next.clear()
            self._resting.clear()

    def rest(self, host: str, until: datetime) -> None:
        """Leave ``host`` alone until then (aware)."""
        with self._changed:
            self._resting[host] = until

    def resting(self, host: str, now: datetime) -> datetime | None:
        """Until when ``host`` is to be left alone, or None where it may be asked ``now``."""
        until = self._resting.get(host)
        return until if until is not None and until > now else None


# Each source of a night has its own client, and two feeds of one outlet share a host.
PACE = Pace()
