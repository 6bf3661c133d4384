"""Timing side by side, in processes of their own, and what is made of it.

Times are processor time, so that a busy machine does not count against anybody, and medians.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from statistics import median
from typing import ParamSpec

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Row:
    """One thing measured.

    Attributes:
        group: Which benchmark.
        what: What was measured.
        value: The median, in ``unit``.
        unit: Of ``value``.
        against: The peer or floor of the same run, or "".
        ratio: How many times the peer's cost it costs (for shares: None).
        wall: The same in time on the clock, where that says more; else None.
        peak_mb: The most memory that its process held, else None.
        budget: What ``value`` must keep to ("<= 0.3"), or "".
    """

    group: str
    what: str
    value: float
    unit: str
    against: str = ""
    ratio: float | None = None
    wall: float | None = None
    peak_mb: float | None = None
    budget: str = ""

    @property
    def kept(self) -> bool | None:
        """Whether it keeps to its budget; None where it has none."""
        if not self.budget:
            return None
        sign, limit = self.budget.split()
        return self.value <= float(limit) if sign == "<=" else self.value >= float(limit)


@dataclass(frozen=True, slots=True)
class Cost:
    """What something took: seconds of processor and of clock, megabytes at most."""

    cpu: float
    wall: float
    peak_mb: float = 0.0


def cost_of(work: Callable[[], object]) -> Cost:
    """What a call costs in this process."""
    cpu, wall = time.process_time(), time.perf_counter()
    work()
    return Cost(time.process_time() - cpu, time.perf_counter() - wall)


def cost_of_command(command: Sequence[str], environment: Mapping[str, str]) -> Cost:
    """What a command costs, with all that it starts; it must end well.

    Raises:
        subprocess.CalledProcessError: it did not.
    """
    wall = time.perf_counter()
    process = subprocess.Popen(
        command,
        env={**os.environ, **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Cost(used.ru_utime + used.ru_stime, time.perf_counter() - wall, _mb(used.ru_maxrss))


def side_by_side(contestants: Mapping[str, Callable[[], Cost]], runs: int) -> dict[str, Cost]:
    """The median cost of each, all of them run in turn so that the same weather meets all."""
    costs: dict[str, list[Cost]] = {name: [] for name in contestants}
    for _ in range(runs):
        for name, run in contestants.items():
            costs[name].append(run())
    return {
        name: Cost(
            median(cost.cpu for cost in met),
            median(cost.wall for cost in met),
            max(cost.peak_mb for cost in met),
        )
        for name, met in costs.items()
    }


def in_own_process(work: Callable[P, list[Row]], *given: P.args, **named: P.kwargs) -> list[Row]:
    """The rows of ``work``, done in a process that did nothing before, with its peak memory."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        rows = pool.submit(work, *given, **named).result()
        peak = pool.submit(peak_mb).result()
    return [row if row.peak_mb is not None else replace(row, peak_mb=peak) for row in rows]


def peak_mb() -> float:
    """The most memory that this process has held so far, in megabytes."""
    return _mb(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)


def _mb(maxrss: int) -> float:
    """Linux counts in kilobytes, macOS in bytes."""
    return maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)
