"""What robots.txt lets us fetch (RFC 9309), read by a kept parser and kept for a day.

- What the site forbids us (or everybody, where it does not name us) is not fetched.
- No robots.txt (an answer of 400 to 499) forbids nothing; 429 asks for patience, as elsewhere.
- While robots.txt does not answer, or with an error of the server, nothing is fetched there.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import httpx
from protego import Protego

from checkers.errors import SourceUnavailable
from flows.sources.answers import not_now
from flows.sources.unanswered import LeftAlone, Refused

# The name that sites address us by.
NAME = "Recount"
# RFC 9309 2.4: not to be used for more than a day; 2.5: at least 500 KiB are to be read.
KEPT = timedelta(days=1)
MOST_BYTES = 500 * 1024
# One that did not answer is asked again after this: later than a run goes through its pages, sooner
# than the run after it.
KEPT_FAILURE = timedelta(minutes=1)
CLOCKS_DIFFER_BY = timedelta(hours=1)
# Some sites ask for minutes or hours, meant for crawlers of the whole site; we read a few pages.
LONGEST_CRAWL_DELAY = timedelta(seconds=30)

Fetch = Callable[[str], bytes | None]
"""The first bytes of the file at an address; None where there is none, which allows all."""


@dataclass(frozen=True, slots=True)
class _Kept:
    """What one site's robots.txt said, and from when on it is to be asked for again."""

    until: datetime
    rules: Protego | None = None
    failure: SourceUnavailable | None = None


class Robots:
    """The rules of every site that was asked. Threads share one."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._asking: dict[str, threading.Lock] = {}
        self._kept: dict[str, _Kept] = {}

    def delay(self, url: str, fetch: Fetch, now: datetime) -> timedelta:
        """The pause that the site of ``url`` asks for between two requests; zero if it does not.

        Raises:
            Refused: the site does not want this address fetched.
            SourceUnavailable: its rules cannot be had for now.
        """
        kept = self._rules(_site(url), fetch, now)
        if kept.failure is not None:
            raise kept.failure
        if kept.rules is None:
            return timedelta(0)
        if not kept.rules.can_fetch(url, NAME):
            raise Refused("its robots.txt does not let us fetch it")
        seconds = kept.rules.crawl_delay(NAME) or 0.0
        return timedelta(seconds=max(0.0, min(seconds, LONGEST_CRAWL_DELAY.total_seconds())))

    def forget(self) -> None:
        """Ask every site anew: another server may stand at an address that was asked before."""
        with self._lock:
            self._asking.clear()
            self._kept.clear()

    def _rules(self, site: str, fetch: Fetch, now: datetime) -> _Kept:
        with self._lock:
            asking = self._asking.setdefault(site, threading.Lock())
        with asking:  # one asks, the others wait for what it learns
            kept = self._kept.get(site)
            # A clock that was set back must not keep an old file for long; those of two clients
            # differ by a little.
            if kept is None or not now < kept.until <= now + KEPT + CLOCKS_DIFFER_BY:
                kept = self._kept[site] = _asked(site, fetch, now)
            return kept


def _asked(site: str, fetch: Fetch, now: datetime) -> _Kept:
    """What robots.txt says now."""
    try:
        body = fetch(f"{site}/robots.txt")
    except SourceUnavailable as error:
        # Trouble with the connection and a wish for quiet are about the whole site.
        about = "its robots.txt cannot be had"
        if isinstance(error, LeftAlone) or isinstance(error.__cause__, httpx.TransportError):
            about = ""
        return _Kept(now + KEPT_FAILURE, failure=not_now(error, about))
    if body is None:
        return _Kept(now + KEPT)
    text = body[:MOST_BYTES].decode("utf-8-sig", errors="replace")
    return _Kept(now + KEPT, Protego.parse(text))


def _site(url: str) -> str:
    """Scheme, host and port: what one robots.txt speaks for."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}".lower()


# Each source of a night has its own client, and several sources share a site.
ROBOTS = Robots()
