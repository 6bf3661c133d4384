"""What a checker is: a rule that describes itself, and a function over one kind of dossier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from checkers.model import Conflict, Family, Finding, Outcome


class LooksAt(StrEnum):
    """The dossier a rule takes, and the type of its ``check`` argument."""

    ARTICLE = "article"  # checkers.model.Reading
    EVENT = "event"  # checkers.model.Event
    PICTURE = "picture"  # checkers.model.PictureUses
    REVISIONS = "revisions"  # checkers.model.Revisions
    COPIES = "copies"  # checkers.model.Copies


@dataclass(frozen=True, slots=True)
class Report:
    """An article of an example: as short as it can be, and still read in full.

    For a rule on revisions, all are revisions of one page, the oldest first; otherwise those of
    one address are, and those without an address are pages of their own.
    """

    text: str
    title: str = ""
    published: str = "2026-03-05T18:00:00+00:00"
    caption: str = ""
    picture: str = ""
    credit: str = ""
    status: int = 200
    address: str = ""
    fetched: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule in words: enough to print its page, and to say when it is wrong.

    Attributes:
        code: Three letters and three digits; never reused, even after removal.
        title: The inconsistency in at most eight words.
        looks_at: Which dossier it takes.
        flags: What must be flagged, one sentence.
        spares: What looks similar and must not be flagged.
        example: Reports that must yield this finding.
        counterexample: Reports that must not.
    """

    code: str
    title: str
    looks_at: LooksAt
    flags: str
    spares: str
    example: tuple[Report, ...]
    counterexample: tuple[Report, ...]

    @property
    def family(self) -> Family:
        """The first three letters of the code."""
        return Family(self.code[:3])

    def finding(self, conflict: Conflict) -> Finding:
        """A conflict as this rule's finding."""
        return Finding(
            code=self.code,
            family=self.family,
            title=self.title,
            severity=conflict.severity,
            confidence=conflict.confidence,
            message=conflict.message,
            slot=conflict.slot,
            sides=conflict.sides,
            event=conflict.event,
        )


class Checker(Protocol):
    """Anything with a ``RULE`` and a ``check``; a plain module will do.

    ``check`` takes the dossier that ``RULE.looks_at`` names; the runner hands over no other.
    """

    @property
    def RULE(self) -> Rule:  # noqa: N802 - a constant of the module
        """The rule in words."""
        ...

    def check(self, dossier: Any, /) -> Iterable[Outcome]:
        """Yield what the rule has to say of one dossier."""
        ...
