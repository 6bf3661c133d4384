"""What the command line names, as articles; what cannot be taken in is kept with its reason."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from checkers.model import Article
from flows.sources.failure import Failure
from flows.sources.targets import load_targets


@dataclass(slots=True)
class Intake:
    """Articles of some targets, one pass over them.

    Attributes:
        targets: As typed.
        taken: Number of articles handed on so far.
        failures: What could not be taken in so far, and why.
    """

    targets: Iterable[str]
    taken: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)

    def articles(self) -> Iterator[Article]:
        """Each article as it is read."""
        # A process started without standard input has none at all.
        stdin = sys.stdin.buffer if sys.stdin else None
        for item in load_targets(list(self.targets), stdin):
            if isinstance(item, Failure):
                self.failures.append((item.what, item.why))
            else:
                self.taken += 1
                yield item
