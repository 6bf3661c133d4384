"""Lists and gaps added up: "two men and a woman were killed"."""

from __future__ import annotations

from collections.abc import Iterator

from checkers.language.casualties.clause import Clause
from checkers.language.casualties.counted import Counted
from checkers.language.casualties.values import by_person, count_of, is_treated
from checkers.model import Count, Hedge, Role


def sums(clause: Clause) -> Iterator[Counted]:
    """Lists and gaps added up: "two men and a woman were killed"."""
    for group in clause.added:
        yield from _sum(clause, group)


def _sum(clause: Clause, indexes: list[int]) -> Iterator[Counted]:
    linked = [i for i in indexes if i in clause.links]
    found = [
        count_of(clause, clause.chunks[i], clause.links[i].measure, Role.TOTAL) for i in linked
    ]
    counts = [count for count in found if count is not None]
    if len(counts) < 2 or any(c.high == 0 or c.group == "families" for c in counts):
        return
    if len({clause.text(i, i + 1) for i in linked}) < len(linked):
        return  # "the baby and, it seems, the baby"
    groups = {c.group for c in counts}
    high = None if any(c.high is None for c in counts) else sum(c.high or 0 for c in counts)
    # Those called by name are seldom all: a report names whom it can. Nor are those known already.
    named = all(clause.chunks[i].named for i in linked) or all(
        _is_known(clause, i, linked[0]) for i in linked
    )
    total = Count(
        counts[0].measure,
        min(groups) if len(groups) == 1 else "people",
        sum(c.low or 0 for c in counts),
        high,
        hedge=Hedge.EXACT if all(c.hedge is Hedge.EXACT for c in counts) else Hedge.ABOUT,
        role=Role.PART if named else Role.TOTAL,
        style="sum",
        point=sum(c.point or 0 for c in counts),
        action="treated" if all(is_treated(clause, i) for i in linked) else None,
        includes_attackers="attackers" in groups,
    )
    done = all(by_person(clause, clause.links[i]) for i in linked)
    first, last = clause.chunks[linked[0]].first, clause.chunks[linked[-1]].last
    yield Counted(total, first, last, by_person=done)


def _is_known(clause: Clause, index: int, first: int) -> bool:
    """As in "the woman and baby": of whom the text has spoken, perhaps among others."""
    item = clause.chunks[index]
    known = item.tag == "S" and clause.first_word(index) == "the"
    return known or (item.bare and index != first and _is_known(clause, first, first))
