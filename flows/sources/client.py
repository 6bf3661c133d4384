"""The one HTTP client: every request has time-outs, a size limit and an honest name.

Requests that fail in passing are tried again, later and later; where a server says when to come
back, then. Two requests to one host are kept apart, whichever client makes them.
"""

from __future__ import annotations

import logging
import socket
import ssl
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from importlib.metadata import PackageNotFoundError, version
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpx
import stamina

from checkers.errors import ArticleUnreadable, SourceUnavailable
from flows.settings import Settings
from flows.sources.bodies import ENCODINGS, read_body
from flows.sources.pace import wait_for_turn

ATTEMPTS = 4
# Between attempts: about 0.5, 1 and 2 seconds, each with up to half a second more at random.
FIRST_WAIT = timedelta(seconds=0.5)
JITTER = timedelta(seconds=0.5)
# A server that asks for longer is left for the next run.
LONGEST_WAIT = timedelta(seconds=30)
# Part of the whole time-out that connecting and each silence may take.
LONGEST_SILENCE = timedelta(seconds=10)
MOST_REDIRECTS = 5
log = logging.getLogger(__name__)
# It would log every attempt a second time, without saying what went wrong.
logging.getLogger("stamina").setLevel(logging.ERROR)

# Answers that say that the same request may succeed later (RFC 9110, RFC 6585, RFC 8470).
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})


@dataclass(frozen=True, slots=True)
class Download:
    """What a server answered.

    Attributes:
        url: The address that answered, after redirects.
        body: The answer, decompressed.
        kind: Media type in lower case without parameters ("text/html"), "" where not said.
        charset: Encoding that the server declared, or None.
    """

    url: str
    body: bytes
    kind: str
    charset: str | None


class _Passing(SourceUnavailable):
    """A failure after which another attempt may succeed; ``wait`` is when the server says."""

    def __init__(self, message: str, wait: timedelta | None = None) -> None:
        super().__init__(message)
        self.wait = wait


class Client:
    """Downloads pages and feeds. Threads may share it; use it in a ``with`` statement."""

    def __init__(self, settings: Settings) -> None:
        silence = min(settings.timeout, LONGEST_SILENCE).total_seconds()
        self._settings = settings
        self._http = httpx.Client(
            headers={
                "User-Agent": user_agent(settings.contact),
                "Accept": "text/html, application/rss+xml, application/atom+xml, */*;q=0.5",
                "Accept-Encoding": ENCODINGS,
            },
            timeout=httpx.Timeout(silence),
            follow_redirects=True,
            max_redirects=MOST_REDIRECTS,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._http.close()

    def get(self, url: str) -> Download:
        """Download ``url``.

        Raises:
            SourceUnavailable: nobody answers, or not in time, or with an error; later may do.
            ArticleUnreadable: the address is not one of the web, or the answer is too large.
        """
        check_scheme(url)
        for attempt in stamina.retry_context(
            on=_wait_after,
            attempts=ATTEMPTS,
            wait_initial=FIRST_WAIT,
            wait_jitter=JITTER,
            timeout=None,
        ):
            with attempt:
                wait_for_turn(urlsplit(url).netloc, self._settings.host_delay)
                return self._try(url)
        raise AssertionError("the last attempt returns or raises")

    def _try(self, url: str) -> Download:
        """One attempt."""
        ends = time.monotonic() + self._settings.timeout.total_seconds()
        try:
            with self._http.stream("GET", url) as response:
                _check_status(response)
                return Download(
                    url=str(response.url),
                    body=read_body(response, self._settings.max_bytes, ends),
                    kind=response.headers.get("content-type", "").split(";")[0].strip().lower(),
                    charset=response.charset_encoding,
                )
        except httpx.TooManyRedirects as error:
            raise SourceUnavailable(f"it redirects more than {MOST_REDIRECTS} times") from error
        except (httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
            raise ArticleUnreadable("it redirects to an address that is not of the web") from error
        except httpx.TimeoutException as error:
            raise _Passing("it did not answer in time") from error
        except httpx.HTTPError as error:
            raise _in_words(error) from error


def open_client(settings: Settings) -> Client:
    """The client of a run."""
    return Client(settings)


def check_scheme(url: str) -> None:
    """Refuse what is not an address of the web.

    Raises:
        ArticleUnreadable: the scheme is not http or https, or there is no host.
    """
    try:
        parts = urlsplit(url)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname)
        httpx.URL(url)
    except (ValueError, httpx.InvalidURL):
        usable = False
    if not usable:
        raise ArticleUnreadable("only http and https addresses are fetched")


def user_agent(contact: str) -> str:
    """What we call ourselves to the sites that we read."""
    try:
        name = f"Recount/{version('recount')}"
    except PackageNotFoundError:  # run from a checkout that was never installed
        name = "Recount"
    return f"{name} (+{contact})" if contact else name


def _wait_after(error: Exception) -> bool | timedelta:
    """Whether to try again, and after how long where the server says."""
    if not isinstance(error, _Passing):
        return False
    log.info("%s; trying again", error)
    return True if error.wait is None else error.wait


def _in_words(error: httpx.HTTPError) -> SourceUnavailable:
    """What went wrong with a connection, and whether another attempt may help."""
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return SourceUnavailable("its certificate cannot be verified")
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return SourceUnavailable("no secure connection can be made")
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return _Passing("its host is not known, or there is no network")
    if isinstance(error, httpx.ConnectError):
        return _Passing("nobody answers at this address")
    return _Passing("it broke off in the middle")


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and all that led to it."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _check_status(response: httpx.Response) -> None:
    status = response.status_code
    if response.is_success:
        return
    said = f"it answers {status} {httpx.codes.get_reason_phrase(status)}".strip()
    if status not in PASSING:
        raise SourceUnavailable(said)
    wait = _retry_after(response.headers.get("retry-after", ""))
    if wait is not None and wait > LONGEST_WAIT:
        minutes = round(wait / timedelta(minutes=1))
        raise SourceUnavailable(f"{said} and asks to be left alone for {minutes} minutes")
    raise _Passing(said, wait)


def _retry_after(value: str) -> timedelta | None:
    """The time that a ``Retry-After`` header names, in seconds or as a date."""
    if value.strip().isdecimal():
        return timedelta(seconds=min(int(value), timedelta.max.days))
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(moment - datetime.now(UTC), timedelta(0))
