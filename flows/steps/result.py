"""What comes of a run."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from checkers.model import Event, Reason, Reconciliation
from flows.sources.failure import Failure
from storage.stored import StoredFinding

if TYPE_CHECKING:
    from flows.steps.kept import FromStore

ArticleStatus = Literal["read", "unchanged", "unsupported-language", "failed"]

Progress = Callable[[str, int, int | None], None]
"""Told of a step: what is being done, how far it is, and how much there is (None: not known)."""


Told = Callable[[Sequence["ArticleResult"]], None]
"""Told what became of some articles, as soon as that is known."""


def silent(step: str, done: int, total: int | None) -> None:
    """A ``Progress`` for where nobody watches."""


@dataclass(frozen=True, slots=True)
class ArticleResult:
    """What became of one article.

    Attributes:
        url: Its address.
        revision: Which revision of it, from 1.
        status: ``unchanged`` where the store held the same words already.
        detail: The language that is not read, or why reading failed; else "".
    """

    url: str
    revision: int
    status: ArticleStatus
    detail: str = ""


@dataclass(frozen=True, slots=True)
class RunResult:
    """What one run did and found.

    What is in the store is read from there at each pass, a few at a time.

    Attributes:
        run_id: Id of its record in the store.
        articles: Every article it was given or found waiting, in that order.
        statuses: How many of them came to each status.
        events: The events these articles speak of; of a very large run, those that several are
            about.
        about: The addresses of the articles that are about each of these events, by its id.
        findings: Those that rest on these articles, new or known, in an editor's order.
        new: Fingerprints of the findings that were never met before.
        reconciliations: Differences that are no findings, with their reasons.
        reasons: How many of them each reason explains.
        failures: What could not be taken in or read, and why.
    """

    run_id: str
    articles: Collection[ArticleResult]
    statuses: Mapping[str, int]
    events: FromStore[Event]
    about: Mapping[str, Set[str]]
    findings: FromStore[StoredFinding]
    new: tuple[str, ...]
    reconciliations: FromStore[Reconciliation]
    reasons: Mapping[Reason, int]
    failures: tuple[Failure, ...]
