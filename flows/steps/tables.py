"""A run's findings and figures as plain tables, for whoever shows them to the person on call.

Prefect renders Markdown, so words from outside go into table cells only, with what could act as
markup or steer a screen taken out.
"""

from __future__ import annotations

import re
from itertools import islice

from flows.plain.visible import visible
from flows.steps.result import RunResult
from flows.steps.runs import counts_of
from storage.stored import StoredFinding

# Characters that Markdown or HTML gives a meaning.
_MARKUP = re.compile(r"[<>`\[\]|*_#\\]")

# A table on a page is for looking over: a night that meets more says how many more there are.
MOST_ROWS = 200


def findings_rows(result: RunResult) -> list[dict[str, str]]:
    """The run's findings, worst first: what is at odds, both quotations, who says so."""
    new = set(result.new)
    return [
        _row(stored, stored.finding.fingerprint in new)
        for stored in islice(result.findings, MOST_ROWS)
    ]


def findings_caption(result: RunResult) -> str:
    """One line over the table of findings."""
    left_out = len(result.findings) - MOST_ROWS
    more = f"; {left_out} more in the store: recount findings" if left_out > 0 else ""
    return f"{len(result.findings)} findings, {len(result.new)} of them new{more}"


def figures_page(result: RunResult) -> str:
    """The run in figures, and what failed, as Markdown."""
    lines = ["| what | number |", "| --- | ---: |"]
    lines += [f"| {name} | {number} |" for name, number in counts_of(result).items()]
    if result.failures:
        lines += ["", "| failed | why |", "| --- | --- |"]
        lines += [f"| {harmless(one.what)} | {harmless(one.why)} |" for one in result.failures]
    return "\n".join(lines)


def _row(stored: StoredFinding, new: bool) -> dict[str, str]:
    finding = stored.finding
    first, *others = [side.evidence[0] for side in finding.sides]
    return {
        "severity": finding.severity.value,
        "code": finding.code,
        "finding": stored.id,
        "new": "new" if new else "",
        "what": harmless(finding.message),
        "event": harmless(finding.event.title) if finding.event else "",
        "quotation": harmless(first.quote),
        "source": harmless(first.publisher or first.url),
        "against": " / ".join(harmless(other.quote) for other in others),
        "against source": " / ".join(harmless(other.publisher or other.url) for other in others),
    }


def harmless(text: str) -> str:
    """Words from outside on one line, without what a page would take for markup."""
    return _MARKUP.sub(" ", visible(text))
