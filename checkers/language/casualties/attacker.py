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

# Without one of these words no phrase below can stand; to look for a word is quick.
_OWN_HAND = ("self", "own life", "suicide")


@cache
def _own_death() -> re.Pattern[str]:
    phrases = sorted(mapped("casualties", "words")["own_death"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(phrases) + r")\b")


def attacker_died(text: str) -> bool:
    """Whether a text tells that the attacker died by his own hand."""
    return any(word in text for word in _OWN_HAND) and bool(_own_death().search(text))


def with_the_attacker(clause: Clause, found: list[Counted]) -> Iterator[Counted]:
    """The dead of one sentence with the attacker, where it tells of his death as well."""
    victims = [
        one
        for one in found
        if one.count.measure == "killed"
        and one.count.role is Role.TOTAL
        and one.count.high is not None
        and one.count.group != "families"
        and one.by_person
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
