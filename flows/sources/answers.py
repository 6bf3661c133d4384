"""What came of one request: content, a redirect, nothing new, or a failure in words."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

import httpx

from checkers.errors import SourceUnavailable
from flows.sources.unanswered import Declined, Gone, LeftAlone, NotNow, Passing

# A server that asks for longer is left for another run.
LONGEST_WAIT = timedelta(seconds=30)
# A header that asks for more is a mistake: nobody who runs a site means to be forgotten.
LONGEST_REST = timedelta(days=7)

# Answers that say that the same request may succeed later (RFC 9110, RFC 6585, RFC 8470).
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
MOVED_FOR_GOOD = frozenset({301, 308})


@dataclass(frozen=True, slots=True)
class Download:
    """What a server answered.

    Attributes:
        url: The address that answered, after redirects.
        body: The answer, decompressed.
        kind: Media type in lower case without parameters ("text/html"), "" where not said.
        charset: Encoding that the server declared, or None.
        etag: The ``ETag`` that it gave, or "".
        modified: The ``Last-Modified`` that it gave, as written, or "".
        moved: Where the address that was asked has moved for good, or "".
    """

    url: str
    body: bytes
    kind: str
    charset: str | None
    etag: str = ""
    modified: str = ""
    moved: str = ""


@dataclass(frozen=True, slots=True)
class Redirect:
    """Another address to ask instead, from now on or only this time."""

    url: str
    for_good: bool


def redirect_of(response: httpx.Response) -> Redirect | None:
    """Where an answer points to, or None where it is no redirect.

    Raises:
        Declined: it points to nothing that can be asked.
    """
    if not response.has_redirect_location:
        return None
    try:
        target = str(response.url.join(response.headers["location"]).copy_with(fragment=None))
    except (httpx.InvalidURL, UnicodeError) as error:
        raise Declined("it redirects to an address that cannot be read") from error
    return Redirect(target, response.status_code in MOVED_FOR_GOOD)


def check_status(response: httpx.Response, now: datetime) -> None:
    """Pass an answer that brings content.

    Raises:
        Passing: asking again soon may help.
        LeftAlone: it asks for a longer pause.
        Declined: there is nothing to be had.
        SourceUnavailable: the server has another trouble.
    """
    if response.is_success:
        return
    status = response.status_code
    said = f"it answers {status} {httpx.codes.get_reason_phrase(status)}".strip()
    if status in PASSING:
        wait = _retry_after(response.headers.get("retry-after", ""), now)
        if wait is None or wait <= LONGEST_WAIT:
            raise Passing(said, wait)
        minutes = round(wait / timedelta(minutes=1))
        raise LeftAlone(
            f"{said} and asks to be left alone for {minutes} minutes", now + min(wait, LONGEST_REST)
        )
    if status in (404, 410):
        raise Gone(said)
    raise Declined(said) if status < 500 else SourceUnavailable(said)


def in_words(error: httpx.HTTPError) -> SourceUnavailable:
    """What went wrong with a connection, and whether another attempt may help."""
    if isinstance(error, httpx.TimeoutException):
        return Passing("it did not answer in time")
    causes = list(_causes(error))
    if any(isinstance(cause, ssl.SSLCertVerificationError) for cause in causes):
        return SourceUnavailable("its certificate cannot be verified")
    if any(isinstance(cause, ssl.SSLError) for cause in causes):
        return SourceUnavailable("no secure connection can be made")
    if any(isinstance(cause, socket.gaierror) for cause in causes):
        return Passing("its host is not known, or there is no network")
    if isinstance(error, httpx.ConnectError):
        return Passing("nobody answers at this address")
    return Passing("it broke off in the middle")


def not_now(error: SourceUnavailable, about: str) -> SourceUnavailable:
    """``error`` for something that depends on what failed; the client need not try it again."""
    said = f"{about}: {error}" if about else str(error)
    if isinstance(error, LeftAlone):
        return LeftAlone(said, error.until)
    return NotNow(said) if isinstance(error, NotNow) else SourceUnavailable(said)


def _causes(error: BaseException) -> Iterator[BaseException]:
    """An error and all that led to it."""
    cause: BaseException | None = error
    while cause is not None:
        yield cause
        cause = cause.__cause__ or cause.__context__


def _retry_after(value: str, now: datetime) -> timedelta | None:
    """The time that a ``Retry-After`` header names, in seconds or as a date."""
    if value.strip().isdecimal():
        return timedelta(seconds=min(int(value), timedelta.max.days))
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    return max(moment - now, timedelta(0))
