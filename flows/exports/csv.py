"""Findings as a CSV table for spreadsheets: one row to a finding, both quotations in it.

A cell that a spreadsheet would run as a formula, since it begins with ``=``, ``+``, ``-``, ``@`` or
a tab, gets an apostrophe in front; characters that steer a terminal or cannot be seen are shown as
pictures. Both change what the cell says: ``--format jsonl`` gives the values untouched.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TextIO

from checkers.model import Side
from flows.exports.records import moment
from flows.plain.visible import visible
from storage.stored import StoredFinding

FINDING = (
    "id",
    "code",
    "severity",
    "status",
    "title",
    "message",
    "event",
    "event_kind",
    "event_place",
    "event_from",
    "event_to",
)
OF_A_SIDE = (
    "value",
    "publisher",
    "published",
    "url",
    "field",
    "quote",
    "said",
    "attributed_to",
    "sources",
    "articles",
)
SIDES = 2  # further sides are counted in the column "sides"; JSON Lines has them all
SEEN = ("sides", "first_seen", "last_seen", "fingerprint")

HEADER = (*FINDING, *(f"{name}_{side + 1}" for side in range(SIDES) for name in OF_A_SIDE), *SEEN)

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def write(findings: Iterable[StoredFinding], to: TextIO) -> int:
    """Write a header and one row to a finding; return the number of findings.

    Open ``to`` with ``newline=""``: lines end in CR LF, as RFC 4180 has it.
    """
    rows = csv.writer(to)
    rows.writerow(HEADER)
    written = 0
    for stored in findings:
        rows.writerow([_cell(value) for value in _row(stored)])
        written += 1
    return written


def _row(stored: StoredFinding) -> list[str]:
    finding, event = stored.finding, stored.finding.event
    sides = [finding.sides[at] if at < len(finding.sides) else None for at in range(SIDES)]
    return [
        stored.id,
        finding.code,
        finding.severity.value,
        stored.status.value,
        finding.title,
        finding.message,
        *([event.title, event.kind, event.place, event.first, event.last] if event else [""] * 5),
        *(value for side in sides for value in _side(side)),
        str(len(finding.sides)),
        moment(stored.first_seen) or "",
        moment(stored.last_seen) or "",
        finding.fingerprint,
    ]


def _side(side: Side | None) -> list[str]:
    if side is None:
        return [""] * len(OF_A_SIDE)
    first = side.evidence[0]
    return [
        first.value,
        first.publisher,
        moment(first.published) or "",
        first.url,
        first.span.field.value,
        first.quote,
        first.said,
        first.attributed_to or "",
        str(side.roots),
        str(len({item.url for item in side.evidence})),
    ]


def _cell(value: str) -> str:
    """``value`` as text that no spreadsheet takes for a formula."""
    shown = visible(value, lines=True)
    return f"'{shown}" if value.startswith(_FORMULA) else shown
