"""Politeness: two requests to one host are kept a while apart, in the whole process."""

from __future__ import annotations

import threading
import time
from datetime import timedelta


class Pace:
    """Whose turn it is at each host. Threads share one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._next: dict[str, float] = {}  # monotonic seconds at which a host is free again

    def wait(self, host: str, delay: timedelta) -> None:
        """Wait until ``delay`` has passed since the last request to ``host``."""
        with self._lock:
            now = time.monotonic()
            turn = max(now, self._next.get(host, now))
            self._next[host] = turn + delay.total_seconds()
        if turn > now:
            time.sleep(turn - now)


# Each source of a night has its own client, and two feeds of one outlet share a host.
_PACE = Pace()


def wait_for_turn(host: str, delay: timedelta) -> None:
    """Wait until this process may ask ``host`` again, ``delay`` after the request before."""
    _PACE.wait(host, delay)
