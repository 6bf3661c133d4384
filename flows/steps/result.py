"""What comes of a run."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from checkers.model import Event, Finding, Reconciliation
from flows.sources.failure import Failure
from storage.stored import StoredFinding

ArticleStatus = Literal["read", "unchanged", "unsupported-language", "failed"]

Progress = Callable[[str, int, int | None], None]
"""Told of a step: what is being done, how far it is, and how much there is (None: not known)."""


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

    Attributes:
        run_id: Id of its record in the store.
        articles: Every article it was given or found waiting, in that order.
        events: The events these articles speak of; of a very large run, those that several are
            about.
        findings: Those that rest on these articles, new or known.
        new: Findings that were never met before.
        reconciliations: Differences that are no findings, with their reasons.
        failures: What could not be taken in or read, and why.
    """

    run_id: str
    articles: tuple[ArticleResult, ...]
    events: tuple[Event, ...]
    findings: tuple[StoredFinding, ...]
    new: tuple[Finding, ...]
    reconciliations: tuple[Reconciliation, ...]
    failures: tuple[Failure, ...]
