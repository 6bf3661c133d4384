"""What is set up and what is missing, each with the command that mends it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from rich.table import Table
from rich.text import Text

from flows.console.words import outside


class State(StrEnum):
    """How a part of the set-up stands."""

    GOOD = "good"
    OPTIONAL = "optional"  # not there, and not needed
    MISSING = "missing"  # works without it, but less than it should
    BROKEN = "broken"  # nothing works until it is mended


@dataclass(frozen=True, slots=True)
class Check:
    """One part of the set-up.

    Attributes:
        name: What was looked at.
        state: How it stands.
        says: What was found.
        mend: The command or setting that mends it, or "".
    """

    name: str
    state: State
    says: str
    mend: str = ""


_SIGNS = {State.GOOD: "✓", State.OPTIONAL: "–", State.MISSING: "!", State.BROKEN: "✗"}
_STYLES = {
    State.GOOD: "good",
    State.OPTIONAL: "quiet",
    State.MISSING: "warn",
    State.BROKEN: "bad",
}


def checks_table(checks: Sequence[Check]) -> Table:
    """A line to a check, and below it the command that mends it."""
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(overflow="fold")
    for check in checks:
        says = outside(check.says)
        if check.mend:
            says.append("\n→ ").append_text(outside(check.mend, "bold"))
        table.add_row(
            Text(_SIGNS[check.state], _STYLES[check.state]), Text(check.name, "heading"), says
        )
    return table
