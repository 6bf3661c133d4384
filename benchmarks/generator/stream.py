"""The generated articles in the order in which they were published."""

from __future__ import annotations

import heapq
from collections.abc import Iterator
from datetime import timedelta
from itertools import count
from random import Random

from benchmarks.generator.happenings import days
from benchmarks.generator.reports import Report, reports_of, routine

# Happenings a day, and among 100 of them so many pieces of routine news: with these, some fifty
# articles a day, so that a thousand cover three weeks and 100,000 five years.
A_DAY = 12
ROUTINE = 50


def generate(seed: int = 1, a_day: int = A_DAY) -> Iterator[Report]:
    """Reports for ever, the first published first; the same for the same seed.

    No more than the reports of a few days are held at a time.
    """
    tie = count()
    waiting: list[tuple[float, int, Report]] = []
    for midnight, today, past in days(seed, a_day):
        end = (midnight + timedelta(days=1)).timestamp()
        for number, happening in enumerate(today):
            chance = Random(f"{seed} {happening.id}")
            made = list(reports_of(chance, happening, past))
            if number * ROUTINE % 100 < ROUTINE:
                made.append(routine(chance, midnight, f"r{happening.id}"))
            for report in made:
                heapq.heappush(waiting, (_moment(report), next(tie), report))
        # A happening of a later day has no report before its midnight.
        while waiting and waiting[0][0] < end:
            yield heapq.heappop(waiting)[2]


def _moment(report: Report) -> float:
    assert report.article.published is not None
    return report.article.published.at.timestamp()
