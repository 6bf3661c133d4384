"""Cases: articles with what must be flagged in them, what must not, and why not."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from checkers.errors import WrongUse
from checkers.model import Family, Field, Reason, Severity

_EARLIEST = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Saying:
    """A quotation that a finding must rest on.

    Attributes:
        urls: Addresses; any one of them will do.
        says: Words of the quotation; any one of them will do. Empty: any quotation will.
        field: Field it must stand in, or None for any.
        revision: Revision it must be of, or None for any.
    """

    urls: tuple[str, ...]
    says: tuple[str, ...] = ()
    field: Field | None = None
    revision: int | None = None


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding that must be made.

    Attributes:
        families: Families; any one of them will do.
        sayings: Quotations, all of which must be among its evidence.
        severity: Severity it should have, scored apart, or None.
        roots: Independent sources each side should have, scored apart, or None.
        row: The row as it was written.
    """

    families: tuple[Family, ...]
    sayings: tuple[Saying, ...]
    severity: Severity | None
    roots: tuple[int, ...] | None
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class ExpectedReason:
    """A difference that must be reconciled, with its reason; scored apart."""

    families: tuple[Family, ...]
    reasons: tuple[Reason, ...]
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """Articles and what is expected of them.

    Attributes:
        id: Names it; what stands before the first "-" is its prefix.
        about: What it tries, for a reader.
        articles: JSON articles, in the order in which they are taken in.
        expect: Findings that must be made.
        reasons: Reasons that must be given.
        tolerate: Families whose further findings are no false alarms.
    """

    id: str
    about: str
    articles: tuple[Mapping[str, Any], ...]
    expect: tuple[Expected, ...]
    reasons: tuple[ExpectedReason, ...] = ()
    tolerate: frozenset[Family] = frozenset()

    @property
    def prefix(self) -> str:
        """What the ids of a kind of case begin with (``FIG``)."""
        return self.id.partition("-")[0]


@dataclass(frozen=True, slots=True)
class CaseUnreadable:
    """A line that holds no case: where it is, and why."""

    where: str
    why: str


def read_cases(path: Path) -> Iterator[Case | CaseUnreadable]:
    """The cases of a file, one to a line, with what is wrong where a line holds none.

    Raises:
        WrongUse: the file cannot be read, or holds no case at all.
    """
    try:
        # Not splitlines(): JSON strings may hold separators that Unicode counts as line ends.
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise WrongUse(f"{path}: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise WrongUse(f"{path}: not a text file in UTF-8") from error
    if not any(line.strip() for line in lines):
        raise WrongUse(f"{path}: holds no cases; a case is one JSON object on one line")
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield case_from(json.loads(line))
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
                yield CaseUnreadable(f"{path}, line {number}", _said(error))


def case_from(written: Mapping[str, Any]) -> Case:
    """The case that a JSON object describes.

    Raises:
        KeyError, ValueError, TypeError, AttributeError: a part is missing or not what it must be.
    """
    return Case(
        id=str(written["id"]),
        about=str(written.get("about", "")),
        articles=_in_order(written["articles"]),
        expect=tuple(_expected(row) for row in written["expect"]),
        reasons=tuple(_reason(row) for row in written.get("reasons", ())),
        tolerate=frozenset(Family(name) for name in written.get("tolerate", ())),
    )


def _in_order(articles: Sequence[Mapping[str, Any]]) -> tuple[Mapping[str, Any], ...]:
    """The articles in the order of fetching; one without ``fetched`` follows the one before."""
    keyed: list[tuple[datetime, Mapping[str, Any]]] = []
    latest = _EARLIEST
    for article in articles:
        if fetched := article.get("fetched"):
            at = datetime.fromisoformat(fetched)
            latest = at if at.tzinfo else at.replace(tzinfo=UTC)
        keyed.append((latest, article))
    return tuple(article for _, article in sorted(keyed, key=lambda pair: pair[0]))


def _expected(row: Mapping[str, Any]) -> Expected:
    roots = row.get("roots")
    return Expected(
        families=tuple(Family(name) for name in _any_of(row["family"])),
        sayings=tuple(_saying(item) for item in row["evidence"]),
        severity=Severity(row["severity"]) if row.get("severity") else None,
        roots=None if roots is None else tuple(int(number) for number in roots),
        row=row,
    )


def _saying(item: Mapping[str, Any]) -> Saying:
    revision = item.get("revision")
    return Saying(
        urls=_any_of(item["url"]),
        says=_any_of(item.get("says", ())),
        field=Field(item["field"]) if item.get("field") else None,
        revision=None if revision is None else int(revision),
    )


def _reason(row: Mapping[str, Any]) -> ExpectedReason:
    return ExpectedReason(
        families=tuple(Family(name) for name in _any_of(row["family"])),
        reasons=tuple(Reason(name) for name in _any_of(row["reason"])),
        row=row,
    )


def _any_of(written: str | Sequence[str]) -> tuple[str, ...]:
    """One value, or a list of alternatives, as a tuple."""
    return (written,) if isinstance(written, str) else tuple(written)


def _said(error: Exception) -> str:
    """What is wrong with a line, for whoever wrote it."""
    match error:
        case json.JSONDecodeError():
            return f"not JSON: {error.msg} at column {error.colno}"
        case KeyError():
            return f"has no {error.args[0]!r}"
        case _:
            return f"is no case: {error}"
