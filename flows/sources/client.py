"""The one HTTP client: every request has time-outs, a size limit and an honest name.

Requests that fail in passing are tried again, later and later; where a server says when to come
back, then. Sites' rules are obeyed, hosts are not hurried, and only public addresses are asked.
"""

from __future__ import annotations

import hashlib
import logging
from collections import Counter
from datetime import UTC, datetime, timedelta
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import stamina

from checkers.errors import ArticleUnreadable, RecountError, SourceUnavailable
from flows.settings import Settings
from flows.sources.answers import Download
from flows.sources.exchange import Clock, Exchange, Wanted, check_scheme
from flows.sources.memory import Forgetful, Memory
from flows.sources.reachable import Resolve, resolve
from flows.sources.robots import MOST_BYTES, ROBOTS
from flows.sources.unanswered import Declined, LeftAlone, NotNow, Passing, Refused
from flows.sources.validators import answered, conditions, unchanged
from storage.visited import Answered

__all__ = ["Client", "Download", "check_scheme", "open_client"]

ATTEMPTS = 4
# Between attempts: about 0.5, 1 and 2 seconds, each with up to half a second more at random.
FIRST_WAIT = timedelta(seconds=0.5)
JITTER = timedelta(seconds=0.5)
# A host that failed at so many addresses in a row, each tried ``ATTEMPTS`` times, is not asked
# again by this client: a thousand pages of a host that is down would take all night. A guess.
MOST_SILENCES = 3

log = logging.getLogger(__name__)
# It would log every attempt a second time, without saying what went wrong.
logging.getLogger("stamina").setLevel(logging.ERROR)


class Client:
    """Downloads pages and feeds. Threads may share it; use it in a ``with`` statement."""

    def __init__(
        self,
        settings: Settings,
        memory: Memory | None = None,
        *,
        clock: Clock | None = None,
        resolve: Resolve = resolve,
    ) -> None:
        """A client that goes by ``settings``.

        Args:
            settings: Limits, manners and contact.
            memory: What earlier visits left behind; None is nothing.
            clock: Tells the time; None is this machine's.
            resolve: Finds the addresses of a name.
        """
        self.memory: Memory = memory or Forgetful()
        self._settings = settings
        self._clock = clock or _now
        self._exchange = Exchange(settings, self._clock, resolve)
        self._silent: Counter[str] = Counter()  # addresses in a row that failed, by host

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._exchange.close()

    @property
    def max_bytes(self) -> int:
        """Most bytes of a page, feed or file, once decompressed."""
        return self._settings.max_bytes

    def get(self, url: str) -> Download:
        """Download ``url``, whatever was there the last time.

        Raises:
            SourceUnavailable: nobody answers, or not in time, or with an error; later may do.
            ArticleUnreadable: the address is not one of the web or may not be asked, or the answer
                is too large.
        """
        found = self._patiently(self._wanted(url, {}))
        assert found is not None, "the whole was asked for"
        self._note(url, self.memory.answered(url), found)
        return found

    def get_if_changed(self, url: str, *, full: bool = False) -> Download | None:
        """Download ``url``; None where it is the same as the last time.

        Args:
            url: The address.
            full: Do not leave it to the server to say whether it is.

        Raises:
            SourceUnavailable: as ``get``.
            ArticleUnreadable: as ``get``.
        """
        last = self.memory.answered(url)
        asked = {} if full else conditions(last, self._settings.full_every)
        found = self._patiently(self._wanted(url, asked))
        if found is None:
            assert last is not None, "conditions come from an earlier answer"
            self.memory.note(unchanged(last))
            return None
        new = self._note(url, last, found)
        return None if last is not None and last.digest == new.digest else found

    def _note(self, url: str, last: Answered | None, found: Download) -> Answered:
        """Remember what ``url`` answered."""
        digest = hashlib.sha256(found.body).hexdigest()
        new = Answered(url, found.etag, found.modified, digest, moved=found.moved)
        new = answered(last, new, self._clock())
        self.memory.note(new)
        return new

    def _wanted(self, url: str, headers: dict[str, str]) -> Wanted:
        check_scheme(url)
        return Wanted(url, headers, self._rules, self._settings.max_bytes)

    def _rules(self, url: str) -> timedelta:
        """The pause that a site asks for, where it lets us fetch ``url`` at all."""
        if not self._settings.robots:
            return timedelta(0)
        return ROBOTS.delay(url, self._robots, self._clock())

    def _robots(self, url: str) -> bytes | None:
        """The beginning of a robots.txt; None where the site has none."""
        try:
            found = self._patiently(Wanted(url, {}, lambda hop: timedelta(0), MOST_BYTES, cut=True))
        except Declined:
            return None
        except Refused:
            raise
        except ArticleUnreadable as error:
            raise SourceUnavailable(str(error)) from error
        return found.body if found else None

    def _patiently(self, wanted: Wanted) -> Download | None:
        """Ask, and again where that may help."""
        host = urlsplit(wanted.url).netloc.lower()
        if self._silent[host] >= MOST_SILENCES:
            raise NotNow(f"{host} failed {MOST_SILENCES} times in a row")
        try:
            for attempt in stamina.retry_context(
                on=_wait_after,
                attempts=ATTEMPTS,
                wait_initial=FIRST_WAIT,
                wait_jitter=JITTER,
                timeout=None,
            ):
                with attempt:
                    found = self._exchange.get(wanted)
            self._silent.pop(host, None)
            return found
        except LeftAlone as error:
            if error.until is not None and error.host:
                self.memory.rest(error.host, error.until)
            raise
        except Passing:
            self._silent[host] += 1
            raise
        except RecountError:
            self._silent.pop(host, None)
            raise


def open_client(
    settings: Settings, memory: Memory | None = None, clock: Clock | None = None
) -> Client:
    """The client of a run; see ``Client``."""
    return Client(settings, memory, clock=clock)


def _now() -> datetime:
    return datetime.now(UTC)


def _wait_after(error: Exception) -> bool | timedelta:
    """Whether to try again, and after how long where the server says."""
    if not isinstance(error, Passing):
        return False
    log.info("%s; trying again", error)
    return True if error.wait is None else error.wait
