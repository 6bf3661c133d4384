"""One attempt to get an address: through its redirects, host by host, each as its rules allow."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from urllib.parse import urlsplit

import httpx

from checkers.errors import ArticleUnreadable
from flows.settings import Settings
from flows.sources.answers import Download, Redirect, check_status, in_words, redirect_of
from flows.sources.bodies import ENCODINGS, read_body
from flows.sources.network import CheckedBackend, CheckedTransport, Deadline
from flows.sources.pace import PACE
from flows.sources.reachable import Resolve
from flows.sources.unanswered import Declined, LeftAlone

# Part of the whole time-out that connecting and each silence may take.
LONGEST_SILENCE = timedelta(seconds=10)
MOST_REDIRECTS = 5

Clock = Callable[[], datetime]
"""Tells the time (aware)."""
Rules = Callable[[str], timedelta]
"""The pause that the site of an address asks for; raises where the address is not to be asked."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is asked for.

    Attributes:
        url: The address.
        headers: Conditions, if any.
        rules: Asked before each request.
        most_bytes: Most that the content may have, decompressed.
        cut: Be content with the beginning of content that is larger.
    """

    url: str
    headers: Mapping[str, str]
    rules: Rules
    most_bytes: int
    cut: bool = False


class Exchange:
    """Sends requests and reads answers. Threads may share it."""

    def __init__(self, settings: Settings, clock: Clock, resolve: Resolve) -> None:
        silence = min(settings.timeout, LONGEST_SILENCE).total_seconds()
        self._settings = settings
        self._clock = clock
        self._deadline = Deadline()
        backend = CheckedBackend(settings.allow_networks, resolve, self._deadline)
        self._http = httpx.Client(
            headers={
                "User-Agent": user_agent(settings.contact),
                "Accept": "text/html, application/rss+xml, application/atom+xml, */*;q=0.5",
                "Accept-Encoding": ENCODINGS,
            },
            timeout=httpx.Timeout(silence),
            transport=CheckedTransport(backend),
            # A proxy would choose the address that is connected to, and nobody could check it.
            trust_env=False,
        )

    def close(self) -> None:
        """Close all connections."""
        self._http.close()

    def get(self, wanted: Wanted) -> Download | None:
        """What is at an address, or where it redirects to; None where it did not change.

        Raises:
            SourceUnavailable: it cannot be had; its kind says whether to ask again.
            ArticleUnreadable: it may not be asked, or what it answers is too large.
        """
        hop = moved = wanted.url
        for_good = True
        asked: list[str] = []
        while len(asked) <= MOST_REDIRECTS:
            answer = self._ask(hop, wanted)
            if not isinstance(answer, Redirect):
                gone = moved if moved != wanted.url else ""
                return replace(answer, moved=gone) if answer and gone else answer
            asked.append(hop)
            hop = answer.url
            for_good = for_good and answer.for_good
            moved = hop if for_good else moved
        if hop in asked:
            raise Declined(f"its redirects go in a circle, by way of {hop[:200]}")
        raise Declined(f"it redirects more than {MOST_REDIRECTS} times")

    def _ask(self, url: str, wanted: Wanted) -> Download | Redirect | None:
        """One request."""
        if url != wanted.url:
            _check_redirect(url)
        host = httpx.URL(url).netloc.decode("ascii")
        until = PACE.resting(host, self._clock())
        if until is not None:
            said = f"{host} asked to be left alone until {until:%Y-%m-%d %H:%M %Z}"
            raise LeftAlone(said, until, host)
        pause = max(wanted.rules(url), self._settings.host_delay)
        with PACE.turn(host, pause, self._settings.host_requests):
            try:
                return self._answer(url, wanted)
            except LeftAlone as error:
                error.host = host
                PACE.rest(host, error.until or self._clock())
                raise
            except httpx.HTTPError as error:
                raise in_words(error) from error

    def _answer(self, url: str, wanted: Wanted) -> Download | Redirect | None:
        ends = self._deadline.ends = time.monotonic() + self._settings.timeout.total_seconds()
        with self._http.stream("GET", url, headers=dict(wanted.headers)) as response:
            if response.status_code == httpx.codes.NOT_MODIFIED and wanted.headers:
                return None
            redirect = redirect_of(response)
            if redirect is not None:
                return redirect
            check_status(response, self._clock())
            return Download(
                url=str(response.url),
                body=read_body(response, wanted.most_bytes, ends, cut=wanted.cut),
                kind=response.headers.get("content-type", "").split(";")[0].strip().lower(),
                charset=response.charset_encoding,
                etag=response.headers.get("etag", "").strip(),
                modified=response.headers.get("last-modified", "").strip(),
            )


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


def _check_redirect(url: str) -> None:
    try:
        check_scheme(url)
    except ArticleUnreadable as error:
        raise ArticleUnreadable("it redirects to an address that is not of the web") from error


def user_agent(contact: str) -> str:
    """What we call ourselves to the sites that we read."""
    try:
        name = f"Recount/{version('recount')}"
    except PackageNotFoundError:  # run from a checkout that was never installed
        name = "Recount"
    return f"{name} (+{contact})" if contact else name
