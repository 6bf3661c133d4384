"""What could not be taken in, and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that could not be taken in; the rest goes on.

    Attributes:
        what: The address, file or line, as a person would name it (``news.jsonl, line 3``).
        why: One line that says what is wrong and, where it helps, what to do.
    """

    what: str
    why: str
