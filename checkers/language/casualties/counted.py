"""A count read in a sentence, with the tokens that carry it."""

from __future__ import annotations

from dataclasses import dataclass

from checkers.model import Count


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with the tokens that carry it.

    Attributes:
        count: What was counted, and how many.
        first: First token of the counted phrase.
        last: One past its last token.
        verb: (first, last) token of the word that says what befell them, or None.
        uncertain: Why the reading is doubtful, or "".
        single: One person named by a noun ("a man"), who may be one of many.
        by_person: The object of what somebody did: he who did it is not counted.
    """

    count: Count
    first: int
    last: int
    verb: tuple[int, int] | None = None
    uncertain: str = ""
    single: bool = False
    by_person: bool = False
