"""What the rules found, kept: a finding once, however often it is seen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlmodel import Session

from checkers.model import Evidence, Finding, Outcome, Reconciliation
from storage.bulk import insert_rows, look_up
from storage.decisions import wake
from storage.evidence import digest, put_evidence
from storage.findings import DOCUMENT, SIDES
from storage.lists import WANTED, one_of
from storage.reconciliations import save_reconciliations
from storage.rows.columns import moment
from storage.rows.findings import FINDING, FINDING_EVIDENCE
from storage.stored import SHORT, Kept
from storage.words import searchable

_KNOWN = select(FINDING.c.fingerprint, FINDING.c.status, FINDING.c.until, FINDING.c.digest).where(
    one_of(FINDING.c.fingerprint)
)
_SEEN_AGAIN = (
    update(FINDING)
    .where(one_of(FINDING.c.fingerprint), FINDING.c.last_seen <= bindparam("at"))
    .values(last_seen=bindparam("at"), run=bindparam("in"))
)
_SHORT = select(FINDING.c.short).where(one_of(FINDING.c.short))


def save_outcomes(
    session: Session, outcomes: Iterable[Outcome], seen: datetime, run: str | None = None
) -> Kept:
    """Store what the rules found; ``seen`` (aware) is the time of the run, ``run`` its id.

    Safe to repeat: a known finding moves its ``last_seen`` and takes over the latest evidence.
    What a person decided stands, but for two things, each signed in its history: a snooze that is
    over ends, and what was resolved is open again when a later run still sees it.
    """
    findings: dict[str, Finding] = {}
    reconciliations: dict[str, Reconciliation] = {}
    for outcome in outcomes:
        if isinstance(outcome, Finding):
            findings.setdefault(outcome.fingerprint, outcome)
        else:
            reconciliations.setdefault(outcome.fingerprint, outcome)
    save_reconciliations(session, reconciliations, moment(seen), run)
    return _save_findings(session, findings, seen, run)


def _save_findings(
    session: Session, findings: Mapping[str, Finding], seen: datetime, run: str | None
) -> Kept:
    known = {row.fingerprint: row for row in look_up(session, _KNOWN, findings)}
    said = {of: _said(finding) for of, finding in findings.items()}
    added = {of: finding for of, finding in findings.items() if of not in known}
    _add(session, added, {of: said[of] for of in added}, moment(seen), run)
    changed = [of for of, row in known.items() if row.digest != said[of]["digest"]]
    _change(session, [{"fingerprint": of, **said[of]} for of in changed])
    again = {WANTED: list(known), "at": moment(seen), "in": run}
    session.connection().execute(_SEEN_AGAIN, again)
    put_evidence(session, FINDING_EVIDENCE, {of: _sides(findings[of]) for of in (*added, *changed)})
    wake(session, known.values(), seen)
    return Kept(tuple(added.values()), tuple(findings[of] for of in findings if of in known))


def _said(finding: Finding) -> dict[str, Any]:
    """The columns that hold what a finding says, which a later run may say otherwise."""
    stated = [[side.value, side.roots] for side in finding.sides]
    document = {**DOCUMENT.encode(finding), SIDES: stated}
    event = finding.event
    quotes = [item.quote for item in finding.evidence]
    place = (event.title, event.place) if event else ()
    return {
        "code": finding.code,
        "family": finding.family.value,
        "severity": finding.severity.value,
        "rank": finding.severity.rank,
        "roots": sum(finding.roots),
        "event_id": event.id if event else None,
        "words": searchable(finding.message, finding.title, *place, *quotes),
        "digest": digest(document, _sides(finding)),
        "document": document,
    }


def _sides(finding: Finding) -> list[Sequence[Evidence]]:
    return [side.evidence for side in finding.sides]


def _add(
    session: Session,
    findings: Mapping[str, Finding],
    said: Mapping[str, Mapping[str, Any]],
    seen: datetime,
    run: str | None,
) -> None:
    short = _short_ids(session, sorted(findings))
    new = {"status": "open", "until": None, "first_seen": seen, "last_seen": seen, "run": run}
    insert_rows(
        session,
        FINDING,
        [{"fingerprint": of, "short": short[of], **new, **said[of]} for of in findings],
    )


def _change(session: Session, changes: Sequence[Mapping[str, Any]]) -> None:
    if not changes:
        return
    columns: dict[str, Any] = {name: bindparam(f"to_{name}") for name in changes[0]}
    of = columns.pop("fingerprint")
    session.connection().execute(
        update(FINDING).where(FINDING.c.fingerprint == of).values(columns),
        [{f"to_{name}": value for name, value in row.items()} for row in changes],
    )


def _short_ids(session: Session, fingerprints: Sequence[str]) -> dict[str, str]:
    """A short id for each new finding: more digits only where another has the first eight.

    Whoever came first keeps the shorter id, so that no id ever changes what it means.
    """
    taken = _taken(session, {of[:SHORT] for of in fingerprints})
    ids: dict[str, str] = {}
    for of in fingerprints:
        beginnings = [of[:length] for length in range(SHORT, len(of) + 1)]
        if beginnings[0] in taken:
            taken |= _taken(session, set(beginnings))
        ids[of] = next(one for one in beginnings if one not in taken)
        taken.add(ids[of])
    return ids


def _taken(session: Session, ids: Collection[str]) -> set[str]:
    return {row.short for row in look_up(session, _SHORT, ids)}
