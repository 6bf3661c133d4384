"""The attacker who died by his own hand: "killed three before turning the gun on himself"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from checkers.language.casualties.clause import Clause
from checkers.language.casualties.counted import Counted
from checkers.language.lexicon import mapped
from checkers.model import Role


@cache
def _own_death() -> re.Pattern[str]:
    phrases = sorted(mapped("casualties", "words")["own_death"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b")


def with_the_attacker(clause: Clause, found: list[Counted]) -> Iterator[Counted]:
    """The dead of one sentence with the attacker, where it tells of his death as well."""
    victims = [
        one
        for one in found
        if one.count.measure == "killed"
        and one.count.role is Role.TOTAL
        and one.count.high is not None
        and _killed_by_him(clause, one)
    ]
    if not victims or not _own_death().search(" ".join(clause.words)):
        return
    most = max(victims, key=lambda one: one.count.low or 0)
    count = most.count
    yield replace(
        most,
        count=replace(
            count,
            group="people",
            low=(count.low or 0) + 1,
            high=(count.high or 0) + 1,
            point=None if count.point is None else count.point + 1,
            style="sum",
            noun="",
            includes_attackers=True,
        ),
    )


def _killed_by_him(clause: Clause, one: Counted) -> bool:
    """Whether the count is the object of what he did, and not of what was found."""
    return any(
        link.object and clause.chunks[index].first == one.first
        for index, link in clause.links.items()
    )
