"""What a command's exit code says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import IntEnum

from checkers.model import Finding, Severity


class Exit(IntEnum):
    """Exit codes; other programs rely on 0 to 3."""

    DONE = 0
    FLAGGED = 1  # done, and a finding reached --fail-on
    UNUSABLE = 2  # wrong use, or nothing that could be used
    PARTLY = 3  # done, but some sources or articles failed
    CRASHED = 70  # a fault of Recount's own: sysexits.h calls it EX_SOFTWARE
    STOPPED = 130  # by Ctrl-C: 128 and the number of SIGINT
    UNREAD = 141  # whoever read our output has gone: 128 and the number of SIGPIPE


def reached(findings: Iterable[Finding], severity: Severity | None) -> bool:
    """Whether a finding is at least that severe; never, where no severity was named."""
    return severity is not None and any(one.severity.rank >= severity.rank for one in findings)


def exit_code(
    *, findings: Iterable[Finding], fail_on: Severity | None, done: int, failures: Sequence[object]
) -> Exit:
    """The code of a command that took in ``done`` things and failed at others.

    ``--fail-on`` goes first: who asked for it waits for that answer, and failures are named anyway.
    """
    if failures and not done:
        return Exit.UNUSABLE
    if reached(findings, fail_on):
        return Exit.FLAGGED
    return Exit.PARTLY if failures else Exit.DONE
