"""Findings as people meet them: listed, found by their short ids, marked."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from string import hexdigits
from typing import Any, TypedDict, Unpack

from sqlalchemy import ColumnElement, Row, select
from sqlmodel import Session

from checkers.errors import NotFound, WrongUse
from checkers.model import Evidence, Family, Finding, Severity, Side, Status
from storage.bulk import CHUNK, look_up
from storage.codec import Codec
from storage.decisions import decide, history, load_decisions
from storage.evidence import load_evidence
from storage.lists import one_of
from storage.rows.columns import page_key
from storage.rows.findings import FINDING, FINDING_EVIDENCE
from storage.stored import Decision, StoredFinding
from storage.words import search_pattern

# The nouns of what these functions give back come from here too.
__all__ = [
    "Decision",
    "FindingFilter",
    "StoredFinding",
    "each_finding",
    "find_finding",
    "findings_about",
    "history",
    "list_findings",
    "load_findings",
    "mark",
]

DOCUMENT = Codec(Finding, without=("sides",))

# Where a document keeps each side's value and number of sources; the evidence has its own rows.
SIDES = "stated"

COLUMNS = (
    FINDING.c.fingerprint,
    FINDING.c.short,
    FINDING.c.status,
    FINDING.c.until,
    FINDING.c.first_seen,
    FINDING.c.last_seen,
    FINDING.c.document,
)


_FINDINGS = select(*COLUMNS).where(one_of(FINDING.c.fingerprint))
_QUOTING = select(FINDING_EVIDENCE.c.fingerprint).where(one_of(FINDING_EVIDENCE.c.article_key))


class FindingFilter(TypedDict, total=False):
    """What findings are wanted; an absent entry, or an empty one, lets all through.

    ``publisher`` is any part of an outlet's name, ``text`` any part of message, title, event and
    quotations, both in either case; ``since`` (aware) is the least ``last_seen``.
    """

    status: Collection[Status]
    family: Collection[Family]
    severity: Collection[Severity]
    event: str | None
    publisher: str | None
    since: datetime | None
    text: str | None


def list_findings(session: Session, **wanted: Unpack[FindingFilter]) -> list[StoredFinding]:
    """Findings in an editor's order: severity, number of sources, then the freshest."""
    return list(each_finding(session, **wanted))


def each_finding(session: Session, **wanted: Unpack[FindingFilter]) -> Iterator[StoredFinding]:
    """As ``list_findings``, a few hundred at a time: for more than fit into memory."""
    query = select(*COLUMNS).where(*_conditions(wanted))
    ordered = query.order_by(
        FINDING.c.rank.desc(),
        FINDING.c.roots.desc(),
        FINDING.c.last_seen.desc(),
        FINDING.c.fingerprint,
    )
    result = session.connection().execute(ordered, execution_options={"yield_per": CHUNK})
    for rows in result.partitions():
        yield from _stored(session, rows)


def load_findings(session: Session, fingerprints: Collection[str]) -> list[StoredFinding]:
    """Findings by fingerprint, in an editor's order; unknown ones are passed over."""
    rows = list(look_up(session, _FINDINGS, fingerprints))
    return sorted(_stored(session, rows), key=_editors_order)


def findings_about(session: Session, urls: Collection[str]) -> list[StoredFinding]:
    """Findings that quote any of these articles, in an editor's order."""
    found = look_up(session, _QUOTING, {page_key(url) for url in urls})
    return load_findings(session, {row.fingerprint for row in found})


def find_finding(session: Session, short_id: str) -> StoredFinding:
    """The finding whose id begins so.

    Raises:
        NotFound: none does, or several do; the message lists them.
    """
    digits = short_id.strip().lower()
    if not digits or not set(digits) <= set(hexdigits):
        raise NotFound(f"{short_id!r} is not the id of a finding; recount findings lists them")
    query = select(*COLUMNS).where(*_begins(digits)).order_by(FINDING.c.fingerprint).limit(5)
    rows = session.connection().execute(query).all()
    exact = [row for row in rows if digits in (row.short, row.fingerprint)]
    if not rows:
        raise NotFound(f"no finding {digits!r} is in the store; recount findings lists them")
    if len(rows) > 1 and not exact:
        fitting = ", ".join(row.short for row in rows)
        raise NotFound(f"{digits!r} fits several findings: {fitting}; add a digit")
    [found] = _stored(session, exact or rows)
    return found


def mark(
    session: Session,
    fingerprints: Sequence[str],
    status: Status,
    *,
    by: str,
    at: datetime,
    note: str = "",
    until: date | None = None,
) -> list[StoredFinding]:
    """Record what a person decided, and return the findings as they are now, in the same order.

    ``until`` is the last day on which a snoozed finding sleeps. The same decision made twice by
    one person is one decision.

    Raises:
        NotFound: a fingerprint is unknown; nothing is then marked.
        WrongUse: snoozing without a last day, or a last day without snoozing.
    """
    if (status is Status.SNOOZED) != (until is not None):
        raise WrongUse("a snoozed finding needs the last day of its sleep (--until), no other does")
    before = {stored.finding.fingerprint: stored for stored in load_findings(session, fingerprints)}
    for fingerprint in fingerprints:
        if fingerprint not in before:
            raise NotFound(f"no finding {fingerprint!r} is in the store")
    made = Decision(status, by, at, note, until)
    decide(session, {of: made for of, stored in before.items() if not _repeats(stored, made)})
    after = {stored.finding.fingerprint: stored for stored in load_findings(session, fingerprints)}
    return [after[fingerprint] for fingerprint in fingerprints]


def _repeats(stored: StoredFinding, made: Decision) -> bool:
    return bool(stored.decisions) and replace(stored.decisions[-1], at=made.at) == made


def _begins(digits: str) -> tuple[ColumnElement[bool], ...]:
    """That a fingerprint begins so, as a range of its index: after f comes g."""
    return FINDING.c.fingerprint >= digits, FINDING.c.fingerprint < digits + "g"


def _conditions(wanted: FindingFilter) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        column.in_([value.value for value in values])
        for column, values in (
            (FINDING.c.status, wanted.get("status")),
            (FINDING.c.family, wanted.get("family")),
            (FINDING.c.severity, wanted.get("severity")),
        )
        if values
    ]
    if event := wanted.get("event"):
        conditions.append(FINDING.c.event_id == event)
    if since := wanted.get("since"):
        conditions.append(FINDING.c.last_seen >= since)
    if text := wanted.get("text"):
        conditions.append(FINDING.c.words.like(search_pattern(text), escape="\\"))
    if publisher := wanted.get("publisher"):
        named = FINDING_EVIDENCE.c.publisher.like(search_pattern(publisher), escape="\\")
        quoting = select(FINDING_EVIDENCE.c.fingerprint).where(named)
        conditions.append(FINDING.c.fingerprint.in_(quoting))
    return conditions


def _stored(session: Session, rows: Sequence[Row[Any]]) -> list[StoredFinding]:
    fingerprints = [row.fingerprint for row in rows]
    evidence = load_evidence(session, FINDING_EVIDENCE, fingerprints)
    decisions = load_decisions(session, fingerprints)
    return [
        StoredFinding(
            finding=_finding(row.document, evidence[row.fingerprint]),
            status=Status(row.status),
            first_seen=row.first_seen,
            last_seen=row.last_seen,
            until=row.until,
            decisions=tuple(decisions.get(row.fingerprint, ())),
            short=row.short,
        )
        for row in rows
    ]


def _finding(document: Mapping[str, Any], evidence: Sequence[Sequence[Evidence]]) -> Finding:
    sides = tuple(
        Side(value, tuple(items), roots)
        for (value, roots), items in zip(document[SIDES], evidence, strict=True)
    )
    return DOCUMENT.decode(document, sides=sides)


def _editors_order(stored: StoredFinding) -> tuple[int, int, float, str]:
    finding = stored.finding
    freshness = stored.last_seen.timestamp()
    return -finding.severity.rank, -sum(finding.roots), -freshness, finding.fingerprint
